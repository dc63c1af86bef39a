using SimInterdiction.Experiments.Batches;
using SimInterdiction.Experiments.Store;
using SimInterdiction.Model;
using SimInterdiction.Model.Study;

namespace SimInterdiction.Experiments.Design;

/// <summary>Settings that are tried, one period each: every replication draws its own values, evenly from their ranges,
/// and only its totals count.</summary>
internal sealed class Trial
{
    private readonly Scenario atBest;
    private readonly DrawnInputs inputs;

    /// <param name="uncertain">The scenario.</param>
    /// <param name="seed">Which random numbers.</param>
    /// <param name="draws">How many settings at most.</param>
    public Trial(UncertainScenario uncertain, long seed, int draws)
    {
        atBest = DesignPoints.Of(uncertain.At([.. uncertain.Inputs.Select(input => input.BestGuess)]), seed, draws);
        inputs = DrawnInputs.Evenly(uncertain, atBest);
        World = new DrawnWorld(TotalsWorld.Compile(atBest), inputs, TotalsWorld.Compile);
    }

    public IWorld World { get; }

    /// <summary>How often inputs are drawn.</summary>
    public InputDraws Draws => inputs.Draws;

    /// <summary>The values of a replication, in the inputs' order.</summary>
    public double[] ValuesOf(int replication) => inputs.ValuesOf(replication);

    /// <summary>What stands for all that decides the replications of an arm.</summary>
    public ArmKey KeyOf(Arm arm) => inputs.KeyOf(atBest, arm);
}
