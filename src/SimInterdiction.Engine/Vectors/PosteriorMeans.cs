using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace SimInterdiction.Engine.Vectors;

/// <summary>Means of what was seen and what was believed before: (weight * prior + sum) / (weight + count).</summary>
public static class PosteriorMeans
{
    /// <summary>Computes the means; where weight and count are both 0 the prior stays.</summary>
    /// <param name="priors">What was believed of each.</param>
    /// <param name="weight">How many observations a prior is worth, from 0.</param>
    /// <param name="sums">The sum of the observations of each.</param>
    /// <param name="counts">How many there were.</param>
    /// <param name="means">Takes the means. All four are equally long, by a multiple of eight.</param>
    public static void Of(
        ReadOnlySpan<double> priors,
        double weight,
        ReadOnlySpan<double> sums,
        ReadOnlySpan<double> counts,
        Span<double> means
    )
    {
        int count = priors.Length;
        ref double prior = ref MemoryMarshal.GetReference(priors);
        ref double sum = ref MemoryMarshal.GetReference(sums[..count]);
        ref double seen = ref MemoryMarshal.GetReference(counts[..count]);
        ref double mean = ref MemoryMarshal.GetReference(means[..count]);
        Vector512<double> worth = Vector512.Create(weight);
        for (nuint i = 0; i < (nuint)count; i += EightNumbers.Count)
        {
            Vector512<double> before = Vector512.LoadUnsafe(ref prior, i);
            Vector512<double> all = worth + Vector512.LoadUnsafe(ref seen, i);
            Vector512<double> total = (worth * before) + Vector512.LoadUnsafe(ref sum, i);
            Vector512.ConditionalSelect(Vector512.GreaterThan(all, Vector512<double>.Zero), total / all, before).StoreUnsafe(ref mean, i);
        }
    }
}
