using SimInterdiction.Experiments.Batches;
using SimInterdiction.Experiments.Results;
using SimInterdiction.Experiments.Store;
using SimInterdiction.Model;

namespace SimInterdiction.Experiments.Design;

/// <summary>Simulates deployments at settings of the inputs, each setting once, compiled once, and all of them with the
/// same seed and replications.</summary>
/// <typeparam name="T">What is remembered of a setting.</typeparam>
/// <param name="uncertain">The scenario.</param>
/// <param name="plan">What is simulated of it.</param>
/// <param name="outcome">What is remembered, of a batch in which no replication failed.</param>
/// <param name="progress">Called after every replication, never on the caller's thread, with how many settings were
/// simulated before and how many replications of this one.</param>
/// <param name="cancellation">Stops between replications.</param>
internal sealed class SimulatedDesignPoints<T>(
    UncertainScenario uncertain,
    DesignPoints plan,
    Func<Batch, T> outcome,
    Action<int, int>? progress,
    CancellationToken cancellation
)
{
    private readonly Dictionary<string, T> known = [];

    /// <summary>How many were simulated.</summary>
    public int Count => known.Count;

    /// <summary>What a setting comes to: a fixed function of the values.</summary>
    /// <param name="values">Of the inputs, in their order.</param>
    /// <exception cref="OperationCanceledException">It was cancelled; a setting counts whole or not at all.</exception>
    /// <exception cref="InvalidDataException">A replication failed, or the values together break a rule of
    /// scenarios.</exception>
    /// <exception cref="IOException">Not everything could be saved.</exception>
    /// <exception cref="ExecutionException">Not all could be simulated elsewhere.</exception>
    public T At(IReadOnlyList<double> values)
    {
        string key = SettingKey.Of(values);
        if (!known.TryGetValue(key, out T? found))
        {
            found = Simulate(values);
            known.Add(key, found);
        }

        return found;
    }

    private T Simulate(IReadOnlyList<double> values)
    {
        cancellation.ThrowIfCancellationRequested();
        Scenario scenario = plan.Of(uncertain.At(values));
        int before = known.Count;
        using var kept = new KeptBatch(
            SimulatedWorld.Compile(scenario),
            plan.ToBatch(plan.Executors?.At(values)),
            arm => ArmKey.Of(scenario, arm),
            plan.Store,
            done => progress?.Invoke(before, done),
            cancellation
        );
        kept.Advance(plan.Replications);
        if (kept.Batch.Failed is [FailedReplication failed, ..])
        {
            // Left out here, it would be paired with its like at no other setting.
            string where = string.Join(
                ", ",
                uncertain.Inputs.Zip(values, (input, value) => FormattableString.Invariant($"{input.Name} = {value:0.####}"))
            );
            throw new InvalidDataException(
                $"Replication {failed.Replication} of {failed.Arm} failed (seed {plan.Seed}) with {where}: {failed.Reason}"
            );
        }

        return outcome(kept.Batch);
    }
}
