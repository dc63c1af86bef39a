using SimInterdiction.Reporting.Drawing;
using SimInterdiction.Reporting.Words;

namespace SimInterdiction.Reporting.Figures;

/// <summary>The page all figures share: message above, limits and provenance below, and the room between for the
/// picture.</summary>
internal static class Frame
{
    public const double Margin = 60;

    private static readonly double[] TitleSizes = [30, 28, 26];

    private const double SubtitleSize = 18;
    private const double FootSize = 16;
    private const double SourceSize = 14;

    /// <summary>A page with its words on it, and the room left.</summary>
    public static (Scene Scene, Box Room) Begin(FigureWords words, double extraHeight = 0)
    {
        var scene = new Scene(Scene.StandardWidth, Scene.StandardHeight + Math.Round(extraHeight));
        double width = scene.Width - (2 * Margin);
        double top = Head(scene, words, width);
        double bottom = Foot(scene, words, width);
        return (scene, new Box(Margin, top, scene.Width - Margin, bottom));
    }

    /// <summary>A figure with nothing to show says why, where the picture would be.</summary>
    public static Scene SayWhy(FigureWords words, string reason)
    {
        (Scene scene, Box room) = Begin(words);
        IReadOnlyList<string> lines = Lettering.Wrap(reason, 760, 22);
        scene.AddLines(
            lines,
            new Mark.Text(string.Empty, room.CentreX, room.CentreY - ((lines.Count - 1) * 15), 22, Palette.Muted, Anchor: Anchor.Middle),
            30
        );
        return scene;
    }

    // As many lines as three contests take.
    private const int FindingLines = 4;

    // Labels of the scenario give way before any number does.
    private static string Abridged(FigureWords words, string sentence, double width, double size, Weight weight, int lines) =>
        Lettering.Abridge(sentence, words.Provenance.Labels, s => Lettering.Fits(s, width, size, weight, lines));

    private static double Head(Scene scene, FigureWords words, double width)
    {
        string headline = Abridged(words, words.Title, width, TitleSizes[^1], Weight.Semibold, 2);
        double size = Lettering.Fit(headline, width, 1, Weight.Semibold, TitleSizes);
        IReadOnlyList<string> title = Lettering.Wrap(headline, width, size, Weight.Semibold, 2);
        double y = scene.AddLines(title, new Mark.Text(string.Empty, Margin, 62, size, Palette.Ink, Weight.Semibold), size * 1.2);
        if (words.Finding is { } finding)
        {
            IReadOnlyList<string> lines = Lettering.Wrap(
                Abridged(words, finding, width, SubtitleSize, Weight.Semibold, FindingLines),
                width,
                SubtitleSize,
                Weight.Semibold,
                FindingLines
            );
            y = scene.AddLines(lines, new Mark.Text(string.Empty, Margin, y + 34, SubtitleSize, Palette.Ink, Weight.Semibold), 24);
        }

        IReadOnlyList<string> subtitle = Lettering.Wrap(
            Abridged(words, words.Subtitle, width, SubtitleSize, Weight.Regular, 2),
            width,
            SubtitleSize,
            most: 2
        );
        return scene.AddLines(subtitle, new Mark.Text(string.Empty, Margin, y + 34, SubtitleSize, Palette.Muted), 24) + 18;
    }

    private static double Foot(Scene scene, FigureWords words, double width)
    {
        ProvenanceBlock provenance = words.Provenance;
        double size = Lettering.Fit(provenance.Source, width, 1, Weight.Regular, SourceSize, 13);
        IReadOnlyList<string> source = Lettering.Wrap(provenance.Source, width, size, most: 3);
        double y = scene.Height - 26 - ((source.Count - 1) * 18);
        scene.AddLines(source, new Mark.Text(string.Empty, Margin, y, size, Palette.Muted), 18);
        y -= 23;
        scene.Add(new Mark.Text(provenance.Warning, Margin, y, 15, Palette.Plum, Weight.Semibold));
        double rule = y - 24;
        scene.Add(new Mark.Line([(Margin, rule), (scene.Width - Margin, rule)], Palette.Grid, 1));
        string[] foot =
        [
            .. Lettering.Wrap(Abridged(words, words.HowToRead, width, FootSize, Weight.Regular, 3), width, FootSize, most: 3),
            .. Lettering.Wrap(provenance.NotCovered, width, FootSize, most: 2),
        ];
        double first = rule - 16 - ((foot.Length - 1) * 22);
        scene.AddLines(foot, new Mark.Text(string.Empty, Margin, first, FootSize, Palette.Charcoal), 22);
        return first - 26;
    }
}
