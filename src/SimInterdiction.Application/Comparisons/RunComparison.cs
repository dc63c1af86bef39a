using SimInterdiction.Application.Requests;
using SimInterdiction.Application.Runs;
using SimInterdiction.Model.Measures;

namespace SimInterdiction.Application.Comparisons;

/// <summary>Runs side by side; nothing is simulated.</summary>
public sealed class RunComparison(Workspace workspace)
{
    /// <summary>The most runs that are compared at once: each is called by a letter.</summary>
    public const int MostRuns = ComparisonWords.Letters;

    /// <param name="request">Which runs, and what of them.</param>
    /// <param name="observer">Hears how each run is read.</param>
    /// <param name="stop">Ends the reading.</param>
    public ComparisonOutcome Execute(ComparisonRequest request, IObserveStoredRun observer, CancellationToken stop)
    {
        if (request.Runs.Count > MostRuns)
        {
            return new ComparisonOutcome.Refused(new Refusal.TooManyRuns(MostRuns, request.Runs.Count));
        }

        var runs = new List<StoredRun>();
        foreach (string name in request.Runs)
        {
            if (!StoredRun.TryFind(name, workspace, observer, out StoredRun? run, out Refusal? refusal))
            {
                return new ComparisonOutcome.Refused(refusal);
            }

            runs.Add(run);
        }

        StoredRun? drawn = runs.Find(run => run.Manifest.UncertainAt is not null);
        StoredRun? fixedRun = runs.Find(run => run.Manifest.UncertainAt is null);
        if (drawn is not null && fixedRun is not null)
        {
            return new ComparisonOutcome.Refused(new Refusal.DrawnAgainstFixed(drawn.Manifest.Run, fixedRun.Manifest.Run));
        }

        string wanted = request.Measure ?? runs[0].Scenario.Experiment.Measure;
        if (MeasureCatalog.Find(wanted) is not { Estimator: not Estimator.Pooled } measure)
        {
            return new ComparisonOutcome.Refused(
                new Refusal.UnknownName(
                    NamedThing.Measure,
                    wanted,
                    [.. MeasureCatalog.All.Where(m => m.Estimator != Estimator.Pooled).Select(m => m.Name)]
                )
            );
        }

        try
        {
            RunTable table = RunTable.Of(runs, measure, stop);
            return runs.Zip(table.Runs).FirstOrDefault(pair => pair.Second.Replications == 0).First is { } empty
                ? new ComparisonOutcome.Refused(new Refusal.NoReplications(empty.Folder))
                : new ComparisonOutcome.Completed(table);
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            return new ComparisonOutcome.Stopped();
        }
    }
}

/// <summary>How a comparison ended.</summary>
public abstract record ComparisonOutcome
{
    private ComparisonOutcome() { }

    public sealed record Completed(RunTable Table) : ComparisonOutcome;

    /// <summary>It was stopped before all runs were read.</summary>
    public sealed record Stopped : ComparisonOutcome;

    /// <summary>Nothing was compared.</summary>
    public sealed record Refused(Refusal Why) : ComparisonOutcome;
}
