using SimInterdiction.Experiments.Results;
using SimInterdiction.Model;
using SimInterdiction.Model.Adversaries;
using SimInterdiction.Reporting.Drawing;
using SimInterdiction.Reporting.Figures;
using SimInterdiction.Reporting.Figures.Catalog;
using SimInterdiction.Reporting.Figures.Discoveries;
using SimInterdiction.Reporting.Figures.Tornado;
using SimInterdiction.Reporting.Figures.TwoInputs;
using SimInterdiction.Reporting.Report;
using SimInterdiction.Reporting.Tables;
using SimInterdiction.Reporting.Words;

namespace SimInterdiction.Tests.Reporting.Figures;

public sealed class SensitivityFigureTests
{
    [Test]
    public void Values_of_an_input_are_written_as_in_the_file()
    {
        var share = new InputWords(new InputRange("team_types.outbound_team.finds", .4, .5, .6), "[40%, 50%, 60%]");
        Assert.That((share.Value(.4), share.Value(.5), share.Value(.437)), Is.EqualTo(("40%", "50%", "43.7%")));
        Assert.That((share.Heading, share.Range), Is.EqualTo(("Outbound Team: chance to find", "40% to 60%, best guess 50%")));
        // 200,000 a year are 22.83 an hour; half of that are 100,000.
        var flow = new InputWords(
            new InputRange("total_flow", 89_816 / 8760.0, 200_000 / 8760.0, 500_000 / 8760.0),
            "[89_816 firearms per year, 200_000 firearms per year, 500_000 firearms per year]"
        );
        Assert.That(
            (flow.Value(89_816 / 8760.0), flow.Value(100_000 / 8760.0), flow.ShortValue(500_000 / 8760.0)),
            Is.EqualTo(("89,816 firearms per year", "100,000 firearms per year", "500,000"))
        );
        Assert.That((flow.Heading, flow.Range), Is.EqualTo(("Total flow", "89,816 to 500,000 firearms per year, best guess 200,000")));
        var hours = new InputWords(new InputRange("team_types.crew.search.exponential", .25, .5, 1), "[15 min, 30 min, 1 h]");
        Assert.That((hours.Value(1), hours.Value(.75), hours.Value(.25)), Is.EqualTo(("1 h", "45 min", "15 min")));
        var days = new InputWords(new InputRange("tracing.takes.exponential", 24, 288, 2160), "[1 day, 12 days, 90 days]");
        Assert.That((days.ShortValue(24), days.ShortValue(2160), days.Value(24)), Is.EqualTo(("1 day", "90 days", "1 day")));
        var bare = new InputWords(new InputRange("organizations.gulf.route_choice.risk_aversion", 0, 20, 60), "[0, 20, 60]");
        Assert.That((bare.Value(0), bare.Value(31.4), bare.Value(60)), Is.EqualTo(("0", "31", "60")));
        double[] axis = [.03, .035, .04, .045, .05];
        var rate = new InputWords(new InputRange("base_rate", .03, .04, .05), "[3%, 4.0%, 5%]");
        Assert.That(rate.ShortValues(axis), Is.EqualTo(new[] { "3.0%", "3.5%", "4.0%", "4.5%", "5.0%" }));
        Assert.That(rate.ShortValues([.03, .04, .05]), Is.EqualTo(new[] { "3%", "4%", "5%" }));
        var never = new InputWords(new InputRange("x.y", 0, 0, 0), "[0%, 0%, 0%]");
        Assert.That(never.Value(0), Is.EqualTo("0%"));
    }

