namespace SimInterdiction.Experiments.Statistics.Selection;

/// <summary>P-values that hold together.</summary>
public static class Holm
{
    /// <summary>
    /// Holm's adjusted p-values (1979): rejecting those at most alpha errs anywhere with a chance of at most alpha,
    /// however the tests depend on each other.
    /// </summary>
    /// <param name="values">The single p-values.</param>
    /// <returns>In the order given, at most 1.</returns>
    /// <exception cref="ArgumentOutOfRangeException">One is no probability.</exception>
    public static IReadOnlyList<double> Adjust(IReadOnlyList<double> values)
    {
        double[] adjusted = new double[values.Count];
        double largest = 0;
        int[] ascending = [.. Enumerable.Range(0, values.Count).OrderBy(i => values[i])];
        for (int rank = 0; rank < ascending.Length; rank++)
        {
            double value = values[ascending[rank]];
            if (!(value is >= 0 and <= 1))
            {
                throw new ArgumentOutOfRangeException(nameof(values), value, "A p-value lies between 0 and 1.");
            }

            largest = Math.Max(largest, Math.Min(1, value * (values.Count - rank)));
            adjusted[ascending[rank]] = largest;
        }

        return adjusted;
    }
}
