using SimInterdiction.Experiments.Results;
using SimInterdiction.Experiments.Statistics;
using SimInterdiction.Experiments.Statistics.Sensitivity;
using SimInterdiction.Model;
using SimInterdiction.Model.Language;
using SimInterdiction.Reporting.Words;

namespace SimInterdiction.Tests.Reporting;

/// <summary>Analyses of uncertainty made up for figures: only their shape matters, and no random number is
/// drawn.</summary>
internal static class SampleSensitivity
{
    private const string UnitFinds = "team_types.trafficking_unit.finds";
    private const string FurtherAdds = "team_types.trafficking_unit.further_team_adds";

    private static readonly (string Path, double Low, double Best, double High, string Written)[] Inputs =
    [
        (FurtherAdds, 0, 0.5, 1, "[0%, 50%, 100%]"),
        (UnitFinds, 0.3, 0.4, 0.5, "[30%, 40%, 50%]"),
        ("total_flow", 10.25, 22.83, 57.08, "[89_816 firearms per year, 200_000 firearms per year, 500_000 firearms per year]"),
        ("flows.houston.profile.hours.20:00-04:00", 1, 1, 1.8, "[100%, 100%, 180%]"),
        ("organizations.gulf.route_choice.risk_aversion", 0, 20, 60, "[0, 20, 60]"),
    ];

    private static readonly int[] Primes = [2, 3, 5, 7, 11, 13, 17, 19, 23, 29, 31, 37, 41, 43, 47, 53, 59, 61, 67, 71];

    private static readonly (double Low, double High, double? Turns)[] Typical =
    [
        (0.0019, -0.0004, 0.86),
        (0.0008, 0.0013, null),
        (0.0012, 0.0010, null),
        (0.0010, 0.0003, null),
        (0.0010, 0.0010, null),
    ];

