namespace SimInterdiction.Engine.Distributions;

/// <summary>What the parameters of a distribution must be; every test is written so that NaN fails it.</summary>
internal static class Require
{
    public static double Finite(double value, string name) =>
        double.IsFinite(value) ? value : throw new ArgumentException($"{name} must be a finite number, not {value}.", name);

    public static double Positive(double value, string name) =>
        value > 0 && double.IsFinite(value) ? value : throw new ArgumentException($"{name} must be above 0 and finite, not {value}.", name);

    public static double AtLeast(double bound, string boundName, double value, string name) =>
        value >= bound && double.IsFinite(value)
            ? value
            : throw new ArgumentException($"{name} must be at least {boundName} ({bound}) and finite, not {value}.", name);
}