    [TestCase("tracing.takes.exponential", 1, "Mean time of a trace", "the mean time of a trace")]
    [TestCase("tracing.lead.raises_stops", 1, "Factor by which a lead raises stops", "the factor by which a lead raises stops")]
    [TestCase("trafficking_group.officers", 1, "Trafficking group officers", "the trafficking group officers")]
    [TestCase("organizations.gulf.rings.life", 4, "Gulf and 3 more: life of a ring", "the life of a ring of Gulf and 3 more")]
    [TestCase("organizations.gulf.rings.sizes.lognormal.sigma", 1, "Gulf: sizes of rings, sigma", "Gulf's sizes of rings, sigma")]
    [TestCase("team_types.crews.search.varies.1", 1, "Crews: most likely time of a search", "Crews' most likely time of a search")]
    [TestCase("team_types.crew.secondary.search.uniform.1", 1, "Crew: highest time of a search at secondary", null)]
    [TestCase("flows.guns.profile.hours.20:00-04:00", 2, "Guns and 1 more: departures 20:00-04:00", null)]
    [TestCase("total_flow", 2, "Total flow and 1 more", "the total flow and 1 more")]
    public void An_input_is_called_whose_it_is_and_what_it_is(string path, int places, string heading, string? inSentence)
    {
        var words = new InputWords(new InputRange(path, 1, 2, 3), null, places);
        Assert.That(words.Heading, Is.EqualTo(heading));
        Assert.That(inSentence ?? words.InSentence, Is.EqualTo(words.InSentence));
    }

    [Test]
    public void An_input_of_a_thing_with_a_label_is_called_by_it()
    {
        Scenario scenario = SampleStudy.All["typical"].Scenario with
        {
            Organizations = new Dictionary<string, Organization> { ["sonora"] = new() { Label = "Sonora network" } },
        };
        Assert.That(
            PathWords.Of("organizations.sonora.route_choice.risk_aversion", scenario).InSentence,
            Is.EqualTo("Sonora network's risk aversion")
        );
    }

    [Test]
    public void Figure_5_tells_which_doubt_turns_the_answer_and_where()
    {
        TornadoFigure figure = TornadoFigure.Analyse(SampleSensitivity.All["tornado that turns"]);
        Assert.That(figure.Words.Title, Is.EqualTo("The answer flips with Trafficking Unit's gain from a further team above 86%"));
        TornadoRow first = figure.Rows[0];
        Assert.That((first.AtLow!.Value, first.AtHigh!.Value), Is.EqualTo((.19, -.04)).Using<double>((a, b) => Math.Abs(a - b) < 1e-12));
        Assert.That((first.LowWords, first.HighWords, first.Turns), Is.EqualTo(("0%", "100%", "86% (83% to 90%)")));
        Assert.That(figure.Rows[3].AtLow, Is.Null, "its lowest value is the best guess");
        Assert.That(figure.Rows[4].ChangesNothing, Is.True);
        Assert.That(figure.Sides, Is.EqualTo(("Today better", "Nights at Laredo better")));
        Assert.That(
            figure.Csv,
            Does.StartWith(
                "\uFEFFinput,end,input_value,input_written,what,value,low,high\n"
                    + "team_types.trafficking_unit.further_team_adds,lowest,0,0%,difference,0.0019,"
            )
        );
        Assert.That(figure.Csv, Does.Contain("team_types.trafficking_unit.further_team_adds,turns,0.86,86%,turns_at,0.86,0.83,0.9"));
        Assert.That(figure.Words.HowToRead, Does.Contain("the range of the input").And.Not.Contain("{").And.Contain("intervals of chance"));
    }

    [TestCase("tornado of one input", "The only uncertain input does not change the answer: Nights at Laredo stays better than Today")]
    [TestCase("tornado without any swing", "No single uncertain input changes the answer: Nights at Laredo stays better than Today")]
    [TestCase(
        "tornado of twenty with long names",
        "The answer flips with An Investigator with a Long Name 00's gain from a further team right at 50%; " + "16 more inputs may flip it"
    )]
    [TestCase("tornado of nothing", "The only uncertain input does not change the answer: no difference from Today that matters")]
    [TestCase("tornado undefined", "Seizure rate: undefined at best guess, so there is nothing to compare")]
    public void Figure_5_says_it_in_its_title(string sample, string title) =>
        Assert.That(TornadoFigure.Analyse(SampleSensitivity.All[sample]).Words.Title, Is.EqualTo(title));

