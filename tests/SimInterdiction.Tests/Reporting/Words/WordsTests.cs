using SimInterdiction.Experiments.Results;
using SimInterdiction.Model.Measures;
using SimInterdiction.Reporting.Words;

namespace SimInterdiction.Tests.Reporting.Words;

public sealed class WordsTests
{
    // By hand: half the width decides the last digit, one more where it begins with a 1.
    [TestCase(11.04, 10.6, 11.5, "+11.0 (10.6 to 11.5)")]
    [TestCase(0.4, 0.32, 0.48, "+0.40 (0.32 to 0.48)")]
    [TestCase(1.28, 1.17, 1.39, "+1.28 (1.17 to 1.39)")]
    [TestCase(0.02, -0.04, 0.08, "+0.02 (−0.04 to +0.08)")]
    [TestCase(-0.35, -0.44, -0.26, "−0.35 (−0.44 to −0.26)")]
    [TestCase(1234, 1190, 1278, "+1,230 (1,190 to 1,280)")]
    [TestCase(100e9, 96e9, 104e9, "+100 billion (96 to 104 billion)")]
    [TestCase(25, 25, 25, "+25.0 (always)")]
    [TestCase(0, 0, 0, "0 (always)")]
    // An end that misses 0 is not shown as 0.
    [TestCase(-3000, -5000, -340, "−3,000 (−5,000 to −300)")]
    [TestCase(3, 0.38, 5, "+3 (0.4 to 5)")]
    [TestCase(-3000, -5000, 40, "−3,000 (−5,000 to +40)")]
    public void Numbers_have_no_more_digits_than_their_interval_supports(double value, double low, double high, string expected) =>
        Assert.That(Digits.SignedWithInterval(value, low, high), Is.EqualTo(expected));

    [TestCase(182 * 24, "182 days")]
    [TestCase(12, "12 hours")]
    [TestCase(1, "1 hour")]
    [TestCase(0.5, "30 minutes")]
    [TestCase(1.0 / 3600, "1 second")]
    [TestCase(1e-9, "less than a second")]
    public void A_time_is_told_in_the_largest_unit_that_it_has(double hours, string told) =>
        Assert.That(Plain.Duration(hours), Is.EqualTo(told));

    [TestCase(0.004, 0.0003, 0.01, -2, "0.00 (0.00 to 0.01)")]
    [TestCase(-3000, -5000, -340, 2, "−3,000 (−5,000 to −300)")]
    [TestCase(-3000, -5000, -34, 2, "−3,000 (−5,000 to 0)")]
    public void No_end_has_a_digit_finer_than_what_matters(double value, double low, double high, int finest, string expected) =>
        Assert.That(Digits.SignedWithInterval(value, low, high, finest), Is.EqualTo(expected));

    // To a tenth, as finer does not matter, an end would look like the number.
    [TestCase(0.27, 0.236, 0.312, -1, "+0.27 (0.24 to 0.31)")]
    [TestCase(0.31, 0.267, 0.357, -1, "+0.31 (0.27 to 0.36)")]
    [TestCase(-0.27, -0.312, -0.236, -1, "−0.27 (−0.31 to −0.24)")]
    // All three look alike: a distance says as much. Four digits are the most. The end is the number.
    [TestCase(0.27, 0.262, 0.279, -1, "+0.3 (±0.1)")]
    [TestCase(123.41, 123.36, 123.47, -1, "+123.4 (123.4 to 123.5)")]
    [TestCase(0.3, 0.3, 0.41, -1, "+0.3 (0.3 to 0.4)")]
    public void An_interval_is_never_shown_to_touch_its_number(double value, double low, double high, int finest, string expected) =>
        Assert.That(Digits.SignedWithInterval(value, low, high, finest), Is.EqualTo(expected));

    // The place of a whole column.
    [TestCase(0.27, 0.236, 0.331, -1, "+0.27 (0.24 to 0.33)")]
    [TestCase(1.27, 0.8, 1.7, -1, "+1.3 (0.8 to 1.7)")]
    public void Nor_is_it_where_a_column_has_one_place(double value, double low, double high, int place, string expected) =>
        Assert.That(Digits.SignedAt(value, low, high, place), Is.EqualTo(expected));

