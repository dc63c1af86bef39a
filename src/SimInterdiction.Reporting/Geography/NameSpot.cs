using SimInterdiction.Reporting.Drawing;

namespace SimInterdiction.Reporting.Geography;

/// <summary>A dot that is to be named.</summary>
/// <param name="Label">What may be cut.</param>
/// <param name="X">Of its middle.</param>
/// <param name="Y">Of its middle.</param>
/// <param name="Radius">From its middle to its rim.</param>
/// <param name="Ending">What stands right behind the label, such as its number, and is never cut.</param>
internal readonly record struct NamedDot(Mark.Text Label, double X, double Y, double Radius, string Ending = "");

/// <summary>A spot where the name of a dot could stand.</summary>
internal sealed class NameSpot
{
    // In pixels of distance: what lies on another name, or is struck through by the line to it, and lines that cross.
    private const double Clash = 5_000;
    private const double Tangled = 200;

    // Between two names side by side.
    private const double Gap = 6;

    private readonly Mark.Text text;
    private readonly Box covers;
    private readonly Box reach;
    private readonly ((double X, double Y) From, (double X, double Y) To)? line;
    private readonly Box[] leader;

    /// <param name="text">The name, where it stands.</param>
    /// <param name="covers">What it covers.</param>
    /// <param name="line">From the dot to the name; null right beside the dot.</param>
    /// <param name="cost">How hard it is to find, beside everything but other names.</param>
    public NameSpot(Mark.Text text, Box covers, ((double X, double Y) From, (double X, double Y) To)? line, double cost)
    {
        this.text = text;
        this.covers = covers;
        this.line = line;
        leader = line is { } drawn ? [.. Box.Along(drawn.From, drawn.To, 1)] : [];
        reach = leader.Aggregate(covers.Grown(Gap, 0), (all, box) => all.With(box));
        Cost = cost;
    }

    public double Cost { get; }

    public Box Covers => covers;

    /// <summary>The line to the name, in small boxes; none right beside the dot.</summary>
    public IReadOnlyList<Box> Leader => leader;

    public IEnumerable<Mark> Marks => line is { } drawn ? [new Mark.Line([drawn.From, drawn.To], Palette.Charcoal, 1), text] : [text];

    /// <summary>What it costs that both stand.</summary>
    public double Against(NameSpot other) =>
        !reach.Overlaps(other.reach) ? 0
        : covers.Grown(Gap, 0).Overlaps(other.covers)
        || Array.Exists(leader, other.covers.Overlaps)
        || Array.Exists(other.leader, covers.Overlaps)
            ? Clash
        : line is { } one && other.line is { } two && Cross(one.From, one.To, two.From, two.To) ? Tangled
        : 0;

    // Whether two straight lines have a point in common, other than one that lies on the line through both.
    private static bool Cross((double X, double Y) a, (double X, double Y) b, (double X, double Y) c, (double X, double Y) d)
    {
        static double Turn((double X, double Y) a, (double X, double Y) b, (double X, double Y) c) =>
            ((b.X - a.X) * (c.Y - a.Y)) - ((b.Y - a.Y) * (c.X - a.X));

        return Turn(a, b, c) * Turn(a, b, d) <= 0 && Turn(c, d, a) * Turn(c, d, b) <= 0 && Turn(a, b, c) != Turn(a, b, d);
    }
}
