using SimInterdiction.Model;
using SimInterdiction.Model.Previews;
using SimInterdiction.Reporting.Words;
using SimInterdiction.Scenarios;
using SimInterdiction.Tests.Scenarios;

namespace SimInterdiction.Tests.Model.Previews;

/// <summary>How busy lanes are, as far as that is known before anything is simulated.</summary>
public sealed class LanePreviewTests
{
    // Eighteen vehicles an hour, ten minutes each: three lanes' work. Of four lanes all are busy for B(4, 3) = .2061,
    // and whoever may wait does so for C(4, 3) = .5094 of ten minutes. Half are referred, six minutes each: .9 of a
    // lane's work, or (1 - .2061) of that: M/M/1 with no place to wait loses a / (1 + a), and with room for all waits a
    // / (1 - a) of six minutes.
    [TestCase("lanes: 4", 0.2061069, 0, 0, 0, "2.4 of 4 busy, 21% full")]
    [TestCase("lanes: 4, when_full: wait", 0, 0.5094340 / 6, 0, 0, "3.0 of 4 busy, wait 5.1 min")]
    [TestCase("secondary: { AGAIN, lanes: 1 }", 0, 0, 0.9 / 1.9, 0, "secondary 0.5 of 1 busy, 47% full")]
    [TestCase("secondary: { AGAIN, lanes: 1, when_full: wait }", 0, 0, 0, 0.9, "secondary 0.9 of 1 busy, wait 54 min")]
    [TestCase(
        "lanes: 4, secondary: { AGAIN, lanes: 1 }",
        0.2061069,
        0,
        0.7145038 / 1.7145038,
        0,
        "primary 2.4 of 4 busy, 21% full; secondary 0.4 of 1 busy, 42% full"
    )]
    // M/M/3 with room for three more: states have 1, 3, 4.5 and four times 4.5 of 26.5 parts, and of three waits on
    // average 6 x 4.5 parts, at 18 less those turned away an hour.
    [TestCase("lanes: 3, when_full: wait, queue_limit: 3", 4.5 / 26.5, 27 / (22 * 18.0), 0, 0, "2.5 of 3 busy, 17% full, wait 4.1 min")]
    [TestCase("lanes: 3, when_full: wait", 0, double.PositiveInfinity, 0, 0, "3.0 of 3 busy, queue grows")]
    // B(8, 3) = .0081 and B(9, 3) = .0027: nine are full for fewer than 1 in 200. C(6, 3) = .0991, and with six whoever
    // may wait does so for 20 s on average, with seven for 5 s.
    [TestCase("lanes: 40", 0, 0, 0, 0, "3.0 of 40 busy, 9 enough")]
    [TestCase("lanes: 40, when_full: wait", 0, 0, 0, 0, "3.0 of 40 busy, 7 enough")]
    [TestCase("officers: 6", 0, 0, 0, 0, "")]
    public void Lanes_are_as_busy_as_theory_says(
        string lanes,
        double full,
        double waitHours,
        double secondaryFull,
        double secondaryWaitHours,
        string words
    )
    {
        string again = lanes.Replace("AGAIN", "refers: 50%, finds: 50%, search: { exponential: 6 min }", StringComparison.Ordinal);
        ScenarioReading reading = Files.ReadOverBase(
            $$"""
            checkpoints: { laredo: { traffic: 180 per hour } }
            team_types: { team: { stops_traffic: 10%, search: { exponential: 10 min }, {{again}} } }
            """
        );
        Scenario scenario = Files.Good(reading);
        TeamPreview team = ScenarioPreview.Of(scenario).Deployments[0].Teams[0];
        Assert.Multiple(() =>
        {
            Assert.That(team.Lanes.Full, Is.EqualTo(full).Within(1e-6));
            Assert.That(team.Lanes.WaitHours, Is.EqualTo(waitHours).Within(1e-6));
            Assert.That(team.Lanes.SecondaryFull, Is.EqualTo(secondaryFull).Within(1e-6));
            Assert.That(team.Lanes.SecondaryWaitHours, Is.EqualTo(secondaryWaitHours).Within(1e-6));
            Assert.That(PreviewWords.Lanes(team), Is.EqualTo(words));
        });
    }
}