    [TestCase(0.99, "99 of 100")]
    [TestCase(1, "100 of 100")]
    [TestCase(0.9975, "over 99 of 100")]
    [TestCase(0.0025, "under 1 of 100")]
    [TestCase(0, "0 of 100")]
    [TestCase(double.NaN, "undefined")]
    public void All_of_100_means_all(double share, string expected) => Assert.That(Digits.InHundred(share), Is.EqualTo(expected));

    [TestCase(.715, .56, .83, "72 of 100 (56 to 83)")]
    [TestCase(1, .904, 1, "100 of 100 (90 to 100)")]
    public void A_share_of_periods_is_told_with_its_interval(double share, double low, double high, string expected) =>
        Assert.That(Digits.InHundred(share, (low, high)), Is.EqualTo(expected));

    [TestCase(10.46, 9.9, 11.0, "10.5", "9.9 to 11.0")]
    [TestCase(17.3, 12.1, 21.4, "17", "12 to 21")]
    [TestCase(9.46, 8.9, 10.0, "9.5", "8.9 to 10.0")]
    [TestCase(1234, 1190, 1278, "1,230", "1,190 to 1,280")]
    public void A_count_and_its_interval_have_the_same_last_digit(double value, double low, double high, string count, string ends) =>
        Assert.That((Digits.Counted(value, low, high), Digits.CountedEnds(value, low, high)), Is.EqualTo((count, ends)));

    [Test]
    public void The_headline_prefers_the_best_deployment_without_more_officers()
    {
        // A second shift differs by 1.28 points but doubles the hours; nights differ by 0.40 for the same.
        Assert.That(
            Answer.Of(SampleStudy.Typical()).Headline,
            Is.EqualTo("Nights at Laredo: seizure rate 0.40 points above Today (illustrative), for the same officer-hours")
        );
    }

    [Test]
    public void The_sentences_name_who_is_better_and_who_is_best_for_the_same_officer_hours() =>
        Assert.That(
            Answer.Of(SampleStudy.Typical()).Sentences,
            Is.EqualTo(
                new[]
                {
                    "Best for the same officer-hours and money: Nights at Laredo, clearly better than the runner-up, Outbound "
                        + "hours instead of a Houston unit: +0.38 points (0.30 to 0.46).",
                    "Best, whatever it takes: A second shift for every unit, clearly better than the runner-up, Port hours doubled: "
                        + "+0.85 points (0.74 to 0.96).",
                    "The last 33,124 officer-hours, from Port hours doubled to A second shift for every unit, bring +0.026 points "
                        + "(0.022 to 0.029) per 1,000.",
                    "Clearly better than Today (illustrative) (by at least 0.1 points): A second shift for every unit, Port "
                        + "hours doubled and Nights at Laredo.",
                    "Better than Today (illustrative), perhaps too little to matter: A tenth unit, in Los Angeles.",
                    "No difference from Today (illustrative) that matters (at least 0.1 points): Outbound hours instead of a Houston unit.",
                    "Clearly worse than Today (illustrative) (by at least 0.1 points): All units at the ports.",
                }
            )
        );

    [TestCase("one", "Today: seizure rate 2.01% (1.97% to 2.05%); nothing to compare it with")]
    [TestCase("zero", "Seizure rate: 0 in every deployment and replication so far, so nothing is decided")]
    [TestCase("undefined", "Seizure rate: undefined in every deployment, as there was nothing to measure")]
    [TestCase("single", "One replication shows no chance variation: nothing can be decided from it")]
    [TestCase("open", "Not decided: 400 replications can't tell whether Houston to Dallas is better than Today")]
    [TestCase("delay", "More lanes: delay per stopped legitimate vehicle 12.6 minutes below Today, for the same officer-hours")]
    public void The_headline_is_honest_when_little_can_be_said(string sample, string expected) =>
        Assert.That(Answer.Of(SampleStudy.All[sample]).Headline, Is.EqualTo(expected));

    [Test]
    public void Nothing_better_is_said_plainly()
    {
        StudyResult worse = SampleStudy.Make([
            new("Today", 0.02, 0, 100),
            new("Ports", 0.015, 0.001, 100),
            new("Nights", 0.02, 0.0004, 100),
        ]);
        Assert.That(Answer.Of(worse).Headline, Is.EqualTo("No deployment is better than Today by the 0.1 points that matter; 1 is worse"));
        StudyResult same = SampleStudy.Make([new("Today", 0.02, 0, 100), new("Nights", 0.02, 0.0004, 100)]);
        Assert.That(Answer.Of(same).Headline, Is.EqualTo("No deployment differs from Today by the 0.1 points that matter"));
        StudyResult perhaps = SampleStudy.Make([new("Today", 0.02, 0, 100), new("Nights", 0.021, 0.0004, 100)]);
        Assert.That(
            Answer.Of(perhaps).Headline,
            Is.EqualTo("Nights: better than Today, but perhaps by less than the 0.1 points that matter")
        );
    }

