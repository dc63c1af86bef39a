using SimInterdiction.Experiments.Statistics;

namespace SimInterdiction.Tests.Experiments.Statistics;

public sealed class ControlledMomentsTests
{
    private const int Replications = 23;

    private static readonly double[] Control = Draw(1, (random, _) => random.NextDouble() - .5);
    private static readonly double[] Seized = Draw(2, (random, i) => 5 + (3 * Control[i]) + (2 * random.NextDouble()));
    private static readonly double[] Dispatched = Draw(3, (random, i) => 20 + Control[i] + (6 * random.NextDouble()));
    private static readonly double[] Ones = [.. Seized.Select(_ => 1.0)];

    [Test]
    public void The_slope_is_the_one_of_the_worked_example()
    {
        var moments = new CoMoments();
        foreach ((double seized, double dispatched) in Samples.Seized.Zip(Samples.Dispatched))
        {
            moments.Add(seized, 2 * seized, dispatched);
        }

        Assert.That(moments.SlopeY, Is.EqualTo(.347107).Within(5e-7));
        Assert.That(moments.SlopeX, Is.EqualTo(2 * .347107).Within(1e-6));
    }

    [Test]
    public void Each_group_is_corrected_with_the_slope_of_all_others()
    {
        double[] corrected = [.. Seized.Select((y, i) => y - (Slope(i % ControlledMoments.Groups, Seized) * Control[i]))];
        PointEstimate byHand = Means.Estimate(corrected);
        PointEstimate estimate = Moments(Seized, Ones, Control).Estimate();
        Assert.That(estimate.Value, Is.EqualTo(byHand.Value).Within(1e-13));
        Assert.That(estimate.StandardError, Is.EqualTo(byHand.StandardError).Within(1e-13));
        Assert.That(estimate.DegreesOfFreedom, Is.EqualTo(Replications - 1));
        Assert.That(estimate.StandardError, Is.LessThan(.8 * Means.Estimate(Seized).StandardError));
    }

    [Test]
    public void A_ratio_is_that_of_both_corrected_and_as_sure_as_their_ratio_is()
    {
        double[] seized = [.. Seized.Select((y, i) => y - (Slope(i % ControlledMoments.Groups, Seized) * Control[i]))];
        double[] dispatched = [.. Dispatched.Select((x, i) => x - (Slope(i % ControlledMoments.Groups, Dispatched) * Control[i]))];
        PointEstimate byHand = RatioEstimator.Estimate(seized, dispatched);
        PointEstimate estimate = Moments(Seized, Dispatched, Control, ofX: Dispatched).Estimate();
        Assert.That(estimate.Value, Is.EqualTo(byHand.Value).Within(1e-14));

        // And four finds that did not show, each as large as the luck of the 92 (2 x 2 a replication) was, that would
        // move the ratio by r times the denominator's part of one seized.
        double each = Dispatched.Average() * byHand.Value / (Replications * dispatched.Average());
        double unseen = UnseenFinds.Count * Control.Sum(c => c * c) / (4 * Replications) * each * each;
        Assert.That(estimate.StandardError, Is.EqualTo(Math.Sqrt((byHand.StandardError * byHand.StandardError) + unseen)).Within(1e-14));
    }

    [Test]
    public void A_denominator_that_no_search_decides_stays_as_it_is()
    {
        double seized = Moments(Seized, Ones, Control).Estimate().Value;
        Assert.That(Moments(Seized, Dispatched, Control).Estimate().Value, Is.EqualTo(seized / Dispatched.Average()).Within(1e-14));
        Assert.That(Moments(Seized, Dispatched, Control).Slopes()!.Select(slope => slope.OfX), Is.All.Zero);
    }

    [Test]
    public void What_no_search_decides_is_left_alone_to_the_last_bit()
    {
        double[] nothing = new double[Replications];
        Assert.That(Moments(Dispatched, Ones, Control, ofY: nothing).Estimate(), Is.EqualTo(RatioEstimator.Estimate(Dispatched, Ones)));
    }

