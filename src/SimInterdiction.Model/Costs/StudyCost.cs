using SimInterdiction.Model.Measures;

namespace SimInterdiction.Model.Costs;

/// <summary>What a whole study takes, estimated from the scenario alone.</summary>
/// <param name="Arms">How many arms are simulated.</param>
/// <param name="Replications">Of each.</param>
/// <param name="Worst">The deployment whose replications take most.</param>
/// <param name="OfWorst">What one of them takes.</param>
/// <param name="Seconds">All of it on one core.</param>
public sealed record StudyCost(int Arms, int Replications, string Worst, ReplicationCost OfWorst, double Seconds)
{
    /// <summary>The most memory of what is kept of the replications.</summary>
    public const double MostBytes = 64e9;

    // Measured (benchmarks, memory): the program, a scenario, and what waits to be written.
    private const double ProgramBytes = 200e6;

    /// <summary>What is kept of the replications, for percentiles and pairs.</summary>
    public double Bytes => (double)Arms * Replications * ReplicationRecord.TotalCount * sizeof(double);

    /// <summary>The most memory the process will take with so many threads: a simulator of each arm on each thread, and
    /// what is kept of the replications.</summary>
    public double PeakBytes(int threads) => ProgramBytes + ((double)threads * Arms * OfWorst.Bytes) + Bytes;

    /// <summary>How many replications fit into so much memory; 0 where not one does.</summary>
    public int ReplicationsWithin(double bytes, int threads)
    {
        double left = bytes - (this with { Replications = 0 }).PeakBytes(threads);
        double each = (this with { Replications = 1 }).Bytes;
        return left < each ? 0 : (int)Math.Min(int.MaxValue, left / each);
    }

    /// <param name="scenario">Without errors.</param>
    /// <param name="replications">How many are asked for; null for as many as the scenario says.</param>
    /// <param name="only">The deployments asked for; null for all.</param>
    public static StudyCost Of(Scenario scenario, int? replications = null, IReadOnlyCollection<string>? only = null)
    {
        (string Name, ReplicationCost Cost)[] costs =
        [
            .. scenario
                .Deployments.Keys.Where(name => only is null || only.Contains(name) || name == scenario.Baseline)
                .Select(name => (name, ReplicationCost.Of(scenario, name))),
        ];
        (string worst, ReplicationCost ofWorst) = costs.MaxBy(c => c.Cost.Steps);
        int variants = (scenario.Adapts ? 2 : 1) + scenario.Experiment.Adversaries.Count;
        int each = replications ?? scenario.Experiment.Replications;
        return new StudyCost(costs.Length * variants, each, worst, ofWorst, costs.Sum(c => c.Cost.Seconds) * variants * each);
    }
}
