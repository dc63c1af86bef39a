using System.Text.Json;

namespace SimInterdiction.Tests.Web.Runs;

public sealed class RunEventsTests
{
    [TestCase(true)]
    [TestCase(false)]
    public async Task Cut_twenty_times_a_stream_goes_on_without_a_gap_or_a_repetition(bool asHeader)
    {
        await using PageVisit visit = await PageVisit.Begin();
        visit.Desk.MakeBusy();
        int number = await visit.Start();
        Task<JsonElement> uncut = visit.News(number, news => news.GetProperty("isOver").GetBoolean());
        string? known = null;
        var seen = new List<string>();
        JsonElement last = default;
        for (int cuts = 0; cuts < 20 || !IsOver(last, number); cuts++)
        {
            if (IsOver(last, number))
            {
                // Nothing more changes by itself.
                await visit.Start(replications: 2 + cuts);
            }

            await foreach ((string id, JsonElement board) in visit.Events(known, asHeader))
            {
                seen.Add(id);
                (known, last) = (id, board);
                break;
            }
        }

        Assert.That(seen, Has.Count.AtLeast(20).And.Unique);
        Assert.That(seen.Select(id => long.Parse(id.Split('-')[1])), Is.Ordered);
        JsonElement mine = last.GetProperty("runs").EnumerateArray().First(run => run.GetProperty("number").GetInt32() == number);
        Assert.That(mine.GetRawText(), Is.EqualTo((await uncut).GetRawText()));
    }

    [Test]
    public async Task Who_knows_a_state_of_a_server_before_this_one_is_told_at_once()
    {
        await using PageVisit visit = await PageVisit.Begin();
        await foreach ((string id, JsonElement board) in visit.Events("00000000-999"))
        {
            Assert.That(id, Does.EndWith("-0"));
            Assert.That(board.GetProperty("runs").GetArrayLength(), Is.Zero);
            break;
        }
    }

    [Test]
    public async Task While_it_runs_intervals_are_told_and_no_verdict()
    {
        await using PageVisit visit = await PageVisit.Begin();
        visit.Desk.MakeBusy(replications: 5_000);
        int number = await visit.Start();
        JsonElement news = await visit.News(number, each => each.GetProperty("done").GetInt32() > 2);
        JsonElement rows = news.GetProperty("soFar").GetProperty("rows");
        Assert.That(
            rows.EnumerateArray().Select(row => row.GetProperty("label").GetString()),
            Is.EqualTo(new[] { "Nobody", "One Team", "Two Teams" })
        );
        Assert.That(rows[0].GetProperty("words").ValueKind, Is.EqualTo(JsonValueKind.Null));
        Assert.That(rows[2].GetProperty("words").GetString(), Does.StartWith("+").And.Contain(" (").And.EndWith(")"));
        Assert.That(
            rows[2].GetProperty("low").GetDouble(),
            Is.LessThan(rows[2].GetProperty("difference").GetDouble()).And.LessThan(rows[2].GetProperty("high").GetDouble())
        );
        Assert.That(news.GetProperty("ending").ValueKind, Is.EqualTo(JsonValueKind.Null));
        Assert.That(news.GetRawText(), Does.Not.Contain("clearly"));
    }

    private static bool IsOver(JsonElement board, int number) =>
        board.ValueKind == JsonValueKind.Object
        && board
            .GetProperty("runs")
            .EnumerateArray()
            .Any(run => run.GetProperty("number").GetInt32() == number && run.GetProperty("isOver").GetBoolean());
}
