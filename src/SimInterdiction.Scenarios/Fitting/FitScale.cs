using System.Globalization;
using SimInterdiction.Scenarios.Forms;
using SimInterdiction.Scenarios.Quantities;
using SimInterdiction.Scenarios.Reading;
using SimInterdiction.Scenarios.Tree;

namespace SimInterdiction.Scenarios.Fitting;

/// <summary>Writes values of an uncertain input as the planner wrote its range: <c>6.7123%</c>, <c>187_450 firearms per year</c>.</summary>
public sealed class FitScale
{
    private const int SignificantDigits = 5;

    private readonly UncertainInput input;

    private FitScale(UncertainInput input, Node node, double perBaseUnit, string unit)
    {
        this.input = input;
        PerBaseUnit = perBaseUnit;
        Unit = unit;
        Node = node;
    }

    public string Path => input.Path;

    /// <summary>What a value in base units is multiplied by to be in the planner's unit.</summary>
    public double PerBaseUnit { get; }

    /// <summary>The planner's unit, with the space before it if there is one: <c>%</c>, <c> firearms per year</c>; empty for plain numbers.</summary>
    public string Unit { get; }

    internal Node Node { get; }

    /// <param name="reading">A reading without errors.</param>
    /// <param name="input">One of its uncertain inputs.</param>
    public static FitScale Of(ScenarioReading reading, UncertainInput input)
    {
        ArgumentNullException.ThrowIfNull(reading);
        ArgumentNullException.ThrowIfNull(input);
        var node = (MapNode)TreePath.Find(reading.BeforeInheritance!, input.Path.Split('.'))!;
        var texts = (ListNode)node.Find(UncertainReader.Key)!.Value;

        // Units are multiples of the base unit, so one of the ends that is not 0 tells which.
        (int end, double value) = input.High != 0 ? (2, input.High) : (0, input.Low);
        string text = ((ScalarNode)texts.Items[end]).Text.Trim();
        (_, double number, string written, _) = NumberText.Split(text)!.Value;
        return new FitScale(input, node, number / value, text[(text.IndexOf(written, StringComparison.Ordinal) + written.Length)..]);
    }

    /// <summary>The value as it stands in a file, to five digits; a whole number where only those are due.</summary>
    public string Write(double value)
    {
        double number = Shortened(value * PerBaseUnit);
        string digits = ((decimal)number).ToString(Math.Abs(number) >= 10_000 ? "#,##0.##########" : "0.##########", CultureInfo.InvariantCulture);
        return digits.Replace(',', '_') + Unit;
    }

    /// <summary>What <see cref="Write"/> comes to when it is read again.</summary>
    public double Round(double value) => Math.Clamp(Shortened(value * PerBaseUnit) / PerBaseUnit, input.Low, input.High);

    private double Shortened(double number)
    {
        if (input.IsWhole || number == 0)
        {
            return Math.Round(number);
        }

        int decimals = SignificantDigits - 1 - (int)Math.Floor(Math.Log10(Math.Abs(number)));
        return decimals > 0 ? (double)Math.Round((decimal)number, Math.Min(28, decimals)) : Math.Round(number / Math.Pow(10, -decimals)) * Math.Pow(10, -decimals);
    }

    /// <summary>Every path of the file at which the input stands.</summary>
    internal IEnumerable<string> PlacesIn(MapNode tree) => Fits.PlacesOf(Node, tree);
}
