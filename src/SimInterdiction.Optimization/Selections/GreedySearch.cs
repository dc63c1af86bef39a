namespace SimInterdiction.Optimization.Selections;

/// <summary>A good choice without a solver: what brings most for what it uses, one after the other, then exchanges
/// while
/// they help. It also bounds every other choice, though not closely.</summary>
/// <param name="candidates">What may be chosen.</param>
/// <param name="worth">What it is worth.</param>
public sealed class GreedySearch(Candidates candidates, IBoundedWorth worth)
{
    private const double Better = 1e-12;

    /// <summary>Searches.</summary>
    /// <param name="stop">Ends it early.</param>
    public Selection Search(CancellationToken stop)
    {
        if (candidates.BrokenByKept.Any())
        {
            return new Selection(null, double.NaN, double.NaN, [], [], SelectionEnd.Impossible);
        }

        bool[][] tries = [Fill(Kept(), isPerUse: false, stop), Fill(Kept(), isPerUse: true, stop)];
        bool[] best = tries.Select(chosen => Exchange(chosen, stop)).MaxBy(worth.Of)!;
        double value = worth.Of(best);
        double bound = Math.Min(BoundFrom(best), BoundFrom(Kept()));
        return new Selection(best, value, Math.Max(bound, value), [], [], SelectionEnd.Stopped);
    }

    /// <summary>Adds to a choice what fits, and exchanges while that helps.</summary>
    /// <param name="chosen">Within the limits.</param>
    /// <param name="stop">Ends it early.</param>
    public bool[] Improved(bool[] chosen, CancellationToken stop) => Exchange(Fill([.. chosen], isPerUse: false, stop), stop);

    private bool[] Kept() => [.. Enumerable.Range(0, candidates.Count).Select(candidates.Kept.Contains)];

    private bool[] Fill(bool[] chosen, bool isPerUse, CancellationToken stop)
    {
        double[] left = candidates.LeftBy(chosen);
        while (!stop.IsCancellationRequested)
        {
            double[] gains = Gains(chosen);
            int best = Enumerable
                .Range(0, candidates.Count)
                .Where(i => !chosen[i] && gains[i] > Better && candidates.Fits(i, left))
                .OrderByDescending(i => isPerUse ? gains[i] / candidates.ShareOf(i, left) : gains[i])
                .FirstOrDefault(-1);
            if (best < 0)
            {
                break;
            }

            chosen[best] = true;
            candidates.Take(best, 1, left);
        }

        return chosen;
    }

    // One out, and what then brings most in.
    private bool[] Exchange(bool[] chosen, CancellationToken stop)
    {
        double value = worth.Of(chosen);
        bool isBetter = true;
        while (isBetter && !stop.IsCancellationRequested)
        {
            isBetter = false;
            foreach (int removed in Enumerable.Range(0, candidates.Count).Where(i => chosen[i] && !candidates.Kept.Contains(i)).ToList())
            {
                bool[] tried = [.. chosen];
                tried[removed] = false;
                tried = Fill(tried, isPerUse: false, stop);
                double its = worth.Of(tried);
                if (its > value + Better)
                {
                    (chosen, value, isBetter) = (tried, its, true);
                    break;
                }
            }
        }

        return chosen;
    }

    // What all that is added brings, each as much as it would alone, and fractions to fill a limit: the least over all
    // limits.
    private double BoundFrom(bool[] chosen)
    {
        LinearBound bound = worth.BoundAt(chosen);
        double[] slopes = Slopes(bound);
        double FillOf(Limit limit)
        {
            double[] uses = new double[candidates.Count];
            foreach ((int candidate, double amount) in limit.Uses)
            {
                uses[candidate] += amount;
            }

            double sum = bound.Constant;
            double left = limit.AtMost;
            foreach (int i in Enumerable.Range(0, slopes.Length).Where(i => slopes[i] > 0).OrderByDescending(i => slopes[i] / uses[i]))
            {
                double share = uses[i] > left ? Math.Max(0, left) / uses[i] : 1;
                sum += share * slopes[i];
                left -= share * uses[i];
            }

            return sum;
        }

        return candidates.Limits.Select(FillOf).Append(bound.Constant + slopes.Sum(slope => Math.Max(0, slope))).Min();
    }

    private double[] Gains(bool[] chosen) => Slopes(worth.BoundAt(chosen));

    private double[] Slopes(LinearBound bound)
    {
        var slopes = new double[candidates.Count];
        foreach ((int candidate, double slope) in bound.Slopes)
        {
            slopes[candidate] += slope;
        }

        return slopes;
    }
}
