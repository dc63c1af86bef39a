using System.Globalization;
using SimInterdiction.Scenarios.Forms;
using SimInterdiction.Scenarios.Quantities;
using SimInterdiction.Scenarios.Reading;
using SimInterdiction.Scenarios.Tree;

namespace SimInterdiction.Scenarios.Calibration;

/// <summary>Writes values of an uncertain input as the planner wrote its range: <c>6.7123%</c>, <c>187_450 firearms per
/// year</c>.</summary>
public sealed class CalibrationScale
{
    private const int SignificantDigits = 5;
    private const double RoundingNoise = 1e-9;

    private readonly UncertainInput input;

    private CalibrationScale(UncertainInput input, Node node, double perBaseUnit, string unit)
    {
        this.input = input;
        PerBaseUnit = perBaseUnit;
        Unit = unit;
        Node = node;
    }

    public string Path => input.Path;

    /// <summary>What a value in base units is multiplied by to be in the planner's unit.</summary>
    public double PerBaseUnit { get; }

    /// <summary>The planner's unit, with the space before it if there is one: <c>%</c>, <c> firearms per year</c>;
    /// empty for plain numbers.</summary>
    public string Unit { get; }

    internal Node Node { get; }

    /// <param name="reading">A reading without errors.</param>
    /// <param name="input">One of its uncertain inputs.</param>
    public static CalibrationScale Of(ScenarioReading reading, UncertainInput input)
    {
        ArgumentNullException.ThrowIfNull(reading);
        ArgumentNullException.ThrowIfNull(input);
        var node = (MapNode)TreePath.Find(reading.BeforeInheritance!, input.Path.Split('.'))!;
        var texts = (ListNode)node.Find(UncertainReader.Key)!.Value;

        // Units are multiples of the base unit, so one of the ends that is not 0 tells which.
        (int end, double value) = input.High != 0 ? (2, input.High) : (0, input.Low);
        string text = ((ScalarNode)texts.Items[end]).Text.Trim();
        (_, double number, string written, _) = NumberText.Split(text)!.Value;
        return new CalibrationScale(
            input,
            node,
            number / value,
            text[(text.IndexOf(written, StringComparison.Ordinal) + written.Length)..]
        );
    }

    /// <summary>The value as it stands in a file, in the planner's unit.</summary>
    public string Write(double value)
    {
        double number = value * PerBaseUnit;
        string digits = ((decimal)number).ToString(
            Math.Abs(number) >= 10_000 ? "#,##0.##########" : "0.##########",
            CultureInfo.InvariantCulture
        );
        return digits.Replace(',', '_') + Unit;
    }

    /// <summary>The value with the digits that its interval supports, the second of half its width the last; with five
    /// where it has none. A whole number where only those are due.</summary>
    public double Round(double value, double low, double high) =>
        Within(ToPlace(value * PerBaseUnit, PlaceOf(value, low, high), Math.Round));

    /// <summary>The interval to the same place, rounded outwards, never beyond the range; it holds the value.</summary>
    public (double Low, double High) Outwards(double value, double low, double high)
    {
        if (!(low < high))
        {
            return (value, value);
        }

        int place = PlaceOf(value, low, high);
        return (
            Math.Min(value, Within(ToPlace(low * PerBaseUnit, place, Math.Floor))),
            Math.Max(value, Within(ToPlace(high * PerBaseUnit, place, Math.Ceiling)))
        );
    }

    /// <summary><c>[2.1%, 7.7%, 12%]</c>: low, best and high as <c>uncertain</c> takes them; null where the value is
    /// known exactly.</summary>
    public IReadOnlyList<string>? WriteUncertain(double value, double low, double high) =>
        Outwards(value, low, high) is var ends && ends.Low < ends.High ? [Write(ends.Low), Write(value), Write(ends.High)] : null;

    private double Within(double number) => Math.Clamp(number / PerBaseUnit, input.Low, input.High);

    /// <summary>The power of ten that is the last digit's.</summary>
    private int PlaceOf(double value, double low, double high)
    {
        double number = low < high ? (high - low) / 2 * PerBaseUnit : value * PerBaseUnit;
        int place =
            number == 0 ? 0 : (int)Math.Floor(Math.Log10(Math.Abs(number)) + RoundingNoise) - (low < high ? 1 : SignificantDigits - 1);
        return input.IsWhole ? Math.Max(0, place) : place;
    }

    // What stands on a place to within rounding noise is not moved to the next.
    private static double ToPlace(double number, int place, Func<double, double> round)
    {
        double steps = number / Math.Pow(10, place);
        double nearest = Math.Round(steps);
        double whole = Math.Abs(steps - nearest) <= RoundingNoise * Math.Max(1, Math.Abs(steps)) ? nearest : round(steps);
        return place < 0 ? whole / Math.Pow(10, -place) : whole * Math.Pow(10, place);
    }

    /// <summary>Every path of the file at which the input stands.</summary>
    internal IEnumerable<string> PlacesIn(MapNode tree) => Fits.PlacesOf(Node, tree);
}
