using SimInterdiction.Experiments.Results;
using SimInterdiction.Model;
using SimInterdiction.Model.Interdiction;
using SimInterdiction.Model.Measures;
using SimInterdiction.Model.Network;
using SimInterdiction.Model.Traffic;

namespace SimInterdiction.Tests.Reporting;

/// <summary>Study results made up for figures: only their shape matters, and no random number is drawn.</summary>
internal static class SampleStudy
{
    public static Provenance Provenance { get; } =
        new()
        {
            ScenarioFile = "southbound.yaml",
            Sha256 = "7f3a91c0d4e5f60718293a4b5c6d7e8f",
            Run = "2026-11-24-b21e",
            Version = "0.1.0",
            Date = new DateTime(2026, 11, 24, 14, 32, 0),
            Command = "simint run southbound.yaml --replications 400 --seed 2026",
            SensitivityCommand = "simint sensitivity southbound.yaml --replications 400 --seed 2026",
            ElapsedSeconds = 42.3,
            Uncertain =
            [
                new("team_types.outbound_team.finds", "[40%, 50%, 60%]"),
                new("team_types.trafficking_unit.finds", "[30%, 40%, 50%]"),
                new("team_types.trafficking_unit.further_team_adds", "[0%, 50%, 100%]"),
            ],
            Differences =
            [
                new("nights_at_laredo", "post.laredo.hours", "08:00-18:00", "20:00-06:00"),
                new("nights_at_laredo", "post.houston_2", "houston <2>", null),
            ],
            ResolvedYaml = "simint: 1\ntitle: Southwest border <October> & March\nlength: 182 days\n",
        };

    public static IReadOnlyDictionary<string, StudyResult> All { get; } =
        SampleScenario.Ordered([
            ("typical", Typical()),
            ("one", Make([new("Today", 0.0201, 0, 47_000)])),
            ("two", Make([new("Today", 0.0201, 0, 47_000), new("Nights at Laredo", 0.0241, 0.0008, 47_000)])),
            (
                "open",
                Make([
                    new("Today", 0.0201, 0, 47_000),
                    new("Houston to Dallas", 0.0203, 0.0009, 47_000),
                    new("All units at night", 0.0201, 0.0007, 47_000),
                ])
            ),
            ("many", Many()),
            ("zero", Make([new("Today", 0, 0, 1_440), new("Nights", 0, 0.002, 1_440), new("All day", 0, 0.002, 2_880)])),
            ("undefined", Make([new("Today", double.NaN, 0, 1_440), new("Nights", double.NaN, 0, 1_440)])),
            (
                "single",
                Make(
                    [
                        new("Today", 0.0201, 0, 47_000),
                        new("Nights at Laredo", 0.0241, double.NaN, 47_000),
                        new("All units at the ports", 0.018, double.NaN, 47_000),
                    ],
                    replications: 1
                )
            ),
            ("exact", Make([new("Today", 0.25, 0, 1_440), new("Nights", 0.25, 0, 1_440), new("All day", 0.5, 0, 2_880)], smallest: 0.02)),
            (
                "huge",
                Make(
                    [
                        new("Today", 123_456_789_012, 0, 9_876_543_210),
                        new("Nights", 223_456_789_012, 4_000_000_000, 9_876_543_210),
                        new("All day", 23_456_789_012, 4_000_000_000, 29_876_543_210),
                    ],
                    measure: "firearms_seized",
                    smallest: 0
                )
            ),
            (
                "tiny",
                Make(
                    [
                        new("Today", 0.00000012, 0, 1.5),
                        new("Nights", 0.00000019, 0.00000002, 1.5),
                        new("All day", 0.00000011, 0.00000003, 3),
                    ],
                    smallest: 0
                )
            ),
            ("adapting", SampleAdversaries.Adapting(Typical())),
            ("many adapting", SampleAdversaries.Adapting(Many())),
            ("steps", WithSteps(Typical())),
            ("elsewhere", Elsewhere()),
            ("long labels", LongLabels()),
            (
                "delay",
                Make(
                    [new("Today", 0.42, 0, 47_000), new("More lanes", 0.21, 0.01, 47_000), new("All day", 0.43, 0.02, 94_000)],
                    measure: "delay_per_vehicle_h",
                    smallest: 0,
                    days: 30
                )
            ),
        ]);

