namespace SimInterdiction.Model.Measures;

/// <summary>What of a measure the luck of searches decides, and the total that tells this luck: its control variate,
/// with a mean of exactly 0.</summary>
public sealed record SearchedPart
{
    /// <summary>How many shipments, or firearms, luck took beyond expectation.</summary>
    public required Total Control { get; init; }

    /// <summary>What the control is the luck of.</summary>
    public required Total Seized { get; init; }

    /// <summary>The part of the value, or numerator, that searches decide; null where they decide nothing of it, or
    /// where nothing is to be taken out: what each find brings is no luck of searching.</summary>
    public Func<double[], double>? OfNumerator { get; init; }

    /// <summary>The part of a ratio's denominator that searches decide; null where they decide nothing of it.</summary>
    public Func<double[], double>? OfDenominator { get; init; }

    /// <summary>
    /// By how much the numerator's part rises with each one seized, where that is known beforehand: 1 of what is
    /// seized, -1 of what is delivered. 0 of what only follows from seizures.
    /// </summary>
    public double EachOfNumerator { get; init; }

    /// <summary>The same of the denominator's part.</summary>
    public double EachOfDenominator { get; init; }
}
