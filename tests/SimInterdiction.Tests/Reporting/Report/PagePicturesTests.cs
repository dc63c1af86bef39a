using SimInterdiction.Reporting.Figures;
using SimInterdiction.Reporting.Report;

namespace SimInterdiction.Tests.Reporting.Report;

public class PagePicturesTests
{
    [Test]
    public void Pictures_lose_nothing_while_there_is_room()
    {
        IReadOnlyList<Figure> figures = SampleFigures.Of("typical");
        var pictures = new PagePictures(figures);
        Assert.That(figures.Select(pictures.Source), Has.All.StartsWith("data:image/png;base64,"));
    }

    [Test]
    public void Where_there_is_none_the_largest_lose_and_the_others_do_not()
    {
        Figure[] figures = [.. SampleFigures.Of("typical"), .. SampleFigures.Of("one").Take(7).Select(Another)];
        var pictures = new PagePictures(figures);
        string[] sources = [.. figures.Select(pictures.Source)];
        Assert.That(sources.Sum(s => s.Length), Is.LessThan(2_700_000));
        int[] kept = [.. sources.Where(s => s.StartsWith("data:image/png", StringComparison.Ordinal)).Select(s => s.Length)];
        Assert.That(kept, Is.Not.Empty);
        int smallestLost = figures
            .Where(f => pictures.Source(f).StartsWith("data:image/webp", StringComparison.Ordinal))
            .Min(f => FigureFile.Png(f, 1.5).Length * 4 / 3);
        Assert.That(smallestLost, Is.GreaterThanOrEqualTo(kept.Max() - 100));
    }

    private static Figure Another(Figure figure) => figure with { Name = figure.Name + "-once-more" };
}
