using SimInterdiction.Benchmarks.Measuring;
using SimInterdiction.Benchmarks.Micro;
using SimInterdiction.Model;
using SimInterdiction.Model.Interdiction;
using SimInterdiction.Model.Measures;
using SimInterdiction.Model.Simulation;
using SimInterdiction.Model.Study;
using SimInterdiction.Scenarios;

namespace SimInterdiction.Benchmarks.Tables;

/// <summary>
/// How much CPU time it takes until a deployment's difference from the baseline is known to within the smallest difference that matters: with independent luck, with the same luck,
/// and with the same luck and a control variate.
/// </summary>
/// <remarks>
/// The control is what would have been seized on the same luck with a lane for every vehicle, whose mean is worked out (<see cref="SeizedWithoutLanes"/>); the coefficient is that of
/// linear regression (Law 2015, section 11.4). Rates are ratios of sums, linearised. The simulations of the control take their CPU time too; they have no legitimate traffic.
/// </remarks>
internal static class Decision
{
    private const double Wide = 1.96;
    private const double StandardErrors = 4;

    // Of twelve lanes some are always free, so that the control nearly is the answer; of two they are mostly busy.
    private const int FewLanes = 2;

    public static int Run(int replications)
    {
        Scenario scenario = ScenarioReader.ReadFile(Path.Combine(Machine.Repository(), "scenarios", "southbound.yaml"), new ReadingOptions()).Scenario!;
        Console.WriteLine(Machine.Describe());
        PrintTable("lanes as in the file", scenario, replications);
        PrintTable($"{FewLanes} lanes at each port", WithTypes(scenario, type => type with { Lanes = type.Lanes is null ? null : FewLanes }), replications);
        return 0;
    }

    private static void PrintTable(string title, Scenario scenario, int replications)
    {
        Scenario without = WithTypes(scenario, type => type with { Lanes = null, StopsTraffic = 0 });
        Sampled today = Simulate(scenario, scenario.Baseline, replications);
        Sampled todaysControl = Simulate(without, scenario.Baseline, replications);
        double todaysShare = new SeizedWithoutLanes(without, scenario.Baseline).Share();
        CheckMean(scenario.Baseline, todaysControl, todaysShare);
        Console.WriteLine();
        Console.WriteLine($"| {title}, against today | difference, points | independent luck: replications, CPU s | the same luck | and the control | factor of the same luck | of the control |");
        Console.WriteLine("|---|---|---|---|---|---|---|");
        foreach (string deployment in scenario.Deployments.Keys.Where(d => d != scenario.Baseline))
        {
            Sampled other = Simulate(scenario, deployment, replications);
            Sampled control = Simulate(without, deployment, replications);
            double share = new SeizedWithoutLanes(without, deployment).Share();
            CheckMean(deployment, control, share);
            double[] excess = [.. control.Excess(share).Zip(todaysControl.Excess(todaysShare), (a, b) => a - b)];
            Print(deployment, scenario.Experiment.SmallestDifferenceThatMatters, today, other, excess, control.Seconds + todaysControl.Seconds);
        }
    }

    private static Scenario WithTypes(Scenario scenario, Func<TeamType, TeamType> change) =>
        scenario with { TeamTypes = new OrderedDictionary<string, TeamType>(scenario.TeamTypes.Select(t => new KeyValuePair<string, TeamType>(t.Key, change(t.Value)))) };

    private static void Print(string deployment, double matters, Sampled today, Sampled other, double[] control, double controlSeconds)
    {
        double[] own = other.Excess(other.Rate);
        double[] todays = today.Excess(today.Rate);
        double[] paired = [.. own.Zip(todays, (a, b) => a - b)];
        double independent = Variance(own) + Variance(todays);
        double same = Variance(paired);
        double slope = Covariance(paired, control) / Variance(control);
        double controlled = Variance([.. paired.Zip(control, (d, c) => d - (slope * c))]);
        double both = (today.Seconds + other.Seconds) / paired.Length;
        double withControl = both + (controlSeconds / paired.Length);
        Console.WriteLine($"| {deployment} | {100 * (other.Rate - today.Rate):0.000} | {Cost(independent, both)} | {Cost(same, both)} | {Cost(controlled, withControl)} | {independent / same:0.0} | {Factor(same / controlled * both / withControl)} |");

        static string Factor(double factor) => factor > 1000 ? "over 1,000" : $"{factor:0.0}";

        string Cost(double variance, double seconds)
        {
            double needed = variance * Wide * Wide / (matters * matters);
            return $"{needed:0.00}, {needed * seconds:0.000}";
        }
    }

    /// <summary>Replications of one deployment.</summary>
    private static Sampled Simulate(Scenario scenario, string deployment, int replications)
    {
        CompiledScenario world = CompiledScenario.Compile(scenario);
        using var replication = new Replication(world, new Arm(deployment, Arm.Frozen));
        var record = new ReplicationRecord(world.EntryCounts);
        var seized = new double[replications];
        var dispatched = new double[replications];
        var clock = new ThreadClock();
        long began = clock.GetTimestamp();
        for (int number = 0; number < replications; number++)
        {
            replication.Run(number, record);
            seized[number] = record.Totals[(int)Total.FirearmsSeized];
            dispatched[number] = record.Totals[(int)Total.FirearmsDispatched];
        }

        return new Sampled(seized, dispatched, (clock.GetTimestamp() - began) / 1e9);
    }

    /// <summary>Fails unless the simulated control has the mean that was worked out.</summary>
    private static void CheckMean(string deployment, Sampled control, double share)
    {
        double standardError = Math.Sqrt(Variance(control.Excess(share)) / control.Seized.Length);
        double apart = Math.Abs(control.Excess(share).Average()) / standardError;
        if (!(apart <= StandardErrors))
        {
            throw new InvalidOperationException($"{deployment}: {100 * control.Rate:0.0000} % seized without lanes; worked out, {100 * share:0.0000} %, {apart:0.0} standard errors apart.");
        }
    }

    private static double Variance(double[] values) => Covariance(values, values);

    private static double Covariance(double[] values, double[] others)
    {
        double mean = values.Average();
        double othersMean = others.Average();
        return values.Zip(others, (v, o) => (v - mean) * (o - othersMean)).Sum() / (values.Length - 1);
    }

    /// <summary>Firearms seized and dispatched in each replication, and the CPU time of all.</summary>
    private sealed record Sampled(double[] Seized, double[] Dispatched, double Seconds)
    {
        public double Rate => Seized.Sum() / Dispatched.Sum();

        /// <summary>By how much each replication's rate exceeds a rate, linearised.</summary>
        public double[] Excess(double rate)
        {
            double mean = Dispatched.Average();
            return [.. Seized.Zip(Dispatched, (s, d) => (s - (rate * d)) / mean)];
        }
    }
}
