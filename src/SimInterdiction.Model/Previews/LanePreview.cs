using SimInterdiction.Engine.Distributions;
using SimInterdiction.Model.Interdiction;
using SimInterdiction.Model.Risks;
using SimInterdiction.Model.Teams;
using SimInterdiction.Model.World;

namespace SimInterdiction.Model.Previews;

/// <summary>How busy the lanes of a team are at a checkpoint with the legitimate vehicles that it stops there, by the
/// formulas of the long run.</summary>
/// <param name="Full">Of those, the share that finds all lanes and the queue full, and is waved through.</param>
/// <param name="WaitHours">How long the others wait on average; infinite where the queue grows for ever.</param>
/// <param name="SecondaryFull">Of those referred to secondary inspection, the share that finds it full; 0 without
/// one.</param>
/// <param name="SecondaryWaitHours">How long the others wait there.</param>
public sealed record LanePreview(double Full, double WaitHours, double SecondaryFull, double SecondaryWaitHours)
{
    // Of vehicles, and of an hour.
    private const double Little = 0.005;

    /// <summary>Whether they wave through, or have wait, what is worth a word.</summary>
    public bool AreBusy => IsMuch(Full) || IsMuch(WaitHours) || IsMuch(SecondaryFull) || IsMuch(SecondaryWaitHours);

    /// <summary>Whether a share, or a number of hours, is worth a word.</summary>
    public static bool IsMuch(double shareOrHours) => shareOrHours > Little;

    /// <summary>Looks at a posting of a scenario without errors.</summary>
    /// <param name="scenario">The scenario.</param>
    /// <param name="checkpoint">One of the posting's checkpoints, by its name.</param>
    /// <param name="posting">The posting.</param>
    public static LanePreview Of(Scenario scenario, string checkpoint, Posting posting)
    {
        ArgumentNullException.ThrowIfNull(scenario);
        ArgumentNullException.ThrowIfNull(posting);
        return Of(scenario, new Timeline(scenario), checkpoint, posting);
    }

    internal static LanePreview Of(Scenario scenario, Timeline timeline, string checkpoint, Posting posting)
    {
        TeamType type = scenario.TeamTypes[posting.Team];
        Intensity? traffic = TrafficPreview.IntensityAt(scenario, timeline, checkpoint);
        var stopping = new Stopping(type, scenario.Checkpoints[checkpoint].Traffic?.PerHour ?? 0, traffic);
        double stopped = stopping.LegitimatePerHour;
        if (stopped == 0 || (type.Lanes is null && type.Secondary?.Lanes is null))
        {
            return new LanePreview(0, 0, 0, 0);
        }

        var levels = TrafficLevels.Of(stopping, traffic, new DutyCalendar(posting, timeline), timeline);
        (double full, double wait) = Of(levels, stopped, type.Lanes, type.WhenFull, type.QueueLimit, type.SearchHours);
        if (type.Secondary is not { } secondary)
        {
            return new LanePreview(full, wait, 0, 0);
        }

        double referred = stopped * (1 - full) * secondary.ReferredOfTraffic;
        (double fullAgain, double waitAgain) = Of(
            levels,
            referred,
            secondary.Lanes,
            secondary.WhenFull,
            secondary.QueueLimit,
            secondary.SearchHours
        );
        return new LanePreview(full, wait, fullAgain, waitAgain);
    }

    private static (double Full, double WaitHours) Of(
        TrafficLevels levels,
        double perHour,
        int? lanes,
        WhenFull whenFull,
        int? queueLimit,
        Distribution searchHours
    )
    {
        int places = whenFull == WhenFull.Wait ? queueLimit ?? int.MaxValue : 0;
        int many = lanes ?? int.MaxValue;
        return (
            levels.ShareFull(many, places, perHour * searchHours.Mean, _ => 0),
            levels.MeanWaitHours(many, places, perHour, searchHours)
        );
    }
}
