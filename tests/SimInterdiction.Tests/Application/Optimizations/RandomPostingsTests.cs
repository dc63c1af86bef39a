using SimInterdiction.Application.Optimizations;
using SimInterdiction.Experiments.Results;
using SimInterdiction.Model;
using SimInterdiction.Model.Adversaries;
using SimInterdiction.Optimization.Mixtures;
using SimInterdiction.Scenarios;
using SimInterdiction.Tests.Verification;

namespace SimInterdiction.Tests.Application.Optimizations;

public sealed class RandomPostingsTests
{
    [TestCase(1)]
    [TestCase(3)]
    [TestCase(17)]
    public void Chances_are_rounded_to_hundredths_of_a_percent_that_add_up(int count)
    {
        MixedChoice[] thirds = [.. Enumerable.Range(0, count).Select(_ => new MixedChoice([true], 1.0 / count))];
        IReadOnlyList<MixedChoice> rounded = RandomPostings.Rounded(thirds);
        Assert.That(rounded.Sum(choice => (decimal)choice.Chance), Is.EqualTo(1m));
        Assert.That(rounded.Select(choice => choice.Chance), Is.All.EqualTo(1.0 / count).Within(1e-4));
    }

    [Test]
    public void A_plan_that_is_hardly_ever_drawn_is_none()
    {
        IReadOnlyList<MixedChoice> rounded = RandomPostings.Rounded([new([true], 1 - 1e-4), new([false], 1e-4)]);
        Assert.That(rounded, Has.Count.EqualTo(1));
        Assert.That(rounded[0].Chance, Is.EqualTo(1));
    }

    [TestCase(TraffickerKind.KeepShares, Learning.Off, false)]
    [TestCase(TraffickerKind.Learn, Learning.Place, false)]
    [TestCase(TraffickerKind.Know, Learning.Known, false)]
    [TestCase(TraffickerKind.Watch, Learning.Off, true)]
    public void All_traffickers_are_of_the_kind_that_is_asked_for(TraffickerKind kind, Learning learns, bool watch)
    {
        Scenario southbound = ScenarioReader
            .ReadFile(Path.Combine(ShippedScenariosTests.Folder, "southbound.yaml"), new ReadingOptions())
            .Scenario!;
        Scenario with = RandomConfirmation.With(southbound, kind);
        Assert.Multiple(() =>
        {
            foreach (Organization organization in with.Flows.Values.Select(flow => with.Organizations[flow.Organization!]))
            {
                Assert.That(organization.RouteChoice!.Learns, Is.EqualTo(learns));
                Assert.That(organization.RouteChoice.RiskAversion, Is.EqualTo(20));
                Assert.That(organization.Watches is not null, Is.EqualTo(watch));
            }
        });
    }
}
