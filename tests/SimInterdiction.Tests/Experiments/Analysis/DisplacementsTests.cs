using SimInterdiction.Experiments.Analysis;
using SimInterdiction.Experiments.Batches;
using SimInterdiction.Experiments.Statistics;
using SimInterdiction.Model.Measures;
using SimInterdiction.Tests.Experiments.Statistics;

namespace SimInterdiction.Tests.Experiments.Analysis;

public sealed class DisplacementsTests
{
    private static readonly double[][] Here =
    [
        [3, 1, 7, 11, 2],
        [5, 2, 1, 1, 9],
        [4, 13, 6, 2, 1],
    ];
    private static readonly double[][] There =
    [
        [1, 8, 7, 3, 2],
        [6, 2, 11, 1, 4],
        [1, 3, 6, 17, 5],
    ];

    // 12, 16, 14, 14, 12 of 68 against 8, 13, 24, 21, 11 of 77: half the sum of the absolute differences.
    [Test]
    public void The_distance_is_half_the_sum_of_the_differences_of_shares()
    {
        double[] here = [12, 16, 14, 14, 12];
        double[] there = [8, 13, 24, 21, 11];
        double expected = here.Zip(there, (a, b) => Math.Abs((a / 68) - (b / 77))).Sum() / 2;
        Assert.That(Distance([0, 1, 2, 3, 4]).Value, Is.EqualTo(expected).Within(1e-15));
    }

    [Test]
    public void In_which_order_corridors_stand_decides_no_bit()
    {
        PointEstimate one = Distance([0, 1, 2, 3, 4]);
        int[][] orders =
        [
            [4, 3, 2, 1, 0],
            [1, 0, 3, 2, 4],
            [2, 4, 0, 1, 3],
            [3, 1, 4, 0, 2],
            [1, 2, 3, 4, 0],
        ];
        Assert.That(orders.Select(Distance), Is.All.EqualTo(one));
    }

    // Nothing is cancelled, and the frozen difference is just at the limit, so that half of the studies tell of it.
    // Chance chose them, so they lean above nothing, but by less than a quarter of the half-width: intervals hold.
    [Test]
    public void What_adapting_cancels_is_within_its_interval_where_it_is_told([Values(15, 20, 30)] int n, [Values(.5, .95)] double alike)
    {
        double limit = 3 * StudentT.TwoSidedQuantile(.95, n - 1);
        PointEstimate[] told = [.. Studies(limit, n, alike).Where(e => double.IsFinite(e.Value))];
        Assert.That(told.Length / (double)Trials.Studies, Is.InRange(.4, .6), "told");
        double held = told.Count(e => Math.Abs(e.Value) <= e.HalfWidth(.95)) / (double)told.Length;
        Assert.That(held, Is.InRange(.915, .98), "held");
        Assert.That(told.Average(e => e.Value), Is.LessThan(told.Average(e => e.HalfWidth(.95)) / 4), "lean");
    }

    // Twice its standard error: told of the studies in which it comes out large, most of it would seem to be cancelled,
    // or none.
    [Test]
    public void Of_a_difference_that_is_hardly_known_nothing_is_told([Values(15, 20, 30)] int n) =>
        Assert.That(Studies(2, n, .5).Count(e => double.IsFinite(e.Value)), Is.LessThan(Trials.Studies / 100));

    // The frozen difference is so many standard errors of its average, and the adaptive one is the same.
    private static IEnumerable<PointEstimate> Studies(double errors, int n, double alike)
    {
        var random = new Random(n);
        for (int study = 0; study < Trials.Studies; study++)
        {
            double[] frozen = new double[n];
            double[] adaptive = new double[n];
            for (int i = 0; i < n; i++)
            {
                double luck = Trials.Normal(random);
                frozen[i] = (errors / Math.Sqrt(n)) + luck;
                adaptive[i] = (errors / Math.Sqrt(n)) + (alike * luck) + (Math.Sqrt(1 - (alike * alike)) * Trials.Normal(random));
            }

            var none = new MeasureValues(new double[n], null);
            yield return Displacements.TakenBack((new MeasureValues(adaptive, null), none), (new MeasureValues(frozen, null), none), .95);
        }
    }

    private static PointEstimate Distance(int[] order) => Displacements.Distance(Sums(Here, order), Sums(There, order));

    private static CorridorFirearms Sums(double[][] replications, int[] order)
    {
        var sums = new CorridorFirearms(order.Length);
        foreach ((int unit, double[] firearms) in replications.Index())
        {
            sums.Add([.. order.Select(corridor => Entry(firearms[corridor]))], unit);
        }

        return sums;
    }

    private static double[] Entry(double firearms)
    {
        double[] entry = new double[Enum.GetValues<Total>().Length];
        entry[(int)Total.FirearmsDispatched] = firearms;
        return entry;
    }
}
