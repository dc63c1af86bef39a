using SimInterdiction.Experiments.Results;
using SimInterdiction.Reporting.Briefs;
using SimInterdiction.Reporting.Figures;
using SimInterdiction.Reporting.Report;
using SimInterdiction.Reporting.Tables;
using SimInterdiction.Reporting.Words;

namespace SimInterdiction.Tests.Reporting.Words;

/// <summary>What a question does to averages, where differences say nothing of it: they are as stated, undefined, or
/// there is one deployment only.</summary>
public sealed class WhatIfAveragesTests
{
    private static readonly StudyResult Sample = SampleStudy.Make([
        new("Today", .020, .0002, 100),
        new("Nights", .024, .0002, 100),
        new("Ports", .028, .0002, 200),
    ]);

    [Test]
    public void Averages_that_change_are_told_where_differences_are_as_stated() =>
        Assert.That(
            Said(Sample, Averaging(Sample, .05)),
            Is.EqualTo(
                "Every difference comes out as stated, but not the averages. Average seizure rate: Today 5.0% (4.0% to 6.0%), as stated "
                    + $"{Scale.ValueWithInterval(Sample.Deployments[0].Measures["seizure_rate"])}; Nights 5.0% (4.0% to 6.0%), as stated "
                    + $"{Scale.ValueWithInterval(Sample.Deployments[1].Measures["seizure_rate"])}; Ports 5.0% (4.0% to 6.0%), as stated "
                    + $"{Scale.ValueWithInterval(Sample.Deployments[2].Measures["seizure_rate"])}."
            )
        );

    [Test]
    public void Averages_that_change_are_told_where_no_difference_is_defined()
    {
        StudyResult stated = Undefined(Sample);
        var question = new WhatIfResult("twice", "Flow doubles", [], Averaging(stated, .05));
        Assert.Multiple(() =>
        {
            Assert.That(
                WhatIfWords.Sentence(new StudyView(stated), question),
                Does.StartWith(
                    "No answer here. Seizure rate: no difference from Today is defined, as one of the two has nothing to measure. "
                        + "Average seizure rate: Nights 5.0% (4.0% to 6.0%), as stated "
                )
            );
            Assert.That(WhatIfWords.IsChange(stated, question), Is.True);
            Assert.That(
                Said(stated, stated),
                Is.EqualTo(WhatIfWords.NoEffect),
                "undefined as stated and here, and nothing else is otherwise"
            );
        });
    }

    [Test]
    public void Of_one_deployment_its_average_is_told_as_stated_and_here()
    {
        StudyResult one = SampleStudy.All["one"];
        string stated = Scale.ValueWithInterval(one.Deployments[0].Measures["seizure_rate"]);
        StudyResult asked = one with { WhatIfs = [new WhatIfResult("twice", "Flow doubles", [], Averaging(one, .05))] };
        string said = $"Average seizure rate: Today 5.0% (4.0% to 6.0%), as stated {stated}.";
        var page = new ReportPage(asked, SampleStudy.Provenance, []);
        string lines = string.Join('\n', TerminalTable.Lines(asked, SampleStudy.Provenance));
        Assert.Multiple(() =>
        {
            Assert.That(Said(one, asked.WhatIfs[0].Result), Is.EqualTo(said));
            Assert.That(lines, Does.Contain("What if: average seizure rate\n         as stated  1\n  Today  2.01%      5.0%\n"));
            Assert.That(lines, Does.Not.Contain("clearly better"));
            Assert.That(
                WhatIfSections.Tables(page, 4).Single().Rows.Single(),
                Is.EqualTo(new[] { "Today", stated, "5.0% (4.0% to 6.0%)" })
            );
            Assert.That(WhatIfSections.Sentences(page), Is.EqualTo(new[] { $"Flow doubles: {said}" }));
            Assert.That(
                Brief
                    .Of(new FigureSubject(asked, SampleStudy.Provenance))
                    .Parts.Single(part => part.Heading == "What would change it")
                    .Sentences,
                Has.Some.EqualTo($"Flow doubles: {said}")
            );
        });
    }

    [Test]
    public void What_changes_another_measure_alone_is_not_without_effect()
    {
        StudyResult waiting = Sample with
        {
            Deployments =
            [
                .. Sample.Deployments.Select(d =>
                    d with
                    {
                        Measures = new OrderedDictionary<string, Estimate>(d.Measures) { ["wait_h"] = new Estimate(1, 1, 1) },
                    }
                ),
            ],
        };
        Assert.That(Said(Sample, waiting), Is.EqualTo("Every difference comes out as stated; only other measures change."));
    }

    private static string Said(StudyResult stated, StudyResult here) =>
        WhatIfWords.Sentence(new StudyView(stated), new WhatIfResult("twice", "Flow doubles", [], here));

    private static MeasureScale Scale => new StudyView(Sample).Scale;

    // Every defined average is the same.
    private static StudyResult Averaging(StudyResult study, double mean) =>
        study with
        {
            Deployments =
            [
                .. study.Deployments.Select(d =>
                    d.Measures[study.Measure.Name].Mean is null
                        ? d
                        : d with
                        {
                            Measures = new OrderedDictionary<string, Estimate>(d.Measures)
                            {
                                [study.Measure.Name] = new Estimate(mean, mean - .01, mean + .01),
                            },
                        }
                ),
            ],
        };

    // The baseline has nothing to measure.
    private static StudyResult Undefined(StudyResult study) =>
        study with
        {
            Deployments =
            [
                .. study.Deployments.Select(d =>
                    d.Name == study.Baseline
                        ? d with
                        {
                            Measures = new OrderedDictionary<string, Estimate>(d.Measures) { [study.Measure.Name] = default },
                        }
                        : d
                ),
            ],
            Comparisons =
            [
                .. study.Comparisons.Select(c => c with { Difference = null, Low = null, High = null, Verdict = Verdict.NotDecided }),
            ],
        };
}
