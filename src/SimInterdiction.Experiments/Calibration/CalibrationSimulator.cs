using SimInterdiction.Experiments.Batches;
using SimInterdiction.Experiments.Design;
using SimInterdiction.Experiments.Results;
using SimInterdiction.Experiments.Statistics;

namespace SimInterdiction.Experiments.Calibration;

/// <summary>What the figures come to at given values of the unknowns.</summary>
internal sealed class CalibrationSimulator
{
    private readonly UncertainScenario uncertain;
    private readonly IReadOnlyList<CalibrationTarget> targets;
    private readonly CalibrationOptions options;
    private readonly CancellationToken cancellation;
    private readonly DesignPoints plan;
    private readonly SimulatedDesignPoints<MeasureValues[]> designPoints;
    private int drawn;

    /// <param name="uncertain">The scenario as a function of the unknowns.</param>
    /// <param name="targets">The figures.</param>
    /// <param name="options">How often, on which seed, kept where.</param>
    /// <param name="cancellation">Stops between replications.</param>
    public CalibrationSimulator(
        UncertainScenario uncertain,
        IReadOnlyList<CalibrationTarget> targets,
        CalibrationOptions options,
        CancellationToken cancellation
    )
    {
        this.uncertain = uncertain;
        this.targets = targets;
        this.options = options;
        this.cancellation = cancellation;
        plan = new DesignPoints
        {
            Deployments = [.. targets.Select(t => t.Deployment).Distinct()],
            Measure = targets[0].Measure,
            Replications = options.Replications,
            Seed = options.Seed,
            Jobs = options.Jobs,
            Store = options.Store,
            Executors = options.Executors,
        };
        designPoints = new SimulatedDesignPoints<MeasureValues[]>(
            uncertain,
            plan,
            batch => [.. Of(batch).Select(v => MeasureValues.Defined(v, v).Values)],
            Tell,
            cancellation
        );
    }

    /// <summary>How many periods the fit rests on, simulated now or before.</summary>
    public int Periods => (drawn + (designPoints.Count * options.Replications)) * plan.Deployments.Count;

    /// <summary>The averages, figure by figure, over the replications asked for: always the same ones, so that they are
    /// a fixed function of the values.</summary>
    /// <exception cref="OperationCanceledException">It was stopped.</exception>
    public PointEstimate[] Averages(params double[] values) => [.. designPoints.At(values).Select(v => v.Estimate())];

    /// <summary>The standard deviation of a single period, figure by figure: of what one period shows, so without
    /// control variates.</summary>
    public double[] PeriodSpreads(params double[] values) =>
        [.. designPoints.At(values).Select(v => v.Plain().Estimate().StandardError * Math.Sqrt(v.Replications))];

    /// <summary>The same as results, with the spread of single periods.</summary>
    public Estimate[] Estimates(params double[] values) => [.. designPoints.At(values).Select(Analysis.Estimates.Of)];

    /// <summary>Draws settings evenly from the ranges and simulates a single period with each, with luck of its
    /// own.</summary>
    /// <param name="stage">Draws at a time, so that where it stops depends on the draws alone and not on
    /// threads.</param>
    /// <param name="judge">Takes a setting's values, given its number, and a batch whose replications are the draws so
    /// far; says how many fit.</param>
    /// <exception cref="OperationCanceledException">It was stopped.</exception>
    public void Draw(int stage, Func<Func<int, double[]>, Batch, int> judge)
    {
        DesignPoints most = plan with { Replications = options.MostDraws };
        var trial = new Trial(uncertain, most.Seed, most.Replications);
        int kept = 0;
        using var draws = new KeptBatch(
            trial.World,
            most.ToBatch(most.Executors?.Trial(most.Replications)) with
            {
                Draws = trial.Draws,
            },
            trial.KeyOf,
            options.Store,
            Tell,
            cancellation
        );
        do
        {
            draws.Advance(Math.Min(options.MostDraws, draws.Batch.Done + stage));
            drawn = draws.Batch.Done;
            kept = judge(trial.ValuesOf, draws.Batch);
        } while (kept < options.EnoughKept && drawn < options.MostDraws);

        // As many again for each that fits as there were so far.
        void Tell(int done)
        {
            double all =
                kept == 0
                    ? options.MostDraws
                    : Math.Min(options.MostDraws, Math.Max(done, Math.Ceiling((double)drawn * options.EnoughKept / kept)));
            options.Progress?.Invoke(new WorkProgress(WorkStep.Trial, kept, 0, done, all));
        }
    }

    /// <summary>What each target came to in every replication of a batch that did not fail.</summary>
    public IReadOnlyList<MeasureValues> Of(Batch batch) =>
        [.. targets.Select(t => batch.Arms[plan.Deployments.ToList().IndexOf(t.Deployment)].Totals.Values(t.Measure))];

    private void Tell(int before, int done)
    {
        double all = Math.Max(ScenarioCalibration.AveragesOf(uncertain.Inputs.Count, targets.Count), before + 1);
        options.Progress?.Invoke(
            new WorkProgress(WorkStep.Search, before + 1, 0, ((double)before * options.Replications) + done, all * options.Replications)
        );
    }
}
