using SimInterdiction.Model.Teams;

namespace SimInterdiction.Model.Risks;

/// <summary>How often the lanes of a team, and those of its secondary inspection, are full in the long run.</summary>
/// <remarks>What leaves primary lanes and is referred is taken for a Poisson stream. With a queue that has room for
/// everybody and exponential searches that is exact (Burke, The output of a queuing system, 1956); elsewhere it is an
/// approximation.</remarks>
/// <param name="team">The team.</param>
internal sealed class FullLanes(Station team)
{
    private readonly TrafficLevels levels = TrafficLevels.Of(team);

    /// <summary>Of the vehicles stopped, the share waved through.</summary>
    public double Primary { get; private set; }

    /// <summary>Of the vehicles referred, the share that goes free.</summary>
    public double Secondary { get; private set; }

    /// <summary>Works both out.</summary>
    /// <param name="loads">Of shipments that pass while the team is on duty: how many in an hour, the share found by a
    /// search at primary, and by one at secondary.</param>
    public void Fill(IReadOnlyList<(double PerHour, double FoundFirst, double FoundAgain)> loads)
    {
        double searchHours = team.SearchHours.Mean;
        double shipments = 0;
        foreach ((double perHour, double found, _) in loads)
        {
            shipments += perHour * team.ActsOnShare * (searchHours + (team.SeizureHours * found));
        }

        Primary = levels.ShareFull(team.Lanes, team.QueueLimit, team.LegitimateStopsPerHour * searchHours, shipments);
        if (team.Secondary is { } secondary)
        {
            double served = 1 - Primary;
            double again = secondary.SearchHours.Mean;
            double referred = loads.Sum(load =>
                load.PerHour
                * team.ActsOnShare
                * (1 - load.FoundFirst)
                * secondary.ChanceToRefer()
                * (again + (team.SeizureHours * load.FoundAgain))
            );
            Secondary = levels.ShareFull(
                secondary.Lanes,
                secondary.QueueLimit,
                served * team.LegitimateStopsPerHour * secondary.RefersOfTraffic * again,
                served * referred
            );
        }
    }
}
