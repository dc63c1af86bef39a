namespace SimInterdiction.Experiments.Statistics.Selection;

/// <summary>How far each of several systems falls short of the best of them, or of those it may be compared
/// with.</summary>
public static class Regrets
{
    /// <summary>
    /// The largest of the others' leads, 0 for the best, with intervals that all hold together: from intervals of all
    /// pairs (Hsu 1996, section 4.2), shared out by Bonferroni, so valid under common random numbers and however unlike
    /// the systems vary. An interval that begins above 0 shows that the system is not the best, one of [0, 0] that it
    /// surely is: systems that are equal are all called perhaps the best in 95 of 100 studies.
    /// </summary>
    /// <param name="systems">How many there are, at least one.</param>
    /// <param name="lead">The estimate of the first system less the second, more being better; asked once a
    /// pair.</param>
    /// <param name="isAlternative">Whether the second system could be had in place of the first.</param>
    /// <param name="confidence">Of all together, such as 0.95.</param>
    /// <returns>By system; NaN where no lead over it is defined.</returns>
    public static IReadOnlyList<Regret> Of(
        int systems,
        Func<int, int, PointEstimate> lead,
        Func<int, int, bool> isAlternative,
        double confidence
    )
    {
        double each = Bonferroni.Confidence(confidence, systems * (systems - 1) / 2);
        var leads = new (double Value, Interval Interval)[systems, systems];
        for (int one = 0; one < systems; one++)
        {
            for (int other = one + 1; other < systems; other++)
            {
                PointEstimate estimate = lead(one, other);
                Interval interval = estimate.At(each);
                leads[one, other] = (estimate.Value, interval);
                leads[other, one] = (-estimate.Value, new Interval(-interval.High, -interval.Low));
            }
        }

        return [.. Enumerable.Range(0, systems).Select(OfSystem)];

        Regret OfSystem(int system)
        {
            (double Value, Interval Interval)[] over =
            [
                .. Enumerable
                    .Range(0, systems)
                    .Where(other => other != system && isAlternative(system, other))
                    .Select(other => leads[other, system])
                    .Where(l => !double.IsNaN(l.Value)),
            ];
            bool isUndefined =
                over.Length == 0
                && systems > 1
                && Enumerable.Range(0, systems).Any(other => other != system && isAlternative(system, other));
            return isUndefined
                ? new Regret(double.NaN, new Interval(double.NaN, double.NaN))
                : new Regret(Largest(l => l.Value), new Interval(Largest(l => l.Interval.Low), Largest(l => l.Interval.High)));

            // NaN, as of a single replication, stays NaN.
            double Largest(Func<(double Value, Interval Interval), double> part) =>
                over.Aggregate(0.0, (most, l) => Math.Max(most, part(l)));
        }
    }
}

/// <summary>How far a system falls short of the best, at least 0.</summary>
public readonly record struct Regret(double Value, Interval Interval);
