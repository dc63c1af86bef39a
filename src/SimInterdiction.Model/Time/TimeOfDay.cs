namespace SimInterdiction.Model.Time;

/// <summary>A time of day on a 24-hour clock, in whole minutes: 00:00 to 24:00, the midnight at the end of the
/// day.</summary>
/// <remarks>Planners write minutes. Of hours in binary fractions 06:40 + 7:40 is not 14:20, and a team would come
/// before it has left.</remarks>
public readonly record struct TimeOfDay
{
    /// <summary>How many there are in a day.</summary>
    public const int MinutesOfDay = 24 * 60;

    /// <exception cref="ArgumentOutOfRangeException">There is no such time of day.</exception>
    public TimeOfDay(int hour, int minute = 0)
    {
        if (hour < 0 || minute is < 0 or > 59 || (hour * 60) + minute > MinutesOfDay)
        {
            throw new ArgumentOutOfRangeException(nameof(hour), $"{hour}:{minute:00}");
        }

        Minutes = (hour * 60) + minute;
    }

    /// <summary>Minutes after midnight, 0 to 1440.</summary>
    public int Minutes { get; }

    public override string ToString() => $"{Minutes / 60:00}:{Minutes % 60:00}";
}
