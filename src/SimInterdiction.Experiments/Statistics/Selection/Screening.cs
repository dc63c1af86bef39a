using SimInterdiction.Engine.Numerics;

namespace SimInterdiction.Experiments.Statistics.Selection;

/// <summary>Leaves out what is clearly not the best.</summary>
public static class Screening
{
    /// <summary>
    /// The systems of which none other is better beyond chance; among them is, with at least this confidence, the best
    /// one (Nelson, Swann, Goldsman and Song 2001, with their pairwise t intervals on the differences of paired
    /// replications, shared out by Bonferroni). With a smallest difference that matters d, a system stays only if it
    /// may be less than the interval's width, less d, behind: then a good one is among them, less than d from the best.
    /// </summary>
    /// <param name="samples">Any sampling.</param>
    /// <param name="smallestThatMatters">d, at least 0.</param>
    /// <param name="confidence">Such as 0.95.</param>
    public static IReadOnlyList<int> Survivors(SystemSamples samples, double smallestThatMatters, double confidence)
    {
        double t = StudentT.UpperQuantile((1 - confidence) / (samples.Systems - 1), samples.Replications - 1);
        return
        [
            .. Enumerable.Range(0, samples.Systems).Where(i => Enumerable.Range(0, samples.Systems).All(j => j == i || MayEqual(i, j))),
        ];

        bool MayEqual(int system, int other)
        {
            double width = t * Math.Sqrt(samples.DifferenceVariance(system, other) / samples.Replications);
            return Tolerance.IsAtMost(samples.Mean(other) - Math.Max(0, width - smallestThatMatters), samples.Mean(system));
        }
    }
}
