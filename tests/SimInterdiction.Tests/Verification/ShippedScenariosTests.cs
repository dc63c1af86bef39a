using System.Runtime.CompilerServices;
using SimInterdiction.Experiments;
using SimInterdiction.Experiments.Results;
using SimInterdiction.Model;
using SimInterdiction.Model.Interdiction;
using SimInterdiction.Model.Measures;
using SimInterdiction.Model.Network;
using SimInterdiction.Model.World;
using SimInterdiction.Scenarios;

namespace SimInterdiction.Tests.Verification;

/// <summary>The scenarios we ship say what they should. Answers are worked out by hand; an interval of 99.9 % must
/// contain each.</summary>
public class ShippedScenariosTests
{
    internal static readonly string Folder = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(ThisFile())!, "../../../scenarios"));

    private static string[] Files =>
        [.. Directory.GetFiles(Folder, "*.yaml").Select(f => Path.GetFileName(f)!).Order(StringComparer.Ordinal)];

    [TestCaseSource(nameof(Files))]
    public void A_shipped_scenario_has_no_errors_and_no_warnings(string file) => Assert.That(Read(file).Problems, Is.Empty);

    [TestCaseSource(nameof(Files))]
    public void A_shipped_scenario_opens_with_the_schema_and_a_comment_that_says_what_it_shows(string file)
    {
        string[] lines = File.ReadAllLines(Path.Combine(Folder, file));
        Assert.That(lines[0], Is.EqualTo("# yaml-language-server: $schema=./scenario.schema.json"));
        Assert.That(lines[1], Does.StartWith("# "));
    }

    [TestCase("smallest.yaml", 20)]
    [TestCase("two-corridors.yaml", 60)]
    [TestCase("night-shift.yaml", 60)]
    [TestCase("port-queue.yaml", 60)]
    [TestCase("one-ring.yaml", 60)]
    public void A_teaching_scenario_is_short(string file, int lines) =>
        Assert.That(File.ReadAllLines(Path.Combine(Folder, file)), Has.Length.LessThan(lines));

    [TestCase("smallest.yaml", "one_team", "seizure_rate", 0.3 * 0.5)]
    [TestCase("two-corridors.yaml", "on_the_coast", "seizure_rate", 0.6 * 0.4 * 0.5)]
    [TestCase("two-corridors.yaml", "in_the_valley", "seizure_rate", 0.4 * 0.4 * 0.5)]
    [TestCase("two-corridors.yaml", "both", "seizure_rate", 0.4 * 0.5)]
    [TestCase("night-shift.yaml", "day", "seizure_rate", 0.25 * 0.4 * 0.5)]
    [TestCase("night-shift.yaml", "night", "seizure_rate", 0.75 * 0.4 * 0.5)]
    [TestCase("port-queue.yaml", "let_wait", "seizure_rate", 0.05 * 0.5)]
    [TestCase("one-ring.yaml", "tracing", "seizure_rate", 0.05 + (0.1 * KnownRings))]
    [TestCase("one-ring.yaml", "slow_tracing", "seizure_rate", 0.05 + (0.1 * KnownRings / Math.E))]
    [TestCase("port-queue.yaml", "let_wait", "wait_h", 3.0566 / 60)]
    [TestCase("port-queue.yaml", "wave_through", "seizure_rate", 0.05 * 0.5 * (1 - ErlangB4For3))]
    [TestCase("one-ring.yaml", "no_tracing", "seizure_rate", 0.05)]
    [TestCase("port-queue.yaml", "wave_through", "lane_utilisation", 3 * (1 - ErlangB4For3) / 4)]
    public void A_teaching_scenario_gives_the_answer_it_promises(string file, string deployment, string measure, double expected)
    {
        StudyResult result = Results.GetOrAdd(file, f => Study.Run(Read(f).Scenario!, new StudyOptions(), null, default));
        Estimate estimate = result.Deployments.Single(d => d.Name == deployment).Measures[measure];

        // The 95 % interval, widened to 99.9 %, and by rounding: where luck in searches is all chance there is, taking
        // it out leaves no width.
        double halfWidth = (estimate.High!.Value - estimate.Low!.Value) / 2 * (3.39 / 1.98);
        Assert.That(estimate.Mean!.Value, Is.EqualTo(expected).Within(halfWidth + (1e-12 * expected)));
        Assert.That(halfWidth, Is.LessThan(0.05 * expected), "The interval is too wide to mean anything.");
    }

    [Test]
    public void The_border_has_16_sources_13_ports_and_9_task_forces_in_8_cities()
    {
        Scenario border = Read("southbound.yaml").Scenario!;
        Assert.That(border.Flows, Has.Count.EqualTo(16));
        Assert.That(border.Flows.Values.Sum(f => f.Share), Is.EqualTo(1).Within(1e-12));
        Assert.That(border.Places.Values.Count(p => p.Kind == PlaceKind.Port), Is.EqualTo(13));
        TaskForce[] withUnits =
        [
            .. border.TaskForces.Where(t => t.Key != "reserve" && t.Value.Teams.ContainsKey("trafficking_unit")).Select(t => t.Value),
        ];
        Assert.That(withUnits, Has.Length.EqualTo(9));
        Assert.That(withUnits.Select(t => t.Home).Distinct().Count(), Is.EqualTo(8));
        Assert.That(withUnits.Select(t => t.Label), Has.All.Contains("illustrative"));
        Assert.That(border.Deployments, Has.Count.GreaterThanOrEqualTo(8));
        Assert.That(border.Experiment.Replications, Is.EqualTo(100));
        Assert.That(border.Experiment.SmallestDifferenceThatMatters, Is.EqualTo(0.001).Within(1e-15));
    }

    [Test]
    public void The_border_has_116_ways_from_a_source_to_a_port()
    {
        Scenario border = Read("southbound.yaml").Scenario!;
        RouteMap map = RouteMap.Build(border);
        Assert.That(map.Unreachable, Is.Empty);
        Assert.That(border.Flows.Keys.Sum(f => map.SharesOf(f).Count), Is.EqualTo(116));
        double meanMiles = border.Flows.Sum(f =>
            f.Value.Share!.Value * map.SharesOf(f.Key).Sum(s => s.Share * map.Corridors[s.Corridor].Miles)
        );
        Assert.That(meanMiles, Is.EqualTo(249).Within(0.5));
    }

    /// <summary>40 half-years: the mean of about 2,000 has a standard error of 23; the limits are 3.3 of them around
    /// 2,000 less the 6 that hours in common cost.</summary>
    [TestCase("southbound.yaml", 0.02006)]
    [TestCase("southbound-500k.yaml", 0.00802)]
    public void Today_seizes_nearly_two_thousand_firearms_a_fifth_of_them_at_ports(string file, double rate)
    {
        Scenario border = Read(file).Scenario!;
        StudyResult result = Study.Run(border, new StudyOptions { Replications = 40, Only = ["today"] }, null, default);
        DeploymentResult today = result.Deployments.Single();
        double seized = today.Measures["firearms_seized"].Mean!.Value;
        double atPorts = today
            .By[Dimension.Checkpoint]
            .Where(c => c.Key.EndsWith("_port", StringComparison.Ordinal))
            .Sum(c => c.Value["firearms_seized"].Mean!.Value);
        Assert.Multiple(() =>
        {
            Assert.That(seized, Is.EqualTo(1994).Within(76));
            Assert.That(today.Measures["seizure_rate"].Mean!.Value, Is.EqualTo(rate).Within(0.04 * rate));
            Assert.That(atPorts / seized, Is.EqualTo(0.21).Within(0.02));
            Assert.That(today.Measures["firearms_seized"].Sd!.Value, Is.EqualTo(145).Within(60));
            Assert.That(today.Measures["searches"].Mean!.Value / 182, Is.EqualTo(2016).Within(30));
        });
    }

    [Test]
    public void Every_deployment_of_the_border_says_what_it_costs()
    {
        Scenario border = Read("southbound.yaml").Scenario!;
        StudyResult result = Study.Run(border, new StudyOptions { Replications = 2 }, null, default);

        // Nine units of eight officers, ten hours a day; thirteen teams of six, five hours.
        double today = 182 * ((9 * 8 * 10) + (13 * 6 * 5));
        Assert.That(result.Deployments.Single(d => d.Name == "today").OfficerHours, Is.EqualTo(today));
        Assert.That(result.Deployments.Single(d => d.Name == "port_hours_doubled").OfficerHours, Is.EqualTo(today + (182 * 13 * 6 * 5)));
        Assert.That(result.Deployments.Single(d => d.Name == "tenth_unit").OfficerHours, Is.EqualTo(today + (182 * 8 * 10)));
        Assert.That(result.Deployments.Single(d => d.Name == "outbound_instead_of_unit").OfficerHours, Is.EqualTo(today).Within(1e-6));
        Assert.That(result.Deployments.Select(d => d.CostUsd / d.OfficerHours), Has.All.EqualTo(85).Within(1e-9));
    }

    /// <summary>Erlang's loss for three on demand at four lanes: (3^4/4!) / (1 + 3 + 9/2 + 27/6 + 81/24).</summary>
    // A ring with m seizures a day is known m / (m + 1/30) of the time.
    private const double KnownRings = (0.5 * 15 / 17) + (0.3 * 9 / 11) + (0.2 * 3 / 4);

    private const double ErlangB4For3 = 3.375 / (1 + 3 + 4.5 + 4.5 + 3.375);

    private static readonly System.Collections.Concurrent.ConcurrentDictionary<string, StudyResult> Results = new();

    private static ScenarioReading Read(string file) => ScenarioReader.ReadFile(Path.Combine(Folder, file));

    private static string ThisFile([CallerFilePath] string path = "") => path;
}
