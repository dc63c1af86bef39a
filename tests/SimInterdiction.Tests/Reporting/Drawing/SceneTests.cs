using System.Text.RegularExpressions;
using System.Xml.Linq;
using SimInterdiction.Experiments.Results;
using SimInterdiction.Model.Study;
using SimInterdiction.Reporting.Drawing;
using SimInterdiction.Reporting.Figures;
using SimInterdiction.Reporting.Figures.Value;
using SimInterdiction.Reporting.Words;
using SkiaSharp;

namespace SimInterdiction.Tests.Reporting.Drawing;

public sealed partial class SceneTests
{
    private static IEnumerable<string> Samples => SampleFigures.Names;

    private static IEnumerable<string> ShortLabels => Samples.Where(s => !s.Contains("long labels", StringComparison.Ordinal));

    private static IEnumerable<string> Studies => SampleStudy.All.Keys;

    [TestCaseSource(nameof(Samples))]
    public void All_text_lies_on_the_canvas(string sample)
    {
        foreach (Figure figure in SampleFigures.Of(sample))
        {
            Box page = figure.Scene.Canvas.Shrunk(8);
            foreach (Mark.Text text in Texts(figure))
            {
                Assert.That(page.Contains(text.Covers), $"{figure.Name}: '{text.Words}' at {text.Covers}");
            }
        }
    }

    [TestCaseSource(nameof(Samples))]
    public void No_text_lies_on_other_text(string sample)
    {
        foreach (Figure figure in SampleFigures.Of(sample))
        {
            Mark.Text[] texts = [.. Texts(figure)];
            for (int i = 0; i < texts.Length; i++)
            {
                // Half a unit of grace: boxes reach from above the capitals to below the descenders.
                Box box = texts[i].Covers.Shrunk(0.5);
                Mark.Text? other = texts.Skip(i + 1).FirstOrDefault(t => t.Covers.Overlaps(box));
                Assert.That(other, Is.Null, $"{figure.Name}: '{texts[i].Words}' and '{other?.Words}'");
            }
        }
    }

    [TestCaseSource(nameof(ShortLabels))]
    public void No_text_is_cut_short(string sample) =>
        Assert.That(SampleFigures.Of(sample).SelectMany(Texts).Select(t => t.Words).Where(w => w.Contains('…')), Is.Empty);

    [Test]
    public void A_label_gives_way_before_any_number_of_a_headline()
    {
        foreach (Figure figure in SampleFigures.Of("long labels").Concat(SampleFigures.Of("map of long labels")))
        {
            string drawn = string.Join(' ', Texts(figure).Select(t => t.Words));
            string[] numbers = [.. Numbers().Matches(figure.Words.Title + figure.Words.Subtitle).Select(m => m.Value)];
            Assert.That(numbers.Where(n => !drawn.Contains(n, StringComparison.Ordinal)), Is.Empty, $"{figure.Name}: {figure.Words.Title}");
        }
    }

    [Test]
    public void A_label_gives_way_before_the_number_behind_it()
    {
        StudyResult study = SampleStudy.All["long labels"];
        string[] values = Drawn("value");
        foreach (ValuePoint point in ValueFigure.Analyse(study, SampleStudy.Provenance).Points)
        {
            Assert.That(values.Count(w => w.EndsWith($": {point.Words}", StringComparison.Ordinal)), Is.EqualTo(1), point.Words);
        }

        string answer = string.Join(' ', Drawn("answer"));
        Assert.That(answer, Does.Contain("…: 2.01%"));
        foreach (string figure in new[] { "risk", "beats", "adversaries", "fates", "burden" })
        {
            Assert.That(string.Join(' ', Drawn(figure)), Does.Contain("… (baseline)"), figure);
        }

        Assert.That(string.Join(' ', Drawn("weeks")), Does.Contain("…, nobody adapts"));

        static string[] Drawn(string name) => [.. Texts(SampleFigures.Of("long labels").Single(f => f.Name == name)).Select(t => t.Words)];
    }

    [TestCase("two\nlines", "two lines")]
    [TestCase("a\ttab and a\u00A0blank that does not break", "a tab and a blank that does not break")]
    [TestCase("south\u2011bound, \u2212 5 °C", "south\u2011bound, − 5 °C")]
    [TestCase("\uFEFFMatamoros\u200D, Ñuñoa", "Matamoros, Ñuñoa")]
    [TestCase("夜 \U0001F6A8", "? ?")]
    [TestCase("a\u001bb\u0000", "a b ")]
    public void What_the_font_lacks_is_drawn_as_what_it_has(string words, string drawn)
    {
        var text = new Mark.Text(words, 0, 0, 14, SKColors.Black);
        Assert.That(text.Words, Is.EqualTo(drawn));
        Assert.That((text with { Words = words }).Words, Is.EqualTo(drawn));
        Assert.That(Lettering.Face(Weight.Regular).GetGlyphs(text.Words), Has.None.Zero);
        Assert.That(
            string.Join(' ', Lettering.Wrap(words, 1000, 14)),
            Is.EqualTo(string.Join(' ', drawn.Split(' ', StringSplitOptions.RemoveEmptyEntries)))
        );
    }

