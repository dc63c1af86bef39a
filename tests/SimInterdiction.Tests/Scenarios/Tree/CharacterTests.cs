using SimInterdiction.Scenarios.Problems;

namespace SimInterdiction.Tests.Scenarios.Tree;

/// <summary>Characters that are not writing are refused where they stand, however they came into the text.</summary>
public sealed class CharacterTests
{
    private static readonly string[] Escapes =
    [
        "\\0",
        "\\a",
        "\\b",
        "\\v",
        "\\f",
        "\\e",
        "\\x7f",
        "\\x80",
        "\\x9b",
        "\\N",
        "\\L",
        "\\P",
        "\\u061C",
        "\\u200E",
        "\\u200F",
        "\\u202A",
        "\\u202E",
        "\\u2066",
        "\\u2069",
        "\\uFFFE",
        "\\uFFFF",
        "\\uFDD0",
        "\\U0001FFFF",
        "\\U0010FFFE",
        "\\uD800",
        "\\uDC00",
    ];

    private static readonly string[] Raw =
    [
        "\u0001",
        "\u001B",
        "\u007F",
        "\u0085",
        "\u009B",
        "\u2028",
        "\u202E",
        "\u2067",
        "\uFFFE",
        "\uFFFF",
        "\uFDEF",
        "\U0001FFFE",
    ];

    [TestCaseSource(nameof(Escapes))]
    public void One_written_by_its_number_is_found_in_a_value(string escape)
    {
        Problem problem = Files.ReadOverBase($"places: {{ houston: {{ label: \"a{escape}b\" }} }}").Problems.Single(p => p.IsError);
        Assert.That((problem.Code, problem.File, problem.Line, problem.Column), Is.EqualTo(("S007", "a.yaml", 1, 29)));
    }

    [Test]
    public void One_written_by_its_number_is_found_in_a_key_too() =>
        Assert.That(Files.ReadOverBase("places: { \"a\\eb\": { at: [1, 2] } }").Problems.Select(p => p.Code), Does.Contain("S007"));

    [TestCaseSource(nameof(Raw))]
    public void One_that_stands_in_the_file_is_found_where_it_stands(string character)
    {
        Problem problem = Files.ReadOverBase($"title: x\nquestion: a{character}b").Problems.Single(p => p.IsError);
        Assert.That((problem.Code, problem.Line, problem.Column), Is.EqualTo(("S007", 2, 12)));
    }

    [TestCaseSource(nameof(Raw))]
    public void One_in_a_table_is_found_in_the_table(string character)
    {
        Files.Write("odd.csv", $"name,lat,lon,label\na,1,2,x{character}y\n");
        Problem problem = Files.ReadOverBase("places: { from: odd.csv }").Problems.Single(p => p.IsError);
        Assert.That((problem.Code, problem.File, problem.Line, problem.Column), Is.EqualTo(("S007", "odd.csv", 2, 8)));
    }

    [TestCase("\"a\\eb\"")]
    [TestCase("a\u001Bb")]
    [TestCase("a\u202Eb")]
    [TestCase("\"a\\uFFFFb\"")]
    public void One_in_an_override_is_found_in_the_command(string value)
    {
        Problem problem = Files.ReadOverBase("question: x", $"title={value}").Problems.First(p => p.IsError);
        Assert.That((problem.Code, problem.File, problem.Line, problem.Column), Is.EqualTo(("S007", Given.Settings, 1, 7)));
    }

    [TestCase("\\n", "\n")]
    [TestCase("\\t", "\t")]
    [TestCase("\\u00e9", "é")]
    [TestCase("\\uD83D\\uDE00", "\U0001F600")]
    [TestCase("\\u200D", "\u200D")]
    public void Line_breaks_tabs_and_all_writing_are_fine(string escape, string character) =>
        Assert.That(Files.Good(Files.ReadOverBase($"title: \"a{escape}b\"")).Title, Is.EqualTo($"a{character}b"));
}
