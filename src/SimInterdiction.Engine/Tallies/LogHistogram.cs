using System.Numerics;
using System.Runtime.InteropServices;

namespace SimInterdiction.Engine.Tallies;

/// <summary>Counts of numbers in logarithmic bins, for quantiles in fixed memory: within 1 % of the exact sample
/// quantile.</summary>
/// <remarks>A bin is the leading bits of the number itself, 128 to each doubling (as HdrHistogram), so that the widest
/// is 0.8 % of its value; the quantile is interpolated inside its bin.</remarks>
public sealed class LogHistogram
{
    private const int DroppedBits = 45;
    private const double Smallest = 1e-6;
    private const double Largest = 1e6;
    private static readonly long FirstBin = BitConverter.DoubleToInt64Bits(Smallest) >> DroppedBits;

    /// <summary>How many bins there are.</summary>
    public static readonly int BinCount = (int)((BitConverter.DoubleToInt64Bits(Largest) >> DroppedBits) - FirstBin) + 1;

    // Whole vectors.
    private readonly int[] counts = new int[(BinCount + Vector<int>.Count - 1) / Vector<int>.Count * Vector<int>.Count];
    private int nearZero;
    private int total;

    /// <summary>Forgets everything.</summary>
    public void Clear()
    {
        Array.Clear(counts);
        nearZero = 0;
        total = 0;
    }

    /// <summary>Counts a number from 0 on; beyond a million it counts as a million.</summary>
    /// <param name="value">The number.</param>
    /// <param name="times">How often it is counted; -1 takes back what was counted.</param>
    public void Add(double value, int times = 1)
    {
        total += times;
        if (value < Smallest)
        {
            nearZero += times;
        }
        else
        {
            counts[(int)((BitConverter.DoubleToInt64Bits(Math.Min(value, Largest)) >> DroppedBits) - FirstBin)] += times;
        }
    }

    /// <summary>Counts all that another counted.</summary>
    public void Add(LogHistogram other)
    {
        total += other.total;
        nearZero += other.nearZero;
        Span<Vector<int>> sums = MemoryMarshal.Cast<int, Vector<int>>(counts.AsSpan());
        ReadOnlySpan<Vector<int>> others = MemoryMarshal.Cast<int, Vector<int>>(other.counts);
        for (int i = 0; i < sums.Length; i++)
        {
            sums[i] += others[i];
        }
    }

    /// <summary>The number that a share of them stays at or below; NaN without any. What is below a millionth counts as
    /// 0.</summary>
    public double Quantile(double share)
    {
        if (total == 0)
        {
            return double.NaN;
        }

        double rank = share * total;
        double below = nearZero;
        if (rank <= below)
        {
            return 0;
        }

        int bin = 0;
        while (below + counts[bin] < rank)
        {
            below += counts[bin++];
        }

        double low = BitConverter.Int64BitsToDouble((bin + FirstBin) << DroppedBits);
        double high = BitConverter.Int64BitsToDouble((bin + FirstBin + 1) << DroppedBits);
        return low + ((high - low) * (rank - below) / counts[bin]);
    }
}
