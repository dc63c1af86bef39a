using SimInterdiction.Experiments.Results;
using SimInterdiction.Reporting.Drawing;
using SimInterdiction.Reporting.Figures;
using SimInterdiction.Reporting.Figures.Answers;
using SimInterdiction.Reporting.Figures.Beats;
using SimInterdiction.Reporting.Figures.Burden;
using SimInterdiction.Reporting.Figures.Fates;
using SimInterdiction.Reporting.Figures.Risk;
using SimInterdiction.Reporting.Figures.Steps;
using SimInterdiction.Reporting.Figures.Value;
using SimInterdiction.Reporting.Figures.When;
using SimInterdiction.Reporting.Tables;

namespace SimInterdiction.Tests.Reporting.Figures;

/// <summary>What figures 3, 4, 7, 10 and 11 say, computed by hand from the samples.</summary>
public sealed class FigureAnalysisTests
{
    private static StudyResult Study(params SampleStudy.Case[] cases) => SampleStudy.Make(cases);

    [Test]
    public void A_deployment_is_dominated_by_one_that_does_better_for_no_more_hours()
    {
        // a and c are the frontier: b costs more than a and seizes less; d costs as much as c and seizes less; e equals
        // a with more hours.
        ValueFigure figure = ValueFigure.Analyse(
            Study(
                new("a", 0.02, 0, 1000),
                new("b", 0.019, 0.001, 1500),
                new("c", 0.04, 0.001, 2000),
                new("d", 0.03, 0.001, 2000),
                new("e", 0.02, 0.001, 1200)
            ),
            SampleStudy.Provenance
        );
        Assert.That(figure.Points.Where(p => !p.IsDominated).Select(p => p.Label), Is.EquivalentTo(new[] { "a", "c" }));
        Assert.That(figure.Words.Title, Is.EqualTo("Doing clearly better than a takes more officer-hours: 1,000 more for c"));
        Assert.That(figure.Csv, Does.Contain("c,c,2000,seizure_rate,0.04,").And.Contain("e,e,1200,seizure_rate,0.02,"));
    }

    [Test]
    public void Of_plans_with_the_same_hours_but_for_rounding_the_better_is_told()
    {
        ValueFigure figure = ValueFigure.Analyse(
            Study(new("a", 0, 0, 0), new("strong", 0.04, 0.001, 1600.0000000000023), new("weak", 0.03, 0.001, 1599.9999999999952)),
            SampleStudy.Provenance
        );
        Assert.That(figure.Points.Where(p => p.IsDominated).Select(p => p.Label), Is.EqualTo(new[] { "weak" }));
        Assert.That(figure.Words.Title, Is.EqualTo("Doing clearly better than a takes more officer-hours: 1,600 more for strong"));
    }

    // Up to a hundredth more counts as the same, and is said.
    [TestCase(1604, "b does better than a with at most 1% more officer-hours")]
    [TestCase(1620, "Doing clearly better than a takes more officer-hours: 20 more for b")]
    public void So_many_more_hours_count_as_no_more(double hours, string title)
    {
        ValueFigure figure = ValueFigure.Analyse(Study(new("a", 0.02, 0, 1600), new("b", 0.04, 0.001, hours)), SampleStudy.Provenance);
        Assert.That(figure.Points.Where(p => p.IsDominated), Is.Empty);
        Assert.That(figure.Words.Title, Is.EqualTo(title));
    }

    [TestCase(true)]
    [TestCase(false)]
    public void Steps_speak_of_alone_only_where_one_is(bool hasAlone)
    {
        StudyResult steps = SampleStudy.All["steps"];
        StudyResult study = hasAlone
            ? steps
            : steps with
            {
                Steps = [.. steps.Steps.Where(s => s.UpToHere.Count > 0).Select(s => s with { Alone = [] })],
            };
        StepsFigure figure = StepsFigure.Analyse(study, SampleStudy.Provenance);
        string[] said =
        [
            figure.Words.Subtitle,
            figure.Words.HowToRead,
            .. figure.Draw().Marks.OfType<Mark.Text>().Select(text => text.Words),
            .. TerminalTable
                .Lines(study, SampleStudy.Provenance)
                .Where(line => line.Contains("added to those before", StringComparison.Ordinal)),
        ];
        Assert.That(said.Any(words => words.Contains("alone", StringComparison.OrdinalIgnoreCase)), Is.EqualTo(hasAlone));
    }

