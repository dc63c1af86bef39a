using SimInterdiction.Benchmarks.Measuring;
using SimInterdiction.Benchmarks.Programs;
using SimInterdiction.Engine.Distributions;
using SimInterdiction.Model;
using SimInterdiction.Model.Adversaries;
using SimInterdiction.Model.Intelligence;
using SimInterdiction.Model.Interdiction;
using SimInterdiction.Model.Study;
using SimInterdiction.Model.World;
using SimInterdiction.Scenarios;

namespace SimInterdiction.Benchmarks.Tables;

/// <summary>What a shipment costs where 2,000 rings send it, over what it costs where organizations are one each: the
/// same shipments, replication by replication, in turn.</summary>
internal static class RingsOverNone
{
    private const int Rings = 2_000;

    public static int Run(int rounds)
    {
        Console.WriteLine(Machine.Describe());
        Console.WriteLine();
        Console.WriteLine(
            $"| scenario | no rings, ns for each shipment | {Rings:N0} rings | rings over none | bytes allocated in a round |"
        );
        Console.WriteLine("|---|---|---|---|---|");
        Scenario southbound = ScenarioReader.ReadFile(Path.Combine(Machine.Repository(), "scenarios", "southbound.yaml")).Scenario!;
        Print("southbound.yaml, all deployments, frozen", southbound, Arm.Frozen, rounds);
        Print("the same, learning", southbound, null, rounds);
        Print("the same with tracing", Traced(southbound), null, rounds);
        Scenario corridors = ScenarioReader.ReadText(new CorridorShape { Shipments = 20_000, Organizations = 1 }.ToYaml()).Scenario!;
        Print("corridor benchmark, frozen", corridors, Arm.Frozen, rounds);
        return 0;
    }

    // The sizes of published investigations, and a life within which some traces end.
    private static Scenario WithRings(Scenario scenario)
    {
        var organizations = new OrderedDictionary<string, Organization>();
        foreach ((string name, Organization organization) in scenario.Organizations)
        {
            organizations[name] = organization with
            {
                Rings = new Rings
                {
                    Number = Rings / scenario.Organizations.Count,
                    Sizes = new LogNormal(1, 1.68),
                    LifeHours = 60 * 24,
                },
            };
        }

        return scenario with
        {
            Organizations = organizations,
        };
    }

    private static Scenario Traced(Scenario scenario)
    {
        var deployments = new OrderedDictionary<string, Deployment>();
        foreach ((string name, Deployment deployment) in scenario.Deployments)
        {
            deployments[name] = deployment with
            {
                Programmes = new Programmes { Tracing = new Tracing { Lead = new LeadEffect { RaisesStops = 3 } } },
            };
        }

        return scenario with
        {
            Deployments = deployments,
        };
    }

    private static void Print(string title, Scenario scenario, string? adversary, int rounds)
    {
        Meter[] without = Meters(scenario, adversary);
        Meter[] with = Meters(WithRings(scenario), adversary);
        var each = new List<(double Without, double With)>();
        long allocated = 0;

        // The first rounds are for the compiler.
        int warm = rounds / 2;
        for (int round = 0; round < warm + rounds; round++)
        {
            double none = Meter.Measure(without, round);
            long before = GC.GetAllocatedBytesForCurrentThread();
            double rings = Meter.Measure(with, round);
            if (round >= warm)
            {
                allocated = Math.Max(allocated, GC.GetAllocatedBytesForCurrentThread() - before);
                each.Add((none, rings));
            }
        }

        Console.WriteLine(
            $"| {title} | {Sample.MedianAndRange([.. each.Select(e => e.Without)], "0")} | "
                + $"{Sample.MedianAndRange([.. each.Select(e => e.With)], "0")} | "
                + $"{Sample.MedianAndRange([.. each.Select(e => e.With / e.Without)], "0.00")} | {allocated:N0} |"
        );
        foreach (Meter meter in without.Concat(with))
        {
            meter.Dispose();
        }
    }

    private static Meter[] Meters(Scenario scenario, string? adversary)
    {
        CompiledScenario world = CompiledScenario.Compile(scenario);
        return [.. scenario.Deployments.Keys.Select(name => new Meter(world, new Arm(name, adversary)))];
    }
}