    [Test]
    public void A_difference_that_shrinks_to_nothing_that_matters_is_told_though_it_never_turns()
    {
        SensitivityView turning = SampleSensitivity.All["tornado of one input"];
        var small = new SimulatedValue(.0002, .0001, .0003);
        SensitivityResult shrinking = turning.Result with
        {
            Tornado = [turning.Result.Tornado![0] with { AtLow = small, Answer = Answered.Shrinks }],
        };
        Assert.That(
            SensitivityAnswer.Of(new SensitivityView(shrinking, SampleStudy.Typical().Scenario, turning.Provenance)).Headline,
            Is.EqualTo(
                "The only uncertain input does not flip the answer, but with Trafficking Unit's chance to find at 30% it is too "
                    + "small to matter"
            )
        );
    }

    [Test]
    public void Figure_6_draws_lines_where_the_difference_is_0_and_where_it_matters()
    {
        // A plane: x - 0.25 is 0 along x = 0.25, from the bottom to the top.
        var surface = new Surface([
            [-.25, .25, .75],
            [-.25, .25, .75],
        ]);
        ((double X, double Y) From, (double X, double Y) To)[] pieces = [.. surface.Contour(0, 8)];
        Assert.That(pieces.SelectMany(p => new[] { p.From.X, p.To.X }), Is.All.EqualTo(.25).Within(1e-12));
        Assert.That(pieces.Sum(p => Math.Abs(p.To.Y - p.From.Y)), Is.EqualTo(1).Within(1e-12));
        Assert.That(surface.At(.5, .3), Is.EqualTo(.25).Within(1e-12));
        Assert.That(surface.Contour(2, 8), Is.Empty);
    }

    [Test]
    public void Figure_6_hatches_exactly_what_chance_leaves_open()
    {
        // 0.30 (0.6 - x) + 0.15 y, give or take 0.02 points: all hatching lies where that is between -0.02 and 0.02.
        TwoInputsFigure figure = TwoInputsFigure.Analyse(SampleSensitivity.All["map that changes sides"]);
        Mark.Clipped hatching = figure
            .Draw()
            .Marks.OfType<Mark.Clipped>()
            .First(c => c.Marks.Count > 0 && c.Marks.All(m => m is Mark.Line));
        foreach (Mark.Line line in hatching.Marks.Cast<Mark.Line>())
        {
            foreach ((double px, double py) in line.Points)
            {
                double x = (px - hatching.Box.Left) / hatching.Box.Width;
                double y = (hatching.Box.Bottom - py) / hatching.Box.Height;
                Assert.That(Math.Abs((.30 * (.6 - x)) + (.15 * y)), Is.LessThanOrEqualTo(.02 + 1e-9));
            }
        }

        Assert.That(hatching.Marks, Is.Not.Empty);
    }

    // Give or take .02 points in each: of .08 points at most four shades can be told apart, of .3 all six there are.
    [TestCase("map of little", 4)]
    [TestCase("map to one side", 6)]
    public void Figure_6_has_no_finer_shades_than_differences_are_known_to(string sample, int shades) =>
        Assert.That(TwoInputsFigure.Analyse(SampleSensitivity.All[sample]).Shades, Is.EqualTo(shades));

    [Test]
    public void Figure_6_draws_no_terrain_where_chance_leaves_all_open()
    {
        TwoInputsFigure figure = TwoInputsFigure.Analyse(SampleSensitivity.All["map of noise"]);
        Assert.That(figure.Nothing, Does.StartWith("Chance leaves open which of the two is better at all 49 settings"));
        Assert.That(figure.CornerWords, Is.All.EndsWith("?"));
        Assert.That(TwoInputsFigure.Analyse(SampleSensitivity.All["map of nothing"]).Nothing, Is.Null, "that nothing matters is known");
    }

    [TestCase(
        "map that changes sides",
        "Trafficking Unit's gain from a further team and the total flow decide together: Nights at Laredo is better than Today in "
    )]
    [TestCase(
        "map to one side",
        "Nights at Laredo stays better than Today in all 49 settings of Trafficking Unit's gain from a further team and the total flow"
    )]
    [TestCase(
        "map of nothing",
        "No difference that matters between Nights at Laredo and Today in any of 49 settings of Trafficking Unit's gain"
    )]
    public void Figure_6_says_it_in_its_title(string sample, string beginning) =>
        Assert.That(TwoInputsFigure.Analyse(SampleSensitivity.All[sample]).Words.Title, Does.StartWith(beginning));