    public static IReadOnlyDictionary<string, SensitivityView> All { get; } =
        SampleScenario.Ordered<SensitivityView>([
            (
                "tornado that turns",
                Tornado(0.0010, Inputs.Zip(Typical, (i, t) => new Case(i.Path, i.Low, i.Best, i.High, i.Written, t.Low, t.High, t.Turns)))
            ),
            ("tornado of one input", Tornado(0.0010, [new(UnitFinds, 0.3, 0.4, 0.5, "[30%, 40%, 50%]", 0.0008, 0.0013, null)])),
            (
                "tornado without any swing",
                Tornado(0.0010, Inputs.Select(i => new Case(i.Path, i.Low, i.Best, i.High, i.Written, 0.0010, 0.0010, null)))
            ),
            (
                "tornado of twenty with long names",
                Tornado(
                    -0.0010,
                    Enumerable
                        .Range(0, 20)
                        .Select(i => new Case(
                            $"team_types.an_investigator_with_a_long_name_{i:00}.further_team_adds",
                            0,
                            0.5,
                            1,
                            "[0%, 50%, 100%]",
                            -0.0010 - (0.0001 * (20 - i)),
                            -0.0010 + (0.0002 * (20 - i)),
                            i < 5 ? 0.5 + (0.1 * i) : null
                        ))
                )
            ),
            ("tornado undefined", Tornado(null, [new(UnitFinds, 0.3, 0.4, 0.5, "[30%, 40%, 50%]", null, null, null)])),
            ("tornado of nothing", Tornado(0, [new(UnitFinds, 0.3, 0.4, 0.5, "[30%, 40%, 50%]", 0, 0, null)])),
            ("tornado to one side", Tornado(0.0010, [new(UnitFinds, 0.3, 0.4, 0.5, "[30%, 40%, 50%]", 0.0016, 0.0014, null)])),
            ("map that changes sides", Map((x, y) => 0.0030 * (0.6 - x) + (0.0015 * y))),
            ("map of long labels", Labelled(Map((x, y) => 0.0030 * (0.6 - x) + (0.0015 * y)))),
            (
                "tornado of long labels",
                Labelled(
                    Tornado(
                        0.0010,
                        Inputs.Zip(Typical, (i, t) => new Case(i.Path, i.Low, i.Best, i.High, i.Written, t.Low, t.High, t.Turns))
                    )
                )
            ),
            ("map to one side", Map((x, y) => 0.0005 + (0.0030 * x * y))),
            ("map of little", Map((x, y) => 0.0004 + (0.0004 * x * y))),
            ("map of noise", Map((x, y) => 0.0015 * (x - y), halfWidth: 0.0020)),
            ("map of nothing", Map((_, _) => 0)),
            ("map undefined", Map((_, _) => double.NaN)),
            ("discovery", Discovery(Inputs, s => s[0] > .62 && s[2] < .4)),
            ("discovery in part", Discovery(Inputs, s => s[0] + s[2] > 1.1)),
            ("discovery of long labels", Labelled(Discovery(Inputs, s => s[0] > .62 && s[2] < .4))),
            ("discovery where it is worth it", Discovery(Inputs, s => s[1] is > .3 and < .7 && s[3] < .5 && s[4] > .2, seeksWorth: true)),
            ("discovery of nothing", Discovery(Inputs, s => (s[0] * 7919 % 1) < .4)),
            ("discovery of none", Discovery(Inputs, _ => false)),
            ("discovery of one input", Discovery([(UnitFinds, 0.3, 0.4, 0.5, "[30%, 40%, 50%]")], s => s[0] < .5)),
            (
                "discovery of twenty with long names",
                Discovery(
                    [
                        .. Enumerable
                            .Range(0, 20)
                            .Select(i =>
                                ($"team_types.an_investigator_with_a_long_name_{i:00}.further_team_adds", 0.0, 0.5, 1.0, "[0%, 50%, 100%]")
                            ),
                    ],
                    s => s[3] > .4 && s[7] > .4 && s[11] > .3 && s[15] > .3
                )
            ),
            ("discovery undefined", Discovery(Inputs, _ => null)),
            ("map with a hole", Map((x, y) => x == 0 && y == 0 ? double.NaN : 0.002 * (y - x))),
        ]);

    public static StudySensitivity Of(string name) => new(All[name].Result, All[name].Provenance);

    public static SensitivityView Verdicts()
    {
        SimulatedValue zero = new(0, 0, 0);
        var settings = new[]
        {
            new PlacedInputs([]),
            new PlacedInputs([new(UnitFinds, 0.3)]),
            new PlacedInputs([new(UnitFinds, 0.5), new(FurtherAdds, 0)]),
        };
        SensitivityResult result = Result(
            SensitivityMethod.Verdicts,
            0.0010,
            Inputs.Select(i => new InputRange(i.Path, i.Low, i.Best, i.High))
        ) with
        {
            Verdicts = new VerdictTable(
                settings,
                [
                    new DeploymentVerdicts(
                        "today",
                        [new(zero, null, Around(0.001)), new(zero, null, Around(0.002)), new(zero, null, Around(0.003))]
                    )
                    {
                        Alternatives = ["nights_at_laredo", "port_hours_doubled"],
                    },
                    new DeploymentVerdicts(
                        "nights_at_laredo",
                        [
                            new(Around(0.004), Verdict.ClearlyBetter, zero),
                            new(Around(0.001), Verdict.NotDecided, Around(0.0005)),
                            new(Around(0.004), Verdict.ClearlyBetter, zero),
                        ]
                    )
                    {
                        Alternatives = ["today", "port_hours_doubled"],
                    },
                    new DeploymentVerdicts(
                        "port_hours_doubled",
                        [
                            new(Around(0.004), Verdict.ClearlyBetter, zero),
                            new(Around(0.004), Verdict.ClearlyBetter, zero),
                            new(Around(0.004), Verdict.ClearlyBetter, zero),
                        ]
                    )
                    {
                        Alternatives = ["today", "nights_at_laredo"],
                    },
                ]
            ),
        };
        return View(result, Inputs.Select(i => new UncertainValue(i.Path, i.Written)));
    }

