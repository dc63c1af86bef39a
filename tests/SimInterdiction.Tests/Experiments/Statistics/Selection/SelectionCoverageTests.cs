using SimInterdiction.Experiments.Statistics;
using SimInterdiction.Experiments.Statistics.Selection;

namespace SimInterdiction.Tests.Experiments.Statistics.Selection;

/// <summary>
/// What promises to be right with 95 % is so in simulated studies, in the hardest case its theory knows: up to chance
/// (<see cref="Trials.Limit"/>). Slow, so run by hand.
/// </summary>
[Explicit, Category("Slow")]
public sealed class SelectionCoverageTests
{
    private const double Least = .95 - Trials.Limit;

    private static readonly double[] Alike = [1, 1, 1, 1, 1];
    private static readonly double[] Unlike = [.5, 2, 1, 1.5, 1];

    // The best so far ahead that nobody mistakes it.
    private static readonly double[] Leading = [9, 0, 0, 0, 0];

    [Test]
    public void Intervals_against_the_best_hold_together_exactly_when_one_leads_all_others()
    {
        var random = new Random(1);
        double held = HoldTogether(() => Sample(random, Leading, Alike, .7, 20), Leading);
        Assert.That(held, Is.InRange(Least, .95 + Trials.Limit));
    }

    [Test]
    public void Intervals_against_the_best_hold_when_systems_vary_unlike_each_other()
    {
        // The theory needs differences that vary alike; Nelson (1993) found it to fall short by a few points at most
        // where they don't.
        var random = new Random(2);
        double held = HoldTogether(() => Sample(random, Leading, Unlike, .7, 20), Leading);
        Assert.That(held, Is.GreaterThan(Least - .02));
    }

    [TestCase(0, 0, 0, 0, 0)]
    [TestCase(.5, .5, 0, 0, 0)]
    [TestCase(9, 9, 0, 0, 0)]
    public void Intervals_against_the_best_hold_where_the_best_are_tied(params double[] means)
    {
        var random = new Random(9);
        Assert.That(HoldTogether(() => Sample(random, means, Alike, .7, 20), means), Is.GreaterThan(Least));
    }

    [TestCase(.8)]
    [TestCase(0)]
    public void Each_of_two_tied_best_survives_screening(double correlation)
    {
        var random = new Random(10);
        double held = Trials.Share(() =>
            Screening.Survivors(Sample(random, [.1, .1, 0, 0, 0], Unlike, correlation, 15), 0, .95).Contains(1)
        );
        Assert.That(held, Is.GreaterThan(Least));
    }

    [TestCase(.8)]
    [TestCase(0)]
    public void The_best_survives_screening(double correlation)
    {
        var random = new Random(3);
        double held = Trials.Share(() =>
            Screening.Survivors(Sample(random, [.1, 0, 0, 0, 0], Unlike, correlation, 15), 0, .95).Contains(0)
        );
        Assert.That(held, Is.GreaterThan(Least));
    }

    [TestCase(.8, .22)]
    [TestCase(0, .5)]
    public void Two_stages_select_the_best(double correlation, double matters)
    {
        var random = new Random(4);
        double held = Trials.Share(() =>
        {
            double[][] first = Trials.Systems(random, Slippage(matters), Alike, correlation, 10);
            int more = (int)TwoStage.Replications(new SystemSamples(first, Sampling.CommonRandomNumbers), matters, .95) - 10;
            double[][] second = Trials.Systems(random, Slippage(matters), Alike, correlation, more);
            return new SystemSamples([.. first.Zip(second, (x, y) => x.Concat(y).ToArray())], Sampling.CommonRandomNumbers).Largest == 0;
        });
        Assert.That(held, Is.GreaterThan(Least));
    }

    [TestCase(.8, .22)]
    [TestCase(0, .5)]
    public void Dropping_out_one_by_one_selects_the_best(double correlation, double matters)
    {
        var random = new Random(5);
        double held = Trials.Share(() =>
            new KimNelson(matters, .95).Select(Sample(random, Slippage(matters), Alike, correlation, 500), 10).Selected == 0
        );
        Assert.That(held, Is.GreaterThan(Least));
    }

