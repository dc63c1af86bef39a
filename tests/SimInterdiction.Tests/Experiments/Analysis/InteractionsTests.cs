using SimInterdiction.Experiments.Analysis;
using SimInterdiction.Experiments.Batches;
using SimInterdiction.Experiments.Statistics;

namespace SimInterdiction.Tests.Experiments.Analysis;

/// <summary>A difference of two differences.</summary>
public sealed class InteractionsTests
{
    // Replication by replication: 4 - 1, 5 - 1 and 6 - 1.
    [Test]
    public void What_each_replication_says_is_averaged()
    {
        PointEstimate found = Interactions.Of((Of(5, 7, 9), Of(1, 2, 3)), (Of(2, 2, 2), Of(1, 1, 1)));
        Assert.That(found.Value, Is.EqualTo(4).Within(1e-12));
        Assert.That(found.StandardError, Is.EqualTo(1 / Math.Sqrt(3)).Within(1e-12));
        Assert.That(found.DegreesOfFreedom, Is.EqualTo(2));
    }

    [Test]
    public void What_adds_up_exactly_is_nothing_and_sure()
    {
        PointEstimate found = Interactions.Of((Of(5, 7, 9), Of(4, 6, 8)), (Of(2, 3, 2), Of(1, 2, 1)));
        Assert.That((found.Value, found.StandardError), Is.EqualTo((0.0, 0.0)));
    }

    [Test]
    public void One_replication_says_nothing_of_chance() =>
        Assert.That(Interactions.Of((Of(5), Of(1)), (Of(2), Of(1))).StandardError, Is.NaN);

    // Ten replications of four normal numbers that share their luck: 2,000 studies.
    [Test]
    public void The_interval_holds_the_truth_in_95_of_100_studies()
    {
        var random = new Random(5);
        int held = Enumerable.Range(0, 2000).Count(_ => Holds(random));
        Assert.That(held, Is.InRange(1900 - 30, 1900 + 30));
    }

    private static bool Holds(Random random)
    {
        double[][] values = [.. Enumerable.Range(0, 4).Select(_ => new double[10])];
        for (int replication = 0; replication < 10; replication++)
        {
            double shared = 10 * Normal(random);
            for (int i = 0; i < 4; i++)
            {
                values[i][replication] = shared + ((i + 1) * Normal(random)) + (i == 0 ? 3 : 0);
            }
        }

        Interval interval = Interactions.Of((Of(values[0]), Of(values[1])), (Of(values[2]), Of(values[3]))).At(0.95);
        return interval.Low <= 3 && interval.High >= 3;
    }

    private static double Normal(Random random) =>
        Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());

    private static MeasureValues Of(params double[] values) => new(values, null);
}
