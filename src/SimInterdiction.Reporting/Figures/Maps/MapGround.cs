using SimInterdiction.Reporting.Drawing;
using SimInterdiction.Reporting.Geography;

namespace SimInterdiction.Reporting.Figures.Maps;

/// <summary>What lies under every map: coasts and borders, and the names of states where there is room.</summary>
internal static class MapGround
{
    public static IEnumerable<Mark> Lines(Projection projection) =>
        Borders
            .Touching(projection.Shown)
            .OrderBy(l => l.IsNational)
            .Select(line => new Mark.Line(
                [.. line.Points.Select(projection.Place)],
                line.IsNational ? Palette.Border : Palette.Grid,
                line.IsNational ? 1.4 : 0.8
            ));

    /// <summary>Names of states and countries, each once.</summary>
    public static IEnumerable<Mark> Names(Projection projection, LabelPlacement placement)
    {
        HashSet<string> once = [];
        foreach (NamedPoint name in Borders.NamesIn(projection.Shown).Where(n => !once.Contains(n.Name)))
        {
            (double x, double y) = projection.Place(name.At);
            if (placement.TryAt(new Mark.Text(name.Name, x, y, 12, Palette.Muted, Anchor: Anchor.Middle)) is { } placed)
            {
                once.Add(name.Name);
                yield return placed;
            }
        }
    }
}
