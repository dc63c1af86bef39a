using SimInterdiction.Engine.Randomness;
using SimInterdiction.Experiments.Statistics.Sensitivity;

namespace SimInterdiction.Tests.Experiments.Statistics.Sensitivity;

public sealed class MorrisTests
{
    private static readonly double[] KnownSizes = [7.704054, 7.875, 6.248796];

    [Test]
    public void All_walks_through_the_Ishigami_function_give_its_known_effects()
    {
        // Of one input at a time: every low value of it with every setting of the other two.
        double[] levels = [0, 1 / 3.0, 2 / 3.0, 1];
        for (int input = 0; input < 3; input++)
        {
            double[][][] steps = [.. from low in levels[..2] from x in levels from y in levels select Step(input, low, x, y)];
            Assert.That(Morris.Effects(steps, KnownFunctions.Ishigami)[input].MeanSize.Value, Is.EqualTo(KnownSizes[input]).Within(5e-7));
        }
    }

    [Test]
    public void Random_walks_through_the_Ishigami_function_come_near_its_known_effects()
    {
        // Within four standard errors: an error rate of 6e-5 an input, with the seed fixed. The second effect is always
        // the same size.
        IReadOnlyList<ElementaryEffects> effects = Morris.Effects(
            Morris.Trajectories(3, 2_000, 4, new StreamKey(1)),
            KnownFunctions.Ishigami
        );
        for (int i = 0; i < 3; i++)
        {
            Assert.That(
                effects[i].MeanSize.Value,
                Is.EqualTo(KnownSizes[i]).Within((4 * effects[i].MeanSize.StandardError) + 1e-6),
                $"input {i + 1}"
            );
            Assert.That(effects[i].MeanSize.StandardError, Is.LessThan(.2), $"input {i + 1}");
        }
    }

    [Test]
    public void A_linear_function_has_its_slopes_as_effects_and_no_spread()
    {
        IReadOnlyList<ElementaryEffects> effects = Morris.Effects(Morris.Trajectories(3, 10, 4, new StreamKey(2)), x =>
            (3 * x[0]) - (2 * x[1])
        );
        Assert.That(effects.Select(effect => effect.Mean.Value), Is.EqualTo(new[] { 3.0, -2, 0 }).Within(1e-12));
        Assert.That(effects.Select(effect => effect.MeanSize.Value), Is.EqualTo(new[] { 3.0, 2, 0 }).Within(1e-12));
        Assert.That(effects.Select(effect => effect.Spread), Is.All.Zero.Within(1e-12));
    }

    [TestCase(4)]
    [TestCase(6)]
    public void A_walk_moves_each_input_once_between_levels_and_stays_in_the_cube(int levels)
    {
        foreach (double[][] walk in Morris.Trajectories(5, 200, levels, new StreamKey(3)))
        {
            int[] moved = [.. walk.Zip(walk.Skip(1), (from, to) => Enumerable.Range(0, 5).Single(i => from[i] != to[i]))];
            Assert.That(moved, Is.EquivalentTo(Enumerable.Range(0, 5)));
            double[] onGrid = [.. walk.SelectMany(point => point.Select(x => x * (levels - 1)))];
            Assert.That(onGrid.Select(x => x - Math.Round(x)), Is.All.Zero.Within(1e-12));
            Assert.That(onGrid, Is.All.InRange(-1e-12, levels - 1 + 1e-12));
        }
    }

    [Test]
    public void More_walks_begin_with_the_same_ones() =>
        Assert.That(Morris.Trajectories(2, 9, 4, new StreamKey(4)).Take(3), Is.EqualTo(Morris.Trajectories(2, 3, 4, new StreamKey(4))));

    [TestCase(3)]
    [TestCase(0)]
    public void Levels_that_have_no_half_are_refused(int levels) =>
        Assert.That(() => Morris.Trajectories(2, 1, levels, new StreamKey(5)), Throws.InstanceOf<ArgumentOutOfRangeException>());

    private static double[][] Step(int input, double low, double x, double y)
    {
        double[] At(double moving) =>
            input switch
            {
                0 => [moving, x, y],
                1 => [x, moving, y],
                _ => [x, y, moving],
            };
        return [At(low), At(low + (2 / 3.0))];
    }
}
