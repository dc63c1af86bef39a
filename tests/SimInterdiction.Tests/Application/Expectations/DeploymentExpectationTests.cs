using SimInterdiction.Application.Expectations;
using SimInterdiction.Application.Requests;

namespace SimInterdiction.Tests.Application.Expectations;

/// <summary>What theory expects, asked for without a console.</summary>
public sealed class DeploymentExpectationTests
{
    private Desk desk = null!;

    [SetUp]
    public void MakeDesk() => desk = new Desk();

    [TearDown]
    public void RemoveDesk() => desk.Dispose();

    [Test]
    public void Deployments_come_in_the_order_of_the_file_or_those_that_are_named()
    {
        var all = (ExpectationOutcome.Completed)Expect([], CancellationToken.None);
        Assert.That(all.Deployments.Select(d => d.Name), Is.EqualTo(new[] { "nobody", "one_team", "two_teams" }));
        Assert.That(all.Deployments.Select(d => d.Known), Is.All.Null, "nobody learns");
        var one = (ExpectationOutcome.Completed)Expect(["two_teams"], CancellationToken.None);
        Assert.That(one.Deployments.Select(d => d.Name), Is.EqualTo(new[] { "two_teams" }));
    }

    [Test]
    public void A_name_that_is_not_there_is_refused()
    {
        var refused = (ExpectationOutcome.Refused)Expect(["three_teams"], CancellationToken.None);
        Assert.That(refused.Why, Is.InstanceOf<Refusal.UnknownName>().With.Property("Name").EqualTo("three_teams"));
    }

    [Test]
    public void A_stopped_expectation_is_none()
    {
        using var stop = new CancellationTokenSource();
        stop.Cancel();
        Assert.That(Expect([], stop.Token), Is.InstanceOf<ExpectationOutcome.Stopped>());
    }

    private ExpectationOutcome Expect(string[] only, CancellationToken stop) =>
        DeploymentExpectation.Execute(new ExpectationRequest(desk.Source, only), new Ear(), stop);
}
