using System.Text.Json;
using System.Text.Json.Serialization;
using CsCheck;
using SimInterdiction.Experiments;
using SimInterdiction.Experiments.Design;
using SimInterdiction.Experiments.Results;
using SimInterdiction.Experiments.Sensitivity;
using SimInterdiction.Experiments.Statistics.Sensitivity;
using SimInterdiction.Model;
using SimInterdiction.Model.Measures;
using SimInterdiction.Model.Study;

namespace SimInterdiction.Tests.Verification;

/// <summary>What a study says is the same, to the last digit, of a scenario written with other names in another order:
/// results, draws of uncertain inputs, sensitivities, the choice of the best.</summary>
public sealed class StudyNamesAndOrderTests
{
    private static readonly JsonSerializerOptions Exact = new()
    {
        NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals,
        IncludeFields = true,
    };

    [Test]
    public void Names_and_order_change_no_digit_of_a_study() =>
        Sample(RandomScenarios.Any, 61, (one, other, again) => Compare(Run(one.Best), Run(other.Best), again));

    [Test]
    public void Nor_where_organizations_adapt() =>
        Sample(RandomAdversaries.Any, 62, (one, other, again) => Compare(Run(one.Best), Run(other.Best), again));

    [Test]
    public void Nor_where_inputs_are_drawn_anew() =>
        Sample(RandomScenarios.Any, 63, (one, other, again) =>
            Compare(Run(one.Best, one.Uncertain), Run(other.Best, other.Uncertain), again)
        );

    [Test]
    public void Nor_of_a_choice_of_the_best() =>
        Sample(
            RandomScenarios.Any,
            64,
            (one, other, again) => Compare(Run(Choosing(one.Best)), Run(Choosing(other.Best)), again),
            iterations: 12
        );

    [TestCase(SensitivityMethod.Tornado)]
    [TestCase(SensitivityMethod.Morris)]
    [TestCase(SensitivityMethod.Sobol)]
    [TestCase(SensitivityMethod.Verdicts)]
    [TestCase(SensitivityMethod.Discover)]
    public void Nor_of_a_sensitivity(SensitivityMethod method) =>
        Sample(
            RandomScenarios.Any,
            65,
            (one, other, again) =>
                Assert.That(
                    Text(Analyse(other, method, again.Of(new Arm("posted")).Deployment), name => name, name => name),
                    Is.EqualTo(Text(Analyse(one, method, "posted"), name => again.Of(new Arm(name)).Deployment, Renamed))
                ),
            iterations: 5
        );

    private static string Renamed(string input) => $"input {input}";

    // The same world twice, the second time with other names in another order, its inputs too.
    private static void Sample(Gen<Scenario> any, uint seed, Action<World, World, Renaming> compare, int iterations = 12) =>
        any.SampleRepeatably(
            scenario =>
            {
                Scenario best = Lent(NamesAndOrderTests.ToldApart(scenario));
                int shuffle = (int)best.Experiment.Seed;
                UncertainScenario uncertain = Doubtful(best);
                int[] order = [.. Enumerable.Range(0, uncertain.Inputs.Count)];
                new Random(shuffle).Shuffle(order);
                var again = new Renaming(best, shuffle);
                var renamed = new UncertainScenario(
                    [.. order.Select(i => uncertain.Inputs[i] with { Name = Renamed(uncertain.Inputs[i].Name) })],
                    values => new Renaming(uncertain.At([.. order.Select((_, i) => values[Array.IndexOf(order, i)])]), shuffle).Result
                );
                compare(new World(best, uncertain), new World(again.Result, renamed), again);
            },
            iter: iterations,
            seed: seed,
            RandomScenarios.Describe
        );

    // Of two deployments that post the same nobody can say which is which; lending changes no number.
    private static Scenario Lent(Scenario scenario) =>
        scenario with
        {
            Deployments = RandomScenarios.Named(
                scenario.Deployments.Keys,
                scenario.Deployments.Values.Select(
                    (d, i) => d with { Post = RandomScenarios.Map(d.Post, posting => posting with { Lent = i % 2 == 0 }) }
                )
            ),
        };

    // Uncertain are what each type of team finds, how long after a seizure it is back, and how much leaves where.
    private static UncertainScenario Doubtful(Scenario best)
    {
        string[] teams = [.. best.TeamTypes.Keys];
        string[] flows = [.. best.Flows.Keys];
        return new UncertainScenario(
            [
                .. teams.Select(name => new UncertainRange($"{name} finds", best.TeamTypes[name].Finds, 0, 1)),
                .. teams.Select(name => new UncertainRange($"{name} is back", best.TeamTypes[name].SeizureHours, 0, 6)),
                .. flows.Select(name => Around($"{name} leaves", best.Flows[name].Rate!.Value.PerHour)),
            ],
            values =>
                best with
                {
                    TeamTypes = RandomScenarios.Named(
                        teams,
                        teams.Select((name, i) => best.TeamTypes[name] with { Finds = values[i], SeizureHours = values[teams.Length + i] })
                    ),
                    Flows = RandomScenarios.Named(
                        flows,
                        flows.Select(
                            (name, i) =>
                                best.Flows[name] with
                                {
                                    Rate = best.Flows[name].Rate!.Value with { PerHour = values[(2 * teams.Length) + i] },
                                }
                        )
                    ),
                }
        );
    }

    private static UncertainRange Around(string name, double best) => new(name, best, best / 2, 2 * best);

