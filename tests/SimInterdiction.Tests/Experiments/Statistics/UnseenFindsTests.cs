using SimInterdiction.Experiments.Batches;
using SimInterdiction.Experiments.Statistics;

namespace SimInterdiction.Tests.Experiments.Statistics;

public sealed class UnseenFindsTests
{
    /// <summary>In closed form, from the probabilities of a Poisson number N: how often N -+ z sqrt(N + 4) holds the
    /// mean.</summary>
    [Test]
    public void Four_finds_more_make_an_interval_of_any_rare_count_hold()
    {
        for (double mean = .05; mean < 60; mean *= 1.05)
        {
            (double probability, double covered) = (Math.Exp(-mean), 0);
            for (int n = 0; n < 300; n++)
            {
                covered += Math.Abs(n - mean) <= 1.959964 * Math.Sqrt(n + UnseenFinds.Count) ? probability : 0;
                probability *= mean / (n + 1);
            }

            Assert.That(covered, Is.GreaterThan(.949), $"mean {mean}");
        }
    }

    [Test]
    public void Where_none_was_found_up_to_four_standard_finds_may_be_due()
    {
        // 100 periods, none found, of loads of 3: t with 99 degrees of freedom times sqrt(4) times 3 / 100.
        MeasureValues nothing = Values([.. new double[100]], found: _ => 0);
        PointEstimate estimate = nothing.Estimate();
        Assert.That(estimate.HalfWidth(.95), Is.EqualTo(1.984217 * 2 * 3 / 100).Within(1e-5));
    }

    [Test]
    public void A_difference_of_nothing_is_not_known_to_be_none()
    {
        (MeasureValues one, MeasureValues other) = (Values(new double[100], _ => 0), Values(new double[100], _ => 0));
        Assert.That(one.DifferenceFrom(other, 100).HalfWidth(.95), Is.GreaterThan(.1));
        MeasureValues[] nobody = [.. new[] { 1, 2 }.Select(_ => new MeasureValues(new double[100], null))];
        Assert.That(nobody[0].DifferenceFrom(nobody[1], 100).HalfWidth(.95), Is.NaN, "nothing happened in either");
    }

    [Test]
    public void Deployments_that_come_out_alike_in_everything_do_not_differ()
    {
        double[] seized = [.. Enumerable.Range(0, 100).Select(i => i % 3.0)];
        MeasureValues one = Values(seized, i => seized[i]) with { Fingerprints = [.. Enumerable.Range(0, 100).Select(i => (long)i)] };
        Assert.That(one.DifferenceFrom(one with { Numerators = [.. seized] }, 100), Is.EqualTo(new PointEstimate(0, 0, 99)));

        // The same number of seizures, but something else is not alike: then one may find what the other does not.
        MeasureValues other = one with { Fingerprints = [.. Enumerable.Range(0, 99).Select(i => (long)i), -1] };
        Assert.That((one.DifferenceFrom(other, 100).Value, one.DifferenceFrom(other, 99).StandardError), Is.EqualTo((0, 0)));
        Assert.That(one.DifferenceFrom(other, 100).HalfWidth(.95), Is.GreaterThan(.1));
    }

    /// <summary>Two deployments that seize nothing in two quiet periods may differ by any amount.</summary>
    [Test]
    public void What_came_out_alike_while_nothing_was_found_is_not_known_to_be_alike()
    {
        MeasureValues quiet = Values(new double[2], _ => .01) with { Fingerprints = [7, 8] };
        MeasureValues other = quiet with { Numerators = new double[2] };
        Assert.That(quiet.DifferenceFrom(other, 2).HalfWidth(.95), Is.NaN);
        Assert.That((quiet with { IsOfOneDeployment = true }).DifferenceFrom(other, 2).HalfWidth(.95), Is.Zero, "in two runs");
    }

    [Test]
    public void The_replications_needed_know_that_few_finds_grow_into_many()
    {
        // Nothing but four unseen finds of 1 in 100 periods: 2 t / n is down to .004 at about 1.96 * 2 / .004 = 980
        // periods, not at 100 (.0397 / .004)^2.
        PointEstimate rare = UnseenFinds.Widen(new PointEstimate(.004, 0, 99), 4e-4);
        Assert.That(SampleSize.ForHalfWidth(rare, .004, .95, 101), Is.EqualTo(981).Within(3));
    }

    // Of loads of 3, of which nothing is expected to be found: the luck is what was found, and a hundredth beside.
    private static MeasureValues Values(double[] numerators, Func<int, double> found) =>
        new(
            numerators,
            null,
            new SearchedValues(
                [.. numerators.Select((y, i) => new Searches(3 * (found(i) - .01), y, found(i) - .01, y, 0))],
                new ControlSlopes(1, 0)
            )
        );
}
