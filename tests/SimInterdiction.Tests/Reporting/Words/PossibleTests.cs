using System.Text.Json;
using SimInterdiction.Experiments.Results;
using SimInterdiction.Model.Measures;
using SimInterdiction.Reporting.Json;
using SimInterdiction.Reporting.Words;

namespace SimInterdiction.Tests.Reporting.Words;

/// <summary>What people see lies within what can be; files for further work keep what was estimated.</summary>
public sealed class PossibleTests
{
    [TestCase("seizure_rate", -.01, -.02, .03, 0, 0, .03)]
    [TestCase("seizure_rate", 1.02, .97, 1.07, 1, .97, 1)]
    [TestCase("firearms_seized", -.3, -.5, -.1, 0, 0, 0)]
    [TestCase("firearms_seized", 12, 8, 16, 10, 8, 16)]
    [TestCase("firearms_delivered", 10.5, 10, 11, 10, 10, 11)]
    [TestCase("cost_per_firearm_usd", 100, -20, 220, 100, 0, 220)]
    [TestCase("displacement", .001, -.0005, .003, .001, 0, .003)]
    [TestCase("displacement_takes_back", -.2, -.4, 1.3, -.2, -.4, 1.3)]
    public void An_average_is_shown_within_what_can_be(
        string measure,
        double mean,
        double low,
        double high,
        double shownMean,
        double shownLow,
        double shownHigh
    )
    {
        Estimate shown = Possible.Of(measure, new Estimate(mean, low, high), whole => whole == "firearms_dispatched" ? 10 : null);
        Assert.That((shown.Mean, shown.Low, shown.High), Is.EqualTo(((double?)shownMean, (double?)shownLow, (double?)shownHigh)));
    }

    [Test]
    public void Undefined_stays_undefined() => Assert.That(Possible.Of("seizure_rate", default, _ => null), Is.EqualTo(default(Estimate)));

    [Test]
    public void No_share_differs_from_another_by_more_than_all_points()
    {
        Comparison wide = SampleStudy.Typical().Comparisons[0] with { Difference = -.1, Low = -1.3, High = 1.1 };
        Assert.That(MeasureScale.Of(MeasureCatalog.Find("seizure_rate")!).Difference(wide), Does.EndWith("(−100 to +100)"));
    }

    [Test]
    public void Part_of_a_step_brings_no_more_than_its_part_of_all_points()
    {
        StudyResult study = SampleStudy.Typical();
        Comparison wide = study.Comparisons[0] with { Difference = 1, Low = .72, High = 1.27 };
        Assert.That(ExpansionWords.Each(new StudyView(study), new ExpansionStep(2_880, wide), 1_000), Is.EqualTo("+35 points (25 to 35)"));
    }

    [Test]
    public void The_page_shows_what_can_be_and_json_what_was_estimated()
    {
        StudyResult study = SampleStudy.Typical();
        DeploymentResult first = study.Deployments[0];
        study = study with
        {
            Deployments =
            [
                first with
                {
                    Measures = new Dictionary<string, Estimate>(first.Measures) { ["seizure_rate"] = new(-.001, -.004, .002) },
                },
                .. study.Deployments.Skip(1),
            ],
        };
        Assert.That(StudyView.MeasureOf(study.Deployments[0], "seizure_rate").Mean, Is.Zero);
        using var json = JsonDocument.Parse(ResultJson.Write(study, SampleStudy.Provenance));
        Assert.That(
            json.RootElement.GetProperty("deployments")
                .GetProperty(first.Name)
                .GetProperty("measures")
                .GetProperty("seizure_rate")
                .GetProperty("mean")
                .GetDouble(),
            Is.EqualTo(-.001)
        );
    }
}
