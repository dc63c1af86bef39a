using SimInterdiction.Experiments.Results;
using SimInterdiction.Model.Measures;

namespace SimInterdiction.Reporting.Words;

/// <summary>How a measure is shown: the factor from the value in files, and its unit in words.</summary>
public sealed record MeasureScale(double Factor, string Before, string After, string DifferenceUnit)
{
    public static MeasureScale Of(Measure measure) => measure.Unit switch
    {
        MeasureUnit.Share => new(100, string.Empty, "%", "points"),
        MeasureUnit.Hours => new(60, string.Empty, " min", "minutes"),
        MeasureUnit.Usd => new(1, "USD ", string.Empty, "USD"),
        _ => new(1, string.Empty, string.Empty, string.Empty),
    };

    /// <summary>"1.9%", with digits as its interval supports; "undefined" without a value.</summary>
    public string Value(Estimate estimate) =>
        estimate.Mean is { } mean ? Wrapped(Digits.Of(mean * Factor, estimate.Low * Factor, estimate.High * Factor)) : "undefined";

    /// <summary>"1.9% (1.8% to 2.0%)".</summary>
    public string ValueWithInterval(Estimate estimate) => estimate switch
    {
        { Mean: null } => "undefined",
        { Low: { } low, High: { } high, Mean: { } mean } when low < high => $"{Value(estimate)} ({IntervalEnds(mean, low, high)})",
        _ => Value(estimate),
    };

    /// <summary>"1.5% to 2.5%", to a tenth of the distance.</summary>
    public string Spread(double low, double high)
    {
        int place = high > low ? (int)Math.Floor(Math.Log10((high - low) * Factor / 10)) : 0;
        return low < high
            ? Span(Rounded(low), Rounded(high))
            : $"always {Value(new Estimate(low, null, null))}";
        string Rounded(double end) => Digits.ToPlace(end * Factor, place);
    }

    /// <summary>"+0.4 points (0.2 to 0.5)", or "same" where it is under a hundred-thousandth of what it is a difference from: rounding noise, or nothing to a planner.</summary>
    public string DifferenceWithUnit(Comparison comparison, double? from)
    {
        double noise = 1e-5 * Math.Abs(from ?? 0);
        return new[] { comparison.Difference, comparison.Low, comparison.High }.All(x => x is null || Math.Abs(x.Value) <= noise) && comparison.Difference is not null
            ? "same"
            : DifferenceWithUnit(comparison);
    }

    /// <summary>"0.1 points", as the planner wrote it.</summary>
    public string Exact(double difference)
    {
        string number = (difference * Factor).ToString("#,##0.##########", System.Globalization.CultureInfo.InvariantCulture);
        return WithUnit(number);
    }

    /// <summary>"+0.4 points (0.2 to 0.5)".</summary>
    public string DifferenceWithUnit(Comparison comparison)
    {
        string plain = Difference(comparison);
        int bracket = plain.IndexOf(" (", StringComparison.Ordinal);
        return bracket < 0 || DifferenceUnit.Length == 0 ? plain : $"{plain[..bracket]} {DifferenceUnit}{plain[bracket..]}";
    }

    /// <summary>"+0.4 (0.2 to 0.5)", in the difference's unit but without naming it.</summary>
    public string Difference(Comparison comparison) =>
        comparison.Difference is { } d ? Digits.SignedWithInterval(Possible(d) * Factor, Possible(comparison.Low) * Factor, Possible(comparison.High) * Factor) : "undefined";

    /// <summary>"0.4 points", without sign.</summary>
    public string Size(double difference, double? low, double? high)
    {
        // The size has the digits of the signed number.
        string number = Digits.Of(difference * Factor, low * Factor, high * Factor).TrimStart('−');
        return WithUnit(number);
    }

    // Two shares differ by 100 points at most.
    private double Possible(double difference) => DifferenceUnit == "points" ? Math.Clamp(difference, -1, 1) : difference;

    private double? Possible(double? difference) => difference is { } d ? Possible(d) : null;

    private string WithUnit(string number) => DifferenceUnit switch
    {
        "USD" => $"USD {number}",
        "" => number,
        _ => $"{number} {(number == "1" ? DifferenceUnit.TrimEnd('s') : DifferenceUnit)}",
    };

    private string IntervalEnds(double mean, double low, double high)
    {
        string[] ends = Digits.Ends(mean * Factor, low * Factor, high * Factor).Split(" to ");
        return Span(ends[0], ends[1]);
    }

    /// <summary>"1.8% to 2.0%", but "12 to 15 min": a unit of letters is named once.</summary>
    private string Span(string low, string high) =>
        After.StartsWith(' ') || Before.Length > 0 ? $"{Before}{low} to {high}{After}" : $"{low}{After} to {high}{After}";

    private string Wrapped(string number) => number == "undefined" ? number : Before + number + After;
}
