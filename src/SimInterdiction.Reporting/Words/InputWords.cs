using System.Globalization;
using SimInterdiction.Experiments.Results;
using SimInterdiction.Model;

namespace SimInterdiction.Reporting.Words;

/// <summary>An uncertain input in a planner's words: its name, and its values as the file writes them (40%, not
/// 0.4).</summary>
public sealed class InputWords
{
    private const int LongestUnitAtBarEnd = 6;

    // Values between those written are shown to about a hundredth of the range: places where answers turn are known to
    // that.
    private const double FinestShareOfRange = 0.01;

    // Where a region ends is known to a peel, which takes a twentieth.
    private const double PeelOfRange = 0.05;

    private readonly InputRange input;
    private readonly PathWords called;
    private readonly string[] written;
    private readonly double perBaseUnit;
    private readonly int place;
    private readonly int roughPlace;

    /// <param name="input">The input, in base units.</param>
    /// <param name="written">As the file has it, such as <c>[40%, 50%, 60%]</c>; null where that is not known, and base
    /// units are shown.</param>
    /// <param name="places">In how many places the file has it, by an anchor and its aliases.</param>
    /// <param name="scenario">Which has the labels; null where it is not known.</param>
    public InputWords(InputRange input, string? written, int places = 1, Scenario? scenario = null)
    {
        this.input = input;
        double[] values = [input.Low, input.Best, input.High];
        this.written = written?.Trim('[', ']').Split(", ") is { Length: 3 } parts
            ? parts
            : [.. values.Select(v => v.ToString("0.####", CultureInfo.InvariantCulture))];
        int known = values[1] != 0 ? 1 : 2;
        Unit = UnitOf(this.written[known]);
        perBaseUnit = values[known] != 0 ? NumberOf(this.written[known]) / values[known] : 1;
        double range = (input.High - input.Low) * Math.Abs(perBaseUnit);
        place = range > 0 ? (int)Math.Round(Math.Log10(range * FinestShareOfRange)) : 0;
        roughPlace = range > 0 ? (int)Math.Floor(Math.Log10(range * PeelOfRange)) : 0;
        called = PathWords.Of(input.Path, scenario, places);
    }

    public string Path => input.Path;

    /// <summary>What it is, such as <c>Chance to find</c>.</summary>
    public string Name => called.Name;

    /// <summary>Whose it is, such as <c>Outbound team</c>; empty for the scenario's own.</summary>
    public string Owner => called.Owner.Length > 0 ? called.Whose : string.Empty;

    /// <summary>"Outbound team: chance to find", to begin a line.</summary>
    public string Heading => called.Heading;

    /// <summary>"Outbound team's chance to find", within a sentence.</summary>
    public string InSentence => called.InSentence;

    /// <summary>What follows a value, with its space; empty for a bare number.</summary>
    public string Unit { get; }

    /// <summary>The unit where short values leave it out, such as <c>firearms per year</c>; empty elsewhere.</summary>
    public string UnitLeftOut => Unit.Length <= LongestUnitAtBarEnd ? string.Empty : Unit.Trim();

    /// <summary>"30% to 50%, best guess 40%".</summary>
    public string Range => $"{Number(0)} to {Value(input.High)}, best guess {Number(1)}";

    /// <summary>A value of the input, such as "42%" or "231,000 firearms per year".</summary>
    public string Value(double value) => WrittenAt(value) is { } i ? Shown(written[i]) : Between(value) + Unit;

    /// <summary>The same without a long unit, where there is little room.</summary>
    public string ShortValue(double value) =>
        Unit.Length <= LongestUnitAtBarEnd ? Value(value)
        : WrittenAt(value) is { } i ? Number(i)
        : Between(value);

    /// <summary>A value to about a twentieth of the range.</summary>
    public string About(double value) => WrittenAt(value) is { } i ? Shown(written[i]) : Rough(value) + Unit;

    /// <summary>The same without a long unit.</summary>
    public string ShortAbout(double value) => Unit.Length <= LongestUnitAtBarEnd ? About(value) : Rough(value);

    /// <summary>The values of an axis, all with the decimals that the finest of them needs.</summary>
    public string[] ShortValues(IEnumerable<double> values)
    {
        double[] all = [.. values];
        if (!double.IsFinite(perBaseUnit))
        {
            return [.. all.Select(ShortValue)];
        }

        int decimals = Enumerable.Range(0, Math.Max(0, -place)).FirstOrDefault(AreEnough, Math.Max(0, -place));
        string unit = Unit.Length <= LongestUnitAtBarEnd ? Unit : string.Empty;
        return [.. all.Select(value => Digits.ToPlace(value * perBaseUnit, -decimals) + unit)];

        bool AreEnough(int count) =>
            all.Select(value => value * perBaseUnit).All(v => Math.Abs(Math.Round(v, count) - v) <= 1e-9 * Math.Max(1, Math.Abs(v)));
    }

    /// <summary>"42% (40% to 45%)", or with one end only where chance leaves the other open.</summary>
    public string ValueWithInterval(SimulatedValue at) =>
        at switch
        {
            { Value: null } => Plain.Undefined,
            { Value: { } value, Low: { } low, High: { } high } when ShortValue(low) != ShortValue(high) =>
                $"{Value(value)} ({ShortValue(low)} to {ShortValue(high)})",
            _ => Value(at.Value!.Value),
        };

    private int? WrittenAt(double value) =>
        value == input.Best ? 1
        : value == input.Low ? 0
        : value == input.High ? 2
        : null;

    private string Between(double value) => Digits.ToPlace(value * perBaseUnit, place);

    private string Rough(double value) => Digits.ToPlace(value * perBaseUnit, roughPlace);

    // "1" of "1 day", where the others are days.
    private string Number(int index)
    {
        string unit = UnitOf(written[index]);
        bool isSame = unit == Unit || $"{unit}s" == Unit;
        return isSame && Unit.Length > LongestUnitAtBarEnd ? Shown(written[index])[..^unit.Length] : Shown(written[index]);
    }

    private static string Shown(string text) => text.Replace('_', ',');

    private static string UnitOf(string text) => text[NumberLength(text)..];

    private static double NumberOf(string text) =>
        double.TryParse(
            text[..NumberLength(text)].Replace("_", string.Empty, StringComparison.Ordinal),
            NumberStyles.Float,
            CultureInfo.InvariantCulture,
            out double number
        )
            ? number
            : double.NaN;

    private static int NumberLength(string text)
    {
        int length = 0;
        while (length < text.Length && (char.IsAsciiDigit(text[length]) || text[length] is '.' or '_' or '-' or '+'))
        {
            length++;
        }

        return length;
    }
}
