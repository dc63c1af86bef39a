using SimInterdiction.Model.Interdiction;
using SimInterdiction.Model.Teams;
using SimInterdiction.Model.World;

namespace SimInterdiction.Model.Previews;

/// <summary>What passes a checkpoint while a posting is on duty there in the observed window, and what a team of it
/// stops.</summary>
/// <param name="ShareOpen">Of the time on duty, the share in which the place is open; 1 without any duty.</param>
/// <param name="Chance">Of the shipments that come evenly over the time in which it is open, the share that is stopped
/// or acted on; 0 where that is none and the chance depends on it.</param>
/// <param name="StopsPerHour">Legitimate vehicles stopped in an hour in which it is open.</param>
/// <param name="FewestPerHour">The fewest legitimate vehicles that pass in an hour in which it is open.</param>
/// <param name="MostPerHour">The most.</param>
/// <param name="ShareBelowLooks">Of that time, the share in which fewer pass than the team looks at; 0 without
/// looks.</param>
public sealed record TrafficPreview(
    double ShareOpen,
    double Chance,
    double StopsPerHour,
    double FewestPerHour,
    double MostPerHour,
    double ShareBelowLooks
)
{
    /// <summary>Looks at a posting of a scenario without errors.</summary>
    /// <param name="scenario">The scenario.</param>
    /// <param name="checkpoint">One of the posting's checkpoints, by its name.</param>
    /// <param name="posting">The posting.</param>
    public static TrafficPreview Of(Scenario scenario, string checkpoint, Posting posting)
    {
        ArgumentNullException.ThrowIfNull(scenario);
        ArgumentNullException.ThrowIfNull(posting);
        return Of(scenario, new Timeline(scenario), checkpoint, posting);
    }

    internal static TrafficPreview Of(Scenario scenario, Timeline timeline, string checkpoint, Posting posting)
    {
        TeamType type = scenario.TeamTypes[posting.Team];
        double perHour = scenario.Checkpoints[checkpoint].Traffic?.PerHour ?? 0;
        double looks = type.Looks?.PerHour ?? 0;
        Intensity? traffic = IntensityAt(scenario, timeline, checkpoint);
        var stopping = new Stopping(type, perHour, traffic);
        if (traffic is null)
        {
            return new TrafficPreview(1, stopping.Greatest, stopping.LegitimatePerHour, perHour, perHour, looks > perHour ? 1 : 0);
        }

        (double onDuty, double open, double chance, double stopped, double below) = (0, 0, 0, 0, 0);
        (double fewest, double most) = (double.PositiveInfinity, 0);
        foreach (Shift shift in new DutyCalendar(posting, timeline).Within(timeline.WindowStart, timeline.WindowEnd))
        {
            onDuty += shift.To - shift.From;
            foreach (var step in traffic.Steps(shift.From, shift.To).Where(step => step.IsOpen))
            {
                double hours = step.To - step.From;
                double passing = perHour * step.Factor;
                open += hours;
                chance += hours * stopping.ChanceWith(step.Factor);
                stopped += hours * stopping.LegitimatePerHour * stopping.PartWith(step.Factor);
                below += looks > passing ? hours : 0;
                fewest = Math.Min(fewest, passing);
                most = Math.Max(most, passing);
            }
        }

        return new TrafficPreview(
            onDuty > 0 ? open / onDuty : 1,
            !stopping.VariesInTime ? stopping.Greatest
                : open > 0 ? chance / open
                : 0,
            open > 0 ? stopped / open : 0,
            open > 0 ? fewest : 0,
            most,
            open > 0 ? below / open : 0
        );
    }

    /// <summary>How the traffic of a checkpoint spreads over time; null for evenly.</summary>
    internal static Intensity? IntensityAt(Scenario scenario, Timeline timeline, string checkpoint) =>
        Intensity.OfTraffic(scenario.Checkpoints[checkpoint].Profile, scenario.Places[scenario.PlaceOf(checkpoint)].Open, timeline);
}
