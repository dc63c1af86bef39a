using System.Globalization;
using System.Text.RegularExpressions;
using SimInterdiction.Experiments;
using SimInterdiction.Experiments.Results;
using SimInterdiction.Reporting.Report;
using SimInterdiction.Scenarios;

namespace SimInterdiction.Tests.Reporting.Report;

/// <summary>What the report says of kinds of firearms and of parts of the window, where a scenario has them.</summary>
public sealed class BreakdownSectionsTests
{
    // All pistols pass the team, which finds all; no rifle does. 240 of either leave a day.
    private const string Mixed = ", mix: { pistol: 100% }";
    private const string Rifles = ", mix: { rifle: 100% }";
    private const string Windows =
        "windows: { first_days: { from: 2026-01-01, to: 2026-01-06 }, holidays: { label: Feast, from: 2026-01-10, to: 2026-01-12 } }";

    [Test]
    public void Each_kind_has_what_is_seized_of_it_and_the_share()
    {
        string table = Table(Html(Mixed, Rifles, string.Empty), "by kind");
        string[] pistols = Cells(table, "Pistol");
        Assert.That(pistols[1], Does.EndWith("100%"), "posted");
        Assert.That(Number(pistols[1]), Is.EqualTo(30 * 240).Within(.05 * 30 * 240));
        Assert.That(Cells(table, "Rifle")[1], Is.EqualTo("0 0%"));
        Assert.That(pistols[0], Is.EqualTo("0 0%"), "nobody posted");
    }

    [Test]
    public void Each_part_of_the_window_has_its_own_row()
    {
        string table = Table(Html(string.Empty, string.Empty, Windows), "by part of the period");
        Assert.That(Number(Cells(table, "First Days 2026-01-01 to 2026-01-06")[1]), Is.EqualTo(6 * 240).Within(.1 * 6 * 240));
        Assert.That(Number(Cells(table, "Feast 2026-01-10 to 2026-01-12")[1]), Is.EqualTo(3 * 240).Within(.1 * 3 * 240));
    }

    [Test]
    public void Where_there_is_nothing_to_tell_apart_nothing_is_said()
    {
        string html = Html(Mixed, Mixed, string.Empty);
        Assert.That(html, Does.Not.Contain("Firearms seized by kind").And.Not.Contain("by part of the period"));
        Assert.That(html, Does.Contain("Firearms seized by checkpoint"));
    }

    private static string Table(string html, string of) =>
        Regex.Match(html, $"<table[^>]*>(?:(?!</table>).)*Firearms seized {of}.*?</table>", RegexOptions.Singleline).Value;

    private static string[] Cells(string table, string first) =>
        Regex
            .Matches(table, "<tr>.*?</tr>", RegexOptions.Singleline)
            .Select(row => Regex.Matches(row.Value, "<t[dh][^>]*>(.*?)</t[dh]>").Select(cell => Words(cell.Groups[1].Value)).ToArray())
            .Single(row => row[0] == first)[1..];

    private static string Words(string html) => Regex.Replace(Regex.Replace(html, "<[^>]*>", " "), " +", " ").Trim();

    private static double Number(string cell) => double.Parse(cell.Split(' ')[0], NumberStyles.Number, CultureInfo.InvariantCulture);

    private static string Html(string one, string other, string windows)
    {
        string text = $$"""
            start: 2026-01-01
            length: 30 days
            {{windows}}
            places: { city: { at: [29, -98] }, port: { at: [27, -99] }, ford: { at: [27, -98] } }
            corridors: { road: { path: [city, port] }, track: { path: [city, ford] } }
            flows:
              some: { rate: 10 shipments per hour, routes: { road: 100% }{{one}} }
              others: { rate: 10 shipments per hour, routes: { track: 100% }{{other}} }
            team_types: { team: { stops: 100%, finds: 100%, search: 1 min } }
            task_forces: { all: { home: port, teams: { team: 1 } } }
            checkpoints: { port: {} }
            deployments: { nobody: {}, posted: { post: { port: { task_force: all, team: team } } } }
            experiment: { replications: 4 }
            """;
        ScenarioReading reading = ScenarioReader.ReadText(text);
        StudyResult result = Study.Run(reading.Scenario!, new StudyOptions(), null, default);
        return HtmlReport.Write(result, SampleStudy.Provenance, []);
    }
}
