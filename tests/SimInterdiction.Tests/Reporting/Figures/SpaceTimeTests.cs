using SimInterdiction.Engine.Scheduling;
using SimInterdiction.Experiments.Results;
using SimInterdiction.Model.Chronicle;
using SimInterdiction.Model.Measures;
using SimInterdiction.Model.Network;
using SimInterdiction.Reporting.Drawing;
using SimInterdiction.Reporting.Figures;
using SimInterdiction.Reporting.Figures.SpaceTime;

namespace SimInterdiction.Tests.Reporting.Figures;

public sealed class SpaceTimeTests
{
    // The clock begins 14 days before the window; the corridor is two places an hour apart, with a team at the second
    // from 8 to 18 on the tenth day of the window.
    private const double Window = 14 * 24;
    private const double Tenth = Window + (9 * 24);
    private static readonly DutySpell Duty = new("thun", "laredo", "unit", "team", new Instant(Tenth + 8), new Instant(Tenth + 18));

    [Test]
    public void Who_passes_nobody_on_duty_is_told_from_who_is_missed_and_who_is_seized()
    {
        SpaceTimeScene scene = Scene([
            Trip("before", Tenth + 6.9),
            Trip("at_eight", Tenth + 7),
            Trip("in_time", Tenth + 16.9),
            Trip("after", Tenth + 17),
            Trip("caught", Tenth + 12, Fate.Seized),
        ]);
        Assert.That(
            scene.Lines.Select(l => (l.Journey.Shipment, l.End)),
            Is.EqualTo(
                new[]
                {
                    ("before", JourneyEnd.OffDuty),
                    ("at_eight", JourneyEnd.Met),
                    ("in_time", JourneyEnd.Met),
                    ("after", JourneyEnd.OffDuty),
                    ("caught", JourneyEnd.Seized),
                }
            )
        );
    }

    [Test]
    public void The_days_with_most_seizures_are_shown_and_only_ends_inside_them_are_counted()
    {
        SpaceTimeScene scene = Scene([
            Trip("early", Window + 1, Fate.Seized),
            Trip("one", Tenth + 9, Fate.Seized),
            Trip("two", Tenth + 10, Fate.Seized),
            Trip("far", Tenth + 1000),
        ]);
        Assert.That(scene.Hours, Is.EqualTo(7 * 24));
        Assert.That(scene.FromHours, Is.LessThanOrEqualTo(Tenth).And.GreaterThan(Tenth - (7 * 24)));
        Assert.That((scene.Ends, scene.Count(JourneyEnd.Seized)), Is.EqualTo((2, 2)));
    }

    [Test]
    public void Where_lines_would_be_too_many_fewer_days_are_shown()
    {
        // Sixty a day: two days hold 120, four hold 240.
        SpaceTimeScene scene = Scene([.. Enumerable.Range(0, 60 * 100).Select(i => Trip($"s{i}", Window + (0.4 * i)))]);
        Assert.That(scene.Hours, Is.EqualTo(48));
        Assert.That(scene.Lines, Has.Count.InRange(118, 124));
    }

    [Test]
    public void Every_number_of_the_picture_is_in_its_data()
    {
        StudyResult study = SampleStudy.All["elsewhere"];
        var subject = new FigureSubject(study, SampleStudy.Provenance)
        {
            Example = SampleCourse.Of(study)! with { Course = new Course([Trip("caught", Tenth + 12, Fate.Seized)], [Duty]) },
        };
        SpaceTimeFigure figure = SpaceTimeFigure.Analyse(subject);
        double miles = figure.Scene!.Places[1].Miles;
        string at = study.Scenario.Start.ToDateTime(TimeOnly.MinValue).AddDays(9).ToString("yyyy-MM-dd");
        Assert.That(
            figure.Csv.TrimStart('\uFEFF'),
            Is.EqualTo(
                FormattableString
                    .Invariant(
                        $"""
                        what,shipment,firearms,end,place,miles,from,to
                        shipment,caught,3,seized,bern,0,{at}T12:00:00,{at}T12:00:00
                        shipment,caught,3,seized,thun,{miles:R},{at}T13:00:00,{at}T13:00:00
                        on duty,"unit, team",,,thun,{miles:R},{at}T08:00:00,{at}T18:00:00

                        """
                    )
                    .ReplaceLineEndings("\n")
            )
        );
        Assert.That(figure.Words.Title, Is.EqualTo("Nights, one example: a week of shipments to Thun"));
        Assert.That(figure.Words.Subtitle, Does.Contain("Of 1 shipment that ends here, 1 is seized").And.Contain(SpaceTimeScene.Picked));
    }

