using SimInterdiction.Model.Language;
using SimInterdiction.Model.Traffic;

namespace SimInterdiction.Model.Interdiction;

/// <summary>A place where teams may be posted, with its legitimate traffic.</summary>
public sealed record Checkpoint
{
    [Key("label", "What people see.", Default = "the place's", Effect = "Changes no result: people read it.")]
    public string? Label { get; init; }

    [Key(
        "place",
        "Where it is.",
        NamesIn = "places",
        Default = "the place of the same name",
        Example = "laredo",
        Effect = "Decides which shipments pass it."
    )]
    public string? Place { get; init; }

    [Key(
        "traffic",
        "Legitimate vehicles passing per time. Where the place is not always open, on a day on which it opens, on average over these: "
            + "all of a day's pass while it is open, and none while it is closed.",
        Quantity = Quantity.Rate,
        Default = "none: only shipments use the lanes",
        Example = "21_500 per day",
        Effect = "Fills lanes, delays vehicles, and makes a chance to stop of looks."
    )]
    public FlowLooks? Traffic { get; init; }

    [Key(
        "profile",
        "When the traffic passes, relative to the average. A team with stops stops the same share of it at every hour, one with looks as "
            + "many vehicles at every hour, so the greater share the fewer pass.",
        Effect = "Lanes are fuller when more pass, and looks are a larger chance when fewer do."
    )]
    public TimeProfile? Profile { get; init; }

    [Key(
        "partner",
        "Whether it is a Mexican partner's; its seizures are reported apart.",
        Default = "no",
        Effect = "Its postings act only in deployments that turn the programme partners on."
    )]
    public bool Partner { get; init; }
}
