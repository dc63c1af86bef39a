using SimInterdiction.Engine.Scheduling;
using SimInterdiction.Model.Interdiction;
using SimInterdiction.Model.World;

namespace SimInterdiction.Model.Teams;

/// <summary>What decides when a posted team is on duty; calendars are made from it.</summary>
/// <param name="Posting">The posting.</param>
/// <param name="Timeline">The clock.</param>
/// <param name="Active">Nothing outside this counts, as if the posting began and ended with it.</param>
/// <param name="Rotation">Which part of a rotating posting it is; null for one that stays.</param>
internal sealed record DutyRules(Posting Posting, Timeline Timeline, Shift Active, RotationPart? Rotation)
{
    /// <summary>The whole clock long.</summary>
    public static Shift Always => new(Instant.Zero, Instant.Never);

    /// <summary>The chance that the team is here during the hours of <see cref="AsPublished"/>.</summary>
    public double ChanceHere => Rotation?.ChanceHere ?? 1;

    /// <summary>Whether the team is the deployment's own, and not one that was there before the window only.</summary>
    public bool IsOfTheWindow => Active.To > Timeline.WindowStart;

    /// <summary>Whether, from the window's start on, the plan of every week is that of every other.</summary>
    public bool IsEveryWeekAlike =>
        !IsOfTheWindow
        || (
            (Posting.From is not { } first || Timeline.ClockHours(first.AddDays(1)) <= Timeline.WindowStart.Hours)
            && Posting.To is null
            && Posting.IsWeekly
            && Rotation is null or { Rotation.IsByChance: true }
        );

    /// <summary>Whether teams of both, at one checkpoint, are on duty at the same times.</summary>
    public bool IsTheSameAs(DutyRules other) =>
        Active == other.Active
        && Posting.Hours == other.Posting.Hours
        && (Posting.From, Posting.To) == (other.Posting.From, other.Posting.To)
        && PostingOrder.Days(Posting) == PostingOrder.Days(other.Posting)
        && Posting.Turns == other.Posting.Turns
        && (Rotation is null ? other.Rotation is null : other.Rotation is not null && Rotation.IsTheSameAs(other.Rotation));

    /// <summary>When it may be on duty, for somebody who knows the plan but not what chance has drawn.</summary>
    public DutyCalendar AsPublished() => new(Rotation is { Rotation.IsByChance: true } ? this with { Rotation = null } : this);
}
