using SimInterdiction.Experiments.Statistics.Selection;

namespace SimInterdiction.Tests.Experiments.Statistics.Selection;

public sealed class ScreeningTests
{
    [Test]
    public void The_survivors_of_the_four_systems_are_the_computed_ones()
    {
        Assert.That(Screening.Survivors(Samples.ForMinimum, 0, .95), Is.EqualTo(new[] { 2 }));
        Assert.That(Screening.Survivors(Samples.ForMaximum, 0, .95), Is.EqualTo(new[] { 0, 1 }));
    }

    [Test]
    public void What_is_better_by_less_than_matters_need_not_survive()
    {
        // Two is .8 behind One, within the interval's 1.683; of that, .9 leave only .783.
        Assert.That(Screening.Survivors(Samples.ForMaximum, .9, .95), Is.EqualTo(new[] { 0 }));
        Assert.That(Screening.Survivors(Samples.ForMaximum, .8, .95), Is.EqualTo(new[] { 0, 1 }));
    }

    [Test]
    public void Equals_survive_together()
    {
        double[] same = [1, 2, 3];
        Assert.That(
            Screening.Survivors(new SystemSamples([same, same, [0, 1, 2]], Sampling.CommonRandomNumbers), 0, .95),
            Is.EqualTo(new[] { 0, 1 })
        );
    }
}
