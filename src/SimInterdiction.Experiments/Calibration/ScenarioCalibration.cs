using SimInterdiction.Experiments.Design;
using SimInterdiction.Model.Measures;

namespace SimInterdiction.Experiments.Calibration;

/// <summary>Fits what nobody knows about a scenario to given figures.</summary>
public static class ScenarioCalibration
{
    /// <summary>One unknown and one figure by a root of the average; more by what is believed after seeing the
    /// figures.</summary>
    /// <param name="world">The scenario as a function of the unknowns.</param>
    /// <param name="targets">The figures, at least one; with several unknowns or figures each with a
    /// give-or-take.</param>
    /// <param name="options">How.</param>
    /// <param name="cancellation">Stops: nothing is fitted then, and with a store the same fit goes on from there, to
    /// the same result.</param>
    /// <exception cref="OperationCanceledException">It was stopped.</exception>
    /// <exception cref="InvalidDataException">Values of the ranges break a rule of scenarios together, or a replication
    /// failed.</exception>
    /// <exception cref="IOException">Not everything could be saved.</exception>
    public static CalibrationOutcome Run(
        UncertainScenario world,
        IReadOnlyList<CalibrationTarget> targets,
        CalibrationOptions options,
        CancellationToken cancellation
    )
    {
        if (world.Inputs.Count == 0 || targets.Count == 0 || targets.Any(t => t.Measure.Estimator == Estimator.Pooled))
        {
            throw new ArgumentException("A fit needs an unknown and a figure about single periods.");
        }

        bool isSingle = world.Inputs.Count == 1 && targets.Count == 1;
        if (!isSingle && targets.Any(t => t.GiveOrTake <= 0))
        {
            throw new ArgumentException("With several unknowns or figures, each figure needs a give-or-take.", nameof(targets));
        }

        var simulator = new CalibrationSimulator(world, targets, options, cancellation);
        return isSingle
            ? OneUnknown.Fit(world.Inputs[0], targets[0], simulator, options)
            : new SeveralUnknowns(world.Inputs, targets, simulator, options).Fit();
    }

    /// <summary>About how many settings averages are simulated at, for those who wait.</summary>
    public static int AveragesOf(int unknowns, int figures) =>
        unknowns == 1 && figures == 1 ? OneUnknown.DesignPoints : Refining.DesignPointsOf(unknowns);
}