    [Test]
    public void Corrected_parts_add_up_to_what_no_search_decides()
    {
        double[] delivered = [.. Dispatched.Zip(Seized, (x, y) => x - y)];
        double part = Moments(Seized, Ones, Control).Estimate().Value;
        double rest = Moments(delivered, Ones, Control, ofY: [.. Seized.Select(y => -y)]).Estimate().Value;
        Assert.That(part + rest, Is.EqualTo(Dispatched.Average()).Within(1e-13));
    }

    [TestCase(9, 1)]
    [TestCase(10, 3)]
    public void By_fewer_than_ten_finds_elsewhere_no_slope_is_estimated(int finds, double slope)
    {
        // Each find in groups 1 to 4; group 0 is corrected by them. Seized is thrice the luck, so an estimated slope is
        // 3; what luck took is known to be seized once.
        var moments = new ControlledMoments(new ControlSlopes(1, 0), new ControlSlopes(1, 0));
        for (int i = 0; i < 60; i++)
        {
            double luck = i % ControlledMoments.Groups > 0 && finds-- > 0 ? 1 : 0;
            moments.Add(3 * luck, 1, new Searches(luck, 3 * luck, luck, 3 * luck, 0));
        }

        Assert.That(moments.Slopes()![0].OfY, Is.EqualTo(slope).Within(1e-12));
    }

    [Test]
    public void By_a_few_large_finds_no_slope_is_estimated_either()
    {
        // Twenty finds elsewhere, one of a load of 50: by squares they count as (2,500 + 19)^2 / (2,500^2 + 19) = 1.02.
        var moments = new ControlledMoments(new ControlSlopes(1, 0), new ControlSlopes(1, 0));
        for (int i = 0; i < 50; i++)
        {
            double load =
                i % ControlledMoments.Groups == 0 || i >= 25 ? 0
                : i == 1 ? 50
                : 1;
            moments.Add(.3 * load, 1, new Searches(load, .3 * load, Math.Sign(load), .3 * load, 0));
        }

        Assert.That(moments.Slopes()![0].OfY, Is.EqualTo(1).Within(1e-12));
    }

    [Test]
    public void A_part_takes_the_known_slope_by_its_share_and_parts_add_up()
    {
        // Seizures: three in group 1 and one in group 2, of which the part has the latter.
        (ControlledMoments all, ControlledMoments part) = (
            new(new ControlSlopes(1, 0), new ControlSlopes(1, 0)),
            new(new ControlSlopes(1, 0))
        );
        for (int i = 0; i < 20; i++)
        {
            (double seized, double ofPart) =
                i == 6 ? (3, 0)
                : i == 7 ? (1, 1)
                : (0, 0);
            all.Add(seized, 1, new Searches(seized - .2, seized, seized - .2, seized, 0));
            part.Add(ofPart, 1, new Searches(seized - .2, seized, seized - .2, ofPart, 0));
        }

        Assert.That(all.Slopes()!.Select(s => s.OfY), Is.All.EqualTo(1));
        Assert.That(part.Slopes()!.Select(s => s.OfY), Is.EqualTo(new[] { .25, 1, 0, .25, .25 }));
    }

    [Test]
    public void What_is_nothing_but_the_control_is_known_exactly()
    {
        PointEstimate estimate = Moments([.. Control.Select(c => 7 - (3 * c))], Ones, Control).Estimate();
        Assert.That(estimate.Value, Is.EqualTo(7).Within(1e-13));
        Assert.That(estimate.StandardError, Is.Zero.Within(1e-7));
    }

    [Test]
    public void A_control_that_never_varies_is_left_alone_to_the_last_bit() =>
        Assert.That(
            Moments(Seized, Dispatched, [.. Ones.Select(_ => .3)]).Estimate(),
            Is.EqualTo(RatioEstimator.Estimate(Seized, Dispatched))
        );

