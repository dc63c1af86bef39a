using SimInterdiction.Engine.Distributions;
using SimInterdiction.Engine.Scheduling;
using SimInterdiction.Model.Teams;
using SimInterdiction.Model.World;

namespace SimInterdiction.Model.Risks;

/// <summary>The teams of a place as theory sees them: who is there when, and how likely they find a shipment.</summary>
internal sealed class MannedPlace
{
    private readonly Station[] teams;
    private readonly IReadOnlyList<Presence> presences;
    private readonly FullLanes[] full;

    // Of each team by half-hour of the week; a single one where its chance never varies.
    private readonly double[][] chances;

    /// <param name="teams">In the order in which they try.</param>
    /// <param name="isHere">Of each that rotates, whether it is here; null where only its chance is known, and of
    /// others.</param>
    /// <param name="timeline">The clock.</param>
    public MannedPlace(Station[] teams, bool?[] isHere, Timeline timeline)
    {
        this.teams = teams;
        presences = Presence.Of(teams, isHere, timeline);
        full = [.. teams.Select(team => new FullLanes(team))];
        chances = [.. teams.Select(team => ChancesOf(team.Stopping, timeline))];
    }

    /// <summary>Computes how often each team's lanes are full.</summary>
    /// <param name="passing">Of each flow the distribution of its loads, and how many shipments pass in an
    /// hour.</param>
    public void FillLanes((Distribution Load, double PerHour)[] passing)
    {
        for (int i = 0; i < teams.Length; i++)
        {
            Station team = teams[i];
            full[i]
                .Fill([
                    .. passing.Select(each =>
                        (each.PerHour, OnAverage(team, each.Load, team.FindsAtFirst), OnAverage(team, each.Load, team.FindsAtSecondary))
                    ),
                ]);
        }
    }

    /// <summary>The chance that a shipment is lost here, for each half-hour of the week in which it may
    /// arrive.</summary>
    public double[] Loss(Distribution load)
    {
        double[] found =
        [
            .. teams.Select(
                (team, i) =>
                    (1 - full[i].Primary)
                    * OnAverage(team, load, firearms =>
                        team.FindsShare(firearms, servedAtSecondary: full[i].InTime * (1 - full[i].Secondary))
                    )
            ),
        ];
        var loss = new double[WeekClock.Bins];
        bool varies = Array.Exists(chances, each => each.Length > 1);
        foreach (Presence presence in presences)
        {
            double lost = varies ? 0 : Lost(presence, found, 0);
            for (int bin = 0; bin < loss.Length; bin++)
            {
                loss[bin] += (varies && presence.ShareOf[bin] > 0 ? Lost(presence, found, bin) : lost) * presence.ShareOf[bin];
            }
        }

        return loss;
    }

    // The mean over the weeks of the window.
    private static double[] ChancesOf(Stopping stopping, Timeline timeline)
    {
        if (!stopping.VariesInTime)
        {
            return [stopping.Greatest];
        }

        var sum = new double[WeekClock.Bins];
        var hours = new double[WeekClock.Bins];
        foreach ((int bin, Instant from, Instant to) in WeekClock.HalfHours(timeline.WindowStart, timeline.WindowEnd))
        {
            (double chance, double open) = stopping.HoursWithin(from, to);
            sum[bin] += chance;
            hours[bin] += open;
        }

        return [.. sum.Zip(hours, (chance, open) => open > 0 ? chance / open : 0)];
    }

    private double Lost(Presence presence, double[] found, int bin) =>
        1 - Passes(presence.Chance, [.. chances.Select(each => each[each.Length > 1 ? bin : 0])], found, 0, []);

    /// <summary>The chance that a load of this distribution is found: the mean over its sizes.</summary>
    private static double OnAverage(Station team, Distribution load, Func<int, double> finds)
    {
        if (!team.FindsDependOnLoad)
        {
            return finds(1);
        }

        double mean = 0;
        for (int firearms = Math.Max(1, (int)load.Minimum); load.Survival(firearms - 1) > 1e-12; firearms++)
        {
            mean += (load.Survival(firearms - 1) - load.Survival(firearms)) * finds(firearms);
        }

        return mean;
    }

    // Team by team, each there or not; a further one of a type that is already there acts with its part of the chance.
    private double Passes(double[] chance, double[] first, double[] found, int next, IReadOnlyList<string> typesThere)
    {
        if (next == teams.Length)
        {
            return 1;
        }

        Station team = teams[next];
        double passes = 0;
        if (chance[next] < 1)
        {
            passes += (1 - chance[next]) * Passes(chance, first, found, next + 1, typesThere);
        }

        if (chance[next] > 0)
        {
            double acts = team.ChanceToAct(first[next], isFurther: typesThere.Contains(team.Place.Type));
            passes += chance[next] * (1 - (acts * found[next])) * Passes(chance, first, found, next + 1, [.. typesThere, team.Place.Type]);
        }

        return passes;
    }
}
