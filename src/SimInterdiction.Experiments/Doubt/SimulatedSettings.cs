using System.Globalization;
using SimInterdiction.Experiments.Batches;
using SimInterdiction.Experiments.Statistics;
using SimInterdiction.Experiments.Statistics.Sensitivity;
using SimInterdiction.Experiments.Store;
using SimInterdiction.Model;
using SimInterdiction.Model.Study;

namespace SimInterdiction.Experiments.Doubt;

/// <summary>
/// Simulates deployments at settings of the inputs, each setting once, compiled once, and all of them with the same seed and replications. Main arms only: what frozen
/// organizations would do is no question here.
/// </summary>
internal sealed class SimulatedSettings
{
    private readonly UncertainScenario uncertain;
    private readonly SensitivityOptions options;
    private readonly IReadOnlyList<string> deployments;
    private readonly Action<SensitivityProgress>? progress;
    private readonly CancellationToken cancellation;
    private readonly Dictionary<string, IReadOnlyList<MeasureValues>> known = [];

    /// <param name="uncertain">The scenario.</param>
    /// <param name="options">How often, on which seed and how many threads.</param>
    /// <param name="deployments">Which, in the order of the results.</param>
    /// <param name="progress">Called after every replication, never on the caller's thread.</param>
    /// <param name="cancellation">Stops between replications.</param>
    public SimulatedSettings(
        UncertainScenario uncertain, SensitivityOptions options, IReadOnlyList<string> deployments, Action<SensitivityProgress>? progress, CancellationToken cancellation)
    {
        this.uncertain = uncertain;
        this.options = options;
        this.deployments = deployments;
        this.progress = progress;
        this.cancellation = cancellation;
    }

    /// <summary>About how many settings there shall be, for those who watch.</summary>
    public int Planned { get; set; }

    /// <summary>How many were simulated.</summary>
    public int Count => known.Count;

    /// <summary>Every deployment's measure with the inputs at these values.</summary>
    /// <exception cref="OperationCanceledException">It was cancelled; a setting counts whole or not at all.</exception>
    /// <exception cref="InvalidDataException">A replication failed, or the values together break a rule of scenarios.</exception>
    public IReadOnlyList<MeasureValues> At(IReadOnlyList<double> values)
    {
        string key = string.Join(' ', values.Select(v => BitConverter.DoubleToInt64Bits(v).ToString("x", CultureInfo.InvariantCulture)));
        if (!known.TryGetValue(key, out IReadOnlyList<MeasureValues>? found))
        {
            found = Simulate(values);
            known.Add(key, found);
        }

        return found;
    }

    /// <summary>The first deployment less the second, with the inputs at these values.</summary>
    public SimulatedDifference DifferenceAt(IReadOnlyList<double> values)
    {
        IReadOnlyList<MeasureValues> both = At(values);
        double[] others = both[1].Observations();
        return new SimulatedDifference(Difference(both[0], both[1]), [.. both[0].Observations().Select((value, i) => value - others[i])]);
    }

    /// <summary>One deployment less another, on the replications in which both are defined.</summary>
    public static PointEstimate Difference(MeasureValues values, MeasureValues others)
    {
        (MeasureValues both, MeasureValues against) = MeasureValues.Defined(values, others);
        return both.DifferenceFrom(against, both.Replications);
    }

    private MeasureValues[] Simulate(IReadOnlyList<double> values)
    {
        cancellation.ThrowIfCancellationRequested();
        Scenario scenario = uncertain.At(values);
        scenario = scenario with { Experiment = scenario.Experiment with { Seed = options.Seed, Replications = options.Replications } };
        var plan = new BatchPlan
        {
            Arms = [.. deployments.Select(name => new Arm(name))],
            Replications = options.Replications,
            Measure = options.Measure,
            Threads = options.Jobs == 0 ? Environment.ProcessorCount : options.Jobs,
        };
        int settings = known.Count;
        IWorld world = SimulatedWorld.Compile(scenario);
        using RunSession? session = options.Store?.OpenToWrite(scenario, plan, world.EntryNames);
        var runner = new BatchRunner(world, plan, session is null ? new NoStore() : session, p => progress?.Invoke(new SensitivityProgress(settings, Math.Max(Planned, settings + 1), p.Done)));
        runner.Advance(plan.Replications, cancellation);
        if (runner.Batch.Failed.Count > 0)
        {
            // Left out here, it would be paired with its like at no other setting.
            Results.FailedReplication failed = runner.Batch.Failed[0];
            string where = string.Join(", ", uncertain.Inputs.Zip(values, (input, value) => FormattableString.Invariant($"{input.Name} = {value:0.####}")));
            throw new InvalidDataException($"Replication {failed.Replication} of {failed.Arm} failed (seed {options.Seed}) with {where}: {failed.Reason}");
        }

        if (runner.Batch.Done < plan.Replications)
        {
            cancellation.ThrowIfCancellationRequested();
            throw new IOException($"Not everything could be saved: {options.Store?.Trouble}");
        }

        return [.. runner.Batch.Arms.Select(arm => arm.Totals.Values(options.Measure))];
    }
}
