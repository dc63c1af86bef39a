namespace SimInterdiction.Engine.Tallies;

/// <summary>Count, mean and variance of a sequence of observations, in one pass (Welford 1962).</summary>
public sealed class Tally
{
    private double sumOfSquares;

    public long Count { get; private set; }

    /// <summary>The mean, or NaN before the first observation.</summary>
    public double Mean { get; private set; } = double.NaN;

    /// <summary>The unbiased sample variance, or NaN before the second observation.</summary>
    public double Variance => Count > 1 ? sumOfSquares / (Count - 1) : double.NaN;

    public void Add(double value)
    {
        Count++;
        if (Count == 1)
        {
            Mean = value;
            return;
        }

        double deviation = value - Mean;
        Mean += deviation / Count;
        sumOfSquares += deviation * (value - Mean);
    }
}
