using SimInterdiction.Reporting.Figures.Value;
using C = DocumentFormat.OpenXml.Drawing.Charts;

namespace SimInterdiction.Reporting.Office;

/// <summary>On which side of its dot each name of a chart stands, so that none lies on another: Office does not look.
/// A name without room is left out; the chart's table has it.</summary>
internal static class ChartLabels
{
    // Of the plot area, about, in points; of letters of 11 points; and where Office breaks a name.
    private const double Width = 760;
    private const double Height = 290;
    private const double Letter = 6.2;
    private const double Line = 14;
    private const double Widest = 150;
    private const double Beside = 8;

    /// <summary>The sides, null for none: of the baseline and of dots that no other beats, in their order.</summary>
    /// <param name="points">As they are drawn, best value first or last.</param>
    public static IReadOnlyList<C.DataLabelPositionValues?> Of(IReadOnlyList<ValuePoint> points)
    {
        (double Low, double High) across = (points.Min(p => p.OfficerHours), points.Max(p => p.OfficerHours));
        (double Low, double High) up = (points.Min(p => p.Low ?? p.Value), points.Max(p => p.High ?? p.Value));
        (double X, double Y)[] dots = [.. points.Select(p => (Part(p.OfficerHours, across) * Width, (1 - Part(p.Value, up)) * Height))];
        List<Spot> taken = [.. dots.Select(dot => new Spot(dot.X - 5, dot.Y - 5, dot.X + 5, dot.Y + 5))];
        var sides = new C.DataLabelPositionValues?[points.Count];
        foreach (int i in Enumerable.Range(0, points.Count).Where(i => IsNamed(points[i])).OrderByDescending(i => points[i].IsBaseline))
        {
            C.DataLabelPositionValues[] tried =
                dots[i].X > Width / 2
                    ? [C.DataLabelPositionValues.Left, C.DataLabelPositionValues.Bottom, C.DataLabelPositionValues.Top]
                    : [C.DataLabelPositionValues.Right, C.DataLabelPositionValues.Top, C.DataLabelPositionValues.Bottom];
            foreach (C.DataLabelPositionValues side in tried)
            {
                Spot spot = SpotOf(points[i].Label, dots[i], side);
                if (!taken.Index().Any(other => other.Index != i && other.Item.Overlaps(spot)))
                {
                    taken.Add(spot);
                    sides[i] = side;
                    break;
                }
            }
        }

        return sides;
    }

    private static bool IsNamed(ValuePoint point) => !point.IsDominated || point.IsBaseline;

    private static double Part(double value, (double Low, double High) range) =>
        range.High > range.Low ? (value - range.Low) / (range.High - range.Low) : 0.5;

    private static Spot SpotOf(string label, (double X, double Y) dot, C.DataLabelPositionValues side)
    {
        double wide = Math.Min(label.Length * Letter, Widest);
        double high = Math.Ceiling(label.Length * Letter / Widest) * Line;
        double left =
            side == C.DataLabelPositionValues.Left ? dot.X - Beside - wide
            : side == C.DataLabelPositionValues.Right ? dot.X + Beside
            : dot.X - (wide / 2);
        double top =
            side == C.DataLabelPositionValues.Top ? dot.Y - Beside - high
            : side == C.DataLabelPositionValues.Bottom ? dot.Y + Beside
            : dot.Y - (high / 2);
        return new Spot(left, top, left + wide, top + high);
    }

    private readonly record struct Spot(double Left, double Top, double Right, double Bottom)
    {
        public bool Overlaps(Spot other) => Left < other.Right && other.Left < Right && Top < other.Bottom && other.Top < Bottom;
    }
}
