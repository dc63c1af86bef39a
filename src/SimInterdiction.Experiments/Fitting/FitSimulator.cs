using SimInterdiction.Experiments.Batches;
using SimInterdiction.Experiments.Doubt;
using SimInterdiction.Experiments.Results;
using SimInterdiction.Experiments.Statistics;
using SimInterdiction.Model;
using SimInterdiction.Model.Study;

namespace SimInterdiction.Experiments.Fitting;

/// <summary>What the figures come to at given values of the unknowns.</summary>
internal sealed class FitSimulator(UncertainScenario world, IReadOnlyList<FitTarget> targets, FitOptions options, CancellationToken cancellation)
{
    private readonly Arm[] arms = [.. targets.Select(t => new Arm(t.Deployment)).Distinct()];
    private readonly Dictionary<string, MeasureValues[]> known = [];

    /// <summary>How often a period was simulated so far.</summary>
    public int Periods { get; private set; }

    /// <summary>The averages, figure by figure, over the replications asked for: always the same ones, so that they are a fixed function of the values.</summary>
    /// <exception cref="OperationCanceledException">It was stopped.</exception>
    public PointEstimate[] Averages(params double[] values) => [.. ValuesAt(values).Select(v => v.Estimate())];

    /// <summary>The standard deviation of a single period, figure by figure: of what one period shows, so without control variates.</summary>
    public double[] PeriodSpreads(params double[] values) => [.. ValuesAt(values).Select(v => v.Plain().Estimate().StandardError * Math.Sqrt(v.Replications))];

    /// <summary>The same as results, with the spread of single periods.</summary>
    public Estimate[] Estimates(params double[] values) => [.. ValuesAt(values).Select(Analysis.Estimates.Of)];

    /// <summary>A batch in which replication number i is one period at the values that draw i has, with luck of its own.</summary>
    public BatchRunner Draws(Func<int, double[]> valuesOf) => new(new DrawsWorld(i => At(valuesOf(i))), Plan(options.MostDraws), new NoStore(), progress: null);

    /// <summary>Simulates draws up to a number.</summary>
    /// <exception cref="OperationCanceledException">It was stopped.</exception>
    public void Advance(BatchRunner draws, int until)
    {
        int before = draws.Batch.Done;
        draws.Advance(until, cancellation);
        cancellation.ThrowIfCancellationRequested();
        Periods += (draws.Batch.Done - before) * arms.Length;
    }

    /// <summary>What each target came to in every replication of a batch that did not fail.</summary>
    public IReadOnlyList<MeasureValues> Of(Batch batch) => [.. targets.Select(t => batch.Arms[Array.IndexOf(arms, new Arm(t.Deployment))].Totals.Values(t.Measure))];

    private MeasureValues[] ValuesAt(double[] values)
    {
        string key = string.Join(' ', values.Select(v => v.ToString("R")));
        if (!known.TryGetValue(key, out MeasureValues[]? found))
        {
            var runner = new BatchRunner(SimulatedWorld.Compile(At(values)), Plan(options.Replications), new NoStore(), progress: null);
            runner.Advance(options.Replications, cancellation);
            cancellation.ThrowIfCancellationRequested();
            Periods += options.Replications * arms.Length;
            if (runner.Batch.Failed is [var failed, ..])
            {
                throw new InvalidDataException($"Replication {failed.Replication} of {failed.Arm} failed: {failed.Reason}");
            }

            found = [.. Of(runner.Batch).Select(v => MeasureValues.Defined(v, v).Values)];
            known.Add(key, found);
        }

        return found;
    }

    private Scenario At(double[] values)
    {
        Scenario scenario = world.At(values);
        return scenario with { Experiment = scenario.Experiment with { Seed = options.Seed } };
    }

    private BatchPlan Plan(int replications) => new()
    {
        Arms = arms,
        Replications = replications,
        Measure = targets[0].Measure,
        Threads = options.Jobs == 0 ? Environment.ProcessorCount : options.Jobs,
    };
}
