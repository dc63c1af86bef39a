using SimInterdiction.Benchmarks.Measuring;
using SimInterdiction.Benchmarks.Micro;
using SimInterdiction.Model;
using SimInterdiction.Model.Interdiction;
using SimInterdiction.Model.Measures;
using SimInterdiction.Model.Simulation;
using SimInterdiction.Model.Study;
using SimInterdiction.Model.World;
using SimInterdiction.Scenarios;

namespace SimInterdiction.Benchmarks.Tables;

/// <summary>
/// How much CPU time it takes until a deployment's difference from the baseline is known to within the smallest
/// difference that matters: with independent luck, with the same luck, and with the same luck and the control variate,
/// what the luck of the searches took.
/// </summary>
/// <remarks>Slopes are those of linear regression (Law 2015, section 11.4). Rates are ratios of sums, linearised. What
/// the control costs is measured, too.</remarks>
internal static class Decision
{
    private const double Wide = 1.96;

    // Of twelve lanes some are always free, so that the control nearly is the answer; of two they are mostly busy.
    private const int FewLanes = 2;

    public static int Run(int replications)
    {
        Scenario scenario = ScenarioReader
            .ReadFile(Path.Combine(Machine.Repository(), "scenarios", "southbound.yaml"), new ReadingOptions())
            .Scenario!;
        Console.WriteLine(Machine.Describe());
        PrintTable("lanes as in the file", scenario, replications);
        PrintTable($"{FewLanes} lanes at each port", WithFewLanes(scenario), replications);
        return 0;
    }

    private static void PrintTable(string title, Scenario scenario, int replications)
    {
        Sampled today = Simulate(scenario, scenario.Baseline, replications);
        Console.WriteLine();
        Console.WriteLine(
            $"| {title}, against today | difference, points | independent luck: replications, CPU s | the same luck | and "
                + "the control | factor of the same luck | of the control |"
        );
        Console.WriteLine("|---|---|---|---|---|---|---|");
        foreach (string deployment in scenario.Deployments.Keys.Where(d => d != scenario.Baseline))
        {
            Print(deployment, scenario.Experiment.SmallestDifferenceThatMatters, today, Simulate(scenario, deployment, replications));
        }
    }

    private static Scenario WithFewLanes(Scenario scenario) =>
        scenario with
        {
            TeamTypes = new OrderedDictionary<string, TeamType>(
                scenario.TeamTypes.Select(t => new KeyValuePair<string, TeamType>(
                    t.Key,
                    t.Value with
                    {
                        Lanes = t.Value.Lanes is null ? null : FewLanes,
                    }
                ))
            ),
        };

    private static void Print(string deployment, double matters, Sampled today, Sampled other)
    {
        double independent = Variance(other.Excess()) + Variance(today.Excess());
        double same = Variance(Difference(other.Excess(), today.Excess()));
        double controlled = Variance(Difference(other.Controlled(), today.Controlled()));
        double without = (today.SecondsWithout + other.SecondsWithout) / today.Seized.Length;
        double with = (today.Seconds + other.Seconds) / today.Seized.Length;
        Console.WriteLine(
            $"| {deployment} | {100 * (other.Rate - today.Rate):0.000} | {Cost(independent, without)} | "
                + $"{Cost(same, without)} | {Cost(controlled, with)} | {independent / same:0.0} | "
                + $"{same / controlled * without / with:0.0} |"
        );

        string Cost(double variance, double seconds)
        {
            double needed = variance * Wide * Wide / (matters * matters);
            return $"{needed:0.00}, {needed * seconds:0.000}";
        }
    }

    /// <summary>Replications of one deployment, with the control and, for the time, without.</summary>
    private static Sampled Simulate(Scenario scenario, string deployment, int replications)
    {
        CompiledScenario world = CompiledScenario.Compile(scenario);
        using var with = new Replication(world, new Arm(deployment));
        using var without = new Replication(world, new Arm(deployment)) { WorksOutLuck = false };
        var record = new ReplicationRecord(world.EntryCounts);
        var sampled = new Sampled(new double[replications], new double[replications], new double[replications]);
        var clock = new ThreadClock();
        for (int number = 0; number < replications; number++)
        {
            long began = clock.GetTimestamp();
            without.Run(number, record);
            long between = clock.GetTimestamp();
            with.Run(number, record);
            sampled.SecondsWithout += (between - began) / 1e9;
            sampled.Seconds += (clock.GetTimestamp() - between) / 1e9;
            sampled.Seized[number] = record.Totals[(int)Total.FirearmsSeized];
            sampled.Dispatched[number] = record.Totals[(int)Total.FirearmsDispatched];
            sampled.ByLuck[number] = record.Totals[(int)Total.FirearmsByLuck];
        }

        return sampled;
    }

    private static double[] Difference(double[] values, double[] others) => [.. values.Zip(others, (a, b) => a - b)];

    private static double Variance(double[] values) => Covariance(values, values);

    private static double Covariance(double[] values, double[] others)
    {
        double mean = values.Average();
        double othersMean = others.Average();
        return values.Zip(others, (v, o) => (v - mean) * (o - othersMean)).Sum() / (values.Length - 1);
    }

    /// <summary>Firearms seized and dispatched in each replication, those that luck took, and the CPU time of all with
    /// the control and without.</summary>
    private sealed record Sampled(double[] Seized, double[] Dispatched, double[] ByLuck)
    {
        public double Seconds { get; set; }

        public double SecondsWithout { get; set; }

        public double Rate => Seized.Sum() / Dispatched.Sum();

        /// <summary>By how much each replication's rate exceeds that of all, linearised.</summary>
        public double[] Excess()
        {
            double mean = Dispatched.Average();
            double rate = Rate;
            return [.. Seized.Zip(Dispatched, (s, d) => (s - (rate * d)) / mean)];
        }

        /// <summary>The same with luck taken out.</summary>
        public double[] Controlled()
        {
            double[] excess = Excess();
            double slope = Covariance(excess, ByLuck) / Variance(ByLuck);
            return [.. excess.Zip(ByLuck, (e, l) => e - (slope * l))];
        }
    }
}
