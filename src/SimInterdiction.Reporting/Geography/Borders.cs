using System.Globalization;
using SimInterdiction.Model.Network;

namespace SimInterdiction.Reporting.Geography;

/// <summary>Coasts and borders for the ground of a map; see the README beside the data.</summary>
internal static class Borders
{
    private const double StepsPerDegree = 200;
    private static readonly Lazy<BorderData> Data = new(Read);

    /// <summary>The lines that touch a rectangle of degrees.</summary>
    public static IEnumerable<BorderLine> Touching(GeoBounds bounds) => Data.Value.Lines.Where(l => l.Bounds.Overlaps(bounds));

    /// <summary>Names of states and countries inside a rectangle of degrees.</summary>
    public static IEnumerable<NamedPoint> NamesIn(GeoBounds bounds) => Data.Value.Names.Where(n => bounds.Contains(n.At));

    private static BorderData Read()
    {
        using Stream stream = typeof(Borders).Assembly.GetManifestResourceStream("borders.txt")
            ?? throw new InvalidOperationException("The borders are not embedded.");
        using var reader = new StreamReader(stream);
        var lines = new List<BorderLine>();
        var names = new List<NamedPoint>();
        while (reader.ReadLine() is { } text)
        {
            if (text[0] == 'L')
            {
                string[] parts = text.Split(' ', 4);
                names.Add(
                    new NamedPoint(
                        new GeoPoint(
                            double.Parse(parts[2], CultureInfo.InvariantCulture),
                            double.Parse(parts[1], CultureInfo.InvariantCulture)
                        ),
                        parts[3]
                    )
                );
            }
            else
            {
                lines.Add(Line(text));
            }
        }

        return new BorderData(lines, names);
    }

    private static BorderLine Line(string text)
    {
        string[] numbers = text.Split(' ');
        var points = new GeoPoint[(numbers.Length - 1) / 2];
        int longitude = 0;
        int latitude = 0;
        for (int i = 0; i < points.Length; i++)
        {
            longitude += int.Parse(numbers[1 + (2 * i)], CultureInfo.InvariantCulture);
            latitude += int.Parse(numbers[2 + (2 * i)], CultureInfo.InvariantCulture);
            points[i] = new GeoPoint(latitude / StepsPerDegree, longitude / StepsPerDegree);
        }

        return new BorderLine(text[0] == 'N', points, GeoBounds.Of(points));
    }

    private sealed record BorderData(IReadOnlyList<BorderLine> Lines, IReadOnlyList<NamedPoint> Names);
}

/// <summary>A coast or border; national or between states.</summary>
internal sealed record BorderLine(bool IsNational, IReadOnlyList<GeoPoint> Points, GeoBounds Bounds);

internal sealed record NamedPoint(GeoPoint At, string Name);
