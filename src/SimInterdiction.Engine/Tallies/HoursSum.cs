namespace SimInterdiction.Engine.Tallies;

/// <summary>A sum of times that is the same in whatever order they are added and taken off again.</summary>
/// <remarks>Each time is rounded to a whole number of units of 2^-36 hours, 0.05 microseconds; what is added is whole
/// numbers, which lose nothing.</remarks>
public readonly record struct HoursSum
{
    private const double UnitsPerHour = 1L << 36;

    private readonly Int128 units;

    private HoursSum(Int128 units) => this.units = units;

    /// <summary>The sum as a number.</summary>
    public double Hours => (double)units / UnitsPerHour;

    /// <summary>One time.</summary>
    /// <param name="hours">Less than 100 million to either side of 0.</param>
    public static HoursSum Of(double hours) => new(double.ConvertToIntegerNative<long>(Math.Round(hours * UnitsPerHour)));

    public static HoursSum operator +(HoursSum left, HoursSum right) => new(left.units + right.units);

    public static HoursSum operator -(HoursSum left, HoursSum right) => new(left.units - right.units);
}
