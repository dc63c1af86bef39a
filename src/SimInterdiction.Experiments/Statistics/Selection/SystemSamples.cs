using SimInterdiction.Engine.Tallies;

namespace SimInterdiction.Experiments.Statistics.Selection;

/// <summary>
/// What several systems (deployments, as a rule) came to in the same number of replications. More is better: turn the
/// sign where less is. For a ratio these are its jackknife pseudo-values.
/// </summary>
public sealed class SystemSamples
{
    private readonly double[][] observations;
    private readonly double[] means;

    /// <param name="observations">By system, in replication order.</param>
    /// <param name="sampling">How replications relate across systems.</param>
    /// <param name="unseen">What is to be added to the variance of every difference, since it may be that no
    /// replication happened to show it (<see cref="UnseenFinds"/>).</param>
    /// <exception cref="ArgumentException">Fewer than two systems or replications, different numbers of them, or one
    /// that is undefined.</exception>
    public SystemSamples(IReadOnlyList<double[]> observations, Sampling sampling, double unseen = 0)
    {
        if (observations.Count < 2)
        {
            throw new ArgumentException("Comparing needs two systems at least.", nameof(observations));
        }

        foreach (double[] system in observations)
        {
            Pairing.RequireSameLength(system, observations[0]);
        }

        if (observations[0].Length < 2)
        {
            throw new ArgumentException("Comparing needs two replications at least.", nameof(observations));
        }

        if (observations.Any(system => !system.All(double.IsFinite)))
        {
            throw new ArgumentException("Every replication needs a value in every system.", nameof(observations));
        }

        this.observations = [.. observations];
        means = [.. observations.Select(system => Means.Summarise(system).Mean)];
        Sampling = sampling;
        Unseen = unseen;
    }

    /// <summary>The part of every difference's variance that no replication showed.</summary>
    public double Unseen { get; }

    public Sampling Sampling { get; }

    public int Systems => observations.Length;

    public int Replications => observations[0].Length;

    public ReadOnlySpan<double> this[int system] => observations[system];

    /// <summary>The system with the largest mean, the first of them when several have it.</summary>
    public int Largest => Array.IndexOf(means, means.Max());

    public double Mean(int system) => means[system];

    /// <summary>The largest mean among the other systems.</summary>
    public double LargestMeanBut(int system) => means.Where((_, i) => i != system).Max();

    /// <summary>Unbiased variance of a system's replications.</summary>
    public double Variance(int system) => Means.Summarise(observations[system]).Variance;

    /// <summary>Unbiased variance of the difference of two systems, paired by replication.</summary>
    public double DifferenceVariance(int system, int other)
    {
        var tally = new Tally();
        for (int i = 0; i < Replications; i++)
        {
            tally.Add(observations[system][i] - observations[other][i]);
        }

        return tally.Variance + Unseen;
    }

    /// <summary>The first replications only.</summary>
    public SystemSamples First(int replications) => new([.. observations.Select(system => system[..replications])], Sampling, Unseen);
}
