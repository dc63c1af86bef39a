using System.Runtime.Intrinsics;

namespace SimInterdiction.Engine.Vectors;

/// <summary>Arithmetic on eight numbers at once, which takes hardly longer than on one or two.</summary>
public static class EightNumbers
{
    /// <summary>How many numbers are worked on at once.</summary>
    public const int Count = 8;

    /// <summary>Writes the numbers down.</summary>
    /// <param name="numbers">The numbers.</param>
    /// <param name="into">Takes eight.</param>
    public static void Copy(Vector512<double> numbers, Span<double> into) => numbers.CopyTo(into);

    /// <summary>Divides eight numbers by eight others.</summary>
    /// <param name="numerators">Eight.</param>
    /// <param name="denominators">Eight.</param>
    /// <param name="into">Takes the quotients.</param>
    public static void Quotients(ReadOnlySpan<double> numerators, Vector512<double> denominators, Span<double> into) =>
        (Vector512.Create(numerators) / denominators).CopyTo(into);

    /// <summary>Gaps of a Poisson process: exponential draws, -mean log(u).</summary>
    /// <param name="uniforms">Eight uniforms between 0 and 1.</param>
    /// <param name="mean">The mean gap.</param>
    /// <param name="into">Takes the gaps.</param>
    public static void ExponentialGaps(Vector512<double> uniforms, double mean, Span<double> into) =>
        (Vector512.Log(uniforms) * -mean).CopyTo(into);

    /// <summary>Which of eight numbers are below their limits.</summary>
    /// <param name="numbers">The numbers.</param>
    /// <param name="limits">Eight limits.</param>
    public static EightFlags Below(Vector512<double> numbers, ReadOnlySpan<double> limits) =>
        new((byte)Vector512.LessThan(numbers, Vector512.Create(limits)).ExtractMostSignificantBits());
}
