namespace SimInterdiction.Experiments.Statistics;

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
