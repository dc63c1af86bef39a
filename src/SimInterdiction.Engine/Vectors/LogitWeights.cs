using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace SimInterdiction.Engine.Vectors;

/// <summary>Weights of a logit choice: share * exp(-sensitivity * (cost - reference)).</summary>
/// <remarks>McFadden, Conditional logit analysis of qualitative choice behavior (1974).</remarks>
public static class LogitWeights
{
    /// <summary>Computes the weights, all divided by the same number: only differences of cost matter, so relative to
    /// the alternative that looks best no weight overflows, and at least one is not lost.</summary>
    /// <param name="shares">The weight of each alternative whose cost is its reference.</param>
    /// <param name="costs">What each costs.</param>
    /// <param name="references">Its reference.</param>
    /// <param name="sensitivity">How much a cost counts, from 0.</param>
    /// <param name="weights">Takes the weights. All five are equally long, by a multiple of eight.</param>
    public static void Of(
        ReadOnlySpan<double> shares,
        ReadOnlySpan<double> costs,
        ReadOnlySpan<double> references,
        double sensitivity,
        Span<double> weights
    )
    {
        int count = shares.Length;
        ref double share = ref MemoryMarshal.GetReference(shares);
        ref double cost = ref MemoryMarshal.GetReference(costs[..count]);
        ref double reference = ref MemoryMarshal.GetReference(references[..count]);
        ref double weight = ref MemoryMarshal.GetReference(weights[..count]);
        Vector512<double> least = Vector512.Create(double.PositiveInfinity);
        for (nuint i = 0; i < (nuint)count; i += EightNumbers.Count)
        {
            least = Vector512.Min(least, Vector512.LoadUnsafe(ref cost, i) - Vector512.LoadUnsafe(ref reference, i));
        }

        Vector512<double> best = Vector512.Create(Least(least));
        for (nuint i = 0; i < (nuint)count; i += EightNumbers.Count)
        {
            Vector512<double> excess = Vector512.LoadUnsafe(ref cost, i) - Vector512.LoadUnsafe(ref reference, i) - best;
            (Vector512.LoadUnsafe(ref share, i) * Vector512.Exp(excess * -sensitivity)).StoreUnsafe(ref weight, i);
        }
    }

    private static double Least(Vector512<double> values)
    {
        Vector256<double> four = Vector256.Min(values.GetLower(), values.GetUpper());
        Vector128<double> two = Vector128.Min(four.GetLower(), four.GetUpper());
        return Math.Min(two[0], two[1]);
    }
}
