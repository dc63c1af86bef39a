using SimInterdiction.Model.Language;
using SimInterdiction.Model.Time;

namespace SimInterdiction.Model.Traffic;

/// <summary>Relative intensity by month, weekday and hour; the product is normalised to mean 1, so that the yearly rate
/// stays as stated.</summary>
public sealed record TimeProfile
{
    [Key(
        "months",
        "By month (jan to dec); months not named count 100 %.",
        Quantity = Quantity.Factor,
        AtLeast = 0,
        Example = "{ oct: 110%, dec: 120% }",
        Effect = "Moves shipments to these months, and so to the postings in force then."
    )]
    public IReadOnlyDictionary<Month, double> Months { get; init; } = new OrderedDictionary<Month, double>();

    [Key(
        "weekdays",
        "By weekday (mon to sun).",
        Quantity = Quantity.Factor,
        AtLeast = 0,
        Example = "{ sat: 130% }",
        Effect = "Moves departures to these days; teams meet them as much later as the way takes."
    )]
    public IReadOnlyDictionary<Weekday, double> Weekdays { get; init; } = new OrderedDictionary<Weekday, double>();

    [Key(
        "hours",
        "By hours of the day, as ranges that don't overlap.",
        Quantity = Quantity.Factor,
        AtLeast = 0,
        Example = "{ \"20:00-04:00\": 180% }",
        Effect = "Moves departures to these hours; teams meet them as much later as the way takes."
    )]
    public IReadOnlyDictionary<HoursOfDay, double> Hours { get; init; } = new OrderedDictionary<HoursOfDay, double>();
}

public enum Month
{
    Jan = 1,
    Feb,
    Mar,
    Apr,
    May,
    Jun,
    Jul,
    Aug,
    Sep,
    Oct,
    Nov,
    Dec,
}
