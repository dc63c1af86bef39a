using System.Diagnostics;
using SimInterdiction.Benchmarks.Measuring;
using SimInterdiction.Benchmarks.Micro;
using SimInterdiction.Model;
using SimInterdiction.Model.Expectations;
using SimInterdiction.Model.Measures;
using SimInterdiction.Model.Simulation;
using SimInterdiction.Model.Study;
using SimInterdiction.Model.World;
using SimInterdiction.Scenarios;

namespace SimInterdiction.Benchmarks.Tables;

/// <summary>How long it takes to say what theory expects of a deployment, beside one replication of it.</summary>
internal static class ExpectationTime
{
    private static readonly ThreadClock Clock = new();

    public static int Run(int rounds)
    {
        Console.WriteLine(Machine.Describe());
        Console.WriteLine();
        string file = Path.Combine(Machine.Repository(), "scenarios", "southbound.yaml");
        Scenario scenario = ScenarioReader.ReadFile(file).Scenario!;
        CompiledScenario world = CompiledScenario.Compile(scenario);
        var clock = Stopwatch.StartNew();
        ExpectedSeizures.Of(world, new Arm(scenario.Baseline, Arm.Frozen));
        Console.WriteLine($"The first one, with what all have in common and the compiler: {clock.Elapsed.TotalMilliseconds:0} ms");
        Console.WriteLine();
        Console.WriteLine("| deployment | expected, ms | one replication, ms | expected over simulated |");
        Console.WriteLine("|---|---|---|---|");
        foreach (string name in scenario.Deployments.Keys)
        {
            Print(world, new Arm(name, Arm.Frozen), rounds);
        }

        return 0;
    }

    private static void Print(CompiledScenario world, Arm arm, int rounds)
    {
        using var replication = new Replication(world, arm);
        var record = new ReplicationRecord(world.EntryCounts);
        var each = new List<(double Expected, double Simulated)>();
        for (int round = 0; round < rounds; round++)
        {
            each.Add((Time(() => ExpectedSeizures.Of(world, arm)), Time(() => replication.Run(round, record))));
        }

        Console.WriteLine(
            $"| {arm.Deployment} | {Sample.MedianAndRange([.. each.Select(e => e.Expected)], "0")} | "
                + $"{Sample.MedianAndRange([.. each.Select(e => e.Simulated)], "0")} | "
                + $"{Sample.MedianAndRange([.. each.Select(e => e.Expected / e.Simulated)], "0.00")} |"
        );
    }

    private static double Time(Action work)
    {
        long before = Clock.GetTimestamp();
        work();
        return 1e3 * (Clock.GetTimestamp() - before) / Clock.Frequency.Hertz;
    }
}