    [Test]
    public void A_difference_far_below_what_it_is_a_difference_from_is_the_same()
    {
        Comparison noise = SampleStudy.Typical().Comparisons[0] with { Difference = -5.8e-12, Low = -5.8e-12, High = -5.8e-12 };
        var plain = new MeasureScale(1, string.Empty, string.Empty, string.Empty);
        Assert.That(plain.DifferenceWithUnit(noise, 202_020), Is.EqualTo("same"));
        Assert.That(
            plain.DifferenceWithUnit(noise with { Difference = 130, Low = 110, High = 150 }, 202_020),
            Is.EqualTo("+130 (110 to 150)")
        );
    }

    [TestCase("seizure_rate", 0.004, 0.001, 0.007, "+0.4 points (0.1 to 0.7)", "0.4 points", "20%")]
    [TestCase("wait_h", -0.05, -0.1, -0.005, "−3 minutes (−6 to −0.3)", "3 minutes", "12 min")]
    [TestCase("case_wait_h", 96, 48, 144, "+4 days (2 to 6)", "4 days", "0.00833")]
    [TestCase("cost_usd", -2000, -2300, -1700, "−USD 2,000 (−2,300 to −1,700)", "USD 2,000", "USD 0.2")]
    [TestCase("firearms_seized", 1, 0.5, 1.5, "+1.0 firearms (0.5 to 1.5)", "1.0 firearms", "0.2 firearms")]
    [TestCase("cases_closed", 12, 8, 16, "+12 cases (8 to 16)", "12 cases", "0.2 cases")]
    [TestCase("officer_hours", 2880, 2880, 2880, "+2,880 officer-hours", "2,880 officer-hours", "0.2 officer-hours")]
    [TestCase("disruption_days", 3, 1, 5, "+3 days (1 to 5)", "3 days", "0.2 days")]
    [TestCase(
        "seized_per_1000_officer_hours",
        2,
        -4,
        8,
        "+2 per 1,000 officer-hours (−4 to +8)",
        "2 per 1,000 officer-hours",
        "0.2 per 1,000 officer-hours"
    )]
    public void Differences_are_told_in_the_unit_of_their_measure(
        string measure,
        double difference,
        double low,
        double high,
        string told,
        string size,
        string value
    )
    {
        MeasureScale scale = MeasureScale.Of(MeasureCatalog.Find(measure)!);
        Comparison comparison = SampleStudy.Typical().Comparisons[0] with { Difference = difference, Low = low, High = high };
        Assert.That(scale.DifferenceWithUnit(comparison), Is.EqualTo(told));
        Assert.That(scale.Size(difference, low, high), Is.EqualTo(size));
        Assert.That(scale.ExactValue(0.2), Does.StartWith(value));
    }

    // 1,224,640 to thousands is 1,225 thousand, of which two places are 1.23 million: it is 1.22.
    [Test]
    public void What_does_not_vary_is_exact_whatever_the_place_of_its_column()
    {
        MeasureScale usd = MeasureScale.Of(MeasureCatalog.Find("cost_usd")!) with { Place = 3 };
        MeasureScale hours = MeasureScale.Of(MeasureCatalog.Find("officer_hours")!) with { Place = 1 };
        Assert.Multiple(() =>
        {
            Assert.That(Digits.OfAt(1_224_640, 3), Is.EqualTo("1.22 million"));
            Assert.That(Digits.OfAt(12_345_678, 7), Is.EqualTo("10 million"));
            Assert.That(usd.Value(Exactly(1_224_640)), Is.EqualTo("USD 1.22 million"));
            Assert.That(usd.Difference(1_920, 1_920, 1_920), Is.EqualTo("+1,920 (always)"));
            Assert.That(hours.Value(Exactly(14_848)), Does.StartWith("14,848"));
            Assert.That(hours.Difference(24, 24, 24), Is.EqualTo("+24"));
            Assert.That(hours.Difference(24, 10, 38), Is.EqualTo("+20 (10 to 40)"), "what varies has the column's place");
        });

        static Estimate Exactly(double value) => new(value, value, value);
    }

