using System.Diagnostics;
using SimInterdiction.Benchmarks.Measuring;
using SimInterdiction.Experiments;
using SimInterdiction.Experiments.Results;
using SimInterdiction.Experiments.Statistics.Selection;
using SimInterdiction.Model;
using SimInterdiction.Model.Interdiction;
using SimInterdiction.Model.Study;
using SimInterdiction.Scenarios;

namespace SimInterdiction.Benchmarks.Tables;

/// <summary>
/// How many replications it takes to choose among forty deployments that cost the same: today's of southbound.yaml, and
/// one of its units moved to another area. Against giving all deployments equally many: with the same guarantee
/// (two-stage Bonferroni, its number from the same first stage, without a control variate), and as many as the last to
/// drop out.
/// </summary>
internal static class ChoosingAmongMany
{
    private const int Deployments = 40;
    private const int FirstStage = 20;
    private const double Confidence = 0.95;

    private static readonly string[] Areas =
    [
        "san_diego",
        "phoenix",
        "tucson",
        "el_paso",
        "san_antonio",
        "houston",
        "laredo",
        "mcallen",
        "dallas",
        "los_angeles",
    ];

    public static int Run(int seeds)
    {
        Scenario scenario = Moved(
            ScenarioReader.ReadFile(Path.Combine(Machine.Repository(), "scenarios", "southbound.yaml"), new ReadingOptions()).Scenario!
        );
        Console.WriteLine(Machine.Describe());
        Console.WriteLine();
        Console.WriteLine(
            "| what matters, points | seed | choosing: replications in all | of the last | left after the first stage | "
                + "CPU, s | all as often as the last | times fewer | same guarantee, equally many | times fewer |"
        );
        Console.WriteLine("|---|---|---|---|---|---|---|---|---|---|");
        foreach (double matters in new[] { 0.0005, 0.00005, 0.00002 })
        {
            for (int seed = 1; seed <= seeds; seed++)
            {
                Print(scenario, matters, seed);
            }
        }

        return 0;
    }

    private static void Print(Scenario scenario, double matters, int seed)
    {
        Scenario choosing = scenario with
        {
            Experiment = scenario.Experiment with
            {
                Choose = Choosing.Best,
                Replications = FirstStage,
                AtMost = 20_000,
                SmallestDifferenceThatMatters = matters,
                Seed = seed,
                AlsoReport = [],
            },
        };
        using var process = Process.GetCurrentProcess();
        TimeSpan before = process.UserProcessorTime;
        StudyResult result = Study.Run(choosing, new StudyOptions { Adaptive = false }, null, CancellationToken.None);
        process.Refresh();
        double seconds = (process.UserProcessorTime - before).TotalSeconds;
        int all = result.Deployments.Sum(d => d.Replications);
        int left = result.Choice!.Out.Count(o => o.Replications > FirstStage) + result.Choice.Remaining.Count;
        var firstStage = new SystemSamples(
            [.. result.Deployments.Select(d => d.Periods.Take(FirstStage).ToArray())],
            Sampling.CommonRandomNumbers
        );
        double equal = Deployments * TwoStage.Replications(firstStage, matters, Confidence);
        double asLast = Deployments * result.Replications;
        Console.WriteLine(
            $"| {100 * matters} | {seed} | {all:N0} | {result.Replications:N0} | {left} | {seconds:0.0} | {asLast:N0} | "
                + $"{asLast / all:0.0} | {equal:N0} | {equal / all:0.0} |"
        );
    }

    private static Scenario Moved(Scenario scenario)
    {
        Deployment today = scenario.Deployments[scenario.Baseline];
        (string Unit, string Area)[] moves =
        [
            .. today
                .Post.Where(p => p.Value.Team == "trafficking_unit")
                .SelectMany(p => Areas.Where(area => area != (p.Value.At?.Checkpoint ?? p.Key)).Select(area => (p.Key, area))),
        ];
        var deployments = new OrderedDictionary<string, Deployment> { [scenario.Baseline] = today };
        for (int i = 0; i < Deployments - 1; i++)
        {
            (string unit, string area) = moves[i * moves.Length / (Deployments - 1)];
            var post = new OrderedDictionary<string, Posting>(today.Post);
            post[unit] = post[unit] with
            {
                At = new PostedAt { Checkpoint = area },
                Lent = true,
            };
            deployments.Add($"{unit}_to_{area}", new Deployment { Post = post });
        }

        return scenario with
        {
            Deployments = deployments,
        };
    }
}
