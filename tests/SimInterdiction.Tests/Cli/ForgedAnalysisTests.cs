using System.Text.Json.Nodes;
using SimInterdiction.Cli;

namespace SimInterdiction.Tests.Cli;

/// <summary>Analyses beside a run that somebody has spoilt: a run is shown without them, or with what they say; nothing
/// ends in an internal error.</summary>
public sealed class ForgedAnalysisTests
{
    private const string Good = """
        length: 10 days
        places: { depot: { at: [29.42, -98.49] }, bridge: { at: [27.50, -99.51], kind: port } }
        corridors: { road: { path: [depot, bridge] } }
        flows: { guns: { rate: { uncertain: [5 shipments per day, 10 shipments per day, 15 shipments per day] }, routes: { road: 100% } } }
        team_types: { team: { officers: 4, stops: 30%, finds: { uncertain: [40%, 50%, 60%] } } }
        task_forces: { border: { home: bridge, teams: { team: 1 } } }
        checkpoints: { bridge: {} }
        deployments: { nobody: {}, one_team: { post: { bridge: { task_force: border, team: team } } } }
        experiment: { replications: 12, seed: 3, smallest_difference_that_matters: 2 points }
        """;

    private static TemporaryFolder template = null!;
    private TemporaryFolder root = null!;

    private string Out => Path.Combine(root, "results");

    private string Plan => Path.Combine(root, "plan.yaml");

    private string Run => Path.GetDirectoryName(Directory.GetFiles(Out, "manifest.json", SearchOption.AllDirectories).Single())!;

    private string[] Analyses =>
        [.. Directory.GetFiles(Out, "sensitivity.json", SearchOption.AllDirectories).Order(StringComparer.Ordinal)];

    [OneTimeSetUp]
    public void MakeTemplate()
    {
        template = new TemporaryFolder();
        string plan = Path.Combine(template, "plan.yaml");
        string results = Path.Combine(template, "results");
        File.WriteAllText(plan, Good);
        string[][] commands =
        [
            ["sensitivity", plan, "--out", results],
            ["sensitivity", plan, "--method", "map", "--out", results],
            ["sensitivity", plan, "--method", "discover", "--samples", "50", "--replications", "4", "--out", results],
            ["run", plan, "--no-figures", "--out", results],
        ];
        Assert.Multiple(() =>
        {
            foreach (string[] command in commands)
            {
                SimintCall outcome = Simint.Call([.. command, "--quiet", "--jobs", "1"]);
                Assert.That(outcome.Code, Is.Zero, outcome.Error);
            }
        });
    }

    [OneTimeTearDown]
    public void RemoveTemplate() => template.Dispose();

    [SetUp]
    public void Copy() => root = new TemporaryFolder();

    [TearDown]
    public void Remove() => root.Dispose();

    [TestCase("map", "\"across\": \"", "\"across\": \"nothing.of.that.name.", "two-inputs")]
    [TestCase("map", "\"differences\": [", "\"differences\": [[],", "two-inputs")]
    [TestCase("map", "\"differences\": [", "\"differences\": [null,", "two-inputs")]
    [TestCase("map", "\"xs\": [", "\"xs\": [1e300,", "two-inputs")]
    [TestCase("tornado", "\"inputs\": [", "\"inputs\": [],\"inputs_before\": [", "tornado")]
    [TestCase("tornado", "\"tornado\": [", "\"tornado\": [null,", "tornado")]
    [TestCase("tornado", "\"uncertain\": [", "\"uncertain\": [null,", "tornado")]
    [TestCase("tornado", "\"inputs\": [", "\"inputs\": [null,", "tornado")]
    [TestCase("discover", "\"inputs\": [", "\"inputs\": [7,", "discovery")]
    [TestCase("discover", "\"settings\": [", "\"settings\": [null,", "discovery")]
    public void An_analysis_whose_parts_do_not_fit_is_none(string method, string part, string forged, string figure)
    {
        root.CopyFrom(template);
        string file = Analyses.Single(f => f.Contains($"sensitivity-{method}-", StringComparison.Ordinal));
        string content = File.ReadAllText(file);
        Assert.That(content, Does.Contain(part));
        File.WriteAllText(file, content.Replace(part, forged, StringComparison.Ordinal));
        SimintCall plot = Simint.Call("plot", Run, figure, "--svg");
        Assert.That((plot.Code, plot.Error), Is.EqualTo((ExitCode.Usage, plot.Error)));
        Assert.That(plot.Error, Does.Contain($"'{figure}' needs"));
        File.WriteAllText(file, content);
        Assert.That(Simint.Call("plot", Run, figure, "--svg").Code, Is.EqualTo(ExitCode.Ok));
    }

