using SimInterdiction.Experiments.Statistics.Selection;

namespace SimInterdiction.Tests.Experiments.Statistics.Selection;

public sealed class TwoStageTests
{
    [Test]
    public void The_four_systems_need_the_published_number_of_replications() =>
        Assert.That(TwoStage.Replications(Samples.ForMinimum, 2, .95), Is.EqualTo(45));

    [Test]
    public void The_first_stage_is_never_taken_back() => Assert.That(TwoStage.Replications(Samples.ForMinimum, 1000, .95), Is.EqualTo(10));

    [Test]
    public void Every_difference_can_not_matter() =>
        Assert.That(() => TwoStage.Replications(Samples.ForMinimum, 0, .95), Throws.InstanceOf<ArgumentOutOfRangeException>());
}
