namespace SimInterdiction.Model.Time;

/// <summary>Days as weekdays.</summary>
public static class Weekdays
{
    /// <summary>The day of the week.</summary>
    public static Weekday Weekday(this DateOnly day) => (Weekday)(((int)day.DayOfWeek + 6) % 7);
}

public enum Weekday
{
    Mon,
    Tue,
    Wed,
    Thu,
    Fri,
    Sat,
    Sun,
}