    /// <summary>Its deployments one after the other; every other one alone, too.</summary>
    private static StudyResult WithSteps(StudyResult study)
    {
        string before = study.Baseline;
        var steps = new List<StepResult>();
        foreach ((int i, Comparison c) in study.Comparisons.Index())
        {
            Comparison added = c with { Against = before, Difference = c.Difference / 2, Low = c.Low / 2, High = c.High / 2 };
            steps.Add(new StepResult(c.Deployment, study.Deployments[i + 1].Label, [added], i % 2 == 0 ? [c] : []));
            before = c.Deployment;
        }

        steps.Add(
            new StepResult("beside", "Beside the others", [], [study.Comparisons[^1] with { Against = study.Comparisons[0].Deployment }])
        );
        return study with { Steps = steps };
    }

    /// <summary>Labels of 110 to 130 letters, with line breaks, tabs and characters that no font here has, of
    /// deployments and places.</summary>
    private static StudyResult LongLabels()
    {
        StudyResult study = SampleAdversaries.Adapting(
            Make([
                new(Long("Today's posting", 0), 0.0201, 0, 47_320),
                new(Long("Nights\nat\tLaredo 夜", 1), 0.0241, 0.0008, 47_320),
                new(new string('W', 118), 0.0329, 0.0011, 94_640),
                new(Long("\U0001F6A8 a non\u2011breaking hyphen", 3), 0.0203, 0.0006, 61_516),
            ])
        );
        return study with
        {
            Scenario = study.Scenario with
            {
                Places = SampleScenario.Ordered(
                    study.Scenario.Places.Select((p, i) => (p.Key, p.Value with { Label = Long(p.Value.Label!, i) }))
                ),
                Deployments = SampleScenario.Ordered(
                    study.Deployments.Select(d => (d.Name, study.Scenario.Deployments[d.Name] with { Label = d.Label }))
                ),
            },
        };
    }

    /// <summary>A label of 110 to 125 letters.</summary>
    internal static string Long(string begin, int i) =>
        (
            $"{begin}, with the outbound teams of the northern and southern districts relieving one another at every hour "
            + "of the day and of the night, too"
        )[..(110 + (5 * (i % 4)))];

    private static StudyResult Many() =>
        Make([
            .. Enumerable
                .Range(0, 40)
                .Select(i => new Case(
                    i == 0 ? "Today, as it is posted in this scenario." : $"Deployment {i, 2} with a label of forty letters"[..40],
                    0.0201 + (0.00025 * ((i * 17 % 40) - 18)),
                    i == 0 ? 0 : 0.0004 + (0.0001 * (i % 7)),
                    47_000 + (730 * (i % 5))
                )),
        ]);

    public static StudyResult Typical() =>
        Make([
            new("Today (illustrative)", 0.0201, 0, 47_320),
            new("Nights at Laredo", 0.0241, 0.0008, 47_320),
            new("All units at the ports", 0.0166, 0.0009, 47_320),
            new("A second shift for every unit", 0.0329, 0.0011, 94_640),
            new("A tenth unit, in Los Angeles", 0.0210, 0.0007, 52_578),
            new("Outbound hours instead of a Houston unit", 0.0203, 0.0006, 47_320),
            new("Port hours doubled", 0.0244, 0.0007, 61_516),
        ]);

    /// <summary>Two places far from any border of the map's data.</summary>
    private static StudyResult Elsewhere()
    {
        StudyResult study = Make([new("Today", 0.0201, 0, 47_000), new("Nights", 0.0241, 0.0008, 47_000)]);
        var places = SampleScenario.Ordered([
            ("bern", new Place { At = new GeoPoint(46.95, 7.45) }),
            ("thun", new Place { At = new GeoPoint(46.76, 7.63) }),
        ]);
        return study with
        {
            Scenario = study.Scenario with
            {
                Places = places,
                Corridors = new CorridorPlan { ByHand = SampleScenario.Ordered([("c1", new Corridor { Path = ["bern", "thun"] })]) },
                Flows = SampleScenario.Ordered([
                    (
                        "all",
                        new Flow
                        {
                            Rate = new FlowRate(1, Counted.Shipments),
                            Routes = new Routes { Shares = SampleScenario.Ordered([("c1", 1.0)]) },
                        }
                    ),
                ]),
                Checkpoints = SampleScenario.Ordered([("laredo", new Checkpoint { Place = "thun" })]),
            },
        };
    }

    public sealed record Case(string Label, double Value, double HalfWidth, double Hours)
    {
        public string Name => SampleStudy.Name(Label);
    }