    [TestCaseSource(nameof(Samples))]
    public void Every_character_has_a_glyph(string sample)
    {
        foreach (Mark.Text text in SampleFigures.Of(sample).SelectMany(Texts))
        {
            Assert.That(Lettering.Face(text.Weight).GetGlyphs(text.Words), Has.None.Zero, text.Words);
        }
    }

    [TestCaseSource(nameof(Studies))]
    public void Every_figure_says_that_the_data_are_synthetic_and_where_they_come_from(string sample)
    {
        StudyResult study = SampleStudy.All[sample];
        foreach (Figure figure in SampleFigures.Of(sample))
        {
            string all = string.Join(" ", Texts(figure).Select(t => t.Words));
            Assert.That(all, Does.Contain("SYNTHETIC DATA. Not evidence about real shipments."));
            Assert.That(
                all,
                Does.Contain("southbound.yaml 7f3a91c0")
                    .And.Contain("run 2026-11-24-b21e")
                    .And.Contain("seed 2026")
                    .And.Contain("SimInterdiction 0.1.0")
            );
            Assert.That(all, Does.Contain($"{study.Replications} ").And.Contain("14 days warm-up").And.Contain("24 Nov 2026"));
            string traffickers = study.IsAdaptive ? "how traffickers adapt is assumed" : "traffickers don't adapt in this model";
            Assert.That(all, Does.Contain($"3 inputs marked uncertain are held at their best guess; {traffickers}."));
        }
    }

    // Of each sample some figures, and each figure of some samples: every one of all takes seconds.
    [TestCaseSource(nameof(Samples))]
    public void Svg_is_well_formed_and_needs_no_font_and_no_other_file(string sample)
    {
        int first = SampleFigures.Names.TakeWhile(name => name != sample).Count();
        foreach (
            Figure figure in SampleFigures.Of(sample).Where(f => (f.Number + first) % 4 == 0 && f.Scene.Height <= Scene.StandardHeight)
        )
        {
            var svg = XDocument.Parse(FigureFile.Svg(figure));
            string[] names = [.. svg.Descendants().Select(e => e.Name.LocalName).Distinct()];
            Assert.That(names, Does.Not.Contain("text").And.Not.Contain("image").And.Not.Contain("script"));
            Assert.That(names, Does.Contain("title").And.Contain("desc"));
        }
    }

    [Test]
    public void A_standard_figure_is_2560_by_1440_pixels()
    {
        using SKBitmap picture = SKBitmap.Decode(FigureFile.Png(SampleFigures.Of("typical")[0]));
        Assert.That((picture.Width, picture.Height), Is.EqualTo((2560, 1440)));
    }

    [Test]
    public void Drawn_text_changes_pixels_in_both_weights()
    {
        foreach (Weight weight in Enum.GetValues<Weight>())
        {
            var scene = new Scene(200, 40);
            scene.Add(new Mark.Text("12.5% to 13.0%", 10, 28, 20, SKColors.Black, weight));
            using SKSurface surface = SKSurface.Create(new SKImageInfo(200, 40));
            scene.DrawOn(surface.Canvas);
            using SKImage image = surface.Snapshot();
            using SKBitmap pixels = SKBitmap.FromImage(image);
            Assert.That(pixels.Pixels.Count(p => p.Red < 100), Is.GreaterThan(200), weight.ToString());
        }
    }

    [Test]
    public void The_plot_is_drawn_where_its_words_stand()
    {
        var scene = new Scene(400, 100);
        var pane = new PlotPane(new Box(100, 20, 300, 80), (0, 10), (0, 1));
        pane.Dot(7.5, 0.5, 10, SKColors.Black);
        scene.Add(pane.Mark);
        using SKSurface surface = SKSurface.Create(new SKImageInfo(400, 100));
        scene.DrawOn(surface.Canvas);
        using SKImage image = surface.Snapshot();
        using SKBitmap pixels = SKBitmap.FromImage(image);
        // 7.5 of 0 to 10 in a box from 100 to 300 is 250; the middle of 20 to 80 is 50.
        Assert.That(pane.X(7.5), Is.EqualTo(250));
        Assert.That(pixels.GetPixel(250, 50).Red, Is.LessThan(20));
        Assert.That(pixels.GetPixel(240, 50).Red, Is.EqualTo(255));
        Assert.That(pixels.GetPixel(20, 50).Red, Is.EqualTo(255), "the plot must not clear the page");
    }

    [Test]
    public void A_study_stopped_early_and_with_failures_says_so_on_every_figure()
    {
        StudyResult study = SampleStudy.Typical() with
        {
            Replications = 287,
            Failed = [new FailedReplication(new Arm("today"), 12, "why")],
        };
        Assert.That(
            ProvenanceBlock.Of(study, SampleStudy.Provenance).Source,
            Does.StartWith("287 of 400 paired replications each (stopped early), 1 failed, seed 2026, 182 days, 14 days warm-up")
        );
    }

    [GeneratedRegex(@"\d[\d,.]*\d|\d")]
    private static partial Regex Numbers();

    private static IEnumerable<Mark.Text> Texts(Figure figure) => figure.Scene.Marks.SelectMany(Inside).OfType<Mark.Text>();

    private static IEnumerable<Mark> Inside(Mark mark) => mark is Mark.Clipped clipped ? clipped.Marks.SelectMany(Inside) : [mark];
}
