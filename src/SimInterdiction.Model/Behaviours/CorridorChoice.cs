using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace SimInterdiction.Model.Behaviours;

/// <summary>How one flow is shared among its corridors: P(r) proportional to share * exp(-risk aversion * (perceived
/// risk - reference risk)).</summary>
/// <remarks>McFadden, Conditional logit analysis of qualitative choice behavior (1974).</remarks>
internal sealed class CorridorChoice
{
    // The reference of what has no share: risks are chances, so that none looks worse. No larger, since Exp takes far
    // longer for what it can't express.
    private const double NeverBest = -1;

    private static readonly int Eight = Vector512<double>.Count;

    private readonly double[] shares;
    private readonly double[] references;
    private readonly double riskAversion;

    /// <param name="corridors">The corridors the flow may take.</param>
    /// <param name="shares">Their given shares.</param>
    /// <param name="references">The risk of each at which its share is as given.</param>
    /// <param name="riskAversion">Weight of the risk.</param>
    public CorridorChoice(int[] corridors, double[] shares, double[] references, double riskAversion)
    {
        Corridors = corridors;
        this.shares = Padded(shares);
        this.references = Padded(references);
        for (int i = 0; i < this.shares.Length; i++)
        {
            this.references[i] = this.shares[i] > 0 ? this.references[i] : NeverBest;
        }

        this.riskAversion = riskAversion;
        RoomOfSums = Room + RoundedUp(Room / Eight);
    }

    public int[] Corridors { get; }

    /// <summary>Room for one number a corridor, a multiple of a vector's.</summary>
    public int Room => shares.Length;

    /// <summary>Room for the running sums: one a corridor, and behind them the last of every eight, which are a
    /// multiple of eight again.</summary>
    public int RoomOfSums { get; }

    /// <summary>Running sums of the corridors' weights; the last of them, and what fills up the room, is the sum of
    /// all.</summary>
    /// <param name="perceived">The perceived risk of each corridor, <see cref="Room"/> numbers.</param>
    /// <param name="upTo">Takes the sums, <see cref="RoomOfSums"/> numbers.</param>
    public void Weigh(ReadOnlySpan<double> perceived, Span<double> upTo)
    {
        // Only differences of risk matter: relative to the corridor that looks best no weight overflows, and one at
        // least is not lost.
        ref double risk = ref MemoryMarshal.GetReference(perceived[..Room]);
        ref double weight = ref MemoryMarshal.GetReference(upTo[..Room]);
        Vector512<double> least = Vector512.Create(double.PositiveInfinity);
        for (nuint i = 0; i < (nuint)Room; i += (nuint)Vector512<double>.Count)
        {
            least = Vector512.Min(least, Vector512.LoadUnsafe(ref risk, i) - Vector512.LoadUnsafe(ref references[0], i));
        }

        Vector512<double> best = Vector512.Create(Least(least));
        for (nuint i = 0; i < (nuint)Room; i += (nuint)Vector512<double>.Count)
        {
            Vector512<double> excess = Vector512.LoadUnsafe(ref risk, i) - Vector512.LoadUnsafe(ref references[0], i) - best;
            (Vector512.LoadUnsafe(ref shares[0], i) * Vector512.Exp(excess * -riskAversion)).StoreUnsafe(ref weight, i);
        }

        double sum = 0;
        for (nuint i = 0; i < (nuint)Room; i++)
        {
            ref double each = ref Unsafe.Add(ref weight, i);
            each = sum += each;
        }

        int end = Room;
        for (int last = Eight - 1; last < Room - 1; last += Eight)
        {
            upTo[end++] = upTo[last];
        }

        // No luck is beyond the last.
        upTo[end..RoomOfSums].Fill(double.PositiveInfinity);
    }

    /// <summary>The same, in arrays of their own.</summary>
    public double[] Weigh(double[] perceived)
    {
        var upTo = new double[RoomOfSums];
        Weigh(Padded(perceived), upTo);
        return upTo;
    }

    /// <summary>The corridor in whose part of the running sums a uniform falls.</summary>
    /// <remarks>
    /// How many eights lie below, then how many of an eight, each looked at together: where the luck falls is a branch
    /// that no predictor learns, so there is none. By halves it took 25 ns longer with 600 corridors.
    /// </remarks>
    public int At(double u, ReadOnlySpan<double> upTo)
    {
        Vector512<double> reached = Vector512.Create(u * upTo[Room - 1]);
        int eights = 0;
        for (int end = Room; Room > Eight && end < RoomOfSums; end += Eight)
        {
            eights += Passed(upTo[end..], reached);
        }

        int passed = eights * Eight;
        return Corridors[passed + Passed(upTo[passed..], reached)];
    }

    private static int Passed(ReadOnlySpan<double> sums, Vector512<double> reached) =>
        BitOperations.PopCount(Vector512.LessThanOrEqual(Vector512.Create(sums), reached).ExtractMostSignificantBits());

    private static double Least(Vector512<double> values)
    {
        Vector256<double> four = Vector256.Min(values.GetLower(), values.GetUpper());
        Vector128<double> two = Vector128.Min(four.GetLower(), four.GetUpper());
        return Math.Min(two[0], two[1]);
    }

    private static double[] Padded(double[] values)
    {
        var padded = new double[RoundedUp(values.Length)];
        values.CopyTo(padded, 0);
        return padded;
    }

    private static int RoundedUp(int count) => (count + Eight - 1) / Eight * Eight;
}
