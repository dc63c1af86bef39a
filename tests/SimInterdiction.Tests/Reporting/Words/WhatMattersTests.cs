using SimInterdiction.Experiments.Results;
using SimInterdiction.Model.Language;
using SimInterdiction.Model.Measures;
using SimInterdiction.Reporting.Report;
using SimInterdiction.Reporting.Tables;
using SimInterdiction.Reporting.Words;

namespace SimInterdiction.Tests.Reporting.Words;

/// <summary>No digit is finer than what matters calls for, and no sentence says more than its numbers.</summary>
public sealed class WhatMattersTests
{
    // By hand: the smallest power of ten that is a tenth of what matters or more.
    [TestCase(0, null)]
    [TestCase(.05, -2)]
    [TestCase(.1, -2)]
    [TestCase(.2, -1)]
    [TestCase(.3, -1)]
    [TestCase(.5, -1)]
    [TestCase(1, -1)]
    [TestCase(1.01, 0)]
    [TestCase(2, 0)]
    [TestCase(5, 0)]
    [TestCase(2000, 3)]
    public void The_last_digit_shown_is_never_finer_than_a_tenth_of_what_matters(double matters, int? place) =>
        Assert.That(Digits.Finest(matters), Is.EqualTo(place));

    [TestCase("seizure_rate", .002, .01494, .01487, .01501, "+1.5 points (±0.1)", "1.5 points")]
    [TestCase("seizure_rate", .01, .01494, .01487, .01501, "+1.5 points (±0.1)", "1.5 points")]
    [TestCase("seizure_rate", .01, .00031, .00029, .00033, "0.0 points (±0.1)", "less than 0.1 points")]
    [TestCase("seizure_rate", .01, -.00031, -.00033, -.00029, "0.0 points (±0.1)", "less than 0.1 points")]
    [TestCase("seizure_rate", 0, .01494, .01487, .01501, "+1.494 points (1.487 to 1.501)", "1.494 points")]
    [TestCase("seizure_rate", 0, 1e-14, -1e-14, 3e-14, "0 points (always)", "0 points")]
    [TestCase("cost_per_firearm_usd", 2000, -12_345, -12_400, -12_290, "−USD 12,000 (±1,000)", "USD 12,000")]
    [TestCase("firearms_seized", 5, 12.34, 12.1, 12.6, "+12.3 firearms (12.1 to 12.6)", "12.3 firearms")]
    [TestCase("firearms_seized", 5, 12.34, 12.3, 12.4, "+12 firearms (±1)", "12 firearms")]
    public void Differences_are_shown_no_finer_than_matters(
        string measure,
        double matters,
        double difference,
        double low,
        double high,
        string told,
        string size
    )
    {
        MeasureScale scale = MeasureScale.Of(MeasureCatalog.Find(measure)!, matters);
        Comparison comparison = SampleStudy.Typical().Comparisons[0] with { Difference = difference, Low = low, High = high };
        Assert.That((scale.DifferenceWithUnit(comparison), scale.Size(difference, low, high)), Is.EqualTo((told, size)));
    }

    [TestCase(.0201, .0200, .0202, "2.0% (±0.1 points)")]
    [TestCase(.0204, .0190, .0218, "2.0% (1.9% to 2.2%)")]
    [TestCase(.0003, .0002, .0004, "under 0.1% (±0.1 points)")]
    [TestCase(0, 0, 0, "0%")]
    public void Averages_are_shown_no_finer_than_matters(double mean, double low, double high, string told) =>
        Assert.That(
            MeasureScale.Of(MeasureCatalog.Find("seizure_rate")!, .01).ValueWithInterval(new Estimate(mean, low, high)),
            Is.EqualTo(told)
        );

    [Test]
    public void A_headline_has_at_most_three_significant_digits()
    {
        StudyResult study = SampleStudy.Make([new("Today", 10_000, 0, 100), new("More", 11_234, .3, 100)], "firearms_seized", smallest: 1);
        Assert.That(Answer.Of(study).Headline, Is.EqualTo("More: firearms seized 1,230 above Today, for the same officer-hours"));
    }

    [Test]
    public void More_money_is_told_as_exactly_as_it_is_known()
    {
        StudyResult study = SampleStudy.Make([new("Today", .02, 0, 100), new("Traced", .03, .001, 100)]);
        DeploymentResult traced = study.Deployments[1] with { CostUsd = study.Deployments[0].CostUsd + 2_855 };
        Comparison cost = study.Comparisons[0] with { Measure = "cost_usd", Difference = 2_855, Low = 2_500, High = 3_210 };
        Assert.That(new StudyView(study with { AlsoCompared = [cost] }).MoneyAgainst(traced), Is.EqualTo("USD 2,900 more"));
        cost = cost with { Low = 2_855, High = 2_855 };
        Assert.That(new StudyView(study with { AlsoCompared = [cost] }).MoneyAgainst(traced), Is.EqualTo("USD 2,855 more"));
    }

