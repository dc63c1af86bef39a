using SimInterdiction.Experiments.Statistics.Selection;

namespace SimInterdiction.Tests.Experiments.Statistics.Selection;

public sealed class SystemSamplesTests
{
    [Test]
    public void The_largest_variance_of_a_difference_is_the_published_one() =>
        Assert.That(Samples.ForMinimum.DifferenceVariance(0, 2), Is.EqualTo(28.498049).Within(5e-7));

    [Test]
    public void The_best_and_the_best_of_the_others_are_told_by_their_means()
    {
        Assert.That(Samples.ForMaximum.Largest, Is.Zero);
        Assert.That(Samples.ForMinimum.Largest, Is.EqualTo(2));
        Assert.That(Samples.ForMaximum.LargestMeanBut(0), Is.EqualTo(49.236).Within(1e-9));
        Assert.That(Samples.ForMaximum.LargestMeanBut(3), Is.EqualTo(50.036).Within(1e-9));
    }

    [Test]
    public void Nothing_is_compared_that_can_not_be()
    {
        Assert.That(() => Make([1, 2]), Throws.ArgumentException);
        Assert.That(() => Make([1, 2], [1, 2, 3]), Throws.ArgumentException);
        Assert.That(() => Make([1], [2]), Throws.ArgumentException);
        Assert.That(() => Make([1, double.NaN], [1, 2]), Throws.ArgumentException);
    }

    private static SystemSamples Make(params double[][] observations) => new(observations, Sampling.CommonRandomNumbers);
}
