using SimInterdiction.Experiments.Analysis;
using SimInterdiction.Experiments.Batches;
using SimInterdiction.Experiments.Statistics;
using SimInterdiction.Model.Measures;

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
