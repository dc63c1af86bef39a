using SimInterdiction.Model;

namespace SimInterdiction.Experiments.Batches;

/// <summary>The model behind <see cref="IWorld"/>.</summary>
internal static class SimulatedWorld
{
    /// <summary>Compiles a scenario that was checked.</summary>
    public static IWorld Compile(Scenario scenario) => throw new NotSupportedException($"'{scenario.Title}' can't be simulated yet: the model has no replication.");
}
