using SimInterdiction.Engine.Scheduling;
using SimInterdiction.Model.Teams;
using SimInterdiction.Model.World;

namespace SimInterdiction.Model.Risks;

/// <summary>Which teams of a place are on duty together, and in which half-hours of the week.</summary>
/// <param name="Chance">Of each team, the chance that it is there: 0 or 1, or its share for one that is posted at
/// random.</param>
/// <param name="ShareOf">Of each half-hour of the week, the share of the window's weeks in which this is so.</param>
internal sealed record Presence(double[] Chance, double[] ShareOf)
{
    /// <summary>The combinations that occur in the window.</summary>
    /// <param name="teams">The teams.</param>
    /// <param name="isHere">Of each that rotates, whether it is here; null where only its chance is known, and of
    /// others.</param>
    /// <param name="timeline">The clock.</param>
    public static IReadOnlyList<Presence> Of(Station[] teams, bool?[] isHere, Timeline timeline)
    {
        double[] whenOn = [.. teams.Zip(isHere, (team, here) => here is null ? team.Rules.ChanceHere
                : here.Value ? 1
                : 0)];
        var found = new Dictionary<string, Presence>();
        var hours = new double[WeekClock.Bins];
        DutyCalendar[] duties = [.. teams.Select(team => team.Rules.AsPublished())];
        var chance = new double[teams.Length];
        Presence? presence = null;
        foreach ((int bin, Instant from, Instant to) in WeekClock.HalfHours(timeline.WindowStart, timeline.WindowEnd))
        {
            for (Instant at = from; at < to; )
            {
                Instant until = Look(at, to);

                // Mostly nothing has changed within half an hour.
                if (presence is null || !presence.Chance.SequenceEqual(chance))
                {
                    string key = string.Join(' ', chance);
                    if (!found.TryGetValue(key, out presence))
                    {
                        found[key] = presence = new Presence([.. chance], new double[WeekClock.Bins]);
                    }
                }

                presence.ShareOf[bin] += until - at;
                hours[bin] += until - at;
                at = until;
            }
        }

        foreach (double[] shareOf in found.Values.Select(p => p.ShareOf))
        {
            for (int bin = 0; bin < WeekClock.Bins; bin++)
            {
                shareOf[bin] /= hours[bin] > 0 ? hours[bin] : 1;
            }
        }

        return [.. found.Values];

        // Who is there at an instant, and until when nobody comes or goes.
        Instant Look(Instant at, Instant end)
        {
            for (int i = 0; i < teams.Length; i++)
            {
                bool isOn = duties[i].IsOnDuty(at, out Shift shift);
                chance[i] = isOn ? whenOn[i] : 0;
                Instant changes = isOn ? shift.To : shift.From;
                end = changes < end ? changes : end;
            }

            return end;
        }
    }
}
