using System.Runtime.Intrinsics;
using CsCheck;
using SimInterdiction.Engine.Vectors;
using SimInterdiction.Tests.Verification;

namespace SimInterdiction.Tests.Engine.Vectors;

public sealed class EightNumbersTests
{
    private static readonly Gen<double[]> Eight = Gen.Double[0.01, 1].Array[EightNumbers.Count];

    [Test]
    public void Quotients_are_those_of_each_pair() =>
        Gen.Select(Eight, Eight)
            .SampleRepeatably(
                sample =>
                {
                    (double[] numerators, double[] denominators) = sample;
                    var quotients = new double[EightNumbers.Count];
                    EightNumbers.Quotients(numerators, Vector512.Create(denominators), quotients);
                    Assert.That(quotients, Is.EqualTo(numerators.Zip(denominators, (n, d) => n / d)));
                },
                iter: 100,
                seed: 41
            );

    [Test]
    public void Gaps_are_minus_the_mean_times_the_logarithm() =>
        Eight.SampleRepeatably(
            uniforms =>
            {
                var gaps = new double[EightNumbers.Count];
                EightNumbers.ExponentialGaps(Vector512.Create(uniforms), 3, gaps);
                Assert.That(gaps, Is.EqualTo(uniforms.Select(u => -3 * Math.Log(u))).Within(1e-13));
            },
            iter: 100,
            seed: 42
        );

    [Test]
    public void Those_below_their_limits_are_listed_in_order() =>
        Gen.Select(Gen.Int[0, 3].Array[EightNumbers.Count], Gen.Int[0, 3].Array[EightNumbers.Count])
            .SampleRepeatably(
                sample =>
                {
                    (int[] numbers, int[] limits) = sample;
                    EightFlags below = EightNumbers.Below(
                        Vector512.Create([.. numbers.Select(n => (double)n)]),
                        [.. limits.Select(n => (double)n)]
                    );
                    int[] expected = [.. Enumerable.Range(0, EightNumbers.Count).Where(i => numbers[i] < limits[i])];
                    Assert.That(EightFlagsTests.Listed(below), Is.EqualTo(expected));
                },
                iter: 200,
                seed: 43
            );
}
