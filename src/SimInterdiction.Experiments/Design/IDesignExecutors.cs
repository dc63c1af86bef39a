using SimInterdiction.Experiments.Batches;

namespace SimInterdiction.Experiments.Design;

/// <summary>Who simulates a scenario at settings of its uncertain inputs, where that is not the threads of this
/// machine. They change no digit, and need a store.</summary>
public interface IDesignExecutors
{
    /// <summary>Who simulates one setting.</summary>
    /// <param name="values">Of the inputs, in their order.</param>
    IExecutor At(IReadOnlyList<double> values);

    /// <summary>Who simulates single periods, each with values of its own, drawn evenly (<see
    /// cref="Trial"/>).</summary>
    /// <param name="draws">How many at most.</param>
    IExecutor Trial(int draws);
}
