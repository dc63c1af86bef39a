using System.Text.Json;
using SimInterdiction.Benchmarks.Measuring;

namespace SimInterdiction.Benchmarks.Tables;

/// <summary>How long whoever works in the page waits, and what it takes that lies idle; on southbound.yaml, as
/// shipped.</summary>
internal static class PlannersPage
{
    private const string File = "southbound.yaml";
    private const int Asked = 20;
    private static readonly string[] Checkpoints = ["nogales_port", "douglas_port"];

    public static int Run(int rounds)
    {
        string folder = Directory.CreateTempSubdirectory("benchmarks-").FullName;
        try
        {
            if (PublishedProgram.Publish(folder, ahead: false) is not { } simint)
            {
                return 1;
            }

            Console.WriteLine(Machine.Describe());
            Visit[] visits = [.. Enumerable.Range(0, rounds).Select(_ => Measure(simint).GetAwaiter().GetResult())];
            Console.WriteLine();
            Console.WriteLine("| what | measured | wanted |");
            Console.WriteLine("|---|---|---|");
            Print("from the command to the address, ms", v => v.Start, "3,000");
            Print("a team dropped elsewhere: expectation, hours and text, ms", v => v.Move, "100");
            Print("the first of all, a second after the map is complete, ms", v => v.FirstMove, "100");
            Print("the longest of all, ms", v => v.LongestMove, string.Empty);
            Print("a team moved on at once, before the new text was read, ms", v => v.MoveOn, "100");
            Print("a key: mistakes of the text, ms", v => v.Check, "1,000");
            Print("the page while a run uses all cores, ms", v => v.PageUnderLoad, "300");
            Print("memory, idle after all that but the run, MB", v => v.Idle, "150");

            void Print(string what, Func<Visit, double> of, string wanted) =>
                Console.WriteLine($"| {what} | {Sample.MedianAndRange([.. visits.Select(of)], "0")} | {wanted} |");
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }

        return 0;
    }

    private static async Task<Visit> Measure(string simint)
    {
        using var page = new ServedPage(simint);
        await page.Get(page.Page);
        string text = page.TextOf(File);
        var moves = new List<double>();
        var movesOn = new List<double>();
        var checks = new List<double>();
        for (int i = 0; i < Asked; i++)
        {
            // A text that nobody asked about before; what it says is drawn before a team is taken up.
            string changed = $"{text}\n# {i}\n";
            checks.Add(await page.Post("/api/check", new { file = File, text = changed }));
            foreach (string part in new[] { "/api/model", "/api/map" })
            {
                await page.Post(part, new { file = File, text = changed });
            }

            // As the page does when it has drawn its first map.
            Task rehearsal = i == 0 ? Move(page, changed, "tucson", isRehearsal: true) : Task.CompletedTask;
            await Task.WhenAll(rehearsal, page.Post("/api/expect", new { file = File, text = changed }));

            // Nobody drops a team at the very moment in which the map is there.
            await Task.Delay(i == 0 ? TimeSpan.FromSeconds(1) : TimeSpan.Zero);
            (double took, string moved) = await Move(page, changed, Checkpoints[i % 2]);
            moves.Add(took);
            movesOn.Add((await Move(page, moved, Checkpoints[(i + 1) % 2])).Took);
        }

        await Task.Delay(TimeSpan.FromSeconds(20));
        double idle = page.Megabytes;
        await page.Post("/api/queue", new { file = File, replications = 1_000 });
        await Task.Delay(TimeSpan.FromSeconds(5));
        var pages = new List<double>();
        for (int i = 0; i < Asked; i++)
        {
            pages.Add(await page.Get("/") + await page.Get("/api/scenarios"));
        }

        // The first ones are compiled while they are answered.
        return new Visit(
            page.StartMilliseconds,
            Sample.Median(moves.Skip(1)),
            moves[0],
            moves.Max(),
            Sample.Median(movesOn),
            Sample.Median(checks.Skip(1)),
            Sample.Median(pages),
            idle
        );
    }

    private static async Task<(double Took, string Text)> Move(ServedPage page, string text, string to, bool isRehearsal = false)
    {
        (double took, JsonElement moved) = await page.Ask(
            "/api/move",
            new
            {
                file = File,
                text,
                deployment = "today",
                posting = "tucson",
                to,
                isRehearsal,
            }
        );
        return (took, moved.GetProperty("text").GetString()!);
    }

    private sealed record Visit(
        double Start,
        double Move,
        double FirstMove,
        double LongestMove,
        double MoveOn,
        double Check,
        double PageUnderLoad,
        double Idle
    );
}
