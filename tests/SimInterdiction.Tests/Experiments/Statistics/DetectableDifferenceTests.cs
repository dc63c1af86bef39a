using SimInterdiction.Experiments.Statistics;

namespace SimInterdiction.Tests.Experiments.Statistics;

public sealed class DetectableDifferenceTests
{
    // Sample sizes of the paired t test, two-sided 5 %, power 80 %, for effects of 0.2, 0.5 and 0.8 standard
    // deviations, as power programs and tables give them.
    [TestCase(0.2, 199)]
    [TestCase(0.5, 34)]
    [TestCase(0.8, 15)]
    public void Published_sample_sizes_are_met(double effect, int replications)
    {
        Assert.That(DetectableDifference.ReplicationsFor(effect, 1, 0.95, 0.8), Is.EqualTo(replications));
        Assert.That(DetectableDifference.At(1, replications, 0.95, 0.8), Is.LessThanOrEqualTo(effect));
        Assert.That(DetectableDifference.At(1, replications - 1, 0.95, 0.8), Is.GreaterThan(effect));
    }

    [Test]
    public void It_grows_with_the_spread_and_what_can_never_be_found_has_no_number()
    {
        Assert.That(DetectableDifference.At(3, 50, 0.99, 0.8), Is.EqualTo(3 * DetectableDifference.At(1, 50, 0.99, 0.8)).Within(1e-12));
        Assert.That(DetectableDifference.ReplicationsFor(1e-9, 1, 0.95, 0.8), Is.Null);
        Assert.That(DetectableDifference.ReplicationsFor(0.1, 0, 0.95, 0.8), Is.EqualTo(2));
    }
}
