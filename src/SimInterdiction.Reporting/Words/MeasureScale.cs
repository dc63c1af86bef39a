using SimInterdiction.Experiments.Results;
using SimInterdiction.Model.Language;
using SimInterdiction.Model.Measures;

namespace SimInterdiction.Reporting.Words;

/// <summary>
/// How a measure is shown, the one place where its values and their differences become words: the factor from the value
/// in files, and its unit.
/// </summary>
public sealed record MeasureScale(double Factor, string Before, string After, string DifferenceUnit)
{
    private const string Usd = "USD";
    private const double RoundingNoise = 1e-9;
    private const string Under = "under ";

    /// <summary>One of <see cref="DifferenceUnit"/>: "point".</summary>
    public string OneOfDifference { get; init; } = DifferenceUnit;

    /// <summary>No digit is finer than this power of ten (<see cref="Digits.Finest"/>): of times about a second; null
    /// elsewhere where the study names no smallest difference that matters.</summary>
    public int? Finest { get; init; }

    /// <summary>The smallest difference that matters, in the unit shown; 0 for none. An interval has the digits that
    /// show on which side of it, and of 0, its ends lie.</summary>
    public double Matters { get; init; }

    /// <summary>The last place of averages and of differences with intervals, as a power of ten; null where each has
    /// its own. What does not vary is told exact.</summary>
    public int? Place { get; init; }

    /// <summary>For a headline: at most three significant digits.</summary>
    public bool IsHeadline { get; init; }

    /// <summary>Whether it is planned rather than simulated: where it does not vary, that goes without
    /// saying.</summary>
    public bool IsPlanned { get; init; }

    /// <summary>The unit of differences where it has room: "percentage points"; empty for a bare number.</summary>
    public string AxisUnit => DifferenceUnit == MeasureUnit.Share.Many ? "percentage points" : DifferenceUnit;

    /// <summary>Whether the measure's own name says what it counts, so that sentences need not say it again.</summary>
    public bool IsNamed { get; init; }

    /// <summary>", percentage points" or nothing, to follow the measure's name in a sentence about
    /// differences.</summary>
    public string InUnit => DifferenceUnit.Length == 0 || IsNamed ? string.Empty : $", {AxisUnit}";

    /// <summary>"0.4 points" where a sentence has not said what is counted, "120" where it has.</summary>
    public MeasureScale InSentence => IsNamed ? this with { DifferenceUnit = string.Empty } : this;

    /// <summary>" points" or nothing, to follow a difference.</summary>
    public string UnitAfter => DifferenceUnit.Length > 0 ? " " + DifferenceUnit : string.Empty;

    /// <param name="measure">What is measured.</param>
    /// <param name="matters">The smallest difference that matters; 0 for none.</param>
    public static MeasureScale Of(Measure measure, double matters = 0)
    {
        MeasureUnit unit = measure.Unit;
        (string before, string after) = unit.Quantity switch
        {
            Quantity.Share => (string.Empty, "%"),
            Quantity.Money => (Usd + " ", string.Empty),
            _ => (string.Empty, unit.Short.Length > 0 ? " " + unit.Short : string.Empty),
        };
        return new(unit.Shown, before, after, unit.Many)
        {
            OneOfDifference = unit.One,
            Finest = Digits.Finest(matters * unit.Shown) ?? AboutASecond(unit),
            Matters = matters * unit.Shown,
            IsPlanned = unit == MeasureUnit.OfficerHours,
            IsNamed = measure.Label.Contains(unit.Many, StringComparison.OrdinalIgnoreCase),
        };
    }

    /// <summary>"1.9%", with digits as its interval supports; "undefined" without a value.</summary>
    public string Value(Estimate estimate) =>
        estimate.Mean is { } mean ? Wrapped(Number(mean, estimate.Low, estimate.High)) : Plain.Undefined;

    /// <summary>The value as a number in the unit shown, without naming it.</summary>
    public string Number(double value, double? low = null, double? high = null) =>
        PlaceOf(value, low, high) is { } place
            ? Digits.OfAt(Shown(value), place)
            : Digits.Of(Shown(value), Shown(low), Shown(high), FinestFor(value, low, high));

    private static int? AboutASecond(MeasureUnit unit) =>
        unit.Quantity == Quantity.Duration ? -(int)Math.Round(Math.Log10(3_600 * unit.Base / unit.Shown)) : null;

    /// <summary>"0.2 to 0.5": the ends of a difference's interval; "±0.1" where they would look the same.</summary>
    public string Ends(double value, double low, double high) => Ends(value, low, high, Matters);

