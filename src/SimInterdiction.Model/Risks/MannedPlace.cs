using SimInterdiction.Engine.Distributions;
using SimInterdiction.Model.Teams;
using SimInterdiction.Model.World;

namespace SimInterdiction.Model.Risks;

/// <summary>The teams of a place as theory sees them: who is there when, and how likely they find a shipment.</summary>
internal sealed class MannedPlace
{
    private readonly Station[] teams;
    private readonly IReadOnlyList<Presence> presences;
    private readonly double[] served;
    private readonly TrafficLevels[] levels;

    /// <param name="teams">In the order in which they try.</param>
    /// <param name="isHere">Of each that rotates, whether it is here; null where only its chance is known, and of
    /// others.</param>
    /// <param name="timeline">The clock.</param>
    public MannedPlace(Station[] teams, bool?[] isHere, Timeline timeline)
    {
        this.teams = teams;
        presences = Presence.Of(teams, isHere, timeline);
        served = [.. teams.Select(_ => 1.0)];
        levels = [.. teams.Select(TrafficLevels.Of)];
    }

    /// <summary>Computes how often each team's lanes are full.</summary>
    /// <param name="passing">Of each flow the distribution of its loads, and how many shipments pass in an
    /// hour.</param>
    public void FillLanes((Distribution Load, double PerHour)[] passing)
    {
        for (int i = 0; i < teams.Length; i++)
        {
            Station team = teams[i];
            double searchHours = team.SearchHours.Mean;
            double shipments = 0;
            foreach ((Distribution load, double perHour) in passing)
            {
                shipments += perHour * team.ActsOnShare * (searchHours + (team.SeizureHours * FindsOnAverage(team, load)));
            }

            served[i] = 1 - levels[i].ShareFull(team, team.LegitimateStopsPerHour * searchHours, shipments);
        }
    }

    /// <summary>The chance that a shipment is lost here, for each half-hour of the week in which it may
    /// arrive.</summary>
    public double[] Loss(Distribution load)
    {
        double[] found = [.. teams.Select((team, i) => served[i] * FindsOnAverage(team, load))];
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

    /// <summary>The chance that a load of this distribution is found by a search: the mean over its sizes.</summary>
    private static double FindsOnAverage(Station team, Distribution load)
    {
        if (!team.FindsDependOnLoad)
        {
            return team.FindsShare(1);
        }

        double mean = 0;
        for (int firearms = Math.Max(1, (int)load.Minimum); load.Survival(firearms - 1) > 1e-12; firearms++)
        {
            mean += (load.Survival(firearms - 1) - load.Survival(firearms)) * team.FindsShare(firearms);
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
