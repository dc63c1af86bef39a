using SimInterdiction.Experiments.Statistics;
using SimInterdiction.Experiments.Statistics.Selection;

namespace SimInterdiction.Tests.Experiments.Statistics.Selection;

/// <summary>How far systems fall short of the best, and how often that is said wrongly. Seeds are fixed.</summary>
public sealed class RegretsTests
{
    private static readonly double[][] Certain =
    [
        [1, 3],
        [4, 6],
        [7, 9],
    ];

    [Test]
    public void Regrets_are_the_largest_lead_of_any_other()
    {
        // Means 2, 5 and 8, and differences that never vary.
        Assert.That(Of(Certain, (_, _) => true).Select(r => r.Value), Is.EqualTo(new[] { 6.0, 3, 0 }));
        Assert.That(
            Of(Certain, (_, _) => true).Select(r => r.Interval),
            Is.EqualTo(new[] { new Interval(6, 6), new Interval(3, 3), new Interval(0, 0) })
        );
    }

    [Test]
    public void Only_alternatives_can_be_regretted()
    {
        IReadOnlyList<Regret> regrets = Of(Certain, (system, other) => other < system);
        Assert.That(regrets.Select(r => (r.Value, r.Interval.High)), Is.All.EqualTo((0.0, 0.0)));
        Assert.That(Of(Certain, (system, other) => Math.Abs(system - other) == 1).Select(r => r.Value), Is.EqualTo(new[] { 3.0, 3, 0 }));
    }

    [Test]
    public void What_is_undefined_is_no_regret_of_nothing()
    {
        IReadOnlyList<Regret> regrets = Of(
            [
                [1, 3],
                [double.NaN, 1],
            ],
            (_, _) => true
        );
        Assert.That(regrets.Select(r => (r.Value, r.Interval.Low)), Is.All.EqualTo((double.NaN, double.NaN)));
        Assert.That(
            Of(
                    [
                        [1],
                    ],
                    (_, _) => true
                )
                .Single()
                .Value,
            Is.Zero,
            "nothing else to be had"
        );
        Assert.That(
            Of(
                    [
                        [1],
                        [2],
                    ],
                    (_, _) => true
                )
                .Select(r => r.Interval.Low),
            Is.All.NaN,
            "one replication"
        );
    }

    [Test]
    public void Ten_equals_are_all_perhaps_the_best_in_95_of_100_studies([Values(0, .8)] double correlation) =>
        Equals(correlation, studies: 300, replications: 20);

    /// <summary>As <see cref="Trials.Limit"/>.</summary>
    [Test, Explicit, Category("Slow")]
    public void Ten_equals_are_all_perhaps_the_best_in_95_of_100_of_many_studies(
        [Values(0, .8)] double correlation,
        [Values(2, 10, 40)] int replications
    ) => Equals(correlation, Trials.Studies, replications);

    [Test]
    public void Intervals_hold_all_regrets_together_however_unlike_systems_vary()
    {
        double[] means = [0, 1, 1, 3];
        double[] truth = [3, 2, 2, 0];
        var random = new Random(4);
        double held = Trials.Share(
            () =>
                Of(Trials.Systems(random, means, [.5, 1, 4, 2], .5, 15), (_, _) => true)
                    .Zip(truth, (regret, right) => regret.Interval.Low <= right && right <= regret.Interval.High)
                    .All(x => x),
            400
        );
        Assert.That(held, Is.GreaterThan(.95 - (3 * Math.Sqrt(.95 * .05 / 400))));
    }

    private static void Equals(double correlation, int studies, int replications)
    {
        var random = new Random(5);
        double[] ones = [.. Enumerable.Repeat(1.0, 10)];
        double held = Trials.Share(
            () => Of(Trials.Systems(random, ones, ones, correlation, replications), (_, _) => true).All(regret => regret.Interval.Low == 0),
            studies
        );
        TestContext.Out.WriteLine(held);
        Assert.That(held, Is.GreaterThan(.95 - (3 * Math.Sqrt(.95 * .05 / studies))));
    }

    private static IReadOnlyList<Regret> Of(double[][] systems, Func<int, int, bool> isAlternative) =>
        Regrets.Of(systems.Length, (one, other) => Means.PairedDifference(systems[one], systems[other]), isAlternative, .95);
}