    [Test]
    public void Rinotts_second_stage_selects_the_best_and_no_surer_than_asked()
    {
        // d is small against the spread, so that rounding up replications adds next to nothing.
        var random = new Random(6);
        double[] means = [.25, 0, 0];
        double constant = Rinott.Constant(3, 10, .95);
        double held = Trials.Share(() =>
        {
            double[] finals =
            [
                .. means.Select(mean =>
                {
                    double[] first = [.. Enumerable.Range(0, 10).Select(_ => mean + Trials.Normal(random))];
                    double variance = Means.Summarise(first).Variance;
                    int more = (int)Math.Max(0, Math.Ceiling(constant * constant * variance / (.25 * .25)) - 10);
                    return (first.Sum() + (more * mean) + (Math.Sqrt(more) * Trials.Normal(random))) / (10 + more);
                }),
            ];
            return Array.IndexOf(finals, finals.Max()) == 0;
        });
        Assert.That(held, Is.InRange(Least, .95 + Trials.Limit));
    }

    [Test]
    public void Dunnetts_intervals_hold_together()
    {
        var random = new Random(7);
        double constant = Dunnett.Constant(4, 8, .95);
        double held = Trials.Share(() =>
        {
            var samples = new SystemSamples(Trials.Systems(random, [0, 1, 2, 3], [1, 1, 1, 1], 0, 8), Sampling.Independent);
            return Dunnett
                .Intervals(samples, 0, constant)
                .Select((interval, i) => interval.Low <= i && i <= interval.High)
                .All(covers => covers);
        });
        Assert.That(held, Is.InRange(Least, .95 + Trials.Limit));
    }

    [Test]
    public void Bonferronis_paired_intervals_hold_together_whatever_the_pairing()
    {
        var random = new Random(8);
        double held = Trials.Share(() =>
        {
            double[][] systems = Trials.Systems(random, new double[5], Unlike, .6, 10);
            double confidence = Bonferroni.Confidence(.95, 4);
            return systems
                .Skip(1)
                .Select(system => Means.PairedDifference(system, systems[0]).At(confidence))
                .All(interval => interval.Low <= 0 && interval.High >= 0);
        });
        Assert.That(held, Is.GreaterThan(Least));
    }

    [Test]
    public void Holms_values_reject_a_true_hypothesis_in_5_percent_of_studies_at_most()
    {
        // Three of five hypotheses are true.
        var random = new Random(9);
        double[] means = [0, 0, 0, 1, 2];
        double wrong = Trials.Share(() =>
        {
            double[][] systems = Trials.Systems(random, means, Alike, .5, 10);
            double[] values =
            [
                .. systems
                    .Select(system => Means.Estimate(system))
                    .Select(mean => 2 * StudentT.UpperTail(Math.Abs(mean.Value / mean.StandardError), 9)),
            ];
            return Holm.Adjust(values).Where((value, i) => means[i] == 0 && value <= .05).Any();
        });
        Assert.That(wrong, Is.LessThan(.05 + Trials.Limit));
    }

    [Test]
    public void Replications_where_they_help_find_the_best_more_often_than_equal_ones()
    {
        // 500 replications of ten systems; Chen and others (2000) report like gains. Three standard errors of a
        // difference of shares are .03.
        var random = new Random(10);
        double[] means = [.. Enumerable.Range(0, 10).Select(i => -(double)i)];
        double[] spreads = [.. means.Select(_ => 6.0)];
        double Finds(double[] shares) =>
            Trials.Share(() =>
            {
                double[] finals = [.. means.Select((mean, i) => mean + (spreads[i] / Math.Sqrt(500 * shares[i]) * Trials.Normal(random)))];
                return Array.IndexOf(finals, finals.Max()) == 0;
            });
        double equal = Finds([.. means.Select(_ => .1)]);
        Assert.That(Finds([.. Ocba.Shares(means, spreads)]), Is.GreaterThan(equal + .03));
    }

    // The best ahead of all others by just what matters, and no more.
    private static double[] Slippage(double matters) => [matters, 0, 0, 0, 0];

    private static SystemSamples Sample(Random random, double[] means, double[] spreads, double correlation, int replications) =>
        new(Trials.Systems(random, means, spreads, correlation, replications), Sampling.CommonRandomNumbers);

    private static double HoldTogether(Func<SystemSamples> study, double[] means)
    {
        double constant = BestComparison.Constant(means.Length, 20, .95);
        double[] leads = [.. means.Select((mean, i) => mean - means.Where((_, j) => j != i).Max())];
        return Trials.Share(() =>
            BestComparison
                .Intervals(study(), constant)
                .Select((interval, i) => interval.Low <= leads[i] && leads[i] <= interval.High)
                .All(covers => covers)
        );
    }
}