    [Test]
    public void Too_few_replications_are_left_alone_to_the_last_bit()
    {
        int few = ControlledMoments.FewestReplications - 1;
        Assert.That(
            Moments(Seized[..few], Dispatched[..few], Control[..few]).Estimate(),
            Is.EqualTo(RatioEstimator.Estimate(Seized.AsSpan(0, few), Dispatched.AsSpan(0, few)))
        );
        Assert.That(Moments(Seized[..(few + 1)], Dispatched[..(few + 1)], Control[..(few + 1)]).Slopes(), Is.Not.Null);
    }

    [Test]
    public void A_ratio_over_what_is_not_surely_found_has_no_interval()
    {
        // Cost over 3 firearms, each found for itself: with four more that did not show, 3 - 2.07 sqrt(3 + 4) is below
        // 0. Of 30 it is not.
        foreach ((int found, bool isKnown) in new[] { (3, false), (30, true) })
        {
            var moments = new ControlledMoments(new ControlSlopes(0, 1), new ControlSlopes(0, 1));
            for (int i = 0; i < 60; i++)
            {
                double taken = i % (60 / found) == 0 ? 1 : 0;
                moments.Add(100, taken, new Searches(taken - ((double)found / 60), taken, taken - ((double)found / 60), 0, taken));
            }

            Assert.That(moments.Estimate().Value, Is.EqualTo(100 * 60.0 / found).Within(1e-6 * 6000 / found));
            Assert.That(double.IsNaN(moments.Estimate().StandardError), Is.Not.EqualTo(isKnown));
        }
    }

    [Test]
    public void An_entry_in_which_nothing_happened_is_not_known_to_be_empty()
    {
        var entry = new ControlledMoments(new ControlSlopes(1, 0));
        for (int i = 0; i < 30; i++)
        {
            entry.Add(0, 1, new Searches(i % 2, 1, i % 2, 0, 0));
        }

        Assert.That((entry.Estimate().Value, entry.Estimate().StandardError), Is.EqualTo((0, double.NaN)));
    }

    [Test]
    public void A_ratio_of_nothing_stays_undefined()
    {
        double[] nothing = new double[Replications];
        Assert.That(Moments(nothing, nothing, Control).Estimate().Value, Is.NaN);
    }

    [Test]
    public void Moments_of_parts_merge_into_those_of_all()
    {
        (CoMoments all, CoMoments first, CoMoments second) = (new(), new(), new());
        for (int i = 0; i < Replications; i++)
        {
            all.Add(Seized[i], Dispatched[i], Control[i]);
            (i < 7 ? first : second).Add(Seized[i], Dispatched[i], Control[i]);
        }

        first.Add(new CoMoments());
        first.Add(second);
        Assert.That(Values(first), Is.EqualTo(Values(all)).Within(1e-12));

        static double[] Values(CoMoments m) =>
            [m.Count, m.MeanY, m.MeanX, m.MeanControl, m.VarianceY, m.VarianceX, m.Covariance, m.SlopeY, m.SlopeX];
    }

    // By its definition, from the replications of all other groups.
    private static double Slope(int group, double[] values)
    {
        int[] others = [.. Enumerable.Range(0, Replications).Where(i => i % ControlledMoments.Groups != group)];
        double mean = others.Average(i => values[i]);
        double controlMean = others.Average(i => Control[i]);
        return others.Sum(i => (values[i] - mean) * (Control[i] - controlMean)) / others.Sum(i => Math.Pow(Control[i] - controlMean, 2));
    }

    private static double[] Draw(int seed, Func<Random, int, double> value)
    {
        var random = new Random(seed);
        return [.. Enumerable.Range(0, Replications).Select(i => value(random, i))];
    }

    // Of plenty of finds.
    private static ControlledMoments Moments(
        double[] numerators,
        double[] denominators,
        double[] controls,
        double[]? ofY = null,
        double[]? ofX = null
    )
    {
        var moments = new ControlledMoments();
        for (int i = 0; i < numerators.Length; i++)
        {
            moments.Add(numerators[i], denominators[i], new Searches(controls[i], 1, 2, (ofY ?? numerators)[i], ofX?[i] ?? 0));
        }

        return moments;
    }
}
