using SimInterdiction.Reporting.Drawing;
using SimInterdiction.Reporting.Geography;

namespace SimInterdiction.Tests.Reporting.Geography;

public sealed class LabelPlacementTests
{
    // A dozen ports and more, close together: most are named a little away.
    [Test]
    public void No_line_to_a_name_strikes_through_another_name()
    {
        var random = new Random(5);
        int drawn = 0;
        for (int map = 0; map < 20; map++)
        {
            var placement = new LabelPlacement(new Box(0, 0, 600, 400));
            (double X, double Y)[] dots =
            [
                .. Enumerable.Range(0, 14).Select(_ => (275 + (50 * random.NextDouble()), 175 + (50 * random.NextDouble()))),
            ];
            foreach ((double x, double y) in dots)
            {
                placement.ReserveDot(x, y, 4);
            }

            Mark[] marks =
            [
                .. placement.Near([.. dots.Select((dot, i) => Named($"Port number {i} 123", dot, 4))]).SelectMany(drawn => drawn),
            ];
            Mark.Text[] names = [.. marks.OfType<Mark.Text>()];
            Mark.Line[] leaders = [.. marks.OfType<Mark.Line>()];
            drawn += leaders.Length;
            foreach (Mark.Line leader in leaders)
            {
                Mark.Text own = (Mark.Text)marks[Array.IndexOf(marks, leader) + 1];
                Assert.That(names.Where(name => name != own && IsCrossed(name.Covers, leader)).Select(name => name.Words), Is.Empty);
            }
        }

        Assert.That(drawn, Is.GreaterThan(20));
    }

    // To the right of the dot there are 130 pixels, and to its left corridors.
    [Test]
    public void A_long_name_is_cut_rather_than_laid_over_lines_and_its_number_is_not()
    {
        const string Name = "A land port of entry that somebody named after somebody of great merit and much later";
        var placement = new LabelPlacement(new Box(0, 0, 600, 400));
        for (int y = 10; y < 400; y += 10)
        {
            placement.ReserveLine((0, y), (460, y));
        }

        placement.ReserveDot(470, 200, 5);
        Mark.Text named = placement.Near([Named(Name, (470, 200), 5) with { Ending = " 1,234" }])[0].OfType<Mark.Text>().Single();
        Assert.That(named.Words, Does.StartWith("A land port").And.EndsWith("… 1,234"));
        Assert.That(named.Covers.Left, Is.GreaterThan(470));
        Assert.That(named.Covers.Right, Is.LessThan(600));
    }

    [Test]
    public void A_name_without_any_spot_is_cut_before_it_is_left_out()
    {
        var placement = new LabelPlacement(new Box(0, 0, 150, 100));
        Mark.Text? named = placement.Beside(new Mark.Text("A name of less than the widest", 0, 0, 13, Palette.Ink), 20, 50, 5);
        Assert.That(named?.Words, Does.EndWith("…"));
        Assert.That(placement.Near([Named("Another one of those names", (20, 20), 5)])[0], Is.Not.Empty);
    }

    // With room around them each name stands by its own dot, or has a line to it.
    [Test]
    public void No_name_seems_to_be_that_of_another_dot()
    {
        var random = new Random(6);
        for (int map = 0; map < 50; map++)
        {
            var placement = new LabelPlacement(new Box(0, 0, 600, 400));
            (double X, double Y)[] dots =
            [
                .. Enumerable.Range(0, 6).Select(_ => (200 + (200 * random.NextDouble()), 125 + (150 * random.NextDouble()))),
            ];
            foreach ((double x, double y) in dots)
            {
                placement.ReserveDot(x, y, 4);
            }

            IReadOnlyList<Mark>[] drawn = placement.Near([.. dots.Select(dot => Named("Port 123", dot, 4))]);
            foreach (((double X, double Y) own, IReadOnlyList<Mark> marks) in dots.Zip(drawn))
            {
                if (marks is [Mark.Text name])
                {
                    Assert.That(dots.MinBy(dot => Distance(name.Covers, dot)), Is.EqualTo(own));
                }
            }
        }
    }

