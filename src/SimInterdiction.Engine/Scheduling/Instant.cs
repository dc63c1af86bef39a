namespace SimInterdiction.Engine.Scheduling;

/// <summary>A point on the simulated clock, in hours since the clock began (never negative).</summary>
/// <remarks>A type of its own, so that a point in time is never mistaken for a duration. Durations are hours as a
/// <see cref="double"/>.</remarks>
public readonly record struct Instant(double Hours) : IComparable<Instant>
{
    /// <summary>When the clock begins.</summary>
    public static Instant Zero => default;

    /// <summary>Later than everything that can happen.</summary>
    public static Instant Never => new(double.PositiveInfinity);

    public static Instant operator +(Instant from, double hours) => new(from.Hours + hours);

    /// <summary>The hours from <paramref name="right"/> to <paramref name="left"/>.</summary>
    public static double operator -(Instant left, Instant right) => left.Hours - right.Hours;

    public static bool operator <(Instant left, Instant right) => left.Hours < right.Hours;

    public static bool operator >(Instant left, Instant right) => left.Hours > right.Hours;

    public static bool operator <=(Instant left, Instant right) => left.Hours <= right.Hours;

    public static bool operator >=(Instant left, Instant right) => left.Hours >= right.Hours;

    public int CompareTo(Instant other) => Hours.CompareTo(other.Hours);

    public override string ToString() => $"{Hours:0.####} h";
}
