using CsCheck;
using SimInterdiction.Engine.Vectors;
using SimInterdiction.Tests.Verification;

namespace SimInterdiction.Tests.Engine.Vectors;

public sealed class VectorOperationsTests
{
    [Test]
    public void Rows_of_any_length_are_read_eight_at_a_time() =>
        Gen.Int[0, 99]
            .Array[0, 20]
            .Array[1, 6]
            .SampleRepeatably(
                rows =>
                {
                    var padded = new PaddedRows<int>(rows);
                    foreach ((int index, int[] row) in rows.Index())
                    {
                        for (int first = 0; first < row.Length; first++)
                        {
                            int left = Math.Min(EightNumbers.Count, row.Length - first);
                            Assert.That(padded.From(index, first).Length, Is.EqualTo(EightNumbers.Count));
                            Assert.That(padded.From(index, first)[..left].ToArray(), Is.EqualTo(row[first..(first + left)]));
                        }
                    }
                },
                iter: 100,
                seed: 45
            );

    [TestCase(0, ExpectedResult = 0)]
    [TestCase(1, ExpectedResult = 8)]
    [TestCase(8, ExpectedResult = 8)]
    [TestCase(9, ExpectedResult = 16)]
    public int Lengths_are_rounded_up_to_a_multiple_of_eight(int count) => Padded.LengthFor(count);

    [Test]
    public void A_copy_is_filled_up_with_zeros() =>
        Assert.That(Padded.Copy([1, 2, 3]), Is.EqualTo(new double[] { 1, 2, 3, 0, 0, 0, 0, 0 }));

    // The naive way: go through the sums until one is above.
    [Test]
    public void A_number_falls_into_the_part_that_a_search_one_by_one_finds() =>
        Gen.Select(Gen.Int[0, 4].Array[1, 150], Gen.Double[0, 0.999])
            .Where(sample => sample.Item1.Sum() > 0)
            .SampleRepeatably(
                sample =>
                {
                    (int[] weights, double u) = sample;
                    int count = Padded.LengthFor(weights.Length);
                    var upTo = new double[CumulativeWeights.RoomFor(count)];
                    weights.Select(w => (double)w).ToArray().CopyTo(upTo, 0);
                    CumulativeWeights.Accumulate(upTo, count);

                    // Half of the time exactly where a part begins.
                    double number = u < 0.5 ? Math.Floor(2 * u * weights.Sum()) : (2 * u - 1) * weights.Sum();
                    int expected = Enumerable.Range(1, weights.Length).First(n => weights[..n].Sum() > number) - 1;
                    Assert.That(CumulativeWeights.CountUpTo(number, upTo, count), Is.EqualTo(expected));
                },
                iter: 2000,
                seed: 46
            );

    [Test]
    public void Every_uniform_falls_to_some_share_however_their_sum_is_rounded([Values(1, 3, 7, 10, 90)] int count)
    {
        double[] upTo = CumulativeWeights.OfShares(Enumerable.Repeat(1.0 / count, count));
        int room = Padded.LengthFor(count);
        Assert.That(CumulativeWeights.CountUpTo(Math.BitDecrement(1), upTo, room), Is.EqualTo(count - 1));
        for (int i = 0; i < count; i++)
        {
            Assert.That(CumulativeWeights.CountUpTo((i + 0.5) / count, upTo, room), Is.EqualTo(i));
        }
    }

    [Test]
    public void Logit_weights_are_shares_times_exponentials_of_differences() =>
        Gen.Select(Gen.Double[0, 1].Array[16], Gen.Double[0, 1].Array[16], Gen.Double[0, 1].Array[16], Gen.Double[0, 50])
            .SampleRepeatably(
                sample =>
                {
                    (double[] shares, double[] costs, double[] references, double sensitivity) = sample;
                    var weights = new double[16];
                    LogitWeights.Of(shares, costs, references, sensitivity, weights);
                    double least = costs.Zip(references, (cost, reference) => cost - reference).Min();
                    double[] expected =
                    [
                        .. shares.Select((share, i) => share * Math.Exp(-sensitivity * (costs[i] - references[i] - least))),
                    ];
                    Assert.That(weights, Is.EqualTo(expected).Within(1e-12));
                },
                iter: 100,
                seed: 47
            );

    [Test]
    public void A_posterior_mean_weighs_the_prior_against_what_was_seen() =>
        Gen.Select(Gen.Double[0, 1].Array[8], RandomScenarios.OneOf(0, 1, 20), Gen.Double[0, 9].Array[8], Gen.Int[0, 3].Array[8])
            .SampleRepeatably(
                sample =>
                {
                    (double[] priors, double weight, double[] sums, int[] counts) = sample;
                    var means = new double[8];
                    double[] seen = [.. counts.Select(count => (double)count)];
                    PosteriorMeans.Of(priors, weight, sums, seen, means);
                    for (int i = 0; i < 8; i++)
                    {
                        double expected = weight + seen[i] > 0 ? ((weight * priors[i]) + sums[i]) / (weight + seen[i]) : priors[i];
                        Assert.That(means[i], Is.EqualTo(expected).Within(1e-14));
                    }
                },
                iter: 200,
                seed: 48
            );

    [Test]
    public void Powers_of_two_are_right_to_a_few_in_a_hundred_million_million() =>
        Gen.Double[-1000, 1000]
            .SampleRepeatably(
                exponent => Assert.That(FastPower.OfTwo(exponent) / Math.Pow(2, exponent), Is.EqualTo(1).Within(5e-13)),
                iter: 2000,
                seed: 49
            );
}
