using System.Text.Json;
using SimInterdiction.Tests.Cli;

namespace SimInterdiction.Tests.Web.Results;

public sealed class ComparisonTests
{
    [Test]
    public async Task Runs_are_compared_as_the_command_compares_them()
    {
        await using PageVisit visit = await PageVisit.Begin();
        string first = await Run(visit);
        visit.Desk.Replace("finds: 50%", "finds: 1%");
        string second = await Run(visit);
        JsonElement compared = await visit.Get($"/api/comparison?run={first}&run={second}");
        JsonElement setting = compared.GetProperty("settings").EnumerateArray().Single();
        Assert.That(setting.GetProperty("path").GetString(), Is.EqualTo("team_types.team.finds"));
        Assert.That(setting.GetProperty("label").GetString(), Is.EqualTo("Team: chance to find"));
        Assert.That(Texts(setting.GetProperty("values")), Is.EqualTo(new[] { "50%", "1%" }));
        JsonElement row = compared.GetProperty("rows")[0];
        Assert.That(row.GetProperty("label").GetString(), Is.EqualTo("One Team"));
        Assert.That(row.GetProperty("verdictsDiffer").GetBoolean());
        string table = Joined(Simint.Call("compare", Folder(visit, first), Folder(visit, second)).Output);
        foreach (JsonElement value in row.GetProperty("values").EnumerateArray())
        {
            Assert.That(table, Does.Contain(Ascii(value.GetProperty("value").GetString()!)));
        }

        Assert.That(table, Does.Contain(Ascii(row.GetProperty("values")[1].GetProperty("difference").GetString()!)));
        string[] disagreements = Texts(compared.GetProperty("disagreements"));
        Assert.That(
            disagreements[..2],
            Is.EqualTo(
                new[]
                {
                    "Winners differ: Two Teams in A; no winner in B.",
                    "One Team: clearly better in A; no difference that matters in B.",
                }
            )
        );
        Assert.That(table, Does.Contain(disagreements[0]).And.Contain(disagreements[1]));
    }

    [Test]
    public async Task Any_measure_can_be_compared_and_one_that_is_not_there_is_named()
    {
        await using PageVisit visit = await PageVisit.Begin();
        string first = await Run(visit);
        visit.Desk.Replace("finds: 50%", "finds: 40%");
        string second = await Run(visit);
        JsonElement compared = await visit.Get($"/api/comparison?run={second}&run={first}&measure=firearms_seized");
        Assert.That(compared.GetProperty("label").GetString(), Is.EqualTo("Firearms seized"));
        string[] measures = [.. compared.GetProperty("measures").EnumerateArray().Select(each => each.GetProperty("name").GetString()!)];
        Assert.That(measures, Does.Contain("firearms_seized").And.Contain("seizure_rate"));
        (int status, string sentence) = await visit.Refusal(HttpMethod.Get, $"/api/comparison?run={second}&run={first}&measure=luck");
        Assert.That((status, sentence), Is.EqualTo((409, sentence)));
        Assert.That(sentence, Does.StartWith("There is no measure 'luck'."));
    }

    [Test]
    public async Task What_can_not_be_compared_is_refused_in_a_sentence()
    {
        await using PageVisit visit = await PageVisit.Begin();
        string run = await Run(visit);
        string many = string.Join('&', Enumerable.Repeat($"run={run}", 21));
        Assert.Multiple(async () =>
        {
            Assert.That(
                await visit.Refusal(HttpMethod.Get, $"/api/comparison?run={run}"),
                Is.EqualTo((400, "Choose 2 to 20 runs to compare."))
            );
            Assert.That(await visit.Refusal(HttpMethod.Get, "/api/comparison"), Is.EqualTo((400, "Choose 2 to 20 runs to compare.")));
            Assert.That(
                await visit.Refusal(HttpMethod.Get, $"/api/comparison?{many}"),
                Is.EqualTo((400, "Choose 2 to 20 runs to compare."))
            );
            Assert.That(
                await visit.Refusal(HttpMethod.Get, $"/api/comparison?run={run}&run=..%2F..%2Fplan"),
                Is.EqualTo((404, "There is no run '../../plan'."))
            );
        });
    }

    [Test]
    public async Task A_run_without_replications_is_named()
    {
        await using PageVisit visit = await PageVisit.Begin();
        string first = await Run(visit);
        visit.Desk.Replace("finds: 50%", "finds: 40%");
        string second = await Run(visit);
        Directory.Delete(Path.Combine(Folder(visit, second), "chunks"), recursive: true);
        Assert.That(
            await visit.Refusal(HttpMethod.Get, $"/api/comparison?run={first}&run={second}"),
            Is.EqualTo((409, $"Run {second.Split('/')[1]} holds no replications: none is there yet, or none can be read."))
        );
    }

    private static async Task<string> Run(PageVisit visit) => (await visit.RunToTheEnd()).GetProperty("run").GetString()!;

    private static string Folder(PageVisit visit, string run) => Path.Combine(visit.Desk.Workspace.Results, run);

    private static string[] Texts(JsonElement array) => [.. array.EnumerateArray().Select(each => each.GetString()!)];

    private static string Joined(string output) => string.Join(' ', output.Split([' ', '\n'], StringSplitOptions.RemoveEmptyEntries));

    // As terminals show it.
    private static string Ascii(string words) => words.Replace('−', '-').Replace("±", "+-", StringComparison.Ordinal);
}
