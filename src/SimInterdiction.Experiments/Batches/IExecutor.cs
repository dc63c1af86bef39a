using SimInterdiction.Model.Study;

namespace SimInterdiction.Experiments.Batches;

/// <summary>Who simulates what a batch lacks: the threads of this machine, or workers elsewhere.</summary>
/// <remarks>It decides no digit: outcomes are merged in replication order, whoever simulated them, in chunks of
/// whatever size and in whatever order they came.</remarks>
public interface IExecutor
{
    /// <summary>Has the replications of a stage simulated and merged. Returns when all are, or soon after it was
    /// stopped: then the first part of them is merged, without gaps.</summary>
    /// <param name="stage">What there is to do.</param>
    /// <param name="stop">Ends it early.</param>
    /// <exception cref="ExecutionException">It can't go on, or could not have all of them simulated; those that were
    /// simulated are safe.</exception>
    void Execute(BatchStage stage, CancellationToken stop);
}

/// <summary>An executor can't go on.</summary>
/// <param name="fault">Why.</param>
public sealed class ExecutionException(ExecutionFault fault) : Exception($"{fault}")
{
    /// <summary>Why.</summary>
    public ExecutionFault Fault => fault;
}

/// <summary>Why an executor can't go on. The front end words it.</summary>
public abstract record ExecutionFault
{
    private ExecutionFault() { }

    /// <summary>Two answers for one replication differ, so that one of them is wrong and nobody knows which.</summary>
    /// <param name="Arm">Of which arm.</param>
    /// <param name="Replication">Which, from 0.</param>
    /// <param name="One">Who gave the answer that is kept.</param>
    /// <param name="Other">Who gave the other one.</param>
    public sealed record AnswersDiffer(Arm Arm, int Replication, string One, string Other) : ExecutionFault;

    /// <summary>Some chunks were given up; all others are simulated and safe.</summary>
    /// <param name="Chunks">Which.</param>
    public sealed record GivenUp(IReadOnlyList<GivenUpChunk> Chunks) : ExecutionFault;
}

/// <summary>Replications that nobody could simulate.</summary>
/// <param name="Arms">Of which arms.</param>
/// <param name="First">The first, from 0.</param>
/// <param name="Last">The last.</param>
/// <param name="Reason">Why, as far as it is known.</param>
public sealed record GivenUpChunk(IReadOnlyList<Arm> Arms, int First, int Last, string Reason);
