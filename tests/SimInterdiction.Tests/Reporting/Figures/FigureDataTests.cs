using SimInterdiction.Model.Network;
using SimInterdiction.Reporting.Drawing;
using SimInterdiction.Reporting.Figures;
using SimInterdiction.Reporting.Figures.Answers;
using SimInterdiction.Reporting.Figures.Catalog;
using SimInterdiction.Reporting.Figures.Maps;
using SimInterdiction.Reporting.Figures.Replications;
using SimInterdiction.Reporting.Figures.Risk;
using SimInterdiction.Reporting.Geography;

namespace SimInterdiction.Tests.Reporting.Figures;

public sealed class FigureDataTests
{
    [Test]
    public void Figure_1_orders_by_the_difference_and_shows_points()
    {
        AnswerFigure figure = AnswerFigure.Analyse(SampleStudy.Typical(), SampleStudy.Provenance);
        Assert.That(
            figure.Rows.Select(r => r.Label),
            Is.EqualTo(
                new[]
                {
                    "A second shift for every unit",
                    "Port hours doubled",
                    "Nights at Laredo",
                    "A tenth unit, in Los Angeles",
                    "Outbound hours instead of a Houston unit",
                    "All units at the ports",
                }
            )
        );
        AnswerRow nights = figure.Rows[2];
        // 2.41 % less 2.01 % is 0.40 points, plus or minus 0.08.
        Assert.That(nights.Difference, Is.EqualTo(0.40).Within(1e-12));
        Assert.That(nights.Low, Is.EqualTo(0.32).Within(1e-12));
        Assert.That(
            (nights.Value, nights.Hours, nights.TakesAgainst, nights.Verdict),
            Is.EqualTo(("+0.40 (0.32 to 0.48)", "47,320", "same officer-hours", "Clearly better"))
        );
        Assert.That((figure.TooSmall, figure.BaselineValue), Is.EqualTo((0.1, "2.01%")));
    }

    [Test]
    public void Figure_1_puts_the_lowest_delay_first() =>
        Assert.That(AnswerFigure.Analyse(SampleStudy.All["delay"], SampleStudy.Provenance).Rows[0].Label, Is.EqualTo("More lanes"));

    [Test]
    public void Quantile_dots_are_the_middles_of_equal_shares()
    {
        // Of 0, 1, ..., 99 the 50 quantiles at 1 %, 3 %, ... lie at 0.5, 2.5, ..., 98.5.
        IReadOnlyList<double> dots = RiskFigure.QuantileDots(Enumerable.Range(0, 100).Select(i => (double)(i * 37 % 100)), 50);
        Assert.That(dots, Is.EqualTo(Enumerable.Range(0, 50).Select(i => (2.0 * i) + 0.5)).Within(1e-9));
        Assert.That(RiskFigure.QuantileDots([3, double.NaN, 1], 50), Is.EqualTo(new double[] { 1, 3 }));
    }

    [Test]
    public void Legs_add_up_the_corridors_that_share_them()
    {
        MapPanel panel = MapFigure.Analyse(new FigureSubject(SampleStudy.All["two"], SampleStudy.Provenance)).Panels[0];
        Scene scene = FigureCatalog.Find("map")!.Make(new FigureSubject(SampleStudy.All["two"], SampleStudy.Provenance)).Scene;
        Assert.That(scene.Marks, Is.Not.Empty);
        // Corridors 1 and 2 both end laredo, laredo_port, monterrey: 400 + 4,000 and 400 + 2,000 shipments, 1 % and 2 %
        // of them seized.
        MapLeg leg = panel.Legs.Single(l => l.From == new GeoPoint(27.531, -99.48) && l.To == new GeoPoint(27.5, -99.507));
        Assert.That(leg.Shipments, Is.EqualTo(6_800).Within(1e-9));
        Assert.That(leg.ShareSeized, Is.EqualTo((44.0 + 48) / 6_800).Within(1e-12));
    }

    [Test]
    public void The_difference_map_takes_the_baseline_from_the_deployment()
    {
        var subject = new FigureSubject(SampleStudy.All["two"], SampleStudy.Provenance);
        DifferenceMapFigure figure = DifferenceMapFigure.Analyse(subject);
        // Corridor 5 alone goes by Uvalde: 5 % of it is seized under the baseline, 1 % under the other. Corridor 8
        // alone goes to Nogales: 3 %, then 4 %.
        Assert.That(Change(new GeoPoint(29.424, -98.494), new GeoPoint(29.21, -99.786)), Is.EqualTo(-0.04).Within(1e-12));
        Assert.That(Change(new GeoPoint(32.222, -110.926), new GeoPoint(31.333, -110.943)), Is.EqualTo(0.01).Within(1e-12));
        // Houston is the first checkpoint: 20 + 300 x 0/12, then 20 + 300 x 3/12. San Antonio the second: 20 + 300 x
        // 5/12, then 20 + 300 x 8/12. Each known to 3 %, so to about 5 and 8.
        Assert.That(
            figure.Checkpoints.Where(c => c.Label is "Houston" or "San Antonio").Select(c => (c.Change, c.Words)),
            Is.EquivalentTo(new[] { (75.0, "+75"), (75.0, "+75") })
        );
        Assert.That(figure.Csv.Split('\n'), Does.Contain("checkpoint,houston,Houston,firearms_seized,20,95,75"));
        Assert.That(
            DifferenceMapFigure.Analyse(subject with { Deployment = "today" }).Nothing,
            Is.EqualTo("Today is the baseline: there is no difference to show.")
        );

        double? Change(GeoPoint one, GeoPoint other) =>
            figure.Legs.Single(l => (l.Leg.From == one && l.Leg.To == other) || (l.Leg.From == other && l.Leg.To == one)).Change;
    }

