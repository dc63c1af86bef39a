using SimInterdiction.Experiments.Results;
using SimInterdiction.Reporting.Drawing;
using SimInterdiction.Reporting.Tables;
using SimInterdiction.Reporting.Words;

namespace SimInterdiction.Reporting.Figures.TwoInputs;

/// <summary>The figure <c>two-inputs</c>: the difference over both, with where it is 0, where it begins to matter, and
/// where chance leaves it open.</summary>
public sealed record TwoInputsFigure : FigureContent
{
    private const int MostShades = 6;

    public required MapAxis Across { get; init; }

    public required MapAxis Up { get; init; }

    /// <summary>By y, then x, in the units shown; NaN where undefined.</summary>
    public required IReadOnlyList<IReadOnlyList<double>> Differences { get; init; }

    /// <summary>The ends of their intervals, likewise.</summary>
    public required IReadOnlyList<IReadOnlyList<double>> Lows { get; init; }

    public required IReadOnlyList<IReadOnlyList<double>> Highs { get; init; }

    /// <summary>How many shades of a side the differences are known well enough for: neighbours are further apart than
    /// half an interval. At least 1.</summary>
    public required int Shades { get; init; }

    /// <summary>The differences in the corners and at best guess, as shown, with a question mark where chance leaves
    /// the side open.</summary>
    public required IReadOnlyList<string> CornerWords { get; init; }

    public required string BestWords { get; init; }

    /// <summary>The smallest difference that matters, in the units shown; 0 for none.</summary>
    public required double TooSmall { get; init; }

    /// <summary>1 where more is better, -1 where less.</summary>
    public required int Sign { get; init; }

    /// <summary>The two deployments' labels.</summary>
    public required (string Deployment, string Baseline) Names { get; init; }

    /// <summary>"0.1 points", the smallest difference that matters as the planner wrote it.</summary>
    public required string TooSmallWords { get; init; }

    public required string? Nothing { get; init; }

    public override Scene Draw() => TwoInputsDrawing.Draw(this);

    /// <param name="view">Of an analysis with a map.</param>
    public static TwoInputsFigure Analyse(SensitivityView view)
    {
        DifferenceMap map = view.Result.Map ?? throw new ArgumentException("The analysis has no map.", nameof(view));
        string measure = Plain.Small(view.Measure.Label);
        bool isDefined = map.Differences.Any(row => row.Any(d => d.Value is not null));
        SimulatedValue[] all = [.. map.Differences.SelectMany(row => row)];
        int open = all.Count(d => view.SideOf(d) == 0);
        string between = $"between {map.Xs.Count} x {map.Ys.Count} simulated settings it is interpolated";
        return new TwoInputsFigure
        {
            Words = new FigureWords
            {
                Title = MapAnswer.Of(view),
                Subtitle =
                    $"Difference in {measure}, {view.Deployment} less {view.Baseline}{view.Scale.InUnit}, for all values of "
                    + "two inputs, the others at best guess.",
                HowToRead =
                    $"How to read: blue, {view.Deployment} is better; orange, {view.Baseline}; the darker the more. Hatched: "
                    + "chance leaves open which, by however much (95%, each setting for itself). Both ranges are uncertainty, not "
                    + $"chance; {between}.",
                Provenance = view.Block,
                AltText =
                    $"{view.Input(map.Across).Heading} from {view.Input(map.Across).Range}; "
                    + $"{view.Input(map.Up).InSentence} from {view.Input(map.Up).Range}. "
                    + $"The differences go from {view.DifferenceWithUnit(all.MinBy(d => d.Value ?? double.PositiveInfinity))} "
                    + $"to {view.DifferenceWithUnit(all.MaxBy(d => d.Value ?? double.NegativeInfinity))}; chance leaves {open} "
                    + $"of {all.Length} open.",
            },
            Across = Axis(view, map.Across, map.Xs),
            Up = Axis(view, map.Up, map.Ys),
            Differences = Scaled(view, map, d => d.Value),
            Lows = Scaled(view, map, d => d.Low),
            Highs = Scaled(view, map, d => d.High),
            TooSmall = view.TooSmall,
            Sign = view.Measure.BetterWhen < 0 ? -1 : 1,
            Names = (view.Deployment, view.Baseline),
            TooSmallWords = view.Scale.Exact(view.Result.SmallestDifferenceThatMatters),
            Shades = ShadesOf(all),
            CornerWords =
            [
                .. new[] { (0, 0), (0, ^1), (^1, (Index)0), (^1, ^1) }.Select(corner =>
                    Said(view, map.Differences[corner.Item1][corner.Item2])
                ),
            ],
            BestWords = Said(view, view.Result.BestGuess),
            Nothing =
                !isDefined ? $"{Plain.Capital(measure)}: undefined, as there was nothing to measure."
                : open == all.Length && !all.All(view.IsTooSmall)
                    ? $"Chance leaves open which of the two is better at all {all.Length} settings, so there is nothing to map. "
                        + "More replications may decide it."
                : null,
            Csv = SensitivityCsv.Map(view, map),
        };
    }

    // A step of shade that is finer than what differences are known to would be terrain drawn from noise.
    private static int ShadesOf(SimulatedValue[] all)
    {
        double most = all.Select(d => Math.Abs(d.Value ?? 0)).Max();
        double[] halves = [.. all.Select(d => (d.High - d.Low) / 2).OfType<double>().Order()];
        return halves.Length == 0 || halves[halves.Length / 2] == 0
            ? MostShades
            : Math.Clamp((int)(most / halves[halves.Length / 2]), 1, MostShades);
    }

    private static string Said(SensitivityView view, SimulatedValue difference) =>
        difference.Value is { } d
            ? view.Scale.Signed(d, difference.Low, difference.High) + (view.SideOf(difference) == 0 ? "?" : string.Empty)
            : Plain.Dash;

    private static MapAxis Axis(SensitivityView view, string path, IReadOnlyList<double> values)
    {
        InputWords input = view.Input(path);
        InputRange range = view.Result.Inputs.First(i => i.Path == path);
        string unit = input.UnitLeftOut is { Length: > 0 } left ? $", {left}" : string.Empty;
        double span = range.High - range.Low;
        return new MapAxis(input.Heading + unit, input.ShortValues(values), span > 0 ? (range.Best - range.Low) / span : 0.5);
    }

    private static double[][] Scaled(SensitivityView view, DifferenceMap map, Func<SimulatedValue, double?> part) =>
        [.. map.Differences.Select(row => row.Select(d => (part(d) * view.Scale.Factor) ?? double.NaN).ToArray())];
}

/// <summary>One side of the map.</summary>
/// <param name="Name">The input, with its unit where its values leave it out.</param>
/// <param name="Ticks">The words at each simulated value.</param>
/// <param name="Best">Where on the axis the best guess is, from 0 to 1.</param>
public sealed record MapAxis(string Name, IReadOnlyList<string> Ticks, double Best);
