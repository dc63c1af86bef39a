namespace SimInterdiction.Reporting.Drawing;

/// <summary>Round numbers along an axis.</summary>
public static class Ticks
{
    /// <summary>Multiples of 1, 2 or 5 times a power of ten inside a range, about as many as asked for.</summary>
    public static IReadOnlyList<double> Round(double low, double high, int about)
    {
        double step = Step((high - low) / about);
        double first = Math.Ceiling((low / step) - 1e-9);
        double last = Math.Floor((high / step) + 1e-9);
        var ticks = new List<double>();
        for (double k = first; k <= last && ticks.Count < 100; k++)
        {
            ticks.Add(k == 0 ? 0 : k * step);
        }

        return ticks;
    }

    /// <summary>Powers of ten in a range, with 2 and 5 times them where these would be fewer than three.</summary>
    public static IReadOnlyList<double> Logarithmic(double low, double high)
    {
        IEnumerable<double> Multiples(params double[] of) =>
            Enumerable.Range(-1, 12).SelectMany(power => of.Select(m => m * Math.Pow(10, power))).Where(v => v >= low && v <= high);
        double[] tens = [.. Multiples(1)];
        return tens.Length >= 3 ? tens : [.. Multiples(1, 2, 5)];
    }

    /// <summary>The power of ten that tells the ticks apart.</summary>
    public static int Place(IReadOnlyList<double> ticks) => ticks.Count < 2 ? -2 : (int)Math.Floor(Math.Log10(ticks[1] - ticks[0]) + 1e-9);

    private static double Step(double rough)
    {
        double power = Math.Pow(10, Math.Floor(Math.Log10(rough)));
        double lead = rough / power;
        return power
            * (
                lead < 1.5 ? 1
                : lead < 3.5 ? 2
                : lead < 7.5 ? 5
                : 10
            );
    }
}
