using SimInterdiction.Benchmarks.Measuring;
using SimInterdiction.Benchmarks.Programs;
using SimInterdiction.Model;
using SimInterdiction.Model.Study;
using SimInterdiction.Model.World;
using SimInterdiction.Scenarios;

namespace SimInterdiction.Benchmarks.Tables;

/// <summary>What a shipment costs when its organization learns, over what it costs when all are frozen: the same
/// shipments, replication by replication, in turn.</summary>
internal static class Adaptation
{
    public static int Run(int rounds)
    {
        Console.WriteLine(Machine.Describe());
        Console.WriteLine();
        Console.WriteLine("| scenario | frozen, ns for each shipment | learning | learning over frozen |");
        Console.WriteLine("|---|---|---|---|");
        string southbound = Path.Combine(Machine.Repository(), "scenarios", "southbound.yaml");
        Print("southbound.yaml, all deployments", ScenarioReader.ReadFile(southbound).Scenario!, rounds);
        string corridors = new CorridorShape { Shipments = 20_000, Organizations = 1 }.ToYaml();
        Print("corridor benchmark, one organization", ScenarioReader.ReadText(corridors).Scenario!, rounds);
        return 0;
    }

    private static void Print(string title, Scenario scenario, int rounds)
    {
        CompiledScenario world = CompiledScenario.Compile(scenario);
        Meter[] frozen = [.. scenario.Deployments.Keys.Select(name => new Meter(world, new Arm(name, Arm.Frozen)))];
        Meter[] learning = [.. scenario.Deployments.Keys.Select(name => new Meter(world, new Arm(name, null)))];
        var each = new List<(double Frozen, double Learning)>();

        // The first rounds are for the compiler.
        int warm = rounds / 2;
        for (int round = 0; round < warm + rounds; round++)
        {
            double[] nanoseconds = [Meter.Measure(frozen, round), Meter.Measure(learning, round)];
            if (round >= warm)
            {
                each.Add((nanoseconds[0], nanoseconds[1]));
            }
        }

        Console.WriteLine(
            $"| {title} | {Sample.MedianAndRange([.. each.Select(e => e.Frozen)], "0")} | "
                + $"{Sample.MedianAndRange([.. each.Select(e => e.Learning)], "0")} | "
                + $"{Sample.MedianAndRange([.. each.Select(e => e.Learning / e.Frozen)], "0.00")} |"
        );
        foreach (Meter meter in frozen.Concat(learning))
        {
            meter.Dispose();
        }
    }
}