    [Test]
    public void A_circle_stands_where_the_team_is_and_not_where_the_shipment_ends()
    {
        StudyResult study = SampleStudy.All["elsewhere"];
        SpaceTimeFigure figure = SpaceTimeFigure.Analyse(
            new FigureSubject(study, SampleStudy.Provenance)
            {
                Example = SampleCourse.Of(study)! with
                {
                    Course = new Course([Trip("passes", Tenth + 12)], [Duty with { Place = "bern" }]),
                },
            }
        );
        Assert.That(figure.Scene!.Lines.Single().Met, Is.EqualTo(new[] { 0 }));
        Mark[] marks = [.. figure.Draw().Marks];
        Mark.Dot circle = marks.OfType<Mark.Clipped>().Single().Marks.OfType<Mark.Dot>().Single();
        double bern = marks.OfType<Mark.Text>().Single(text => text.Words.StartsWith("Bern", StringComparison.Ordinal)).Y;
        Assert.That(circle.Y, Is.EqualTo(bern).Within(12));
    }

    [Test]
    public void Forty_places_with_long_names_and_a_mile_between_them_stay_apart()
    {
        StudyResult study = SampleStudy.All["elsewhere"];
        var places = SampleScenario.Ordered(
            Enumerable
                .Range(0, 40)
                .Select(i =>
                    (
                        $"p{i}",
                        new Place
                        {
                            At = new GeoPoint(46 + (i < 20 ? 0 : 5) + (0.001 * i), 7),
                            Label = $"A place {i, 2} with a label of forty letters"[..40],
                        }
                    )
                )
        );
        study = study with
        {
            Scenario = study.Scenario with
            {
                Places = places,
                Checkpoints = SampleScenario.Ordered([("laredo", new SimInterdiction.Model.Interdiction.Checkpoint { Place = "p1" })]),
                Corridors = new CorridorPlan { ByHand = SampleScenario.Ordered([("c1", new Corridor { Path = [.. places.Keys] })]) },
            },
        };
        Scene scene = SpaceTimeFigure.Analyse(new FigureSubject(study, SampleStudy.Provenance) { Example = SampleCourse.Of(study) }).Draw();
        Mark.Text[] names = [.. scene.Marks.OfType<Mark.Text>().Where(t => t.Words.StartsWith("A place", StringComparison.Ordinal))];
        Assert.That(names, Has.Length.EqualTo(40));
        Assert.That(names.Zip(names.Skip(1)).Select(n => n.First.Covers.Overlaps(n.Second.Covers)), Has.None.True);
        Assert.That(names.Select(n => scene.Canvas.Contains(n.Covers)), Has.All.True);
    }

    // Two take the corridor without a team, one that with one.
    [Test]
    public void Where_nothing_is_seized_a_corridor_with_teams_shows_more_than_one_with_none()
    {
        SimInterdiction.Model.Scenario scenario = SampleStudy.All["elsewhere"].Scenario;
        IReadOnlyDictionary<string, Corridor> one = scenario.Corridors.ByHand;
        var bare = new Corridor { Path = [.. one["c1"].Path.Where(place => place != Duty.Place), one["c1"].Path[0]] };
        scenario = scenario with
        {
            Corridors = new CorridorPlan
            {
                ByHand = SampleScenario.Ordered([("c1", one["c1"]), ("c2", bare with { Path = [.. bare.Path.Distinct()] })]),
            },
        };
        Journey[] journeys =
        [
            Trip("a", Tenth + 1) with
            {
                Corridor = "c2",
            },
            Trip("b", Tenth + 2) with
            {
                Corridor = "c2",
            },
            Trip("c", Tenth + 3),
        ];
        Assert.That(SpaceTimeScene.Of(scenario, new Course(journeys, [Duty]))!.Lines.Single().Journey.Shipment, Is.EqualTo("c"));
    }

    private static SpaceTimeScene Scene(Journey[] journeys) =>
        SpaceTimeScene.Of(SampleStudy.All["elsewhere"].Scenario, new Course(journeys, [Duty]))!;

    private static Journey Trip(string name, double left, Fate fate = Fate.NotStopped) =>
        new()
        {
            Shipment = name,
            Organization = "all",
            Corridor = "c1",
            Firearms = 3,
            Counts = true,
            Passages = [new(new Instant(left), new Instant(left)), new(new Instant(left + 1), new Instant(left + 1))],
            Fate = fate,
        };
}
