using SimInterdiction.Engine.Scheduling;
using SimInterdiction.Model.Interdiction;
using SimInterdiction.Model.Time;

namespace SimInterdiction.Model.Adversary;

/// <summary>Which teams of a place are on duty together, and in which half-hours of the week.</summary>
/// <param name="Chance">Of each team, the chance that it is there: 0 or 1, or its share for one that is posted at random.</param>
/// <param name="ShareOf">Of each half-hour of the week, the share of the window's weeks in which this is so.</param>
internal sealed record Presence(double[] Chance, double[] ShareOf)
{
    /// <summary>The combinations that occur in the window.</summary>
    public static IReadOnlyList<Presence> Of(Station[] teams, Timeline timeline)
    {
        var found = new Dictionary<string, Presence>();
        var visits = new int[WeekClock.Bins];
        DutyCalendar[] duties = [.. teams.Select(team => team.Rules.AsPublished())];
        Presence? presence = null;
        foreach ((int bin, Instant middle) in WeekClock.HalfHours(timeline.WindowStart, timeline.WindowEnd))
        {
            // Mostly nothing has changed within half an hour.
            double[] chance = [.. teams.Select((team, i) => duties[i].IsOnDuty(middle, out _) ? team.Rules.ChanceHere : 0)];
            if (presence is null || !presence.Chance.SequenceEqual(chance))
            {
                string key = string.Join(' ', chance);
                if (!found.TryGetValue(key, out presence))
                {
                    found[key] = presence = new Presence(chance, new double[WeekClock.Bins]);
                }
            }

            presence.ShareOf[bin]++;
            visits[bin]++;
        }

        foreach (double[] shareOf in found.Values.Select(p => p.ShareOf))
        {
            for (int bin = 0; bin < WeekClock.Bins; bin++)
            {
                shareOf[bin] /= Math.Max(1, visits[bin]);
            }
        }

        return [.. found.Values];
    }
}
