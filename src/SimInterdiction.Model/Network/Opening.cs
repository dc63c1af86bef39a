using SimInterdiction.Model.Language;
using SimInterdiction.Model.Time;

namespace SimInterdiction.Model.Network;

/// <summary>When a place or a road lets vehicles through.</summary>
public sealed record Opening
{
    [Key(
        "hours",
        "When it is open: from-to (may pass midnight), or 24 h.",
        Default = "24 h",
        Example = "06:00-22:00",
        Effect = "What comes while it is closed waits, and is there at once when it opens."
    )]
    public HoursOfDay Hours { get; init; } = HoursOfDay.Always;

    [Key(
        "days",
        "On which days it opens.",
        Default = "every day",
        Example = "[mon, tue, wed, thu, fri]",
        Effect = "What comes on other days waits, and is there at once when it opens."
    )]
    public IReadOnlyList<Weekday>? Days { get; init; }

    [Key(
        "except",
        "Days on which it does not open, such as holidays.",
        Example = "[2022-12-25]",
        Effect = "Shipments of that day wait until it opens again."
    )]
    public IReadOnlyList<DateOnly> Except { get; init; } = [];

    /// <summary>Whether it opens on a day.</summary>
    public bool OpensOn(DateOnly day) => (Days is null || Days.Contains(day.Weekday())) && !Except.Contains(day);
}
