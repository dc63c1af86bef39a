using SimInterdiction.Experiments.Results;
using SimInterdiction.Experiments.Statistics;
using SimInterdiction.Model.Study;

namespace SimInterdiction.Tests.Experiments.Results;

/// <summary>A limit that is met exactly is met, whatever the last bit says.</summary>
public sealed class LimitsTests
{
    [TestCase(0.15)]
    [TestCase(0.1 + 0.05)]
    [TestCase(0.15 + 3e-17)]
    [TestCase(0.15 - 3e-17)]
    public void An_exact_share_meets_its_own_limit_from_both_sides(double share)
    {
        Assert.That(new RequirementCheck(Wanted(atMost: 0.15), new Estimate(share, share, share)).IsMet, Is.True);
        Assert.That(new RequirementCheck(Wanted(atLeast: 0.15), new Estimate(share, share, share)).IsMet, Is.True);
    }

    [Test]
    public void Beyond_rounding_a_limit_is_not_met()
    {
        Assert.That(new RequirementCheck(Wanted(atMost: 0.15), new Estimate(0.15, 0.15, 0.15 + 1e-8)).IsMet, Is.False);
        Assert.That(new RequirementCheck(Wanted(atLeast: 0.15), new Estimate(0.15, 0.15 - 1e-8, 0.15)).IsMet, Is.False);
        Assert.That(new RequirementCheck(Wanted(atLeast: 0.15), new Estimate(0.15, null, null)).IsMet, Is.False);
    }

    [Test]
    public void A_precision_that_is_just_reached_is_reached()
    {
        Assert.That(new PrecisionCheck { Wanted = 0.3, Found = 0.1 + 0.2, ReplicationsNeeded = null }.IsReached, Is.True);
        Assert.That(new PrecisionCheck { Wanted = 0.3, Found = 0.3 + 1e-8, ReplicationsNeeded = null }.IsReached, Is.False);
        Assert.That(new PrecisionCheck { Wanted = 0.3, Found = null, ReplicationsNeeded = null }.IsReached, Is.False);

        // t with one degree of freedom is 1 at 50 %, so the half-width is the standard error.
        Assert.That(new Precision.Absolute(0.3).IsReachedBy(new PointEstimate(1, 0.1 + 0.2, 1), 0.5), Is.True);
    }

    private static Requirement Wanted(double? atLeast = null, double? atMost = null) =>
        new() { Deployment = "any", Measure = "seizure_rate", AtLeast = atLeast, AtMost = atMost };
}
