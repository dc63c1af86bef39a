using SimInterdiction.Application.Folders;
using SimInterdiction.Application.Requests;
using SimInterdiction.Application.Runs;
using SimInterdiction.Experiments.Batches;
using SimInterdiction.Experiments.Store;
using SimInterdiction.Model;
using SimInterdiction.Reporting.Words;
using SimInterdiction.Scenarios;
using SimInterdiction.Web.Wording;

namespace SimInterdiction.Web.Runs;

/// <summary>A run that was asked for on the page.</summary>
internal sealed class QueuedRun : QueuedWork, IObserveRun
{
    private readonly RunRequest request;
    private readonly TimeProvider clock;
    private TimeLeft left;
    private LiveView view;
    private Scenario? scenario;
    private int kept;

    /// <param name="request">What was asked for.</param>
    /// <param name="clock">Tells the time.</param>
    public QueuedRun(RunRequest request, TimeProvider clock)
        : base(WorkKind.Run, request.Source)
    {
        this.request = request;
        this.clock = clock;
        left = new TimeLeft(clock);
        view = new LiveView(clock);
    }

    // The folder of its scenario's results.
    private string Scenario => Path.GetFileName(OutputFolder.Of(string.Empty, request.Source.File));

    protected override object Asked => request;

    public override (RunPhase Phase, string Ending) Execute(Workspace workspace, Effort effort)
    {
        RunOutcome outcome = new Run(workspace).Execute(request, effort, this, Stop);
        RunPhase phase = outcome switch
        {
            RunOutcome.Completed => RunPhase.Completed,
            RunOutcome.Stopped or RunOutcome.StoppedAtOnce => RunPhase.Stopped,
            _ => RunPhase.Failed,
        };
        return (phase, OutcomeWords.Of(outcome));
    }

    public void Read(ScenarioReading reading)
    {
        scenario = reading.Scenario;
        Change(news => news with { Title = reading.Scenario!.Title });
    }

    public void Planned(RunPlan plan) => Change(news => news with { Asked = plan.Replications });

    // All arms advance together: kept is what each of them has.
    public void Opened(StoreContent content, string run)
    {
        kept = content.Arms.Select(arm => arm.Own + arm.Taken).DefaultIfEmpty().Min();
        Change(news => news with { Run = $"{Scenario}/{run}", Done = kept });
    }

    public void SimulationBegins()
    {
        left = new TimeLeft(clock);
        view = new LiveView(clock);
        kept = 0;
        Change(news => news with { Phase = Unless(RunPhase.Simulating), Done = 0, SecondsLeft = null });
    }

    public void Asking(string label, int number, int all) => Change(news => news with { Question = $"{number} of {all}: {label}" });

    public void Progressed(StudyProgress progress) => view.Show(progress, () =>
        {
            double? seconds = left.At(progress.Done, progress.Asked);
            LiveTable? soFar = News.Question is null ? LiveTable.Of(progress, scenario!) : News.SoFar;
            Change(news =>
                news with
                {
                    Done = Math.Max(kept, progress.Done),
                    Asked = progress.Asked,
                    SecondsLeft = seconds,
                    SoFar = soFar,
                }
            );
        });

    // What was kept of a run before makes no progress.
    public void Analysed(FinishedRun run) =>
        Change(news =>
            news with
            {
                Phase = Unless(RunPhase.Writing),
                Done = run.Result.Replications + run.Result.Failed.Select(failed => failed.Replication).Distinct().Count(),
                Asked = run.Result.ReplicationsAsked,
                SecondsLeft = null,
            }
        );
}