    [Test]
    public void Where_less_is_better_the_frontier_turns_round()
    {
        StudyResult study = SampleStudy.Make(
            [new("slow", 0.5, 0, 1000), new("quick", 0.2, 0.01, 1000), new("costly", 0.3, 0.01, 2000)],
            measure: "delay_per_vehicle_h",
            smallest: 0
        );
        Assert.That(
            ValueFigure.Analyse(study, SampleStudy.Provenance).Points.Where(p => !p.IsDominated).Select(p => p.Label),
            Is.EqualTo(new[] { "quick" })
        );
    }

    [Test]
    public void A_name_beside_a_dot_moves_no_further_than_keeps_its_neighbours_apart()
    {
        Assert.That(ValueDrawing.Apart([10, 50, 90], 20, 0, 100), Is.EqualTo(new double[] { 10, 50, 90 }));
        Assert.That(ValueDrawing.Apart([10, 12, 90], 20, 0, 100), Is.EqualTo(new double[] { 10, 30, 90 }));
        Assert.That(ValueDrawing.Apart([90, 95, 99], 20, 0, 100), Is.EqualTo(new double[] { 60, 80, 100 }));
    }

    [Test]
    public void Who_beats_whom_counts_the_same_replications_and_ties_half()
    {
        StudyResult study = Study(new("a", 0.02, 0, 1000), new("b", 0.03, 0.001, 1000));
        DeploymentResult a = study.Deployments[0] with { Periods = [1, 2, 3, 4] };
        DeploymentResult b = study.Deployments[1] with { Periods = [2, 2, 4, 3] };
        BeatsFigure figure = BeatsFigure.Analyse(study with { Deployments = [a, b] }, SampleStudy.Provenance);
        // b wins replications 1 and 3, ties the second, loses the fourth: 2.5 of 4.
        Assert.That(
            figure.Rows.Select(r => (r.Label, r.BeatsColumns[0], r.BeatsColumns[1])),
            Is.EqualTo(new (string, double?, double?)[] { ("b", null, 0.625), ("a", 0.375, null) })
        );
        Assert.That(figure.Rows.Select(r => r.IsBest), Is.EqualTo(new[] { true, false }));
        Assert.That(figure.Words.Title, Is.EqualTo("b beats a in at least 62% of the simulated periods"));
    }

    [Test]
    public void Of_more_than_twenty_deployments_the_best_are_shown_and_always_the_baseline()
    {
        BeatsFigure figure = BeatsFigure.Analyse(SampleStudy.All["many"], SampleStudy.Provenance);
        Assert.That(figure.Rows, Has.Count.EqualTo(BeatsFigure.MostRows));
        Assert.That(figure.Rows.Count(r => r.IsBaseline), Is.EqualTo(1));
        Assert.That(figure.Words.Subtitle, Does.EndWith("20 of 40: the best, and the baseline."));
    }