    [TestCase(
        "discovery",
        "Nights at Laredo is not worth it with Trafficking Unit's gain from a further team at least 62% and the total flow at most "
            + "250,000 firearms per year"
    )]
    [TestCase("discovery of nothing", "No limits of the inputs surely mark off where Nights at Laredo is not worth it")]
    [TestCase("discovery of none", "Nights at Laredo is worth it in all 400 settings drawn")]
    [TestCase("discovery undefined", "Seizure rate: undefined, so there is nothing to compare")]
    [TestCase(
        "discovery of twenty with long names",
        "Nights at Laredo is not worth it with An Investigator with a Long Name 03's gain from a further team at least 39% "
            + "and 3 more limits"
    )]
    public void Figure_18_says_it_in_its_title(string sample, string title) =>
        Assert.That(DiscoveryFigure.Analyse(SampleSensitivity.All[sample]).Words.Title, Is.EqualTo(title));

    [TestCase("discovery of none", "It is worth it in all of the 400 settings drawn.")]
    [TestCase("discovery", "It is not worth it in ")]
    public void A_discovery_says_in_how_many_settings(string sample, string words) =>
        Assert.That(DiscoveryAnswer.Of(SampleSensitivity.All[sample]).Sentences[0], Does.Contain(words));

    [Test]
    public void Figure_18_shows_each_limit_with_the_settings_that_keep_the_others()
    {
        DiscoveryFigure figure = DiscoveryFigure.Analyse(SampleSensitivity.All["discovery"]);
        Assert.That(figure.Rows.Take(2).Select(r => r.Name), Is.EqualTo(new[] { "Gain from a further team", "Total flow" }));
        Assert.That(
            (figure.Rows[0].Least!.At, figure.Rows[0].Most),
            Is.EqualTo((.62, (RowLimit?)null)).Using<double>((a, b) => Math.Abs(a - b) < .02)
        );
        Assert.That(figure.Rows[1].Most!.At, Is.EqualTo(.4).Within(.02));
        Assert.That(figure.Rows.Skip(2).All(r => r is { Least: null, Most: null }), Is.True);

        // Below the first limit all are worth it that keep the second, and above it none is.
        Assert.That(figure.Rows[0].Dots.Where(d => d.At < .6 && d.IsWorthIt is not null).Select(d => d.IsWorthIt), Is.All.True);
        Assert.That(figure.Rows[0].Dots.Where(d => d.At > .64 && d.IsWorthIt is not null).Select(d => d.IsWorthIt), Is.All.False);
        Assert.That(figure.Rows[0].Dots, Has.Count.EqualTo(160).Within(10), "two fifths of 400");
        Assert.That(figure.Trajectory[0].Coverage, Is.EqualTo(1));
        Assert.That(figure.Csv.Split('\n')[0], Does.EndWith("difference,low,high,worth_it,in_region"));
        Assert.That(figure.Csv.Split('\n'), Has.Length.EqualTo(402));
    }

    [Test]
    public void Figures_of_doubt_say_where_they_come_from_and_that_the_data_are_synthetic()
    {
        foreach (Figure figure in SampleSensitivity.All.Keys.SelectMany(SampleFigures.Of))
        {
            string all = string.Join(" ", figure.Scene.Marks.OfType<Mark.Text>().Select(t => t.Words));
            Assert.That(
                all,
                Does.Contain("SYNTHETIC DATA. Not evidence about real shipments.")
                    .And.Contain("southbound.yaml 7f3a91c0")
                    .And.Contain("sensitivity-tornado-1a2b3c4d")
                    .And.Contain("SimInterdiction 0.1.0")
            );
            Assert.That(
                all,
                Does.Contain("400 paired replications at each of 15 settings, seed 2026, 182 days, 14 days warm-up")
                    .And.Contain("24 Nov 2026")
                    .And.Contain("marked uncertain")
            );
        }
    }

