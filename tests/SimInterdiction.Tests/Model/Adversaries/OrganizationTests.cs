using SimInterdiction.Model.Adversaries;

namespace SimInterdiction.Tests.Model.Adversaries;

public sealed class OrganizationTests
{
    private static readonly Organization Everything = new()
    {
        RouteChoice = new RouteChoice { RiskAversion = 1 },
        SplitsLoads = new LoadSplitting { AfterSeizures = 1 },
        Watches = new Scouting { Share = 0.5, PatienceHours = 1 },
        LiesLow = new LyingLow { ForHours = 1 },
    };

    // A new behaviour that is left out would never count as adapting.
    [Test]
    public void Every_behaviour_that_can_be_stated_is_listed()
    {
        object?[] stated =
        [
            .. typeof(Organization)
                .GetProperties()
                .Where(property => property.PropertyType.IsAssignableTo(typeof(IAdaptation)))
                .Select(property => property.GetValue(Everything)),
        ];
        Assert.That(stated, Has.Length.GreaterThanOrEqualTo(3).And.All.Not.Null);
        Assert.That(Everything.Adaptations, Is.EquivalentTo(stated));
    }

    [Test]
    public void A_frozen_organization_adapts_in_no_way_and_keeps_its_beliefs()
    {
        Organization frozen = Everything.Frozen();
        Assert.That(frozen.Adapts, Is.False);
        Assert.That(frozen.Adaptations, Is.All.Null);
        Assert.That(frozen.RouteChoice, Is.EqualTo(Everything.RouteChoice! with { Learns = Learning.Off }));
    }

    [TestCase(0, ExpectedResult = false)]
    [TestCase(0.5, ExpectedResult = true)]
    public bool Drivers_of_whom_none_watches_adapt_to_nothing(double share) =>
        new Organization
        {
            Watches = new Scouting { Share = share, PatienceHours = 1 },
        }.Adapts;
}
