using SimInterdiction.Engine.Numerics;
using SimInterdiction.Engine.Randomness;
using SimInterdiction.Experiments.Analysis;
using SimInterdiction.Experiments.Design;
using SimInterdiction.Experiments.Results;
using SimInterdiction.Experiments.Statistics;
using SimInterdiction.Experiments.Statistics.Sensitivity;

namespace SimInterdiction.Experiments.Sensitivity;

/// <summary>Scenario discovery (Bryant and Lempert 2010): settings are drawn and simulated, and the region is found in
/// which a deployment is not worth it.</summary>
/// <remarks>
/// A setting whose interval reaches to both sides counts half in finding the region, so that a limit stands where it is
/// as likely as not, and what is said of the region is said for both ways in which it may turn out. Rows are drawn
/// independently rather than evenly spread, since the checks need that, and so that row i is the same whatever their
/// number. The order of what inputs are decides between equals, so that names and the order of a file decide nothing.
/// </remarks>
internal sealed class ScenarioDiscovery
{
    private const double PeelShare = .05;
    private const double LeastShare = .05;
    private const int LeastSettings = 10;
    private const double Level = .05;
    private const int Shufflings = 199;

    private readonly UncertainScenario uncertain;
    private readonly InputWords words;
    private readonly ComparedDesignPoints designPoints;
    private readonly SensitivityOptions options;
    private readonly double smallestThatMatters;
    private readonly UncertainRange[] inputs;
    private readonly Peeling peeling;

    /// <param name="uncertain">The scenario.</param>
    /// <param name="words">What its inputs are.</param>
    /// <param name="designPoints">Simulates.</param>
    /// <param name="options">How many settings, on which seed.</param>
    /// <param name="smallestThatMatters">At least 0.</param>
    public ScenarioDiscovery(
        UncertainScenario uncertain,
        InputWords words,
        ComparedDesignPoints designPoints,
        SensitivityOptions options,
        double smallestThatMatters
    )
    {
        this.uncertain = uncertain;
        this.words = words;
        this.designPoints = designPoints;
        this.options = options;
        this.smallestThatMatters = smallestThatMatters;
        inputs = [.. words.Order.Select(i => uncertain.Inputs[i])];
        peeling = new Peeling(PeelShare, Math.Max(LeastSettings, (int)(LeastShare * options.Samples)));
    }

    public Discovery Discover()
    {
        bool seeksWorth = IsWorthIt(Difference([.. inputs.Select(input => input.BestGuess)])) == false;
        double[][] points = Rows(inputs, uncertain, options);
        PointEstimate[] differences = [.. points.Select(Difference)];
        bool?[] sought = [.. differences.Select(difference => IsWorthIt(difference) is { } isWorth ? isWorth == seeksWorth : (bool?)null)];
        double[] interest =
        [
            .. sought.Select(isSought =>
                isSought switch
                {
                    true => 1,
                    false => 0,
                    null => .5,
                }
            ),
        ];
        bool isMixed = sought.Contains(true) && sought.Contains(false);
        double? chance = isMixed
            ? PrimChecks.ChanceOfAsClear(points, interest, peeling, Shufflings, KeyOf("discover, shuffled", options))
            : null;
        PrimBox? box = chance <= Level && Find(points, interest) is { LimitedInputs: > 0 } found ? found : null;
        return new Discovery
        {
            SeeksWorth = seeksWorth,
            Settings =
            [
                .. points.Select(
                    (point, i) =>
                        new DrawnSetting(
                            words.AsWritten(point),
                            SensitivityAnalysis.Shown(differences[i]),
                            sought[i],
                            box?.Holds(point) ?? false
                        )
                ),
            ],
            Trajectory = isMixed
                ?
                [
                    .. new Prim(points, peeling)
                        .Peel(interest)
                        .Select(each => new PeeledBox(each.Points, each.LimitedInputs, each.Coverage, each.Density)),
                ]
                : [],
            ChanceOfAsClear = chance,
            Region = box is null ? null : Region(box, points, interest),
        };
    }

    private DiscoveredRegion Region(PrimBox box, double[][] points, double[] interest)
    {
        var prim = new Prim(points, peeling);
        double[] inside = [.. interest.Where((_, i) => box.Holds(points[i]))];
        double[] outside = [.. interest.Where((_, i) => !box.Holds(points[i]))];
        (int surely, int open) = (inside.Count(y => y == 1), inside.Count(y => y is > 0 and < 1));
        (int surelyOutside, int openOutside) = (outside.Count(y => y == 1), outside.Count(y => y is > 0 and < 1));
        (double coverage, double density) = PrimChecks.HeldOut(points, interest, Find);
        return new DiscoveredRegion(
            [
                .. box
                    .Limits.Select(limit => new RegionLimit(
                        inputs[limit.Input].Name,
                        limit.IsLeast,
                        limit.Value,
                        prim.QuasiP(box, limit, interest)
                    ))
                    .OrderBy(limit => limit.QuasiP),
            ],
            inside.Length,
            new Interval((double)surely / inside.Length, (double)(surely + open) / inside.Length),
            new Interval(
                (double)surely / Math.Max(1, surely + surelyOutside + openOutside),
                (double)(surely + open) / (surely + open + surelyOutside)
            )
        )
        {
            HeldOutDensity = Estimates.OrNull(density),
            HeldOutCoverage = Estimates.OrNull(coverage),
        };
    }

    // Each limit may be one of chance, and there are two for each input.
    private PrimBox Find(IReadOnlyList<double[]> points, double[] interest)
    {
        var prim = new Prim(points, peeling);
        return prim.Lift(prim.Find(interest), interest, Level / (2 * inputs.Length));
    }

    /// <summary>The settings at which it is simulated, beside the best guess.</summary>
    /// <param name="uncertain">The scenario.</param>
    /// <param name="words">What its inputs are.</param>
    /// <param name="options">How many settings, on which seed.</param>
    public static IEnumerable<double[]> SettingsOf(UncertainScenario uncertain, InputWords words, SensitivityOptions options) =>
        Rows([.. words.Order.Select(i => uncertain.Inputs[i])], uncertain, options).Select(words.AsWritten);

    private static double[][] Rows(UncertainRange[] inputs, UncertainScenario uncertain, SensitivityOptions options) =>
        [
            .. Enumerable
                .Range(0, options.Samples)
                .Select(row =>
                {
                    var luck = new UniformSequence(KeyOf("discover", options), (ulong)row);
                    return inputs.Select(input => Along(input, luck.Next(), uncertain)).ToArray();
                }),
        ];

    // Of whole numbers each is as likely.
    private static double Along(UncertainRange input, double share, UncertainScenario uncertain) =>
        uncertain.Whole.Contains(input.Name)
            ? input.Low + Math.Floor(share * (input.High - input.Low + 1))
            : Math.Clamp(input.Low + (share * (input.High - input.Low)), input.Low, input.High);

    private PointEstimate Difference(double[] point) => designPoints.DifferenceAt(words.AsWritten(point)).Estimate;

    private bool? IsWorthIt(PointEstimate difference)
    {
        (double low, double high) = difference.At(Estimates.Confidence);
        (low, high) = options.Measure.BetterWhen < 0 ? (-high, -low) : (low, high);
        bool isAll = smallestThatMatters == 0;
        return (isAll ? low > 0 : Tolerance.IsAtMost(smallestThatMatters, low)) ? true
            : (isAll ? high <= 0 : high < smallestThatMatters) ? false
            : null;
    }

    private static StreamKey KeyOf(string what, SensitivityOptions options) =>
        new StreamRegister((ulong)options.Seed).KeyOf("sensitivity", what);
}