    [Test]
    public void A_pair_is_counted_over_the_periods_it_shares()
    {
        StudyResult study = Study(new("a", 0.02, 0, 1000), new("b", 0.03, 0.001, 1000), new("c", 0.01, 0, 1000));
        DeploymentResult a = study.Deployments[0] with { Periods = [1, 2, 3, 4], Replications = 4 };
        DeploymentResult b = study.Deployments[1] with { Periods = [2, 2, 4, 3, 5], Replications = 5 };
        DeploymentResult c = study.Deployments[2] with { Periods = [1, 1, 1, 1, 1], Replications = 5 };
        StudyResult mixed = study with { Deployments = [a, b, c], Replications = 5 };
        FigureWords beats = BeatsFigure.Analyse(mixed, SampleStudy.Provenance).Words;
        Assert.That(beats.Title, Is.EqualTo("b beats every other deployment in at least 62% of the simulated periods that the two share"));
        Assert.That(beats.AltText, Does.Contain("a in 62%").And.Contain("c in 100%"));
        Assert.That(RiskFigure.Analyse(mixed, SampleStudy.Provenance).Words.Subtitle, Does.Contain("one of the 4 to 5 simulated periods"));
    }

    [Test]
    public void A_row_that_loses_more_often_than_it_wins_is_explained()
    {
        StudyResult study = SampleStudy.All["typical"];
        StudyResult corrected = study with { Comparisons = [.. study.Comparisons.Select(c => c with { VarianceLeft = .1 })] };
        string read = BeatsFigure.Analyse(corrected, SampleStudy.Provenance).Words.HowToRead;
        Assert.That(read, Does.Contain("keep the luck of their searches"));
    }

    [Test]
    public void Two_figures_that_count_who_passes_name_one_another()
    {
        Figure[] all = [.. SampleFigures.Of("typical")];
        (Figure when, Figure fates) = (all.Single(f => f.Name == "when"), all.Single(f => f.Name == "fates"));
        Assert.That(when.Words.Subtitle, Does.Contain($"figure {fates.Number} counts each shipment once"));
        Assert.That(fates.Words.Subtitle, Does.Contain($"figure {when.Number} counts it at each checkpoint"));
    }

    [Test]
    public void Of_few_rows_the_page_is_lower()
    {
        FigureWords words = SampleFigures.Of("typical")[0].Words;
        Assert.That(RowsPage.Begin(words, 2, (26, 70), 56).Scene.Height, Is.LessThan(600));
        Assert.That(RowsPage.Begin(words, 2, (26, 70), 56, 330).Room.Height, Is.GreaterThanOrEqualTo(329));
    }

    [Test]
    public void A_value_is_clear_of_the_diamond_of_the_row_above()
    {
        var figure = (AnswerFigure)SampleFigures.Of("adapting").Single(f => f.Name == "answer").Content;
        AnswerRow[] rows = [.. Enumerable.Range(0, 7).Select(i => figure.Rows[0] with { Label = $"Row {i}", Value = $"+{i}" })];
        IReadOnlyList<Mark> marks = (figure with { Rows = rows }).Draw().Marks;
        foreach (Mark.Text value in marks.OfType<Mark.Text>().Where(text => rows.Any(row => row.Value == text.Words)))
        {
            foreach (Mark.Line diamond in marks.OfType<Mark.Line>().Where(line => line.Points.Count == 5))
            {
                double bottom = diamond.Points.Max(point => point.Y);
                Assert.That(bottom < value.Y - 14 || diamond.Points.Min(point => point.Y) > value.Y, $"{value.Words}: {bottom}, {value.Y}");
            }
        }
    }

    [Test]
    public void Of_many_rows_the_first_are_shown_with_the_one_told_about()
    {
        var figure = (AnswerFigure)SampleFigures.Of("many").Single(f => f.Name == "answer").Content;
        AnswerFigure first = figure.WithFirst(12, figure.Rows[20].Label);
        Assert.That(first.Rows, Has.Count.EqualTo(12));
        Assert.That(first.Rows[^1], Is.EqualTo(figure.Rows[20]));
        Assert.That(first.Words.Subtitle, Does.EndWith($"The first 12 of {figure.Rows.Count}; all are in the report."));
    }

