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

    /// <summary>How many of its lanes that takes; null where it has as many as are needed, or stops no legitimate
    /// vehicles.</summary>
    public LaneNeed? Need { get; init; }

    /// <summary>The same at secondary inspection.</summary>
    public LaneNeed? SecondaryNeed { get; init; }

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
        (double full, double wait, LaneNeed? need) = Of(levels, stopped, type.Lanes, type.WhenFull, type.QueueLimit, type.SearchHours);
        if (type.Secondary is not { } secondary)
        {
            return new LanePreview(full, wait, 0, 0) { Need = need };
        }

        double referred = stopped * (1 - full) * secondary.ReferredOfTraffic;
        (double fullAgain, double waitAgain, LaneNeed? needAgain) = Of(
            levels,
            referred,
            secondary.Lanes,
            secondary.WhenFull,
            secondary.QueueLimit,
            secondary.SearchHours
        );
        return new LanePreview(full, wait, fullAgain, waitAgain) { Need = need, SecondaryNeed = needAgain };
    }

    private static (double Full, double WaitHours, LaneNeed? Need) Of(
        TrafficLevels levels,
        double perHour,
        int? lanes,
        WhenFull whenFull,
        int? queueLimit,
        Distribution searchHours
    )
    {
        int places = whenFull == WhenFull.Wait ? queueLimit ?? int.MaxValue : 0;
        (double full, double wait) = With(lanes ?? int.MaxValue);
        if (lanes is not { } all || perHour == 0)
        {
            return (full, wait, null);
        }

        double busy = levels.MeanBusy(perHour, searchHours) * (1 - full);
        int enough = Math.Clamp((int)Math.Ceiling(busy), 1, all);
        while (enough < all && With(enough) is var fewer && (IsMuch(fewer.Full) || IsMuch(fewer.WaitHours)))
        {
            enough++;
        }

        return (full, wait, new LaneNeed(all, Math.Min(busy, all), enough));

        (double Full, double WaitHours) With(int many) =>
            (levels.ShareFull(many, places, perHour * searchHours.Mean, _ => 0), levels.MeanWaitHours(many, places, perHour, searchHours));
    }
}

/// <summary>How many lanes the legitimate vehicles take that a team stops, while the place is open.</summary>
/// <param name="Lanes">How many there are.</param>
/// <param name="Busy">How many are busy on average.</param>
/// <param name="Enough">With how many hardly any vehicle would find them full, or wait; all where they don't
/// suffice.</param>
public sealed record LaneNeed(int Lanes, double Busy, int Enough);