    [TestCase(1, "only 1 simulated")]
    [TestCase(2, "only 2 simulated")]
    [TestCase(9, "only 9 simulated")]
    [TestCase(10, "1% to 3%")]
    public void Of_fewer_than_ten_periods_nothing_is_said_of_4_in_5(int replications, string told)
    {
        var estimate = new Estimate(.02, .01, .03)
        {
            P10 = .01,
            P90 = .03,
            Sd = .01,
        };
        Assert.That(SpreadWords.Of(MeasureScale.Of(MeasureCatalog.Find("seizure_rate")!, .1), estimate, replications), Is.EqualTo(told));
    }

    [Test]
    public void Where_all_periods_are_alike_it_says_how_many_they_are() =>
        Assert.That(
            SpreadWords.Of(
                MeasureScale.Of(MeasureCatalog.Find("seizure_rate")!),
                new Estimate(0, 0, 0)
                {
                    P10 = 0,
                    P90 = 0,
                    Sd = 0,
                },
                3
            ),
            Is.EqualTo("0% in all 3")
        );

    [Test]
    public void Equal_deployments_are_said_to_differ_in_no_replication()
    {
        StudyResult study = SampleStudy.Make([new("Today", .02, 0, 100), new("Other", .02, 0, 100)], smallest: 0);
        study = study with { Comparisons = [.. study.Comparisons.Select(c => c with { Verdict = Verdict.NoDifferenceThatMatters })] };
        Assert.That(Answer.Of(study).Headline, Is.EqualTo("No deployment differs from Today in any of 400 replications"));
    }

    // Nothing costs anything: that is known, and no replication would change it.
    [TestCase(0, "No deployment differs from Today in any of 400 replications")]
    // Nothing was found, and what chance leaves open is less than matters.
    [TestCase(.001, "No deployment differs from Today by the 0.1 points that matter")]
    public void What_is_always_0_is_not_said_to_be_undecided(double smallest, string told)
    {
        StudyResult study = SampleStudy.Make([new("Today", 0, 0, 100), new("Other", 0, smallest / 2, 100)], smallest: smallest);
        study = study with { Comparisons = [.. study.Comparisons.Select(c => c with { Verdict = Verdict.NoDifferenceThatMatters })] };
        Assert.That(Answer.Of(study).Headline, Is.EqualTo(told));
        Assert.That(HtmlReport.Write(study, SampleStudy.Provenance, []), Does.Not.Contain("nothing is decided"));
    }

    [Test]
    public void An_undefined_number_in_a_table_is_a_dash_with_a_footnote()
    {
        string terminal = string.Join('\n', TerminalTable.Lines(SampleStudy.All["undefined"], SampleStudy.Provenance));
        Assert.That(terminal, Does.Contain("  -: undefined, as there was nothing to measure").And.Not.Match("  undefined"));
    }

    [TestCase(.8, -.4, 2, "unknown (0% to 100%)")]
    [TestCase(-.1, -1.3, 1, "unknown (0% to 100%)")]
    [TestCase(1.1, .7, 1.5, "100% (70% to 100%)")]
    [TestCase(-.05, -.2, .1, "0% (0% to 10%)")]
    [TestCase(.4, .3, .5, "40% (30% to 50%)")]
    [TestCase(.6234, .4416, .8021, "62% (44% to 80%)")]
    [TestCase(.00004, 0, .0015, "below 1%")]
    public void A_share_is_never_told_outside_of_what_a_share_can_be(double share, double low, double high, string told) =>
        Assert.That(SensitivityTable.Percent(new SimulatedValue(share, low, high)), Is.EqualTo(told));

    [TestCase(.4, "Measured, pairing saved no replications here.")]
    [TestCase(1.04, "Measured, pairing saved no replications here.")]
    [TestCase(2.4, "Measured, pairing is worth 2.4 times the replications of independent runs.")]
    public void Pairing_that_gained_nothing_is_not_said_to_spare_replications(double gain, string told)
    {
        StudyResult study = SampleStudy.Typical();
        study = study with { Comparisons = [.. study.Comparisons.Select(c => c with { PairingGain = gain })] };
        Assert.That(HtmlReport.Write(study, SampleStudy.Provenance, []), Does.Contain(told));
    }

    [TestCase("one\ttwo", "one two")]
    [TestCase("one \r\n  two\n", "one two")]
    [TestCase(" \t", "A Name")]
    [TestCase("\u200b \u2060", "A Name")]
    public void A_label_is_one_line(string label, string shown) => Assert.That(Labels.Of("a_name", label), Is.EqualTo(shown));
}
