using System.Runtime.CompilerServices;

namespace SimInterdiction.Engine.Randomness;

/// <summary>Four random words, read as uniforms strictly between 0 and 1.</summary>
/// <remarks>A 32-bit uniform decides and sets durations within one visit; the 52-bit ones make gaps between arrivals,
/// whose tails matter.</remarks>
public readonly record struct RandomBlock(uint Word0, uint Word1, uint Word2, uint Word3)
{
    internal const double Step32 = 1.0 / 4294967296.0;
    internal const double Step52 = 1.0 / 4503599627370496.0;

    public double First => Uniform(Word0);

    public double Second => Uniform(Word1);

    public double Third => Uniform(Word2);

    public double Fourth => Uniform(Word3);

    /// <summary>Words 0 and 1 as one 52-bit uniform.</summary>
    public double FirstFine => Fine(Word0, Word1);

    /// <summary>Words 2 and 3 as one 52-bit uniform.</summary>
    public double SecondFine => Fine(Word2, Word3);

    // The midpoints of the grid: never 0, never 1, mean exactly one half.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static double Uniform(uint word) => (word + 0.5) * Step32;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static double Fine(uint high, uint low) => ((((ulong)high << 20) | (low >> 12)) + 0.5) * Step52;
}