    private static Scenario Choosing(Scenario scenario) =>
        scenario with
        {
            Experiment = scenario.Experiment with
            {
                Choose = SimInterdiction.Model.Study.Choosing.Best,
                SmallestDifferenceThatMatters = 0.02,
                Replications = ExperimentPlan.FewestToChooseFrom,
                AtMost = 60,
            },
        };

    private static StudyResult Run(Scenario scenario, UncertainScenario? drawn = null) =>
        Study.Run(scenario, new StudyOptions { Drawn = drawn, Jobs = 1 }, progress: null, CancellationToken.None);

    private static SensitivityResult Analyse(World world, SensitivityMethod method, string deployment) =>
        SensitivityAnalysis.Run(
            world.Uncertain,
            new SensitivityOptions
            {
                Method = method,
                Deployment = deployment,
                Measure = MeasureCatalog.Find("firearms_seized")!,
                Replications = 3,
                Samples = method == SensitivityMethod.Discover ? 50 : 2,
                Seed = 5,
                Jobs = 1,
            },
            progress: null,
            CancellationToken.None
        );

    private static void Compare(StudyResult one, StudyResult other, Renaming again)
    {
        string Now(string deployment) => again.Of(new Arm(deployment)).Deployment;
        Assert.That(
            Text(other, name => name, (_, name) => name, variant => variant),
            Is.EqualTo(Text(one, Now, again.Of, variant => again.Of(new Arm(one.Baseline, variant)).Adversary))
        );
    }

    // Everything that it says, by name.
    private static string[] Text(
        StudyResult result,
        Func<string, string> now,
        Func<Dimension, string, string> entry,
        Func<string?, string?> variant
    )
    {
        var lines = new List<string> { $"{result.Replications} {result.ReplicationsAsked} {Digits(result.Work)} {now(result.Baseline)}" };
        foreach (DeploymentResult deployment in result.Deployments)
        {
            string name = now(deployment.Name);
            lines.Add($"{name} {deployment.Replications} {Digits(deployment.Periods)}");
            lines.AddRange(deployment.Measures.Select(m => $"{name} {m.Key} {Digits(m.Value)}"));
            lines.AddRange(deployment.Frozen.Select(m => $"{name} frozen {m.Key} {Digits(m.Value)}"));
            lines.AddRange(
                deployment.By.SelectMany(by =>
                    by.Value.SelectMany(e => e.Value.Select(m => $"{name} {by.Key} {entry(by.Key, e.Key)} {m.Key} {Digits(m.Value)}"))
                )
            );
        }

        lines.AddRange(
            result
                .Comparisons.Concat(result.AlsoCompared)
                .Select(c => $"{now(c.Deployment)} - {now(c.Against)} {Digits(c with { Deployment = "", Against = "" })}")
        );
        lines.AddRange(result.Best?.AgainstTheBest.Select(a => $"{now(a.Deployment)} best {Digits(a with { Deployment = "" })}") ?? []);
        lines.AddRange(result.Best?.MayBeBest.Select(name => $"{now(name)} may be best") ?? []);
        lines.AddRange(result.Choice?.Remaining.Select(name => $"{now(name)} remains") ?? []);
        lines.AddRange(result.Choice?.Out.Select(o => $"{now(o.Deployment)} out after {o.Replications}") ?? []);
        lines.AddRange(
            result.Adversaries.SelectMany(a =>
                a.Deployments.Zip(result.Deployments, (d, of) => $"{now(of.Name)} against {variant(a.Name)} {Digits(d)}")
            )
        );
        return [.. lines.Order(StringComparer.Ordinal)];
    }

    private static string[] Text(SensitivityResult result, Func<string, string> now, Func<string, string> input)
    {
        string[] lines =
        [
            $"{now(result.Deployment)} {now(result.Baseline)} {result.Settings} {Digits(result.BestGuess)}",
            .. result.Tornado?.Select(each => $"{input(each.Path)} {Digits(each with { Path = "" })}") ?? [],
            .. result.Morris?.Select(each => $"{input(each.Path)} {Digits(each with { Path = "" })}") ?? [],
            .. result.Sobol?.Select(each => $"{input(each.Path)} {Digits(each with { Path = "" })}") ?? [],
            .. result.Verdicts?.Deployments.SelectMany(d => Verdicts(result.Verdicts, d)) ?? [],
            .. result.Discovery is { } discovery ? Discovered(discovery) : [],
        ];
        return [.. lines.Order(StringComparer.Ordinal)];

        IEnumerable<string> Discovered(Discovery discovery) =>
            [
                $"{discovery.SeeksWorth} {discovery.ChanceOfAsClear:R} {Digits(discovery.Trajectory)} {Digits(discovery.Region?.Coverage)}",
                .. discovery.Settings.Select((s, i) => $"{i} {Digits(s.Difference)} {s.IsSought} {s.IsInside}"),
                .. (discovery.Region?.Limits ?? []).Select(limit => $"{input(limit.Path)} {Digits(limit with { Path = "" })}"),
            ];

        IEnumerable<string> Verdicts(VerdictTable table, DeploymentVerdicts deployment) =>
            table.Settings.Zip(deployment.At, (setting, at) =>
                $"{now(deployment.Name)} {Digits(at)} with "
                + string.Join(", ", setting.Changed.Select(c => $"{input(c.Path)} {c.Value:R}").Order(StringComparer.Ordinal))
            );
    }

    private static string Digits(object? value) => JsonSerializer.Serialize(value, Exact);

    private sealed record World(Scenario Best, UncertainScenario Uncertain);
}
