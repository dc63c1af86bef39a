using SimInterdiction.Experiments.Batches;
using SimInterdiction.Model;
using SimInterdiction.Model.Measures;
using SimInterdiction.Model.Study;

namespace SimInterdiction.Experiments.Design;

/// <summary>A world in which each replication has its own values of the uncertain inputs; compiled once for all arms of
/// a replication that a thread simulates.</summary>
/// <param name="atBest">With the inputs at their best guess: its entries are those of all.</param>
/// <param name="inputs">What is drawn.</param>
/// <param name="compile">Makes a scenario ready.</param>
internal sealed class DrawnWorld(IWorld atBest, DrawnInputs inputs, Func<Scenario, IWorld> compile) : IWorld
{
    public IReadOnlyList<string> EntryNames(Dimension dimension) => atBest.EntryNames(dimension);

    /// <inheritdoc/>
    public IWorld At(int replication)
    {
        IWorld drawn = compile(inputs.At(replication));
        foreach (Dimension dimension in Enum.GetValues<Dimension>())
        {
            // As where another length of a road generates other corridors.
            if (!drawn.EntryNames(dimension).SequenceEqual(EntryNames(dimension)))
            {
                throw new InvalidDataException(
                    $"With the values drawn there are other entries by {dimension}, so nothing can be added up; hold the "
                        + "input that decides this at one value."
                );
            }
        }

        return drawn;
    }

    public ISimulator Simulate(Arm arm) => throw new InvalidOperationException("Only the world of a replication can be simulated.");
}
