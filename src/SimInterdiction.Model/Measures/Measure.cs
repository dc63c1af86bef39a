namespace SimInterdiction.Model.Measures;

/// <summary>How a measure is made from totals, and so how it is estimated over replications.</summary>
public enum Estimator
{
    /// <summary>The mean of a total.</summary>
    Mean,

    /// <summary>A ratio of sums: sum of the numerators over sum of the denominators, never the mean of
    /// ratios.</summary>
    Ratio,

    /// <summary>Of all replications together, against the baseline; made from no total of a single
    /// replication.</summary>
    Pooled,
}

/// <summary>One measure of a deployment.</summary>
public sealed record Measure
{
    /// <summary>The name in files and JSON; rates are shares, times hours, money USD.</summary>
    public required string Name { get; init; }

    /// <summary>What people see.</summary>
    public required string Label { get; init; }

    /// <summary>What it means, in one sentence.</summary>
    public required string Meaning { get; init; }

    /// <summary>What its values are, and how they are shown and written.</summary>
    public required MeasureUnit Unit { get; init; }

    public required Estimator Estimator { get; init; }

    /// <summary>The total, or the numerator; NaN of a pooled measure.</summary>
    public required Func<double[], double> Numerator { get; init; }

    /// <summary>The denominator of a ratio; null otherwise.</summary>
    public Func<double[], double>? Denominator { get; init; }

    /// <summary>
    /// What of it the luck of searches decides; null where it hardly does. It belongs to the measure, and is never
    /// chosen by looking at results: that would make intervals too narrow.
    /// </summary>
    public SearchedPart? Searched { get; init; }

    /// <summary>The measure that this one is a part of, and so can't exceed; null where there is none.</summary>
    public string? PartOf { get; init; }

    /// <summary>Whether more is better for the deployment, worse, or neither.</summary>
    public int BetterWhen { get; init; }
}
