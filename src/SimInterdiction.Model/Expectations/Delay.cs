using SimInterdiction.Engine.Distributions;
using SimInterdiction.Engine.Vectors;
using SimInterdiction.Model.Risks;

namespace SimInterdiction.Model.Expectations;

/// <summary>How a leg, or a search, moves what is on its way from cell to cell.</summary>
internal sealed class Delay : ITransfer
{
    private const double Negligible = 1e-12;

    // Of a cell, for the integral of a law of chance over it.
    private const int Parts = 16;

    private readonly TimeCells cells;
    private readonly double[] shares;

    private Delay(TimeCells cells, double[] shares)
    {
        this.cells = cells;
        double sum = shares.Sum();
        this.shares = [.. shares.Select(share => share / sum)];
    }

    /// <summary>The time that a leg takes.</summary>
    /// <param name="cells">The cells of time.</param>
    /// <param name="miles">Its length, above 0.</param>
    /// <param name="speedMph">The speed.</param>
    public static Delay OfLeg(TimeCells cells, double miles, Distribution speedMph) =>
        new(
            cells,
            speedMph.IsConstant
                ? Always(miles / speedMph.Minimum / cells.Hours)
                : SharesOf(hours => hours > 0 ? speedMph.Survival(Math.BitDecrement(miles / hours)) : 0, cells)
        );

    /// <summary>A time of its own law.</summary>
    /// <param name="cells">The cells of time.</param>
    /// <param name="hours">The law.</param>
    public static Delay Of(TimeCells cells, Distribution hours) =>
        new(cells, hours.IsConstant ? Always(hours.Minimum / cells.Hours) : SharesOf(hours.Cdf, cells));

    public int MostCells => shares.Length - 1;

    public void Add(ReadOnlySpan<double> leaving, Span<double> arriving)
    {
        for (int later = 0; later < shares.Length; later++)
        {
            int moved = cells.Recurs ? later % cells.Count : later;
            if (shares[later] == 0 || moved >= cells.Count)
            {
                continue;
            }

            Series.AddMultiple(leaving[..^moved], shares[later], arriving[moved..]);
            if (cells.Recurs)
            {
                Series.AddMultiple(leaving[^moved..], shares[later], arriving);
            }
        }
    }

    public void Add(ReadOnlySpan<double> leaving, Span<double> arriving, Range from, Range to)
    {
        int most = Math.Min(MostCells, to.End.Value - 1 - from.Start.Value);
        for (int later = Math.Max(0, to.Start.Value - from.End.Value + 1); later <= most; later++)
        {
            int first = Math.Max(from.Start.Value, to.Start.Value - later);
            int end = Math.Min(from.End.Value, to.End.Value - later);
            if (shares[later] != 0 && first < end)
            {
                Series.AddMultiple(leaving[first..end], shares[later], arriving[(first + later)..]);
            }
        }
    }

    public void AddBack(ReadOnlySpan<double> arriving, Span<double> leaving)
    {
        for (int later = 0; later < shares.Length; later++)
        {
            int moved = cells.Recurs ? later % cells.Count : later;
            if (shares[later] == 0 || moved >= cells.Count)
            {
                continue;
            }

            Series.AddMultiple(arriving[moved..], shares[later], leaving[..^moved]);
            if (cells.Recurs)
            {
                Series.AddMultiple(arriving[..moved], shares[later], leaving[^moved..]);
            }
        }
    }

    // What leaves evenly over a cell arrives evenly over as long a time.
    private static double[] Always(double takesCells)
    {
        int whole = (int)takesCells;
        var shares = new double[whole + 2];
        shares[whole + 1] = takesCells - whole;
        shares[whole] = 1 - shares[whole + 1];
        return shares;
    }

    // What leaves evenly over a cell arrives by the end of a later one with the mean of the law over a cell's length
    // up to there.
    private static double[] SharesOf(Func<double, double> cdf, TimeCells cells)
    {
        var shares = new List<double>();
        double before = 0;
        for (int cell = 0; before < 1 - Negligible && cell < cells.Count * 2; cell++)
        {
            double by = Enumerable.Range(0, Parts).Average(part => cdf((cell + ((part + 0.5) / Parts)) * cells.Hours));
            shares.Add(by - before);
            before = by;
        }

        return [.. shares];
    }
}
