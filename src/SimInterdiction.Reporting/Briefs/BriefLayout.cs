using SimInterdiction.Reporting.Drawing;
using SimInterdiction.Reporting.Report;
using SkiaSharp;

namespace SimInterdiction.Reporting.Briefs;

/// <summary>The page of a brief: upright. The letters are as large as leave the figure most of the page's
/// width.</summary>
internal sealed record BriefLayout
{
    public const double Margin = 46;
    public const double LargestText = 10;
    public const double SmallestText = 6;

    private const double Step = 0.25;
    private const double Gap = 8;
    private const double FigureShare = 0.85;
    private const double SmallestFigure = 60;

    private BriefLayout(Scene scene, Box figure, double text) => (Scene, Figure, Text) = (scene, figure, text);

    public static double Room => Paper.Width - (2 * Margin);

    public Scene Scene { get; }

    /// <summary>Where the figure stands.</summary>
    public Box Figure { get; }

    /// <summary>The size of the text.</summary>
    public double Text { get; }

    public static BriefLayout Of(Brief brief)
    {
        double share = Room / brief.Figure.Scene.Width;
        double whole = Math.Min(share * brief.Figure.Scene.Height, Paper.Height / 2);
        for (double text = LargestText; text > SmallestText; text -= Step)
        {
            if (With(brief, text, whole * FigureShare, whole) is { } page)
            {
                return page;
            }
        }

        return With(brief, SmallestText, SmallestFigure, whole) ?? throw new InvalidOperationException("A brief is longer than a page.");
    }

    private static BriefLayout? With(Brief brief, double text, double least, double most)
    {
        Line[] above = [.. Above(brief, text)];
        Line[] below = [.. Below(brief, text)];
        double left = Paper.Height - (2 * Margin) - (2 * Gap) - above.Sum(l => l.Advance) - below.Sum(l => l.Advance);
        if (left < least)
        {
            return null;
        }

        var scene = new Scene(Paper.Width, Paper.Height);
        double y = Write(scene, above, Margin) + Gap;
        double scale = Math.Min(Math.Min(left, most) / brief.Figure.Scene.Height, Room / brief.Figure.Scene.Width);
        double width = scale * brief.Figure.Scene.Width;
        var figure = new Box((Paper.Width - width) / 2, y, (Paper.Width + width) / 2, y + (scale * brief.Figure.Scene.Height));
        Write(scene, below, figure.Bottom + Gap);
        return new BriefLayout(scene, figure, text);
    }

    private static double Write(Scene scene, Line[] lines, double y)
    {
        foreach (Line line in lines)
        {
            y += line.Before;
            if (line.IsItem)
            {
                scene.Add(new Mark.Dot(Margin + 3, y + (line.Size * 0.68), line.Size * 0.15, line.Color));
            }

            scene.Add(new Mark.Text(line.Words, Margin + line.Indent, y + line.Size, line.Size, line.Color, line.Weight));
            y += line.Leading;
        }

        return y;
    }

    private static IEnumerable<Line> Above(Brief brief, double text) =>
        [
            .. Wrapped(brief.Title, text, Palette.Muted, Weight.Semibold),
            .. Wrapped(brief.Question, text, Palette.Muted, Weight.Regular),
            .. Wrapped(brief.Headline, 1.6 * text, Palette.Ink, Weight.Semibold, before: 0.8 * text),
            .. brief.Sentence is { } more ? Wrapped(more, 1.1 * text, Palette.Ink, Weight.Regular, before: 0.4 * text) : [],
            .. Wrapped(brief.Warning, text, Palette.Plum, Weight.Semibold, before: 0.4 * text),
        ];

    private static IEnumerable<Line> Below(Brief brief, double text) =>
        brief.Parts.SelectMany(part =>
            Wrapped(part.Heading, 1.1 * text, Palette.Ink, Weight.Semibold, before: 0.5 * text)
                .Concat(
                    part.Sentences.SelectMany(sentence =>
                        Wrapped(sentence, text, Palette.Ink, Weight.Regular, before: 0.1 * text, indent: part.Sentences.Count > 1 ? 10 : 0)
                    )
                )
        );

    private static IEnumerable<Line> Wrapped(
        string words,
        double size,
        SKColor color,
        Weight weight,
        double before = 0,
        double indent = 0
    ) =>
        PdfText
            .Wrap(words, Room - indent, size, weight)
            .Select((line, i) => new Line(line, size, color, weight, i == 0 ? before : 0, indent, IsItem: indent > 0 && i == 0));

    private sealed record Line(string Words, double Size, SKColor Color, Weight Weight, double Before, double Indent, bool IsItem)
    {
        public double Leading => 1.32 * Size;

        public double Advance => Before + Leading;
    }
}
