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

    /// <summary>A value with a resolution given by a spread, such as a percentile.</summary>
    public string Value(double value, double low, double high) => Wrapped(Digits.Of(value * Factor, low * Factor, high * Factor));

    /// <summary>"+0.4 (0.2 to 0.5)", in the difference's unit but without naming it.</summary>
    public string Difference(Comparison comparison) =>
        comparison.Difference is { } d ? Digits.SignedWithInterval(d * Factor, comparison.Low * Factor, comparison.High * Factor) : "undefined";

    /// <summary>"0.4 points", without sign.</summary>
    public string Size(double difference, double? low, double? high)
    {
        // The size has the digits of the signed number.
        string number = Digits.Of(difference * Factor, low * Factor, high * Factor).TrimStart('−');
        return DifferenceUnit switch
        {
            "USD" => $"USD {number}",
            "" => number,
            _ => $"{number} {(number == "1" ? DifferenceUnit.TrimEnd('s') : DifferenceUnit)}",
        };
    }

    private string IntervalEnds(double mean, double low, double high)
    {
        string[] ends = Digits.Ends(mean * Factor, low * Factor, high * Factor).Split(" to ");
        return $"{Wrapped(ends[0])} to {Wrapped(ends[1])}";
    }

    private string Wrapped(string number) => number == "undefined" ? number : Before + number + After;
}