    [Test]
    public void A_label_of_two_lines_hides_nothing_beneath_it()
    {
        StudyResult study = SampleStudy.Make([
            new("Today", .02, 0, 100),
            new("A unit from Houston to Dallas and another one from Phoenix to Tucson", .03, .001, 150),
        ]);
        Mark.Text[] texts = [.. AnswerFigure.Analyse(study, SampleStudy.Provenance).Draw().Marks.OfType<Mark.Text>()];
        Mark.Text beneath = texts.Single(t => t.Words == "50 more officer-hours");
        Mark.Text[] label = [.. texts.Where(t => t.X == beneath.X && t.Y < beneath.Y && t.Y > beneath.Y - 60)];
        Assert.That(label, Has.Length.EqualTo(2));
        Assert.That(label.Select(line => line.Covers.Overlaps(beneath.Covers)), Has.None.True);
    }

    // Just above and below the baseline, far from it, and alike.
    [Test]
    public void No_number_lies_on_the_line_at_zero()
    {
        StudyResult study = Study(
            new("Today", .02, 0, 100),
            new("Nights", .0203, .0002, 100),
            new("Ports", .0198, .0002, 100),
            new("All day", .021, .0002, 200),
            new("One Team", .019, .0002, 50),
            new("As before", .02, .0001, 100)
        );
        AnswerFigure figure = AnswerFigure.Analyse(study, SampleStudy.Provenance);
        Mark.Text[] texts = [.. figure.Draw().Marks.OfType<Mark.Text>()];
        double zero = texts.Single(t => t.Words == "0").X;
        foreach (AnswerRow row in figure.Rows)
        {
            Box number = texts.Single(t => t.Words == row.Value).Covers;
            Assert.That(number.Left > zero || number.Right < zero, $"{row.Label}: {row.Value} from {number.Left} to {number.Right}");
            Assert.That(number.Left > zero, Is.EqualTo(row.Difference >= 0), $"{row.Label}: on the side of its dot");
        }
    }

    [Test]
    public void Of_a_hundred_shipments_the_shares_add_up_to_a_hundred()
    {
        // Thirds: 33.3 each leave a tenth over, which the first of the largest remainders gets.
        Assert.That(FatesFigure.OfHundred([1, 1, 1], -1), Is.EqualTo(new[] { 33.4, 33.3, 33.3 }));
        Assert.That(FatesFigure.OfHundred([1, 2, 997], -1), Is.EqualTo(new[] { 0.1, 0.2, 99.7 }));
        // 2.01 % of 1,000 are seized of the baseline's sample: 20.1 of 1,000 shipments.
        FatesFigure figure = FatesFigure.Analyse(SampleStudy.All["two"], SampleStudy.Provenance);
        Assert.That(
            figure.Words.Title,
            Is.EqualTo("Today: of 100 shipments 2.01 are seized, and 48.0 pass a team on duty without being stopped")
        );
        Assert.That(figure.Rows.Select(r => Math.Round(r.OfHundred.Sum(), 9)), Is.All.EqualTo(100));
    }

    [Test]
    public void Hours_are_shaded_where_a_posting_of_the_checkpoint_is_on_duty()
    {
        StudyResult study = SampleStudy.All["two"];
        var posting = new SimInterdiction.Model.Interdiction.Posting
        {
            TaskForce = "none",
            Team = "outbound_team",
            Hours = new(new(20), new(2)),
        };
        var nights = new SimInterdiction.Model.Interdiction.Deployment { Post = SampleScenario.Ordered([("laredo", posting)]) };
        var force = new SimInterdiction.Model.Interdiction.TaskForce { Home = "laredo", Teams = new Dictionary<string, int>() };
        study = study with
        {
            Scenario = study.Scenario with
            {
                TaskForces = SampleScenario.Ordered([("none", force)]),
                Deployments = SampleScenario.Ordered([("today", nights), ("nights_at_laredo", nights)]),
            },
        };
        WhenRow row = WhenFigure.Analyse(new FigureSubject(study, SampleStudy.Provenance)).Rows.Single(r => r.Label == "Laredo");
        Assert.That(row.Planned.Index().Where(h => h.Item > 0.9).Select(h => h.Index), Is.EqualTo(new[] { 0, 1, 20, 21, 22, 23 }));
        Assert.That(row.Planned.Skip(2).Take(18), Is.All.Zero);
        string said = WhenFigure.Analyse(new FigureSubject(study, SampleStudy.Provenance)).Words.HowToRead;
        bool isAfter = Enumerable.Range(2, 18).Any(hour => row.Seized[hour] > 0);
        Assert.That(said.Contains("their search goes on", StringComparison.Ordinal), Is.EqualTo(isAfter).And.True);
    }

