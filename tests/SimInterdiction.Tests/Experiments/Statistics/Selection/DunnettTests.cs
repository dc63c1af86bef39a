using SimInterdiction.Experiments.Statistics;
using SimInterdiction.Experiments.Statistics.Selection;

namespace SimInterdiction.Tests.Experiments.Statistics.Selection;

public sealed class DunnettTests
{
    // Published to 2 digits (Dunnett 1955, 1964), recomputed to 4.
    [TestCase(3, 10, 2.3376)]
    [TestCase(2, 30, 1.9890)]
    [TestCase(5, 30, 2.3352)]
    public void One_sided_constants_are_the_published_ones(int comparisons, int degreesOfFreedom, double expected) =>
        Assert.That(EqualCorrelation.OneSided(comparisons, degreesOfFreedom, .95), Is.EqualTo(expected).Within(5e-5));

    [Test]
    public void The_constant_for_three_comparisons_on_27_degrees_is_the_computed_one() =>
        Assert.That(EqualCorrelation.OneSided(3, 27, .95), Is.EqualTo(2.15715).Within(5e-6));

    [TestCase(3, 10, 2.759)]
    [TestCase(3, 20, 2.540)]
    public void Two_sided_constants_are_the_published_ones(int comparisons, int degreesOfFreedom, double expected) =>
        Assert.That(EqualCorrelation.TwoSided(comparisons, degreesOfFreedom, .95), Is.EqualTo(expected).Within(5e-4));

    [TestCase(.95)]
    [TestCase(.99)]
    public void With_one_degree_of_freedom_the_chance_of_two_is_that_of_an_octant(double confidence)
    {
        // Z1 and Z2 below t |V|: twice the chance that V, t V - Z1 and t V - Z2 are all above 0, which for normals is
        // 1/8 + (sum of the arcsines of their correlations) / (4 pi) (Sheppard 1899).
        double t = EqualCorrelation.OneSided(2, 1, confidence);
        double square = t * t;
        double chance = .25 + (((2 * Math.Asin(t / Math.Sqrt(square + 1))) + Math.Asin((square + .5) / (square + 1))) / (2 * Math.PI));
        Assert.That(chance, Is.EqualTo(confidence).Within(1e-9));
    }

    [Test]
    public void One_comparison_is_Students([Values(1, 2, 5, 30, 1_000, 1_000_000)] int degreesOfFreedom)
    {
        Assert.That(
            EqualCorrelation.OneSided(1, degreesOfFreedom, .95),
            Is.EqualTo(StudentT.UpperQuantile(.05, degreesOfFreedom)).Within(1e-4).Percent
        );
        Assert.That(
            EqualCorrelation.TwoSided(1, degreesOfFreedom, .95),
            Is.EqualTo(StudentT.TwoSidedQuantile(.95, degreesOfFreedom)).Within(1e-4).Percent
        );
    }

    [Test]
    public void Intervals_are_around_the_differences_and_the_controls_is_nothing()
    {
        // Two groups of three: one comparison, so Student's interval with pooled variance 1 on 4 degrees of freedom,
        // 2.776445 sqrt(2/3).
        var samples = new SystemSamples(
            [
                [1, 2, 3],
                [5, 6, 7],
            ],
            Sampling.Independent
        );
        IReadOnlyList<Interval> intervals = Dunnett.WithControl(samples, 0, .95);
        Assert.That(intervals[0], Is.EqualTo(new Interval(0, 0)));
        Assert.That(intervals[1].Low, Is.EqualTo(4 - 2.266958).Within(5e-6));
        Assert.That(intervals[1].High, Is.EqualTo(4 + 2.266958).Within(5e-6));
    }
}
