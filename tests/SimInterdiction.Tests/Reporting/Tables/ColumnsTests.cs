using SimInterdiction.Experiments.Results;
using SimInterdiction.Model.Measures;
using SimInterdiction.Reporting.Figures;
using SimInterdiction.Reporting.Figures.Catalog;
using SimInterdiction.Reporting.Report;
using SimInterdiction.Reporting.Tables;
using SimInterdiction.Reporting.Words;

namespace SimInterdiction.Tests.Reporting.Tables;

/// <summary>What stands in one column agrees: its width, its decimals, and its sums.</summary>
public sealed class ColumnsTests
{
    [Test]
    public void Columns_keep_their_places_beside_a_plus_minus()
    {
        StudyResult study = SampleStudy.Typical();
        StudyResult mixed = study with
        {
            Comparisons =
            [
                .. study.Comparisons.Select((c, i) => i == 0 ? c with { Low = c.Difference - 1e-7, High = c.Difference + 1e-7 } : c),
            ],
        };
        string[] rows =
        [
            .. TerminalTable
                .Lines(mixed, SampleStudy.Provenance)
                .SkipWhile(l => !l.StartsWith("  deployment", StringComparison.Ordinal))
                .TakeWhile(l => l.StartsWith("  ", StringComparison.Ordinal)),
        ];
        Assert.That(rows, Has.Some.Contains("(+-"));
        string[] full =
        [
            .. rows.Where(r => r.Contains(" to ", StringComparison.Ordinal) && !r.Contains("(baseline)", StringComparison.Ordinal)),
        ];
        Assert.That(full.Select(r => r.Length).Distinct().Count(), Is.EqualTo(1), string.Join('\n', rows));
    }

    [Test]
    public void A_long_name_gives_way_before_its_officer_hours()
    {
        StudyResult typical = SampleStudy.Typical();
        string name = $"{new string('x', 110)} end";
        StudyResult study = typical with
        {
            Deployments = [.. typical.Deployments.Select(d => d with { Label = name, OfficerHours = 1_234_567 })],
            Comparisons =
            [
                .. typical.Comparisons.Select(c => c with { Low = -.0512, High = .0534, BetterIn = .97, BetterInInterval = (.94, .99) }),
            ],
        };
        string[] rows =
        [
            .. TerminalTable
                .Lines(study, SampleStudy.Provenance)
                .SkipWhile(l => !l.StartsWith("  deployment", StringComparison.Ordinal))
                .Where(l => l.StartsWith("  xxx", StringComparison.Ordinal)),
        ];
        Assert.That(rows, Has.Length.EqualTo(study.Deployments.Count).And.All.Match("^  x+~, 1.23 million officer-hours$"));
        Assert.That(rows.Max(l => l.Length), Is.LessThanOrEqualTo(TerminalTable.Width));
    }

    // Differences of .1 matter; asked for and reached is .02: a tenth of it at most.
    [TestCase(null, "+1.3 (±0.1)")]
    [TestCase(.0002, "+1.30 (1.28 to 1.32)")]
    [TestCase(.02, "+1.3 (±0.1)")]
    public void Digits_follow_the_precision_asked_for(double? wanted, string told)
    {
        StudyResult typical = SampleStudy.Typical();
        StudyResult study = typical with
        {
            Scenario = typical.Scenario with { Experiment = typical.Scenario.Experiment with { SmallestDifferenceThatMatters = .005 } },
            Precision = wanted is { } w
                ? new PrecisionCheck
                {
                    Wanted = w,
                    Found = w,
                    ReplicationsNeeded = null,
                }
                : null,
        };
        Assert.That(new StudyView(study).Scale.Difference(.013, .0128, .0132), Is.EqualTo(told));
    }

    [Test]
    public void An_interval_never_has_ends_that_look_alike()
    {
        MeasureScale scale = MeasureScale.Of(MeasureCatalog.Find("seizure_rate")!, .005);
        Assert.That(scale.Ends(.0152, .0148, .0154), Is.EqualTo("±0.1"));
        Assert.That(scale.Difference(.0152, .0148, .0154), Is.EqualTo("+1.5 (±0.1)"));
    }

    // 86.8 and 164.6: to two digits 87 and 160, which are not 78 apart.
    [Test]
    public void Averages_and_differences_also_reported_add_up()
    {
        StudyResult one = SampleStudy.All["two"];
        (string baseline, string other) = (one.Deployments[0].Name, one.Deployments[1].Name);
        StudyResult study = one with
        {
            Scenario = one.Scenario with { Experiment = one.Scenario.Experiment with { AlsoReport = ["firearms_seized"] } },
            Deployments =
            [
                .. one.Deployments.Select(d =>
                    d with
                    {
                        Measures = new Dictionary<string, Estimate>(d.Measures)
                        {
                            ["firearms_seized"] = d.Name == baseline ? new Estimate(86.8, 79, 94.6) : new Estimate(164.6, 140, 189),
                        },
                    }
                ),
            ],
            AlsoCompared =
            [
                one.Comparisons[0] with
                {
                    Deployment = other,
                    Measure = "firearms_seized",
                    Difference = 77.8,
                    Low = 74,
                    High = 82,
                },
            ],
        };
        string html = HtmlReport.Write(study, SampleStudy.Provenance, []);
        string table = html[html.IndexOf("Also reported", StringComparison.Ordinal)..];
        Assert.That(table[..table.IndexOf("</table>", StringComparison.Ordinal)], Does.Contain("87").And.Contain("165").And.Contain("+78"));
    }

    [Test]
    public void A_report_without_stopped_vehicles_has_a_sentence_for_figure_11()
    {
        StudyResult two = SampleStudy.All["two"];
        StudyResult study = two with
        {
            Deployments =
            [
                .. two.Deployments.Select(d =>
                    d with
                    {
                        Measures = d.Measures.Where(m => !m.Key.StartsWith("delay", StringComparison.Ordinal)).ToDictionary(),
                    }
                ),
            ],
        };
        IReadOnlyList<Figure> figures = FigureCatalog.MakeAll(new FigureSubject(study, SampleStudy.Provenance));
        Assert.That(figures.Select(f => f.Name), Has.None.EqualTo("burden"));
        Assert.That(
            HtmlReport.Write(study, SampleStudy.Provenance, figures),
            Does.Contain("No legitimate vehicle is stopped in any deployment")
        );
        Assert.That(HtmlReport.Write(two, SampleStudy.Provenance, []), Does.Not.Contain("No legitimate vehicle is stopped"));
    }
}
