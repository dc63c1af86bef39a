using SimInterdiction.Experiments.Batches;
using SimInterdiction.Experiments.Design;
using SimInterdiction.Experiments.Statistics;
using SimInterdiction.Experiments.Statistics.Sensitivity;
using SimInterdiction.Model.Measures;

namespace SimInterdiction.Experiments.Sensitivity;

/// <summary>What deployments come to, and how they differ, at settings of the inputs.</summary>
internal sealed class ComparedDesignPoints
{
    private static readonly Measure OfficerHours = MeasureCatalog.Find("officer_hours")!;

    private readonly SimulatedDesignPoints<IReadOnlyList<DesignPointOutcome>> designPoints;

    /// <param name="uncertain">The scenario.</param>
    /// <param name="options">How often, on which seed and how many threads.</param>
    /// <param name="deployments">Which, in the order of the results.</param>
    /// <param name="planned">At about how many settings.</param>
    /// <param name="progress">Called after every replication, never on the caller's thread.</param>
    /// <param name="cancellation">Stops between replications.</param>
    public ComparedDesignPoints(
        UncertainScenario uncertain,
        SensitivityOptions options,
        IReadOnlyList<string> deployments,
        int planned,
        Action<WorkProgress>? progress,
        CancellationToken cancellation
    )
    {
        var plan = new DesignPoints
        {
            Deployments = deployments,
            Measure = options.Measure,
            Replications = options.Replications,
            Seed = options.Seed,
            Jobs = options.Jobs,
            Store = options.Store,
            Executors = options.Executors,
        };
        designPoints = new SimulatedDesignPoints<IReadOnlyList<DesignPointOutcome>>(uncertain, plan, Outcomes, Tell, cancellation);

        IReadOnlyList<DesignPointOutcome> Outcomes(Batch batch) =>
            [
                .. batch.Arms.Select(arm => new DesignPointOutcome(
                    arm.Totals.Values(options.Measure),
                    arm.Totals.Values(OfficerHours).Estimate().Value
                )),
            ];

        // The search for where an answer turns may add some.
        void Tell(int before, int done)
        {
            int all = Math.Max(planned, before + 1);
            progress?.Invoke(
                new WorkProgress(
                    WorkStep.Settings,
                    before + 1,
                    all,
                    ((double)before * options.Replications) + done,
                    (double)all * options.Replications
                )
            );
        }
    }

    /// <summary>How many were simulated.</summary>
    public int Count => designPoints.Count;

    /// <summary>What every deployment comes to with the inputs at these values; throws as
    /// <see cref="SimulatedDesignPoints{T}.At"/> does.</summary>
    public IReadOnlyList<DesignPointOutcome> At(IReadOnlyList<double> values) => designPoints.At(values);

    /// <summary>The first deployment less the second, with the inputs at these values.</summary>
    public SimulatedDifference DifferenceAt(IReadOnlyList<double> values)
    {
        MeasureValues[] both = [.. At(values).Select(outcome => outcome.Values)];
        double[] others = both[1].Observations();
        return new SimulatedDifference(Difference(both[0], both[1]), [.. both[0].Observations().Select((value, i) => value - others[i])]);
    }

    /// <summary>One deployment less another, on the replications in which both are defined.</summary>
    public static PointEstimate Difference(MeasureValues values, MeasureValues others)
    {
        (MeasureValues both, MeasureValues against) = MeasureValues.Defined(values, others);
        return both.DifferenceFrom(against, both.Replications);
    }
}

/// <summary>What one deployment comes to at a setting.</summary>
/// <param name="Values">The measure in every replication.</param>
/// <param name="OfficerHours">On average.</param>
internal sealed record DesignPointOutcome(MeasureValues Values, double OfficerHours);