    public static StudyResult Make(
        Case[] cases,
        string measure = "seizure_rate",
        int replications = 400,
        double smallest = 0.001,
        double days = 182
    )
    {
        Scenario scenario = SampleScenario.Make(cases.Select(c => Name(c.Label)), smallest, days);
        Measure main = MeasureCatalog.Find(measure)!;
        return new StudyResult
        {
            Scenario = scenario with { Experiment = scenario.Experiment with { Measure = measure } },
            Seed = 2026,
            Replications = replications,
            ReplicationsAsked = replications,
            Baseline = Name(cases[0].Label),
            Measure = main,
            Deployments = [.. cases.Select((c, i) => SampleDeployment.Make(Name(c.Label), c, i, main, replications))],
            Comparisons = [.. cases.Skip(1).Select(c => Compare(c, cases[0], main, smallest, replications))],
            Best =
                cases.Length == 1 || main.BetterWhen == 0
                    ? null
                    : new BestGroup { MayBeBest = [.. MayBeBest(cases, main)], AgainstTheBest = [] },
            Contests = replications < 2 || main.BetterWhen == 0 ? [] : [.. SampleContests.Of(cases, main, Pair)],
            Expansions = main.BetterWhen == 0 ? [] : [.. SampleContests.Steps(cases, main, Pair)],
            Work = new WorkDone(1_000_000, 20_000, 5_000),
        };

        Comparison Pair(Case one, Case other) =>
            Compare(one with { HalfWidth = Math.Max(one.HalfWidth, other.HalfWidth) }, other, main, smallest, replications);
    }

    // The best by its value, and those that their half-widths don't part from it.
    private static IEnumerable<string> MayBeBest(Case[] cases, Measure measure)
    {
        Case best = cases.MaxBy(c => measure.BetterWhen * c.Value)!;
        return cases
            .Where(c => c == best || !(Math.Abs(c.Value - best.Value) > Math.Max(c.HalfWidth, best.HalfWidth)))
            .Select(c => Name(c.Label));
    }

    private static string Name(string label) => new([.. label.ToLowerInvariant().Select(ch => char.IsAsciiLetterOrDigit(ch) ? ch : '_')]);

    private static Comparison Compare(Case c, Case baseline, Measure measure, double smallest, int replications)
    {
        double d = c.Value - baseline.Value;
        bool defined = double.IsFinite(d);
        bool hasInterval = defined && double.IsFinite(c.HalfWidth);
        double better = measure.BetterWhen < 0 ? -d : d;
        return new Comparison
        {
            Deployment = Name(c.Label),
            Against = Name(baseline.Label),
            Measure = measure.Name,
            Difference = defined ? d : null,
            Low = hasInterval ? d - c.HalfWidth : null,
            High = hasInterval ? d + c.HalfWidth : null,
            BetterIn =
                !defined ? null
                : d == 0 ? 0.5
                : Math.Clamp(0.5 + (better / (10 * Math.Max(c.HalfWidth, Math.Abs(d) / 20))), 0, 1),
            BetterInIndependent =
                !defined ? null
                : d == 0 ? 0.5
                : Math.Clamp(0.5 + (better / (30 * Math.Max(c.HalfWidth, Math.Abs(d) / 20))), 0, 1),
            Verdict = hasInterval ? VerdictOf(better - c.HalfWidth, better + c.HalfWidth, smallest) : Verdict.NotDecided,
            VarianceLeft = null,
            PairingGain = hasInterval && c.HalfWidth > 0 ? 2.4 : null,
            ReplicationsNeeded =
                hasInterval && d != 0 && Math.Abs(d) < c.HalfWidth ? (int)(replications * Math.Pow(c.HalfWidth / d, 2)) : null,
            Convergence = hasInterval ? [.. Points(replications, d, c.HalfWidth)] : [],
        };
    }

    private static Verdict VerdictOf(double low, double high, double smallest) =>
        low > smallest || (low > 0 && smallest == 0) ? Verdict.ClearlyBetter
        : high < -smallest ? Verdict.ClearlyWorse
        : low > -smallest && high < smallest ? Verdict.NoDifferenceThatMatters
        : low > 0 ? Verdict.BetterPerhapsByLess
        : high < 0 ? Verdict.WorsePerhapsByLess
        : Verdict.NotDecided;

    private static IEnumerable<ConvergencePoint> Points(int replications, double difference, double halfWidth)
    {
        for (int i = 0; i < 60; i++)
        {
            double n = Math.Round(2 * Math.Pow(replications / 2.0, i / 59.0));
            double width = halfWidth * Math.Sqrt(replications / n) * (1 + (9 / (n * n)));
            double middle = difference + (0.6 * (width - halfWidth) * Math.Sin(i * 0.7));
            yield return new ConvergencePoint((int)n, middle, middle - width, middle + width);
        }
    }
}