    private static SensitivityView Tornado(double? best, IEnumerable<Case> cases)
    {
        Case[] all = [.. cases];
        SensitivityResult result = Result(
            SensitivityMethod.Tornado,
            best,
            all.Select(c => new InputRange(c.Path, c.Low, c.Best, c.High))
        ) with
        {
            Tornado =
            [
                .. all.Select(c => new InputSwing(
                    c.Path,
                    Around(c.AtLow),
                    Around(c.AtHigh),
                    Around(c.AtHigh - c.AtLow),
                    c.Turns is { } t ? new SimulatedValue(t, t - (0.03 * (c.High - c.Low)), t + (0.04 * (c.High - c.Low))) : null
                )
                {
                    Answer = Answer(best, c),
                }),
            ],
        };
        return View(result, all.Select(c => new UncertainValue(c.Path, c.Written)));
    }

    // As chance of .0002 leaves it.
    private static Answered Answer(double? best, Case c)
    {
        int[] sides =
        [
            .. new[] { best, c.AtLow, c.AtHigh }.Select(d =>
                d > 0.0002 ? 1
                : d < -0.0002 ? -1
                : 0
            ),
        ];
        return best is > -0.0003 and < 0.0003 && sides.All(s => s == 0) ? Answered.Stays
            : c.AtLow is null || sides[0] == 0 ? Answered.NotDecided
            : sides.Contains(-sides[0]) ? Answered.Flips
            : sides.All(s => s == sides[0]) && c.Turns is null ? Answered.Stays
            : Answered.MayFlip;
    }

    private static SensitivityView Map(Func<double, double, double> difference, double halfWidth = 0.0002)
    {
        double[] shares = [.. Enumerable.Range(0, 7).Select(i => i / 6.0)];
        SensitivityResult result = Result(
            SensitivityMethod.Map,
            0.0012,
            Inputs.Select(i => new InputRange(i.Path, i.Low, i.Best, i.High))
        ) with
        {
            Map = new DifferenceMap(
                FurtherAdds,
                "total_flow",
                shares,
                [.. shares.Select(s => 10.25 + (s * (57.08 - 10.25)))],
                [
                    .. shares.Select(y =>
                        (IReadOnlyList<SimulatedValue>)
                            [.. shares.Select(x => double.IsNaN(difference(x, y)) ? default : Around(difference(x, y), halfWidth))]
                    ),
                ]
            )
            {
                SurelyAbove = shares.Sum(y => shares.Count(x => difference(x, y) > halfWidth)),
                SurelyBelow = shares.Sum(y => shares.Count(x => difference(x, y) < -halfWidth)),
            },
        };
        return View(result, Inputs.Select(i => new UncertainValue(i.Path, i.Written)));
    }

