namespace SimInterdiction.Experiments.Statistics.Selection;

/// <summary>Where a selection stands.</summary>
/// <param name="Survivors">The systems not yet left out, in their order.</param>
/// <param name="Replications">How many of each survivor were looked at.</param>
/// <param name="Selected">The one selected; null while more than one is left.</param>
public sealed record SelectionState(IReadOnlyList<int> Survivors, int Replications, int? Selected);

/// <summary>
/// The fully sequential selection of Kim and Nelson (2001), with c = 1 as they advise: after each replication the
/// systems that are unlikely to be the best drop out. The one selected is within the smallest difference that matters
/// of the best with the confidence asked for, if observations are normal. Common random numbers only make it quicker.
/// </summary>
/// <remarks>On pseudo-values of a ratio it holds approximately: they change a little as replications are
/// added.</remarks>
public sealed class KimNelson
{
    private readonly double smallestThatMatters;
    private readonly double confidence;

    /// <param name="smallestThatMatters">d, above 0: a difference below it is not worth finding.</param>
    /// <param name="confidence">Of having selected a good one.</param>
    public KimNelson(double smallestThatMatters, double confidence)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(smallestThatMatters);
        this.smallestThatMatters = smallestThatMatters;
        this.confidence = confidence;
    }

    /// <summary>h^2 = 2 eta (n0 - 1) with eta = ((2 alpha / (k - 1))^(-2 / (n0 - 1)) - 1) / 2.</summary>
    /// <param name="systems">k.</param>
    /// <param name="firstStage">n0, at least 2.</param>
    public double SquaredConstant(int systems, int firstStage)
    {
        double alpha = 2 * (1 - confidence) / (systems - 1);
        return (Math.Pow(alpha, -2.0 / (firstStage - 1)) - 1) * (firstStage - 1);
    }

    /// <summary>
    /// How far a system may be behind another after that many replications and stay: W = max(0, d / (2 r) (h^2 S^2 /
    /// d^2 - r)). It is 0 from N = h^2 S^2 / d^2 on.
    /// </summary>
    /// <param name="squaredConstant">h^2.</param>
    /// <param name="differenceVariance">S^2 of the paired difference in the first stage.</param>
    /// <param name="replications">r.</param>
    public double MayBeBehind(double squaredConstant, double differenceVariance, int replications)
    {
        double squared = smallestThatMatters * smallestThatMatters;
        return Math.Max(0, smallestThatMatters / (2 * replications) * ((squaredConstant * differenceVariance / squared) - replications));
    }

    /// <summary>Ends the first stage: from here on systems may drop out.</summary>
    /// <param name="firstStage">The first stage of all systems, whose variances count to the end; any sampling.</param>
    public Elimination Begin(SystemSamples firstStage) =>
        new(this, DifferenceVariances(firstStage), SquaredConstant(firstStage.Systems, firstStage.Replications));

    /// <summary>Judges the replications in their order, until one system is left or they are used up.</summary>
    /// <param name="samples">Any sampling.</param>
    /// <param name="firstStage">n0, at least 2: nothing drops out earlier, and the variances are those of the first
    /// stage.</param>
    public SelectionState Select(SystemSamples samples, int firstStage)
    {
        Elimination elimination = Begin(samples.First(firstStage));
        IReadOnlyList<int> survivors = [.. Enumerable.Range(0, samples.Systems)];
        double[] sums = new double[samples.Systems];
        int done = 0;
        while (survivors.Count > 1 && done < samples.Replications)
        {
            foreach (int i in survivors)
            {
                sums[i] += samples[i][done];
            }

            done++;
            if (done >= firstStage)
            {
                survivors = elimination.Remaining(survivors, system => sums[system] / done, done);
            }
        }

        return new SelectionState(survivors, done, survivors.Count == 1 ? survivors[0] : null);
    }

    private static double[,] DifferenceVariances(SystemSamples firstStage)
    {
        double[,] variances = new double[firstStage.Systems, firstStage.Systems];
        for (int i = 0; i < firstStage.Systems; i++)
        {
            for (int j = 0; j < i; j++)
            {
                variances[i, j] = variances[j, i] = firstStage.DifferenceVariance(i, j);
            }
        }

        return variances;
    }
}