    // Around the dot names find room above and below only, at the end of narrow ways; a corridor fills the shorter one.
    [TestCase(false, -1)]
    [TestCase(true, 1)]
    public void A_line_to_a_name_runs_along_no_other_line_where_it_can_stand_apart(bool hasCorridor, int side)
    {
        var placement = new LabelPlacement(new Box(0, 0, 600, 400));
        placement.ReserveDot(300, 200, 4);
        placement.Reserve(new Box(150, 174, 296, 236));
        placement.Reserve(new Box(304, 174, 450, 236));
        if (hasCorridor)
        {
            placement.ReserveLine((300, 200), (300, 178));
        }

        IReadOnlyList<Mark> marks = placement.Near([Named("Port 123", (300, 200), 4)])[0];

        Mark.Line leader = marks.OfType<Mark.Line>().Single();
        Assert.That(Math.Sign(leader.Points[1].Y - 200), Is.EqualTo(side));
    }

    // Five ports within thirty pixels, and room all around.
    [Test]
    public void No_line_to_a_name_crosses_another_where_there_is_room()
    {
        var random = new Random(7);
        int drawn = 0;
        for (int map = 0; map < 100; map++)
        {
            var placement = new LabelPlacement(new Box(0, 0, 800, 600));
            (double X, double Y)[] dots =
            [
                .. Enumerable.Range(0, 5).Select(_ => (385 + (30 * random.NextDouble()), 285 + (30 * random.NextDouble()))),
            ];
            foreach ((double x, double y) in dots)
            {
                placement.ReserveDot(x, y, 2);
            }

            Mark.Line[] leaders =
            [
                .. placement.Near([.. dots.Select(dot => Named("Port 123", dot, 2))]).SelectMany(marks => marks).OfType<Mark.Line>(),
            ];
            drawn += leaders.Length;
            foreach ((Mark.Line one, int i) in leaders.Select((leader, i) => (leader, i)))
            {
                Assert.That(leaders.Skip(i + 1).Where(other => Cross(one, other)), Is.Empty, $"map {map}");
            }
        }

        Assert.That(drawn, Is.GreaterThan(100));
    }

    private static NamedDot Named(string name, (double X, double Y) dot, double radius) =>
        new(new Mark.Text(name, 0, 0, 13, Palette.Ink), dot.X, dot.Y, radius);

    private static bool Cross(Mark.Line one, Mark.Line other)
    {
        ((double X, double Y) p, (double X, double Y) q) = (one.Points[0], other.Points[0]);
        (double X, double Y) r = (one.Points[1].X - p.X, one.Points[1].Y - p.Y);
        (double X, double Y) s = (other.Points[1].X - q.X, other.Points[1].Y - q.Y);
        double across = (r.X * s.Y) - (r.Y * s.X);
        double t = (((q.X - p.X) * s.Y) - ((q.Y - p.Y) * s.X)) / across;
        double u = (((q.X - p.X) * r.Y) - ((q.Y - p.Y) * r.X)) / across;
        return t is >= 0 and <= 1 && u is >= 0 and <= 1;
    }

    private static double Distance(Box label, (double X, double Y) dot) =>
        double.Hypot(
            Math.Max(0, Math.Max(label.Left - dot.X, dot.X - label.Right)),
            Math.Max(0, Math.Max(label.Top - dot.Y, dot.Y - label.Bottom))
        );

    private static bool IsCrossed(Box label, Mark.Line leader)
    {
        ((double x1, double y1), (double x2, double y2)) = (leader.Points[0], leader.Points[1]);
        return Enumerable
            .Range(0, 200)
            .Select(i => i / 199.0)
            .Any(t =>
                x1 + (t * (x2 - x1)) is var x
                && y1 + (t * (y2 - y1)) is var y
                && x > label.Left + 1
                && x < label.Right - 1
                && y > label.Top + 1
                && y < label.Bottom - 1
            );
    }
}
