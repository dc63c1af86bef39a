namespace SimInterdiction.Tests.Verification.Twin;

/// <summary>A driver who knows the posted hours tries every moment that could be better than now.</summary>
internal static class NaiveForesight
{
    // The room a driver leaves behind the end of a shift.
    private const double Margin = 1e-6;

    // Chances that add up to a whole team in one order may not in another.
    private const double Rounding = 1e-9;

    /// <summary>The shortest wait, within patience, after which the fewest teams are to be expected.</summary>
    /// <param name="now">When the driver could leave.</param>
    /// <param name="reaches">The published shifts of each team on the way, the chance that it is there, and how long
    /// after leaving the driver reaches it.</param>
    /// <param name="patience">How long the driver is willing to wait, in hours.</param>
    public static double Wait(double now, IReadOnlyList<(NaiveDuty Published, double Chance, double HoursTo)> reaches, double patience)
    {
        double Expected(double leaves) => reaches.Sum(r => r.Published.IsOn(leaves + r.HoursTo) ? r.Chance : 0);

        double best = 0;
        double fewest = Expected(now);
        foreach ((NaiveDuty published, _, double hoursTo) in reaches)
        {
            foreach ((_, double to) in published.Shifts)
            {
                double wait = to + Margin - (now + hoursTo);
                if (wait <= 0 || wait > patience)
                {
                    continue;
                }

                double expected = Expected(now + wait);
                if (expected < fewest - Rounding || (expected < fewest + Rounding && wait < best))
                {
                    (best, fewest) = (wait, expected);
                }
            }
        }

        return best;
    }
}