    // Settings spread evenly, whose verdict is a rule about the shares of their ranges; next to where it turns it is
    // not decided. As an analysis finds it.
    private static SensitivityView Discovery(
        (string Path, double Low, double Best, double High, string Written)[] inputs,
        Func<double[], bool?> isSought,
        bool seeksWorth = false
    )
    {
        double[][] shares = [.. Enumerable.Range(1, 400).Select(i => inputs.Select((_, j) => i * Math.Sqrt(Primes[j]) % 1).ToArray())];
        bool?[] sought =
        [
            .. shares.Select(
                (s, i) => isSought(s) is { } yes && (i % 20 > 0 || isSought([.. s.Select(x => x + .05)]) == yes) ? yes : (bool?)null
            ),
        ];
        double[] interest = [.. sought.Select(yes => yes is { } known ? (known ? 1 : 0) : .5)];
        var prim = new Prim(shares, new Peeling(.05, 20));
        bool isMixed = sought.Contains(true) && sought.Contains(false);
        PrimBox? box = isMixed && prim.Lift(prim.Find(interest), interest, .005) is { LimitedInputs: > 0 } found ? found : null;
        double At(int input, double share) => inputs[input].Low + (share * (inputs[input].High - inputs[input].Low));
        SensitivityResult result = Result(
            SensitivityMethod.Discover,
            sought.All(s => s is null) ? null : 0.0010,
            inputs.Select(i => new InputRange(i.Path, i.Low, i.Best, i.High))
        ) with
        {
            Discovery = new Discovery
            {
                SeeksWorth = seeksWorth,
                Settings =
                [
                    .. shares.Select(
                        (s, i) =>
                            new DrawnSetting(
                                [.. s.Select((x, j) => At(j, x))],
                                isSought(s) is null ? default : Around(sought[i] is { } yes ? (yes == seeksWorth ? .002 : 0) : .0005),
                                sought[i],
                                box?.Holds(s) ?? false
                            )
                    ),
                ],
                Trajectory = isMixed
                    ? [.. prim.Peel(interest).Select(b => new PeeledBox(b.Points, b.LimitedInputs, b.Coverage, b.Density))]
                    : [],
                ChanceOfAsClear =
                    !isMixed ? null
                    : box is null ? .38
                    : .005,
                Region = box is null
                    ? null
                    : new DiscoveredRegion(
                        [
                            .. box.Limits.Select(l => new RegionLimit(
                                inputs[l.Input].Path,
                                l.IsLeast,
                                At(l.Input, l.Value),
                                prim.QuasiP(box, l, interest)
                            )),
                        ],
                        box.Points,
                        new Interval(box.Density - .02, Math.Min(1, box.Density + .01)),
                        new Interval(box.Coverage - .03, Math.Min(1, box.Coverage + .01))
                    )
                    {
                        HeldOutDensity = box.Density - .03,
                        HeldOutCoverage = box.Coverage - .02,
                    },
            },
        };
        return View(result, inputs.Select(i => new UncertainValue(i.Path, i.Written)));
    }

    private static SensitivityResult Result(SensitivityMethod method, double? best, IEnumerable<InputRange> inputs) =>
        new()
        {
            Method = method,
            Deployment = "nights_at_laredo",
            Baseline = "today",
            Measure = "seizure_rate",
            Seed = 2026,
            Replications = 400,
            Settings = 15,
            SmallestDifferenceThatMatters = 0.0005,
            BestGuess = Around(best),
            Inputs = [.. inputs],
        };

    private static SimulatedValue Around(double? value, double halfWidth = 0.0002) => new(value, value - halfWidth, value + halfWidth);

    private static SensitivityView View(SensitivityResult result, IEnumerable<UncertainValue> uncertain) =>
        new(result, World(), SampleStudy.Provenance with { Run = "sensitivity-tornado-1a2b3c4d", Uncertain = [.. uncertain] });

    /// <summary>The same of deployments with long labels.</summary>
    private static SensitivityView Labelled(SensitivityView view)
    {
        Scenario world = World();
        var labelled = SampleScenario.Ordered(
            world.Deployments.Select((d, i) => (d.Key, d.Value with { Label = SampleStudy.Long(d.Value.Label!, i) }))
        );
        return new SensitivityView(view.Result, world with { Deployments = labelled }, view.Provenance);
    }

    private static Scenario World()
    {
        Scenario scenario = SampleScenario.Make(["today", "nights_at_laredo", "port_hours_doubled"], 0.0005, 182);
        return scenario with
        {
            Deployments = SampleScenario.Ordered(
                scenario.Deployments.Select(d => (d.Key, d.Value with { Label = Labels.Of(d.Key, null) }))
            ),
        };
    }

    private sealed record Case(
        string Path,
        double Low,
        double Best,
        double High,
        string Written,
        double? AtLow,
        double? AtHigh,
        double? Turns
    );
}
