using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace SimInterdiction.Tests.Web.Results;

public sealed partial class MeasureTablesTests
{
    [Test]
    public async Task Values_differences_and_verdicts_are_those_of_the_report()
    {
        await using PageVisit visit = await PageVisit.Begin();
        string run = (await visit.RunToTheEnd()).GetProperty("run").GetString()!;
        using HttpResponseMessage answer = await visit.Send(HttpMethod.Get, $"/runs/{run}/report.html");
        string report = Words(await answer.Content.ReadAsStringAsync());
        JsonElement[] tables = [.. (await visit.Get($"/api/runs/{run}/measures")).EnumerateArray()];
        JsonElement main = tables[0];
        Assert.That(Text(main, "name"), Is.EqualTo("seizure_rate"));
        JsonElement[] rows = [.. main.GetProperty("rows").EnumerateArray()];
        Assert.That(rows.Select(row => Text(row, "label")), Is.EqualTo(new[] { "Nobody", "One Team", "Two Teams" }));
        foreach (JsonElement row in rows)
        {
            Assert.That(report, Does.Contain($"{Text(row, "label")} {Text(row, "value")}"));
            Assert.That(report, Does.Contain(Text(row, "hours")));
        }

        foreach (JsonElement row in rows.Where(row => !row.GetProperty("isBaseline").GetBoolean()))
        {
            Assert.That(report, Does.Contain($"{Text(row, "value")} {Text(row, "difference")}"));
            Assert.That(report, Does.Contain(Text(row, "verdict")));
        }
    }

    [Test]
    public async Task Every_measure_has_its_differences_as_if_the_scenario_had_asked_for_it()
    {
        await using PageVisit visit = await PageVisit.Begin();
        string run = (await visit.RunToTheEnd()).GetProperty("run").GetString()!;
        JsonElement before = await Table(visit, $"/api/runs/{run}/measures", "firearms_seized");
        Assert.That(before.GetProperty("isWhole").GetBoolean(), Is.False, "they are read when somebody looks");
        JsonElement found = await Table(visit, $"/api/runs/{run}/measures?compared=true", "firearms_seized");
        Assert.That(found.GetProperty("isWhole").GetBoolean());
        Assert.That(found.GetProperty("note").GetString(), Does.EndWith("for this measure on its own."));
        visit.Desk.Replace("replications: 40", "replications: 40, also_report: [firearms_seized]");
        string other = (await visit.RunToTheEnd()).GetProperty("run").GetString()!;
        JsonElement asked = await Table(visit, $"/api/runs/{other}/measures", "firearms_seized");
        Assert.That(found.GetProperty("rows").GetRawText(), Is.EqualTo(asked.GetProperty("rows").GetRawText()));
        Assert.That(found.GetProperty("rows")[1].GetProperty("difference").GetString(), Does.StartWith("+"));
        foreach (JsonElement table in (await visit.Get($"/api/runs/{run}/measures?compared=true")).EnumerateArray())
        {
            bool hasAll = table
                .GetProperty("rows")
                .EnumerateArray()
                .Skip(1)
                .All(row => row.GetProperty("difference").GetString() is not null);
            Assert.That(hasAll || table.GetProperty("note").GetString() != "", Text(table, "name"));
        }
    }

    [Test]
    public async Task A_run_without_replications_has_no_table()
    {
        await using PageVisit visit = await PageVisit.Begin();
        Assert.That(await visit.Refusal(HttpMethod.Get, "/api/runs/plan/none/measures"), Is.EqualTo((404, "There is no such run.")));
    }

    private static async Task<JsonElement> Table(PageVisit visit, string path, string measure) =>
        (await visit.Get(path)).EnumerateArray().Single(table => table.GetProperty("name").GetString() == measure);

    private static string Words(string html) => Bare(Blanks().Replace(WebUtility.HtmlDecode(Tag().Replace(html, " ")), " "));

    private static string Text(JsonElement element, string name) => Bare(element.GetProperty(name).GetString()!);

    // The report has intervals below their values, and no brackets around them.
    private static string Bare(string words) => words.Replace("(", "").Replace(")", "");

    [GeneratedRegex("<[^>]*>")]
    private static partial Regex Tag();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Blanks();
}