    [Test]
    public void An_interval_that_misses_a_limit_is_never_shown_to_keep_it()
    {
        MeasureScale share = MeasureScale.Of(MeasureCatalog.Find("seizure_rate")!);
        Assert.That(share.Outwards(0.14999, 0.18), Is.EqualTo("14.9% to 18.0%"));
        Assert.That(share.Outwards(0.1, 0.15001), Is.EqualTo("10.0% to 15.1%"));
        Assert.That(share.Outwards(0.25, 0.25), Is.EqualTo("25%"));
        MeasureScale minutes = MeasureScale.Of(MeasureCatalog.Find("wait_h")!);
        Assert.That(minutes.Outwards(3.58012 / 60, 3.58809 / 60), Is.EqualTo("3.58 to 3.59 min"), "four digits");
        Assert.That(minutes.Outwards(3.58012 / 60, 3.58809 / 60, atMost: 3.5883 / 60), Is.EqualTo("3.5801 to 3.5881 min"), "it is met");
        Assert.That(minutes.Outwards(3.58012 / 60, 3.58809 / 60, atLeast: 3.5805 / 60), Is.EqualTo("3.58 to 3.59 min"), "it is not");
        Assert.That(MeasureScale.Of(MeasureCatalog.Find("cost_usd")!).Outwards(1234.5, 2000), Is.EqualTo("USD 1,230 to 2,000"));
    }

    [TestCase("firearms_seized", "More: firearms seized 120 above Today, for 50 more officer-hours")]
    [TestCase("cost_per_firearm_usd", "Fewer: cost per firearm seized USD 120 below Today, for 50 fewer officer-hours")]
    [TestCase("waved_through", "Fewer: waved through 120 vehicles below Today, for 50 fewer officer-hours")]
    public void A_headline_names_what_is_counted_once(string measure, string expected) =>
        Assert.That(
            Answer
                .Of(
                    SampleStudy.Make(
                        [new("Today", 1000, 0, 100), new("More", 1120, 3, 150), new("Fewer", 880, 3, 50)],
                        measure,
                        smallest: 1
                    )
                )
                .Headline,
            Is.EqualTo(expected)
        );

    [TestCase(182 * 24, "period")]
    [TestCase(30 * 24, "month")]
    [TestCase(365 * 24, "year")]
    [TestCase(168, "week")]
    public void A_replication_is_called_what_it_lasts(double hours, string expected) =>
        Assert.That(Plain.Period(hours), Is.EqualTo(expected));

    [Test]
    public void A_precision_is_told_as_planners_say_it()
    {
        StudyResult study = SampleStudy.Typical();
        Assert.That(PrecisionWords.Of(study), Is.Null);
        Assert.That(
            Said(.0005, .00049, null),
            Is.EqualTo("Simulated until every difference was known to +-0.05 points: 400 replications.")
        );
        Assert.That(
            Said(.0005, .0007812, 12_712),
            Is.EqualTo(
                "You asked for every difference to +-0.05 points. The least certain is +-0.079 points. About 13,000 "
                    + "replications would be needed."
            )
        );
        Assert.That(
            Said(.0005, null, null),
            Is.EqualTo("You asked for every difference to +-0.05 points. The least certain is not defined in these replications.")
        );

        string? Said(double wanted, double? found, int? needed) =>
            PrecisionWords.Of(
                study with
                {
                    Precision = new PrecisionCheck
                    {
                        Wanted = wanted,
                        Found = found,
                        ReplicationsNeeded = needed,
                    },
                }
            );
    }

    [Test]
    public void A_precision_of_one_or_no_difference_says_so()
    {
        var reached = new PrecisionCheck
        {
            Wanted = .01,
            Found = .01,
            ReplicationsNeeded = null,
        };
        StudyResult study = SampleStudy.Typical() with { Precision = reached };
        Assert.That(
            PrecisionWords.Of(study with { Comparisons = [study.Comparisons[0]] }),
            Does.Contain("the difference was known to +-1 point:")
        );
        Assert.That(PrecisionWords.Of(study with { Comparisons = [] }), Does.Contain("the seizure rate was known to +-1 point:"));
    }
}
