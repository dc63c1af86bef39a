using SimInterdiction.Model.Language;

namespace SimInterdiction.Model.Interdiction;

/// <summary>Days on and days off in turn, whatever day of the week it is.</summary>
public sealed record DutyCycle
{
    /// <summary>More would be a season, which dates say.</summary>
    private const int MostDays = 366;

    [Key(
        "days_on",
        "On how many days in a row a shift starts.",
        AtLeast = 1,
        AtMost = MostDays,
        Example = "4",
        Effect = "What passes on the days off is missed; more days on cost more."
    )]
    public required int DaysOn { get; init; }

    [Key(
        "days_off",
        "On how many days in a row none does, before it begins again.",
        AtLeast = 1,
        AtMost = MostDays,
        Example = "4",
        Effect = "What passes on the days off is missed; fewer days off cost more."
    )]
    public required int DaysOff { get; init; }

    [Key(
        "from",
        "A first day on; the turns go on before it as after it.",
        Example = "2022-10-01",
        Effect = "Which days are on changes little; how many are on stays as it is."
    )]
    public required DateOnly From { get; init; }

    /// <summary>How many days until it begins again.</summary>
    internal int Length => DaysOn + DaysOff;

    /// <summary>The first day on from the beginning of the calendar: what tells two cycles of a length apart.</summary>
    internal int Phase => From.DayNumber % Length;

    /// <summary>Whether a day is one of those on.</summary>
    public bool IsOn(DateOnly day) => (((day.DayNumber - From.DayNumber) % Length) + Length) % Length < DaysOn;
}
