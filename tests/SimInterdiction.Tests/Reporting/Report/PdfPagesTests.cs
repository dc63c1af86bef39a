using SimInterdiction.Reporting.Drawing;
using SimInterdiction.Reporting.Report;

namespace SimInterdiction.Tests.Reporting.Report;

public sealed class PdfPagesTests
{
    [Test]
    public void No_row_of_a_table_stands_alone_on_a_page([Values(2, 3, 5, 60)] int rows)
    {
        for (int above = 0; above < 70; above++)
        {
            var pages = new PdfPages("running");
            pages.List(Enumerable.Repeat("a line", above));
            pages.Table("caption", ["row", "#number"], Enumerable.Range(0, rows).Select(i => (string[])[$"row {i}", $"{i}"]));
            int[] shown =
            [
                .. pages
                    .Finish()
                    .Select(page =>
                        page.Scene.Marks.OfType<Mark.Text>().Count(text => text.Words.StartsWith("row ", StringComparison.Ordinal))
                    ),
            ];
            Assert.That(shown.Sum(), Is.EqualTo(rows));
            Assert.That(shown, Has.None.EqualTo(1), $"below {above} lines");
        }
    }

    [Test]
    public void A_table_that_goes_on_on_the_next_page_has_four_rows_on_its_first([Values(5, 6, 9, 60)] int rows)
    {
        for (int above = 0; above < 70; above++)
        {
            var pages = new PdfPages("running");
            pages.List(Enumerable.Repeat("a line", above));
            pages.Table("caption", ["row", "#number"], Enumerable.Range(0, rows).Select(i => (string[])[$"row {i}", $"{i}"]));
            int[] shown =
            [
                .. pages
                    .Finish()
                    .Select(page =>
                        page.Scene.Marks.OfType<Mark.Text>().Count(text => text.Words.StartsWith("row ", StringComparison.Ordinal))
                    )
                    .Where(count => count > 0),
            ];
            Assert.That(shown.Sum(), Is.EqualTo(rows));
            Assert.That(shown[0], Is.GreaterThanOrEqualTo(4), $"below {above} lines");
        }
    }

    [Test]
    public void A_title_and_what_leads_on_from_it_stand_on_the_page_of_what_follows()
    {
        for (int above = 0; above < 70; above++)
        {
            var pages = new PdfPages("running");
            pages.List(Enumerable.Repeat("a line", above));
            pages.Section("Title");
            pages.Paragraph("This leads on.");
            pages.Table("caption", ["row", "#number"], Enumerable.Range(0, 6).Select(i => (string[])[$"row {i}", $"{i}"]));
            string[] said =
            [
                .. pages
                    .Finish()
                    .Select(page => page.Scene.Marks.OfType<Mark.Text>().Select(text => text.Words).ToArray())
                    .Single(words => words.Contains("Title")),
            ];
            Assert.That(said, Does.Contain("This leads on.").And.Contain("row 0"), $"below {above} lines");
        }
    }
}
