namespace SimInterdiction.Benchmarks.Measuring;

/// <summary>Numbers measured in round after round.</summary>
internal static class Sample
{
    public static double Median(IEnumerable<double> values)
    {
        double[] sorted = [.. values.Order()];
        int middle = sorted.Length / 2;
        return sorted.Length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }

    /// <summary>Median, and in brackets the least and the greatest.</summary>
    public static string MedianAndRange(IReadOnlyList<double> values, string format) =>
        $"{Median(values).ToString(format)} ({values.Min().ToString(format)} to {values.Max().ToString(format)})";
}