    [Test]
    public void Mutated_analyses_crash_nothing_and_lose_nothing() => Fuzz(seed: 1, rounds: 6);

    // Whatever was done to its replications, an analysis that goes on ends as the one that was never touched.
    [Test]
    public void Mutated_settings_are_simulated_again() => Resume(seed: 5, rounds: 3);

    [Test]
    [Explicit("Minutes.")]
    [Category("Slow")]
    public void Many_mutated_settings_are_simulated_again([Range(6, 8)] int seed) => Resume(seed, rounds: 40);

    private void Resume(int seed, int rounds)
    {
        var mutations = new RunMutations(seed, root);
        for (int round = 0; round < rounds; round++)
        {
            Directory.Delete(root, recursive: true);
            root.CopyFrom(template);
            string file = Analyses.Single(f => f.Contains("sensitivity-tornado-", StringComparison.Ordinal));
            string content = File.ReadAllText(file);
            File.Delete(file);
            string mutated = mutations.MutateSettings(Path.GetDirectoryName(file)!);
            SimintCall outcome = Simint.Call("sensitivity", Plan, "--out", Out, "--quiet", "--jobs", "1");
            string said = $"seed {seed}, round {round}, {mutated}: {outcome.Code}\n{outcome.Output}\n{outcome.Error}";
            Assert.That(outcome.Code, Is.EqualTo(ExitCode.Ok), said);
            Assert.That(outcome.Error, Does.Not.Contain("an internal error").And.Not.Contain("   at "), said);
            Assert.That(NumbersOf(File.ReadAllText(file)), Is.EqualTo(NumbersOf(content)), said);
        }
    }

    // All but when it was made and how long that took.
    private static string NumbersOf(string analysis) => JsonNode.Parse(analysis)!["result"]!.ToJsonString();

    [Test]
    [Explicit("Minutes.")]
    [Category("Slow")]
    public void Many_mutated_analyses_crash_nothing_and_lose_nothing([Range(2, 4)] int seed) => Fuzz(seed, rounds: 100);

    private void Fuzz(int seed, int rounds)
    {
        var mutations = new RunMutations(seed, root);
        for (int round = 0; round < rounds; round++)
        {
            Directory.Delete(root, recursive: true);
            root.CopyFrom(template);
            string run = Run;
            string[] chunks = ChunksOf(run);
            string forged = Analyses[round % Analyses.Length];
            string mutated = mutations.MutateAnalysis(forged);
            string content = File.ReadAllText(forged);
            string[] command = mutations.CommandOfAnalysis(run, Plan, Out);
            SimintCall outcome = Simint.Call(command);
            string said =
                $"seed {seed}, round {round}, {mutated}, {string.Join(' ', command)}: {outcome.Code}\n{outcome.Output}\n{outcome.Error}";
            Assert.That(outcome.Code, Is.AnyOf(ExitCode.Ok, ExitCode.Usage, ExitCode.RunFailed), said);
            Assert.That(outcome.Error, Does.Not.Contain("an internal error").And.Not.Contain("   at "), said);
            Assert.That(outcome.Output + outcome.Error, Does.Not.Contain("\u001b").And.Not.Contain("NaN"), said);
            Assert.That(ChunksOf(run), Is.EqualTo(chunks), said);
            Assert.That(command[0] == "sensitivity" || File.ReadAllText(forged) == content, Is.True, said);
        }
    }

    private static string[] ChunksOf(string run) =>
        [.. Directory.GetFiles(Path.Combine(run, "chunks"), "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal)];
}
