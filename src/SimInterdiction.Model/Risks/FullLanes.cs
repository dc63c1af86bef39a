using SimInterdiction.Engine.Distributions;
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
    private readonly ShiftEnds? ends = team.Secondary is not null || team.QueueLimit > 0 ? new ShiftEnds(team.Rules) : null;
    private double? inTime;

    /// <summary>Of the vehicles stopped, the share waved through.</summary>
    public double Primary { get; private set; }

    /// <summary>Of the vehicles referred in time, the share that goes free.</summary>
    public double Secondary { get; private set; }

    /// <summary>Of the vehicles searched at primary, the share whose search ends before the shift does: the others are
    /// referred to nobody.</summary>
    public double InTime => inTime ??= 1 - (ends?.ShareEndingWithin(team.SearchHours) ?? 0);

    /// <summary>About the share of vehicles that still wait when a shift ends, and go free: it is no part of the other
    /// shares.</summary>
    public double StillWaiting { get; private set; }

    /// <summary>Works both out.</summary>
    /// <param name="loads">Of shipments that pass while the team is on duty: how many in an hour, the share found by a
    /// search at primary, and by one at secondary.</param>
    public void Fill(IReadOnlyList<(double PerHour, double FoundFirst, double FoundAgain)> loads)
    {
        double searchHours = team.SearchHours.Mean;
        double legitimate = team.Stopping.LegitimatePerHour;
        double stopped = legitimate + (loads.Sum(load => load.PerHour) * levels.MeanChance);
        StillWaiting = Waiting(team.Lanes, team.QueueLimit, stopped, team.SearchHours);
        Primary = levels.ShareFull(team.Lanes, team.QueueLimit, legitimate * searchHours, chance =>
            loads.Sum(load => load.PerHour * chance * (searchHours + (team.SeizureHours * load.FoundFirst)))
        );
        if (team.Secondary is { } secondary)
        {
            double served = 1 - Primary;
            double again = secondary.SearchHours.Mean;
            Secondary = levels.ShareFull(
                secondary.Lanes,
                secondary.QueueLimit,
                served * legitimate * secondary.RefersOfTraffic * again,
                chance =>
                    served
                    * loads.Sum(load =>
                        load.PerHour
                        * chance
                        * (1 - load.FoundFirst)
                        * secondary.ChanceToRefer()
                        * (again + (team.SeizureHours * load.FoundAgain))
                    )
            );
            double stoppedAgain = served * legitimate * secondary.RefersOfTraffic;
            StillWaiting = Math.Max(StillWaiting, Waiting(secondary.Lanes, secondary.QueueLimit, stoppedAgain, secondary.SearchHours));
        }
    }

    private double Waiting(int lanes, int queueLimit, double perHour, Distribution searchHours) =>
        queueLimit > 0 && lanes < int.MaxValue ? ends!.ShareEndingWithin(levels.MeanWaitHours(lanes, queueLimit, perHour, searchHours)) : 0;
}
