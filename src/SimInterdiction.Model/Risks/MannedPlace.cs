using SimInterdiction.Engine.Distributions;
using SimInterdiction.Model.Teams;
using SimInterdiction.Model.World;

namespace SimInterdiction.Model.Risks;

/// <summary>The teams of a place as theory sees them: who is there when, and how likely they find a shipment.</summary>
internal sealed class MannedPlace
{
    private readonly Station[] teams;
    private readonly IReadOnlyList<Presence> presences;
    private readonly FullLanes[] full;

    /// <param name="teams">In the order in which they try.</param>
    /// <param name="isHere">Of each that rotates, whether it is here; null where only its chance is known, and of
    /// others.</param>
    /// <param name="timeline">The clock.</param>
    public MannedPlace(Station[] teams, bool?[] isHere, Timeline timeline)
    {
        this.teams = teams;
        presences = Presence.Of(teams, isHere, timeline);
        full = [.. teams.Select(team => new FullLanes(team))];
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
        foreach (Presence presence in presences)
        {
            double lost = 1 - Passes(presence.Chance, found, 0, []);
            for (int bin = 0; bin < loss.Length; bin++)
            {
                loss[bin] += lost * presence.ShareOf[bin];
            }
        }

        return loss;
    }

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
    private double Passes(double[] chance, double[] found, int next, IReadOnlyList<string> typesThere)
    {
        if (next == teams.Length)
        {
            return 1;
        }

        Station team = teams[next];
        double passes = 0;
        if (chance[next] < 1)
        {
            passes += (1 - chance[next]) * Passes(chance, found, next + 1, typesThere);
        }

        if (chance[next] > 0)
        {
            double acts = team.ChanceToAct(isFurther: typesThere.Contains(team.Place.Type));
            passes += chance[next] * (1 - (acts * found[next])) * Passes(chance, found, next + 1, [.. typesThere, team.Place.Type]);
        }

        return passes;
    }
}
