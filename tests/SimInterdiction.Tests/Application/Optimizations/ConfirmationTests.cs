using SimInterdiction.Application.Optimizations;
using SimInterdiction.Experiments.Results;
using SimInterdiction.Model;
using SimInterdiction.Scenarios;
using SimInterdiction.Tests.Verification;

namespace SimInterdiction.Tests.Application.Optimizations;

/// <summary>Proposals are simulated, and theory is contradicted beyond four standard errors.</summary>
public sealed class ConfirmationTests
{
    [Test]
    public void Theory_is_contradicted_by_what_chance_does_not_bring()
    {
        Scenario scenario = Shipped("night-shift.yaml");
        StudyResult simulated = Confirmation.Of(scenario, ["day", "night"], 20, isMainOnly: false, howElse: null, CancellationToken.None)!;
        DeploymentResult night = simulated.Deployments[1];
        Estimate rate = night.Frozen["seizure_rate"];
        double standardErrors = (rate.High!.Value - rate.Low!.Value) / 4;
        Assert.Multiple(() =>
        {
            Assert.That(simulated.Baseline, Is.EqualTo("day"));
            Assert.That(simulated.Replications, Is.EqualTo(20));
            Assert.That(night.Contradicts(.15), Is.False);
            Assert.That(night.Contradicts(rate.Mean!.Value + (3.9 * standardErrors)), Is.False);
            Assert.That(night.Contradicts(rate.Mean!.Value + (4.1 * standardErrors)), Is.True);
            Assert.That(night.Contradicts(rate.Mean!.Value - (4.1 * standardErrors)), Is.True);
        });
    }

    [Test]
    public void A_share_is_neither_below_nothing_nor_above_all() =>
        Assert.That(Confirmation.ValueOf(new Estimate(.5, -.2, 1.2)), Is.EqualTo(new SimulatedValue(.5, 0, 1)));

    [Test]
    public void One_that_was_stopped_at_once_says_nothing()
    {
        using var stopped = new CancellationTokenSource();
        stopped.Cancel();
        Assert.That(
            Confirmation.Of(Shipped("night-shift.yaml"), ["day", "night"], 20, isMainOnly: false, howElse: null, stopped.Token),
            Is.Null
        );
    }

    private static Scenario Shipped(string file) =>
        ScenarioReader.ReadFile(Path.Combine(ShippedScenariosTests.Folder, file), new ReadingOptions()).Scenario!;
}
