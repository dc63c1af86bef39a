using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace SimInterdiction.Engine.Vectors;

/// <summary>Running sums of weights, and where among them a number falls: how a uniform picks one of many in proportion
/// to their weights.</summary>
/// <remarks>
/// The sums are followed by the last of every eight of them. So it is counted how many eights lie below, then how many
/// of one eight, each looked at together: where a random number falls is a branch that no predictor learns, so there is
/// none. By halves it took 25 ns longer with 600 weights.
/// </remarks>
public static class CumulativeWeights
{
    /// <summary>Room for the running sums of so many weights.</summary>
    /// <param name="weights">How many: a multiple of eight (<see cref="Padded"/>).</param>
    public static int RoomFor(int weights) => weights + Padded.LengthFor(weights / EightNumbers.Count);

    /// <summary>Replaces weights by their running sums.</summary>
    /// <param name="upTo">The weights, then room as <see cref="RoomFor"/> says.</param>
    /// <param name="weights">How many weights: a multiple of eight.</param>
    public static void Accumulate(Span<double> upTo, int weights)
    {
        ref double first = ref MemoryMarshal.GetReference(upTo[..weights]);
        double sum = 0;
        for (nuint i = 0; i < (nuint)weights; i++)
        {
            ref double each = ref Unsafe.Add(ref first, i);
            each = sum += each;
        }

        MarkEights(upTo, weights);
    }

    /// <summary>The running sums of shares that add up to 1; the last, and what fills up the room, is infinite, so that
    /// every uniform falls below one.</summary>
    public static double[] OfShares(IEnumerable<double> shares)
    {
        double[] each = [.. shares];
        int room = Padded.LengthFor(each.Length);
        var upTo = new double[RoomFor(room)];
        Array.Fill(upTo, double.PositiveInfinity);
        double sum = 0;
        for (int i = 0; i < each.Length - 1; i++)
        {
            upTo[i] = sum += each[i];
        }

        MarkEights(upTo, room);
        return upTo;
    }

    /// <summary>How many of the sums a number has reached: the index of the weight in whose part it falls.</summary>
    /// <param name="number">Below the last sum.</param>
    /// <param name="upTo">The sums.</param>
    /// <param name="weights">How many weights: a multiple of eight.</param>
    public static int CountUpTo(double number, ReadOnlySpan<double> upTo, int weights)
    {
        Vector512<double> reached = Vector512.Create(number);
        int eights = 0;
        for (int end = weights; weights > EightNumbers.Count && end < upTo.Length; end += EightNumbers.Count)
        {
            eights += Reached(upTo[end..], reached);
        }

        int passed = eights * EightNumbers.Count;
        return passed + Reached(upTo[passed..], reached);
    }

    // No number is beyond the last eight.
    private static void MarkEights(Span<double> upTo, int weights)
    {
        int end = weights;
        for (int last = EightNumbers.Count - 1; last < weights - 1; last += EightNumbers.Count)
        {
            upTo[end++] = upTo[last];
        }

        upTo[end..].Fill(double.PositiveInfinity);
    }

    private static int Reached(ReadOnlySpan<double> sums, Vector512<double> reached) =>
        BitOperations.PopCount(Vector512.LessThanOrEqual(Vector512.Create(sums), reached).ExtractMostSignificantBits());
}
