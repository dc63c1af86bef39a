namespace SimInterdiction.Experiments.Statistics;

/// <summary>After how many replications a running estimate is looked at.</summary>
public static class LogSpacing
{
    /// <summary>
    /// At most <paramref name="points"/> different numbers from 2 through <paramref name="last"/>, even in their
    /// logarithms. Estimating afresh at each costs about 5 passes over the replications in all, whatever their number:
    /// the numbers grow geometrically.
    /// </summary>
    public static IReadOnlyList<int> From2Through(int last, int points)
    {
        if (last < 2)
        {
            return [];
        }

        double growth = Math.Log(last / 2.0) / (points - 1);
        return [.. Enumerable.Range(0, points).Select(i => i == points - 1 ? last : (int)Math.Round(2 * Math.Exp(growth * i))).Distinct()];
    }
}
