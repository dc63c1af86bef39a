namespace SimInterdiction.Model.Time;

/// <summary>A half-open interval of the day; an end at or before the start lies in the next day. 00:00-24:00 is
/// always.</summary>
public readonly record struct HoursOfDay(TimeOfDay From, TimeOfDay To)
{
    public static HoursOfDay Always => new(new(0), new(24));

    /// <summary>How long it lasts, in minutes: above 0, and at most a day's.</summary>
    public int Minutes => To.Minutes > From.Minutes ? To.Minutes - From.Minutes : To.Minutes - From.Minutes + TimeOfDay.MinutesOfDay;

    /// <summary>When it ends, in minutes after the midnight it begins after; more than a day's where it passes the
    /// next.</summary>
    public int EndMinute => From.Minutes + Minutes;

    /// <summary>Whether the minute that begins so long after midnight, less than a day, is in it.</summary>
    public bool Holds(int minute) => (minute >= From.Minutes && minute < EndMinute) || minute + TimeOfDay.MinutesOfDay < EndMinute;

    /// <summary>As it is written in a scenario: "06:00-18:00", "24 h".</summary>
    public override string ToString() => this == Always ? "24 h" : $"{From}-{To}";

    /// <summary>Whether the two have a minute of the day in common.</summary>
    public bool Overlaps(HoursOfDay other) =>
        Holds(other.From.Minutes % TimeOfDay.MinutesOfDay) || other.Holds(From.Minutes % TimeOfDay.MinutesOfDay);
}
