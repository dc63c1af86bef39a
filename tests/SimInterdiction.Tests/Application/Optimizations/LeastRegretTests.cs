using SimInterdiction.Application.Optimizations;

namespace SimInterdiction.Tests.Application.Optimizations;

/// <summary>What loses least where it loses most, by trying all.</summary>
public sealed class LeastRegretTests
{
    [Test]
    public void The_one_that_loses_least_where_it_loses_most_comes_first()
    {
        for (int seed = 0; seed < 300; seed++)
        {
            var random = new Random(seed);
            double[][] worths = [.. Enumerable.Range(0, 1 + (seed % 7)).Select(_ => Worths(random, 1 + (seed % 5)))];
            double[][] losses = LeastRegret.Losses(worths);
            int first = LeastRegret.Order(losses)[0];
            for (int i = 0; i < worths.Length; i++)
            {
                Assert.That(Worst(worths, first), Is.LessThanOrEqualTo(Worst(worths, i)), $"{seed}");
                Assert.That(losses[i].Max(), Is.EqualTo(Worst(worths, i)), $"{seed}");
            }
        }
    }

    [Test]
    public void Of_equals_the_one_that_gives_up_less_in_the_first_case_comes_first()
    {
        double[][] worths =
        [
            [1, 4, 4],
            [3, 2, 4],
            [3, 4, 2],
        ];
        Assert.That(LeastRegret.Order(LeastRegret.Losses(worths)), Is.EqualTo(new[] { 1, 2, 0 }));
    }

    private static double[] Worths(Random random, int cases) =>
        [.. Enumerable.Range(0, cases).Select(_ => (double)(int)(10 * random.NextDouble()))];

    private static double Worst(double[][] worths, int one)
    {
        double worst = 0;
        for (int at = 0; at < worths[0].Length; at++)
        {
            foreach (double[] other in worths)
            {
                worst = Math.Max(worst, other[at] - worths[one][at]);
            }
        }

        return worst;
    }
}
