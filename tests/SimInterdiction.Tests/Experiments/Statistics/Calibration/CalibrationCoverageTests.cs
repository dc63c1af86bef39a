using SimInterdiction.Engine.Randomness;
using SimInterdiction.Experiments.Statistics;
using SimInterdiction.Experiments.Statistics.Calibration;

namespace SimInterdiction.Tests.Experiments.Statistics.Calibration;

/// <summary>What is calibrated recovers the truth as often as promised, up to chance. Slow, so run by hand.</summary>
[Explicit, Category("Slow")]
public sealed class CalibrationCoverageTests
{
    [Test]
    public void The_interval_of_a_root_covers_the_true_input()
    {
        // Normal times of mean m and spread m / 2; at m = 2 they come to 2.
        var random = new Random(1);
        double held = Trials.Share(() =>
        {
            double[] luck = [.. Enumerable.Range(0, 15).Select(_ => 1 + (.5 * Trials.Normal(random)))];
            Root? root = RootFinder.Find(mean => Means.Estimate([.. luck.Select(x => mean * x)]), 2, new RootSearch(.2, 2, 20, 1e-3, .95));
            return root is not null && (root.Low ?? 0) <= 2 && 2 <= (root.High ?? 20);
        });
        Assert.That(held, Is.InRange(.95 - Trials.Limit, .95 + Trials.Limit));
    }

    [Test]
    public void What_is_believed_covers_a_truth_drawn_from_the_prior()
    {
        // 500 studies: three standard errors are .0292. About 180 draws are kept, whose extreme percentiles fall a
        // point short.
        var random = new Random(2);
        double held = Trials.Share(
            () =>
            {
                double truth = random.NextDouble();
                int observed = Successes(truth, random);
                IReadOnlyList<PriorDraw> draws = PriorDraws.Simulate(2_000, new StreamKey((ulong)random.NextInt64()), (chance, _) =>
                    Math.Abs(Successes(chance, random) - observed)
                );
                Interval interval = RejectionSampler.About(0, RejectionSampler.Within(0, draws), .95).Interval;
                return interval.Low <= truth && truth <= interval.High;
            },
            studies: 500
        );
        Assert.That(held, Is.InRange(.94 - .0292, .95 + .0292));
    }

    private static int Successes(double chance, Random random) => Enumerable.Range(0, 10).Count(_ => random.NextDouble() < chance);
}
