using System.Globalization;
using System.Text;
using SimInterdiction.Model.Files;
using SimInterdiction.Reporting.Tables;
using SimInterdiction.Tests.Scenarios;

namespace SimInterdiction.Tests.Reporting.Figures;

/// <summary>Tables that spreadsheets open: nothing in them is calculated, and the reader of scenarios reads back what
/// was written.</summary>
public sealed class CsvTextTests
{
    private static readonly string[] Calculated =
    [
        "=1+1",
        "=HYPERLINK(\"http://x\")",
        "+1-800",
        "-2+3",
        "@SUM(A1)",
        "\t=1",
        "\r=1",
        "--1",
        "-",
        "=",
        "'=1",
        "''@x",
    ];
    private static readonly string[] Harmless =
    [
        "Laredo",
        "'s-Gravenhage",
        "'",
        "a=1",
        "1-2",
        "",
        "Peña",
        "-5",
        "+1.5",
        "-1e3",
        "x\ny",
        "a \"b\", c; d",
    ];

    private static string CellOf(object? value)
    {
        var csv = new CsvText("x");
        csv.Row(value);
        return csv.ToString()["\uFEFFx\n".Length..^1];
    }

    [TestCaseSource(nameof(Calculated))]
    public void A_text_that_would_be_calculated_begins_with_an_apostrophe(string text) =>
        Assert.That(CellOf(text).TrimStart('"'), Does.StartWith("'"));

    [TestCaseSource(nameof(Harmless))]
    public void Other_texts_stay_as_they_are(string text) => Assert.That(SpreadsheetText.Write(text), Is.EqualTo(text));

    [TestCaseSource(nameof(Calculated))]
    [TestCaseSource(nameof(Harmless))]
    public void Reading_undoes_what_writing_did(string text) =>
        Assert.That(SpreadsheetText.Read(SpreadsheetText.Write(text)), Is.EqualTo(text));

    [Test]
    public void Numbers_are_never_touched()
    {
        Assert.Multiple(() =>
        {
            Assert.That(CellOf(-95.37), Is.EqualTo("-95.37"));
            Assert.That(CellOf(-3), Is.EqualTo("-3"));
            Assert.That(CellOf(double.NaN), Is.Empty);
            Assert.That(CellOf(null), Is.Empty);
        });
    }

    [Test]
    public void A_table_begins_with_a_byte_order_mark() =>
        Assert.That(Encoding.UTF8.GetBytes(new CsvText("a").ToString())[..3], Is.EqualTo(new byte[] { 0xEF, 0xBB, 0xBF }));

    [Test]
    public void Labels_come_back_as_they_were_written()
    {
        string[] labels = [.. Calculated.Concat(Harmless).Where(l => l.Length > 0)];
        var csv = new CsvText("name", "lat", "lon", "label");
        foreach ((int i, string label) in labels.Index())
        {
            csv.Row($"p{i}", 29.5 + i, -95.25, label);
        }

        Files.Write("written.csv", csv.ToString());
        SimInterdiction.Model.Scenario scenario = Files.Good(Files.ReadOverBase("places: { from: written.csv }"));
        Assert.That(labels.Select((_, i) => scenario.Places[$"p{i}"].Label), Is.EqualTo(labels));
        Assert.That(scenario.Places["p3"].At.Latitude.ToString(CultureInfo.InvariantCulture), Is.EqualTo("32.5"));
    }
}
