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

    /// <summary>The part of what everything together came to, or an entry of it.</summary>
    /// <param name="entry">The totals that the measure is made of.</param>
    /// <param name="all">The totals of the whole replication: its luck is that of every entry, so that entries add
    /// up.</param>
    public Searches In(double[] entry, double[] all) =>
        new(
            all[(int)Control],
            all[(int)Seized],
            all[(int)Total.ShipmentsByLuck],
            OfNumerator?.Invoke(entry) ?? 0,
            OfDenominator?.Invoke(entry) ?? 0
        );
}

/// <summary>What the searches of one replication had to do with a measure.</summary>
/// <param name="Luck">How much more they took than was to be expected: the control, whose mean is 0.</param>
/// <param name="Seized">What they took.</param>
/// <param name="Finds">The luck with each shipment counted as 1: its squares add up, on average, to how many finds luck
/// decided.</param>
/// <param name="OfNumerator">The part of the value, or numerator, that they decide.</param>
/// <param name="OfDenominator">The part of the denominator.</param>
public readonly record struct Searches(double Luck, double Seized, double Finds, double OfNumerator, double OfDenominator)
{
    /// <summary>Of several replications that count as one observation, their mean. Finds are added up: their square
    /// still stands for how many there were.</summary>
    public static Searches MeanOf(IEnumerable<Searches> replications)
    {
        Searches sum = default;
        int count = 0;
        foreach (Searches each in replications)
        {
            sum += each;
            count++;
        }

        return sum.Over(count);
    }

    public static Searches operator +(Searches one, Searches other) =>
        new(
            one.Luck + other.Luck,
            one.Seized + other.Seized,
            one.Finds + other.Finds,
            one.OfNumerator + other.OfNumerator,
            one.OfDenominator + other.OfDenominator
        );

    /// <summary>Of the sum over some replications, the mean of them; finds stay added up.</summary>
    public Searches Over(int replications) =>
        new(Luck / replications, Seized / replications, Finds, OfNumerator / replications, OfDenominator / replications);
}
