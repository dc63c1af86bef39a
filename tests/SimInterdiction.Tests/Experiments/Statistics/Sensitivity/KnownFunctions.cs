namespace SimInterdiction.Tests.Experiments.Statistics.Sensitivity;

/// <summary>Functions on the unit cube whose sensitivities are known in closed form.</summary>
internal static class KnownFunctions
{
    /// <summary>Ishigami and Homma 1990, with a = 7 and b = .1.</summary>
    public static double Ishigami(double[] point)
    {
        double[] x = [.. point.Select(u => Math.PI * ((2 * u) - 1))];
        double square = Math.Sin(x[1]) * Math.Sin(x[1]);
        return Math.Sin(x[0]) + (7 * square) + (.1 * Math.Pow(x[2], 4) * Math.Sin(x[0]));
    }

    /// <summary>Sobol's g-function, the smaller a the more important.</summary>
    public static double G(double[] point)
    {
        double[] a = [0, 1, 4.5, 9, 99, 99, 99, 99];
        return point.Select((u, i) => (Math.Abs((4 * u) - 2) + a[i]) / (1 + a[i])).Aggregate((x, y) => x * y);
    }
}
