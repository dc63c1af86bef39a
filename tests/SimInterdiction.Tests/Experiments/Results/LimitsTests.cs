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
        Assert.That(
            new RequirementCheck(Wanted(atMost: 0.15), new Estimate(share, share, share)).Answer,
            Is.EqualTo(RequirementAnswer.Met)
        );
        Assert.That(
            new RequirementCheck(Wanted(atLeast: 0.15), new Estimate(share, share, share)).Answer,
            Is.EqualTo(RequirementAnswer.Met)
        );
    }

    [Test]
    public void Beyond_rounding_a_limit_is_not_met()
    {
        Assert.That(
            new RequirementCheck(Wanted(atMost: 0.15), new Estimate(0.15, 0.15, 0.15 + 1e-8)).Answer,
            Is.Not.EqualTo(RequirementAnswer.Met)
        );
        Assert.That(
            new RequirementCheck(Wanted(atLeast: 0.15), new Estimate(0.15, 0.15 - 1e-8, 0.15)).Answer,
            Is.Not.EqualTo(RequirementAnswer.Met)
        );
        Assert.That(
            new RequirementCheck(Wanted(atLeast: 0.15), new Estimate(0.15, null, null)).Answer,
            Is.Not.EqualTo(RequirementAnswer.Met)
        );
    }

    [TestCase(null, 0.145, 0.14, 0.149, RequirementAnswer.Met)]
    [TestCase(null, 0.145, 0.14, 0.151, RequirementAnswer.NotDecided)]
    [TestCase(null, 0.155, 0.149, 0.161, RequirementAnswer.NotDecided)]
    [TestCase(null, 0.155, 0.151, 0.161, RequirementAnswer.NotMet)]
    [TestCase(null, 0.155, null, null, RequirementAnswer.NotDecided)]
    [TestCase(0.12, 0.13, 0.121, 0.139, RequirementAnswer.Met)]
    [TestCase(0.12, 0.13, 0.119, 0.141, RequirementAnswer.NotDecided)]
    [TestCase(0.12, 0.11, 0.101, 0.119, RequirementAnswer.NotMet)]
    [TestCase(0.12, 0.16, 0.151, 0.169, RequirementAnswer.NotMet)]
    public void Only_an_interval_wholly_beyond_the_limit_says_not_met(
        double? atLeast,
        double mean,
        double? low,
        double? high,
        RequirementAnswer expected
    ) => Assert.That(new RequirementCheck(Wanted(atLeast, 0.15), new Estimate(mean, low, high)).Answer, Is.EqualTo(expected));

    [Test]
    public void What_was_not_simulated_is_said_to_be_that() =>
        Assert.That(new RequirementCheck(Wanted(atLeast: 0.15), null).Answer, Is.EqualTo(RequirementAnswer.NotSimulated));

    [Test]
    public void A_precision_that_is_just_reached_is_reached()
    {
        Assert.That(
            new PrecisionCheck
            {
                Wanted = 0.3,
                Found = 0.1 + 0.2,
                ReplicationsNeeded = null,
            }.IsReached,
            Is.True
        );
        Assert.That(
            new PrecisionCheck
            {
                Wanted = 0.3,
                Found = 0.3 + 1e-8,
                ReplicationsNeeded = null,
            }.IsReached,
            Is.False
        );
        Assert.That(
            new PrecisionCheck
            {
                Wanted = 0.3,
                Found = null,
                ReplicationsNeeded = null,
            }.IsReached,
            Is.False
        );

        // t with one degree of freedom is 1 at 50 %, so the half-width is the standard error.
        Assert.That(new Precision.Absolute(0.3).IsReachedBy(new PointEstimate(1, 0.1 + 0.2, 1), 0.5), Is.True);
    }

    private static Requirement Wanted(double? atLeast = null, double? atMost = null) =>
        new()
        {
            Deployment = "any",
            Measure = "seizure_rate",
            AtLeast = atLeast,
            AtMost = atMost,
        };
}
