using SimInterdiction.Application.Designs;
using SimInterdiction.Application.Requests;
using SimInterdiction.Application.Runs;
using SimInterdiction.Experiments.Batches;
using SimInterdiction.Experiments.Store;
using SimInterdiction.Reporting.Words;
using SimInterdiction.Scenarios;
using SimInterdiction.Web.Runs;
using SimInterdiction.Web.Wording;

namespace SimInterdiction.Web.Questions;

/// <summary>A question that simulates a scenario at many settings.</summary>
/// <param name="kind">What it is.</param>
/// <param name="source">Of which scenario.</param>
/// <param name="clock">Tells the time.</param>
internal abstract class QueuedDesign(WorkKind kind, ScenarioSource source, TimeProvider clock) : QueuedWork(kind, source), IObserveDesign
{
    private const double LeastSecondsBetween = 0.5;

    private TimeLeft left = new(clock);
    private WorkStep? step;
    private long last;

    public void Read(ScenarioReading reading) => Change(news => news with { Title = reading.Scenario!.Title });

    public void SimulationBegins() => Change(news => news with { Phase = Unless(RunPhase.Simulating) });

    public void Progressed(WorkProgress progress, int simulated)
    {
        if (clock.GetElapsedTime(last).TotalSeconds < LeastSecondsBetween)
        {
            return;
        }

        if (step != progress.Step)
        {
            step = progress.Step;
            left = new TimeLeft(clock);
        }

        last = clock.GetTimestamp();
        (int done, int all) = ((int)progress.Done, (int)Math.Ceiling(progress.All));
        double? seconds = left.At(done, all);
        Change(news =>
            news with
            {
                Done = done,
                Asked = all,
                SecondsLeft = seconds,
                Detail = progress.Step switch
                {
                    WorkStep.Trial => $"Trying settings, {progress.Count} fit so far",
                    WorkStep.Search => "Looking for what fits",
                    _ => progress.OutOf > 0 ? $"Setting {progress.Count} of {progress.OutOf}" : $"Setting {progress.Count}",
                },
            }
        );
    }

    /// <summary>Tells where it lies what came out.</summary>
    protected void Found(string folder) => Change(news => news with { Finding = StoredFindings.AddressOf(folder) });

    /// <summary>The same sentences for all analyses of many settings.</summary>
    protected static (RunPhase Phase, string Ending) Stopped(bool wasWaiting, bool holdsReplications) =>
        (
            RunPhase.Stopped,
            wasWaiting ? "Stopped while another program worked on the same; nothing was simulated."
            : holdsReplications ? "Stopped; the replications done so far are saved, and count when it is asked again."
            : "Stopped; nothing was saved."
        );

    /// <inheritdoc cref="Stopped"/>
    protected static (RunPhase Phase, string Ending) NotSaved(SaveFailure why, bool holdsReplications, string? file = null)
    {
        string saved =
            file is not null ? $" {Path.GetFileName(file)} has the fitted numbers."
            : holdsReplications ? " The replications that were saved count when it is asked again."
            : string.Empty;
        return (RunPhase.Failed, $"Not everything could be saved: {SaveFailureWords.Of(why)}.{saved}");
    }

    /// <inheritdoc cref="Stopped"/>
    protected static (RunPhase Phase, string Ending) NotSimulated(ExecutionFault why) => (RunPhase.Failed, OutcomeWords.Of(why));

    /// <inheritdoc cref="Stopped"/>
    protected static (RunPhase Phase, string Ending) Refused(Refusal why) => (RunPhase.Failed, RefusalWords.Of(why));
}
