namespace SimInterdiction.Experiments.Statistics;

/// <summary>From which step on a series stays above 0, where each of its steps is known but for chance.</summary>
/// <remarks>
/// The first step whose estimate is above 0 would come too early: the more steps there are before the crossing, the
/// surer one of them is above it by chance. So both ends rest on tests in a fixed order, each at the full level, that
/// stop at the first that fails; then all that was claimed holds together, however the steps hang together (Maurer,
/// Hothorn and Lehmacher 1995). From the first step on it is shown that the series is below 0, and from the last one
/// back that it is above. Neither end assumes that it crosses once only.
/// </remarks>
public static class LastingCrossing
{
    /// <summary>The crossing of a series, in its order; undefined steps (NaN) are passed over.</summary>
    /// <param name="series">The steps.</param>
    /// <param name="confidence">Of both ends together, between 0 and 1, such as 0.95.</param>
    public static Crossing Find(IReadOnlyList<PointEstimate> series, double confidence)
    {
        int earliest = 0;
        while (earliest < series.Count && (IsUndefined(series[earliest]) || series[earliest].At(confidence).High < 0))
        {
            earliest++;
        }

        int latest = series.Count;
        while (latest > 0 && (IsUndefined(series[latest - 1]) || series[latest - 1].At(confidence).Low > 0))
        {
            latest--;
        }

        return new Crossing(MostLikely(series), earliest, latest);
    }

    private static bool IsUndefined(PointEstimate step) => double.IsNaN(step.Value);

    // Where what lies before is most below 0, added up: all steps say where, not one alone.
    private static int MostLikely(IReadOnlyList<PointEstimate> series)
    {
        (int at, double least, double sum) = (0, 0, 0);
        for (int step = 0; step < series.Count; step++)
        {
            sum += IsUndefined(series[step]) ? 0 : series[step].Value;
            if (sum < least)
            {
                (at, least) = (step + 1, sum);
            }
        }

        return at;
    }
}

/// <summary>Where a series begins to stay above 0: by how many steps lie before, from 0; as many as there are where it
/// does not.</summary>
/// <param name="At">The estimate, never outside the two ends.</param>
/// <param name="Earliest">All steps before this one are surely below 0.</param>
/// <param name="Latest">This one and all after it are surely above 0.</param>
public readonly record struct Crossing(int At, int Earliest, int Latest);
