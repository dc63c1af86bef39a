namespace SimInterdiction.Experiments.Statistics.Selection;

/// <summary>Where the next replications of independent systems help most to find the best: optimal computing budget
/// allocation.</summary>
public static class Ocba
{
    /// <summary>
    /// The shares of all replications that make picking the best surest (Chen, Lin, Yucesan and Chick 2000): of the
    /// others in proportion to (spread / distance from the best)^2, of the best its spread times the root of the sum of
    /// (share / spread)^2.
    /// </summary>
    /// <remarks>Systems with the very mean of the best take everything, as the formula does in the limit. Where nothing
    /// varies all get the same.</remarks>
    /// <exception cref="InvalidOperationException">The samples share their random numbers.</exception>
    public static IReadOnlyList<double> Shares(SystemSamples samples)
    {
        Validity.Require(Procedure.Ocba, samples.Sampling);
        int[] systems = [.. Enumerable.Range(0, samples.Systems)];
        return Shares([.. systems.Select(samples.Mean)], [.. systems.Select(i => Math.Sqrt(samples.Variance(i)))]);
    }

    internal static IReadOnlyList<double> Shares(double[] means, double[] spreads)
    {
        int best = Array.IndexOf(means, means.Max());
        bool hasTie = means.Count(mean => mean == means[best]) > 1;
        double[] shares = new double[means.Length];
        double squares = 0;
        for (int i = 0; i < means.Length; i++)
        {
            double distance = means[best] - means[i];
            double closeness =
                i == best ? 0
                : hasTie ? (distance == 0 ? 1 : 0)
                : 1 / distance;
            double scaled = spreads[i] * closeness * closeness;
            shares[i] = spreads[i] * scaled;
            squares += scaled * scaled;
        }

        shares[best] = spreads[best] * Math.Sqrt(squares);
        double sum = shares.Sum();
        return [.. shares.Select(share => sum == 0 ? 1.0 / shares.Length : share / sum)];
    }
}