    private string Ends(double value, double low, double high, double matters) =>
        Digits.Ends(Shown(value), Shown(low), Shown(high), FinestFor(value, low, high), matters);

    /// <summary>"+0.4": a difference alone, with the digits that its interval supports.</summary>
    public string Signed(double difference, double? low = null, double? high = null) =>
        PlaceOf(difference, low, high) is { } place
            ? Digits.SignedToPlace(Shown(Possible(difference)), place)
            : Digits.Signed(Shown(Possible(difference)), Shown(Possible(low)), Shown(Possible(high)), FinestFor(difference, low, high));

    /// <summary>"1.9% (1.8% to 2.0%)".</summary>
    public string ValueWithInterval(Estimate estimate) =>
        estimate switch
        {
            { Mean: null } => Plain.Undefined,
            { Low: { } low, High: { } high, Mean: { } mean } when low < high => $"{Value(estimate)} ({Interval(mean, low, high)})",
            _ => Value(estimate),
        };

    // "±0.1%" where that says the same as both ends.
    private string Interval(double mean, double low, double high)
    {
        string ends = Place is { } place ? Digits.EndsAt(Shown(low), Shown(high), place) : Ends(mean, low, high, matters: 0);
        return ends.StartsWith('±') ? $"±{WithUnit(ends[1..])}" : Span(ends);
    }

    /// <summary>"1.5% to 2.5%", to a tenth of the distance.</summary>
    public string Spread(double low, double high)
    {
        if (!(low < high))
        {
            return $"always {Value(new Estimate(low, null, null))}";
        }

        int place = Math.Max(Digits.PlaceOfDistance(low * Factor, high * Factor), Finest ?? int.MinValue);
        return Rounded(low) == Rounded(high)
            ? $"about {Value(new Estimate((low + high) / 2, null, null))}"
            : Span(Rounded(low), Rounded(high));

        string Rounded(double end) => Digits.ToPlace(end * Factor, place);
    }

    /// <summary>"+0.4 points (0.2 to 0.5)", or "same" where it is under a hundred-thousandth of what it is a difference
    /// from: rounding noise, or nothing to a planner.</summary>
    public string DifferenceWithUnit(Comparison comparison, double? from)
    {
        double noise = 1e-5 * Math.Abs(from ?? 0);
        return
            new[] { comparison.Difference, comparison.Low, comparison.High }.All(x => x is null || Math.Abs(x.Value) <= noise)
            && comparison.Difference is not null
            ? "same"
            : DifferenceWithUnit(comparison);
    }

    /// <summary>"0.1 points", as the planner wrote it.</summary>
    public string Exact(double difference) => WithUnit(Unrounded(difference));

    /// <summary>"the 0.1 points that matter", "the 1 minute that matters".</summary>
    public string ThatMatter(double difference) => $"the {Exact(difference)} that {(Unrounded(difference) == "1" ? "matters" : "matter")}";

    /// <summary>"Seizure rate, %": an axis of values.</summary>
    public string Axis(string label) => (Before + After).Trim() is { Length: > 0 } unit ? $"{label}, {unit}" : label;

    /// <summary>"15%", "5 firearms": a value as the planner wrote it.</summary>
    public string ExactValue(double value) =>
        Before.Length + After.Length > 0 ? Before + Unrounded(value) + After : WithUnit(Unrounded(value));

    /// <summary>"1.5% to 2.5%", rounded outwards, so that an end that misses a limit is never shown to keep it; to a
    /// tenth of the distance, but at most four digits, unless it takes more not to show an end beyond a limit that it
    /// keeps.</summary>
    public string Outwards(double low, double high, double? atLeast = null, double? atMost = null)
    {
        if (!(low < high))
        {
            return ExactValue(low);
        }

        int finest = (int)Math.Floor(Math.Log10((high - low) * Factor / 10));
        int place = Math.Max(Digits.PlaceOfDistance(low * Factor, high * Factor), Finest ?? int.MinValue);
        while (place > finest && ((low >= atLeast && Down(low) < atLeast * Factor) || (high <= atMost && Up(high) > atMost * Factor)))
        {
            place--;
        }

        return Span(Digits.ToPlace(Down(low), place), Digits.ToPlace(Up(high), place));

        double Down(double end) => Math.Floor(end * Factor / Math.Pow(10, place)) * Math.Pow(10, place);

        double Up(double end) => Math.Ceiling(end * Factor / Math.Pow(10, place)) * Math.Pow(10, place);
    }

    /// <summary>"+0.4 points (0.2 to 0.5)".</summary>
    public string DifferenceWithUnit(Comparison comparison) => DifferenceWithUnit(comparison.Difference, comparison.Low, comparison.High);