    // One that is there a quarter of its nights, and so is shaded for a quarter of them.
    [Test]
    public void A_team_that_rotates_is_there_for_its_share_of_the_time()
    {
        StudyResult study = SampleStudy.All["two"];
        var posting = new SimInterdiction.Model.Interdiction.Posting
        {
            TaskForce = "none",
            Team = "outbound_team",
            Hours = new(new(20), new(2)),
            At = new SimInterdiction.Model.Interdiction.PostedAt { Rotate = SampleScenario.Ordered([("laredo", 1.0), ("tucson", 3.0)]) },
        };
        var force = new SimInterdiction.Model.Interdiction.TaskForce { Home = "laredo", Teams = new Dictionary<string, int>() };
        var rotating = new SimInterdiction.Model.Interdiction.Deployment { Post = SampleScenario.Ordered([("roving", posting)]) };
        study = study with
        {
            Scenario = study.Scenario with
            {
                TaskForces = SampleScenario.Ordered([("none", force)]),
                Deployments = SampleScenario.Ordered([("today", rotating), ("nights_at_laredo", rotating)]),
            },
        };
        WhenFigure figure = WhenFigure.Analyse(new FigureSubject(study, SampleStudy.Provenance));
        Assert.That(
            figure.Rows.Where(r => r.IsPosted).Select(r => (r.Label, Math.Round(r.Planned[21], 9))),
            Is.EquivalentTo(new[] { ("Laredo", .25), ("Tucson", .75) })
        );
    }

    // Every row has 400 on duty and 280 off: 41 of 100.
    [Test]
    public void Where_no_checkpoint_is_surely_first_the_title_names_none()
    {
        WhenFigure figure = WhenFigure.Analyse(new FigureSubject(SampleStudy.All["two"], SampleStudy.Provenance));
        Assert.That(
            figure.Words.Title,
            Is.EqualTo("Nights at Laredo: 41 of 100 times that a shipment comes to one of its checkpoints nobody is on duty")
        );
        Assert.That(
            figure.Csv,
            Does.StartWith("\uFEFFdeployment,checkpoint,hour,measure,mean,low,high\ntoday,houston,00,passages_off_duty,")
        );
    }

    [Test]
    public void Delays_are_told_in_minutes_with_no_more_digits_than_they_are_known_to()
    {
        // 12.3 h in the sample: 738 minutes, known to 1 %.
        BurdenFigure figure = BurdenFigure.Analyse(SampleStudy.All["two"], SampleStudy.Provenance);
        Assert.That(figure.Rows.Select(r => (r.Median, r.MedianWords)), Is.All.EqualTo((738.0, "738")));
        Assert.That(
            figure.Words.Title,
            Is.EqualTo("Today: 1 stopped vehicle in 20 is held longer than 738 minutes, as in every deployment")
        );
        Assert.That(
            figure.Curves[0].BusyShare.Index().Where(h => h.Item is not null).Select(h => h.Index),
            Is.EqualTo(Enumerable.Range(8, 10))
        );
    }

    [TestCase("undefined", "No shipment left in any deployment")]
    public void A_figure_with_nothing_to_count_says_so(string sample, string why) =>
        Assert.That(FatesFigure.Analyse(SampleStudy.All[sample], SampleStudy.Provenance).Words.Title, Is.EqualTo(why));
}