    [Test]
    public void Without_colour_less_is_dashed_and_hollow_and_more_whole_and_full()
    {
        Scene scene = FigureCatalog.Find("difference")!.Make(new FigureSubject(SampleStudy.All["two"], SampleStudy.Provenance)).Scene;
        Mark[] marks = [.. scene.Marks.SelectMany(m => m is Mark.Clipped clipped ? clipped.Marks : [m])];
        Mark.Line[] down = [.. marks.OfType<Mark.Line>().Where(l => l.Color.Red > l.Color.Blue)];
        Assert.That(down, Is.Not.Empty);
        Assert.That(down.Select(l => l.IsDashed), Has.All.True);
        Assert.That(
            marks.OfType<Mark.Line>().Where(l => l.Color.Blue > l.Color.Red + 20).Select(l => l.IsDashed),
            Is.Not.Empty.And.All.False
        );
        Assert.That(marks.OfType<Mark.Dot>().Where(d => d.Stroke == Palette.Orange).Select(d => d.Fill.Alpha), Is.Not.Empty.And.All.Zero);
    }

    [Test]
    public void Of_many_deployments_the_map_shows_the_baseline_and_the_one_told_about()
    {
        MapFigure map = MapFigure.Analyse(new FigureSubject(SampleStudy.Typical(), SampleStudy.Provenance));
        Assert.That(map.Panels.Select(p => p.Label), Is.EqualTo(new[] { "Today (illustrative)", "Nights at Laredo" }));
        Assert.That(map.Words.Subtitle, Does.EndWith("2 of 7 deployments."));
    }

    [Test]
    public void Figure_12_shows_at_most_ten_and_those_nearest_to_the_limit()
    {
        ReplicationsFigure figure = ReplicationsFigure.Analyse(SampleStudy.All["many"], SampleStudy.Provenance);
        Assert.That(figure.Panels, Has.Count.EqualTo(10));
        Assert.That(figure.Panels.Count(p => !p.IsSettled), Is.GreaterThanOrEqualTo(5));
        Assert.That(figure.Words.Subtitle, Does.Contain("The 10 of 39 nearest"));
    }

    [TestCase("one", "There is one deployment, and so no difference to follow")]
    [TestCase("single", "One replication shows no chance variation: nothing can be decided from it")]
    public void A_figure_with_nothing_to_show_says_why(string sample, string why) =>
        Assert.That(ReplicationsFigure.Analyse(SampleStudy.All[sample], SampleStudy.Provenance).Words.Title, Is.EqualTo(why));

    [Test]
    public void Periods_that_are_all_alike_are_not_said_to_vary() =>
        Assert.That(
            RiskFigure.Analyse(SampleStudy.All["zero"], SampleStudy.Provenance).Words.AltText,
            Does.StartWith("Today: average 0%; 0% in all 400.")
        );

    [Test]
    public void Projection_is_true_to_scale_and_keeps_every_point_in_its_box()
    {
        var box = new Box(0, 0, 600, 400);
        GeoPoint[] points = [new(25, -118), new(35, -95)];
        var projection = new Projection(points, box);
        (double X, double Y) low = projection.Place(points[0]);
        (double X, double Y) high = projection.Place(points[1]);
        Assert.That(box.Contains(new Box(low.X, high.Y, high.X, low.Y)));
        // At the middle latitude of 30 degrees a degree of longitude is cos 30 = 0.866 of one of latitude.
        Assert.That((high.X - low.X) / 23 / ((low.Y - high.Y) / 10), Is.EqualTo(0.8660254).Within(1e-6));
    }

    [Test]
    public void Borders_are_there_around_Texas_and_nowhere_in_Europe()
    {
        Assert.That(Borders.Touching(new GeoBounds(26, -106, 36, -94)).Count(), Is.GreaterThan(5));
        Assert.That(Borders.NamesIn(new GeoBounds(26, -106, 36, -94)).Select(n => n.Name), Does.Contain("Texas"));
        Assert.That(Borders.Touching(new GeoBounds(45, 5, 48, 10)), Is.Empty);
    }

    [Test]
    public void Csv_of_a_figure_holds_shares_in_full_precision_and_quotes_labels()
    {
        string csv = AnswerFigure.Analyse(SampleStudy.Typical(), SampleStudy.Provenance).Csv;
        string[] lines = csv.TrimStart('\uFEFF').Split('\n');
        Assert.That(
            lines[0],
            Is.EqualTo(
                "deployment,label,measure,difference,low,high,officer_hours,"
                    + "better_in,better_in_low,better_in_high,verdict,difference_if_nobody_adapted"
            )
        );
        Assert.That(lines[1], Is.EqualTo("today__illustrative_,Today (illustrative),seizure_rate,,,,47320,,,,baseline,"));
        Assert.That(csv, Does.Contain("\"A tenth unit, in Los Angeles\""));
    }

    // M 10 20 then L 13 24 is a step of 3 and 4; Q's control and end both count from where the step began.
    [TestCase("M10 20L13 24L13 20Z", "m10 20l3 4l0-4z")]
    [TestCase("M0.004 1.5Q1 2 3.25 4.5L3.25 5", "m0 1.5q1 .5 3.25 3l0 .5")]
    [TestCase("M10.5 0L20.5 0", "m10.5 0l10 0")]
    [TestCase("M10 20L3.8e-06 24", "m10 20l-10 4")]
    public void Svg_outlines_in_steps_lead_to_the_same_points(string absolute, string steps) =>
        Assert.That(SvgPaths.Relative(absolute), Is.EqualTo(steps));
}
