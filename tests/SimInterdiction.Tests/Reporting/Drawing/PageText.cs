using SimInterdiction.Reporting.Drawing;

namespace SimInterdiction.Tests.Reporting.Drawing;

/// <summary>What holds of the text on any page.</summary>
internal static class PageText
{
    public static IEnumerable<string> Of(Scene scene) => scene.Marks.OfType<Mark.Text>().Select(t => t.Words);

    /// <summary>No text is cut, runs off the page, or lies on other text or on a figure.</summary>
    public static void AssertClear(Scene scene, IReadOnlyList<Box> figures, string where)
    {
        Mark.Text[] texts = [.. scene.Marks.OfType<Mark.Text>()];
        Assert.That(texts.Select(t => t.Words).Where(w => w.EndsWith('…')), Is.Empty);
        for (int i = 0; i < texts.Length; i++)
        {
            Box box = texts[i].Covers.Shrunk(0.5);
            Assert.That(scene.Canvas.Shrunk(8).Contains(box), $"{where}: '{texts[i].Words}'");
            Mark.Text? other = texts.Skip(i + 1).FirstOrDefault(t => t.Covers.Overlaps(box));
            Assert.That(other, Is.Null, $"{where}: '{texts[i].Words}' and '{other?.Words}'");
            Assert.That(!figures.Any(f => f.Overlaps(box)), $"{where}: '{texts[i].Words}' on a figure");
        }
    }
}