    /// <summary>The same of a difference that is no <see cref="Comparison"/>.</summary>
    public string DifferenceWithUnit(double? difference, double? low, double? high)
    {
        string plain = Difference(difference, low, high);
        int bracket = plain.IndexOf(" (", StringComparison.Ordinal);
        return difference is null ? plain
            : bracket < 0 ? WithUnit(plain)
            : WithUnit(plain[..bracket]) + plain[bracket..];
    }

    /// <summary>"+0.4 (0.2 to 0.5)", in the difference's unit but without naming it.</summary>
    public string Difference(Comparison comparison) => Difference(comparison.Difference, comparison.Low, comparison.High);

    /// <summary>The same of a difference that is no <see cref="Comparison"/>.</summary>
    public string Difference(double? difference, double? low, double? high) =>
        IsPlanned && difference is { } planned && Digits.IsExact(planned, low, high) ? Signed(planned, low, high)
        : (difference, low, high, PlaceOf(difference ?? 0, low, high)) is ({ } at, { } from, { } to, { } place)
            ? Digits.SignedAt(Shown(Possible(at)), Shown(Possible(from)), Shown(Possible(to)), place, matters: Matters)
        : difference is { } d
            ? Digits.SignedWithInterval(Shown(Possible(d)), Shown(Possible(low)), Shown(Possible(high)), FinestFor(d, low, high), Matters)
        : Plain.Undefined;

    /// <summary>"0.4 points", without sign; "less than 0.1 points" where it rounds to nothing.</summary>
    public string Size(double difference, double? low, double? high)
    {
        // The size has the digits of the signed number.
        string number = Number(Math.Abs(difference), difference < 0 ? -high : low, difference < 0 ? -low : high);
        return number.StartsWith(Under, StringComparison.Ordinal) ? $"less than {WithUnit(number[Under.Length..])}" : WithUnit(number);
    }

    /// <summary>A difference, or an end of its interval, as it is drawn: within what can be, in the unit
    /// shown.</summary>
    public double? Drawn(double? difference) => difference is { } d && double.IsFinite(d) ? Shown(Possible(d)) : null;

    // What is left of sums that should cancel is nothing.
    private double Shown(double value) => Math.Abs(value * Factor) < RoundingNoise ? 0 : value * Factor;

    private double? Shown(double? value) => value is { } v ? Shown(v) : null;

    // A headline has at most three significant digits.
    private int? FinestFor(double value, double? low, double? high)
    {
        double largest = new[] { value, low ?? 0, high ?? 0 }.Max(Math.Abs) * Factor;
        return IsHeadline && largest > 0 ? Math.Max((int)Math.Floor(Math.Log10(largest)) - 2, Finest ?? int.MinValue) : Finest;
    }

    // What does not vary is told exact, however coarse the place of what stands beside it.
    private int? PlaceOf(double value, double? low, double? high) =>
        Place is { } place && Digits.IsExact(value, low, high) ? Math.Min(place, Digits.PlaceOfExact(Shown(value))) : Place;

    /// <summary>A difference as far as there can be one: two shares differ by 100 points at most.</summary>
    internal double? Possible(double? difference) => difference is { } d ? Possible(d) : null;

    private double Possible(double difference) => DifferenceUnit == "points" ? Math.Clamp(difference, -1, 1) : difference;

    /// <summary>"0.4 points", "+USD 2,000": a difference that is already a number in words.</summary>
    public string WithUnit(string number)
    {
        string size = number.TrimStart('+', '−');
        return DifferenceUnit switch
        {
            Usd => $"{number[..^size.Length]}{Usd} {size}",
            "" => number,
            _ => $"{number} {(size == "1" ? OneOfDifference : DifferenceUnit)}",
        };
    }

    private string Unrounded(double value) =>
        (value * Factor).ToString("#,##0.##########", System.Globalization.CultureInfo.InvariantCulture);

    private string Span(string ends) => ends.Split(" to ") is [var low, var high] ? Span(low, high) : ends;

    /// <summary>"1.8% to 2.0%", but "12 to 15 min": a unit of letters is named once.</summary>
    private string Span(string low, string high) =>
        After.StartsWith(' ') || Before.Length > 0 ? $"{Before}{low} to {high}{After}" : $"{low}{After} to {high}{After}";

    private string Wrapped(string number) =>
        number == Plain.Undefined ? number
        : number.StartsWith(Under, StringComparison.Ordinal) ? $"{Under}{Before}{number[Under.Length..]}{After}"
        : Before + number + After;
}