    [Test]
    public void Figures_of_sensitivity_are_shown_only_where_it_was_analysed()
    {
        StudyResult plain = SampleStudy.Typical();
        StudyResult looked = plain with
        {
            Sensitivities =
            [
                SampleSensitivity.Of("map that changes sides"),
                SampleSensitivity.Of("tornado that turns"),
                new StudySensitivity(SampleSensitivity.Verdicts().Result, SampleSensitivity.Verdicts().Provenance),
            ],
        };
        Assert.That(FigureCatalog.All.Where(f => f.HasData(plain)).Select(f => f.Place), Has.None.EqualTo(ReportPlace.Sensitivity));
        Figure[] figures =
        [
            .. FigureCatalog
                .All.Where(f => f.Place == ReportPlace.Sensitivity && f.HasData(looked))
                .Select(f => f.Make(new FigureSubject(looked, SampleStudy.Provenance))),
        ];
        Assert.That(figures.Select(f => f.Name), Is.EqualTo(new[] { "tornado", "two-inputs" }));
        Assert.That(Answer.Of(looked).Sentences, Has.Some.Contains("flips with Trafficking Unit's gain from a further team above 86%"));
        Assert.That(Answer.Of(plain).Sentences, Has.None.Contains("flips with"));
        string with = HtmlReport.Write(looked, SampleStudy.Provenance, figures);
        Assert.That(
            with,
            Does.Contain("The answer flips")
                .And.Contain($"Figure {figures[0].Number}</figcaption>")
                .And.Contain($"Figure {figures[1].Number}</figcaption>")
                .And.Contain("Which verdicts hold whatever the inputs")
                .And.Not.Contain("simint sensitivity southbound.yaml")
        );
        string without = HtmlReport.Write(plain, SampleStudy.Provenance, []);
        Assert.That(without, Does.Contain("simint sensitivity southbound.yaml --replications 400 --seed 2026").And.Not.Contain("<figure>"));
    }

    [Test]
    public void The_table_of_verdicts_says_what_survives_and_where_most_is_lost()
    {
        SensitivityView view = SampleSensitivity.Verdicts();
        IReadOnlyList<VerdictRow> rows = VerdictLines.Rows(view);
        Assert.That(
            VerdictLines.Headline(view),
            Is.EqualTo(
                "1 of 2 verdicts holds in all 3 settings tried; smallest worst-case shortfall among the 3 with the same "
                    + "officer-hours: Port Hours Doubled"
            )
        );
        Assert.That(
            (rows[0].Verdict, rows[0].Regret, rows[0].Where),
            Is.EqualTo(
                (
                    "baseline",
                    "0.30 points (0.28 to 0.32)",
                    "Trafficking Unit's chance to find at 50%, Trafficking Unit's gain from a further team at 0%"
                )
            )
        );
        Assert.That(rows[1].Survives, Is.EqualTo("changes in 1 of 3 settings: not decided with Trafficking Unit's chance to find at 30%"));
        Assert.That((rows[2].Survives, rows[2].Regret), Is.EqualTo(("holds in all 3 settings", "none")));
        Dictionary<string, string> files = SensitivityCsv.Files(view).ToDictionary(f => f.Name, f => f.Content);
        Assert.That(files["verdicts.csv"], Does.Contain("nights_at_laredo,clearly better,no,1,3,"));
        Assert.That(files["settings.csv"].Split('\n'), Has.Length.EqualTo(1 + 9 + 1));
    }

    [Test]
    public void Lines_for_the_terminal_fit_80_columns_of_ascii()
    {
        foreach (string line in SampleSensitivity.All.Values.Append(SampleSensitivity.Verdicts()).SelectMany(SensitivityTable.Lines))
        {
            Assert.That(line, Has.Length.LessThanOrEqualTo(TerminalTable.Width));
            Assert.That(line.All(char.IsAscii), line);
        }
    }
}
