using System.Diagnostics;
using SimInterdiction.Application.Requests;
using SimInterdiction.Experiments;
using SimInterdiction.Experiments.Analysis;
using SimInterdiction.Experiments.Batches;
using SimInterdiction.Experiments.Results;
using SimInterdiction.Model;
using SimInterdiction.Model.Costs;
using SimInterdiction.Model.Measures;
using SimInterdiction.Model.Study;
using SimInterdiction.Scenarios;

namespace SimInterdiction.Application.Runs;

/// <summary>A few replications of a run, to say what the whole will take and what it will be able to tell. Nothing is
/// saved.</summary>
public sealed class DryRun(Workspace workspace)
{
    private const int MostReplications = 50;
    private const int FewestReplications = 5;
    private const double LongestSeconds = 5;

    // Measured (benchmarks, dry runs): what a run takes beyond what was tried.
    private const double BytesOfSaving = 20e6;
    private const double BytesOfDrawing = 70e6;

    // After which it says what it has, however little.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    /// <param name="request">The run.</param>
    /// <param name="effort">How it will be met.</param>
    /// <param name="observer">Notified of the scenario.</param>
    /// <param name="stop">Ends it.</param>
    public DryRunOutcome Execute(RunRequest request, Effort effort, IObserveScenario observer, CancellationToken stop)
    {
        ScenarioReading reading = request.Source.Read(request.Replications);
        if (reading.Scenario is null)
        {
            return new DryRunOutcome.Refused(new Refusal.Problems(reading.Problems));
        }

        observer.Read(reading);
        return RunObjections.To(request, reading, effort.Threads, workspace.AvailableBytes) is { } objection
            ? new DryRunOutcome.Refused(objection)
            : Try(request, effort, reading, stop);
    }

    private DryRunOutcome Try(RunRequest request, Effort effort, ScenarioReading reading, CancellationToken stop)
    {
        Scenario scenario = reading.Scenario!;
        int asked = request.Replications ?? scenario.Experiment.Replications;
        long began = workspace.Clock.GetTimestamp();
        var marks = new List<(double Seconds, int Done)>();
        using var patience = new CancellationTokenSource(Patience, workspace.Clock);
        using var enough = CancellationTokenSource.CreateLinkedTokenSource(stop, patience.Token);
        StudyResult tried = Study.Run(
            scenario with
            {
                Experiment = scenario.Experiment with { Choose = Choosing.None },
            },
            request.ToOptions(reading, effort) with
            {
                Replications = Math.Min(asked, MostReplications),
            },
            Watch,
            enough.Token
        );
        if (stop.IsCancellationRequested)
        {
            return new DryRunOutcome.Stopped(tried);
        }

        if (tried.Replications < 2)
        {
            return tried.Failed.Count == 0 && patience.IsCancellationRequested
                ? new DryRunOutcome.TooLong(tried, Patience, StudyCost.Of(scenario, asked, request.Only.Count > 0 ? request.Only : null))
                : new DryRunOutcome.TooFew(tried);
        }

        // Each question simulates every deployment once more.
        double questions = 1 + ((double)reading.WhatIfs.Count / ArmsOf(tried));
        return new DryRunOutcome.Completed(
            tried,
            asked,
            PerReplication(marks) * asked * questions,
            Memory(tried, asked, effort.WithFigures),
            StudyForecast.Of(tried, asked)
        );

        void Watch(StudyProgress progress)
        {
            marks.Add((workspace.Clock.GetElapsedTime(began).TotalSeconds, progress.Done));
            if (progress.Done >= FewestReplications && marks[^1].Seconds > LongestSeconds)
            {
                enough.Cancel();
            }
        }
    }

    // Of the later half: the first ones include the program's start, and code that is not yet compiled for good.
    private static double PerReplication(List<(double Seconds, int Done)> marks)
    {
        (double seconds, int done) = marks[^1];
        (double before, int of) = marks.Find(mark => 2 * mark.Done >= done);
        return of < done ? (seconds - before) / (done - of) : seconds / done;
    }

    // Of each deployment.
    private static int ArmsOf(StudyResult tried) => tried.IsAdaptive ? 2 + tried.Adversaries.Count : 1;

    // What the process took, eight bytes for each total of each replication that is kept for percentiles and pairs, and
    // what was not tried.
    private static double Memory(StudyResult tried, int asked, bool withFigures)
    {
        using var process = Process.GetCurrentProcess();
        double perReplication = 8.0 * ReplicationRecord.TotalCount * tried.Deployments.Count * ArmsOf(tried);
        return process.PeakWorkingSet64 + (perReplication * asked) + BytesOfSaving + (withFigures ? BytesOfDrawing : 0);
    }
}
