using SimInterdiction.Experiments.Statistics.Selection;

namespace SimInterdiction.Tests.Experiments.Statistics;

/// <summary>Published samples with known answers.</summary>
internal static class Samples
{
    /// <summary>Numerators of ten replications.</summary>
    public static readonly double[] Seized = [3, 5, 2, 6, 4, 1, 7, 3, 5, 4];

    /// <summary>Their denominators.</summary>
    public static readonly double[] Dispatched = [20, 25, 18, 30, 22, 15, 31, 19, 26, 24];

    /// <summary>Law's two inventory policies, five paired replications.</summary>
    public static readonly double[] PolicyOne = [126.97, 124.31, 126.68, 122.66, 127.23];

    public static readonly double[] PolicyTwo = [118.21, 120.22, 122.45, 122.68, 119.40];

    /// <summary>Four systems under common random numbers (Rossetti, the KSL book).</summary>
    public static readonly IReadOnlyDictionary<string, double[]> FourSystems = new Dictionary<string, double[]>
    {
        ["One"] = [63.72, 32.24, 40.28, 36.94, 36.29, 56.94, 34.10, 63.36, 49.29, 87.20],
        ["Two"] = [63.06, 31.78, 40.32, 37.71, 36.79, 57.93, 33.39, 62.92, 47.67, 80.79],
        ["Three"] = [57.74, 29.65, 36.52, 35.71, 33.81, 51.54, 31.39, 57.24, 42.63, 67.27],
        ["Four"] = [62.63, 31.56, 39.87, 37.35, 36.65, 57.15, 33.30, 62.21, 47.46, 79.60],
    };

    /// <summary>The four systems in their order, where more is better.</summary>
    public static SystemSamples ForMaximum { get; } = new([.. FourSystems.Values], Sampling.CommonRandomNumbers);

    /// <summary>The same where less is better: with the sign turned.</summary>
    public static SystemSamples ForMinimum { get; } = new([.. FourSystems.Values.Select(Negate)], Sampling.CommonRandomNumbers);

    private static double[] Negate(double[] values) => [.. values.Select(value => -value)];
}
