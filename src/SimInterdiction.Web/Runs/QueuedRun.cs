using SimInterdiction.Application.Folders;
using SimInterdiction.Application.Requests;
using SimInterdiction.Application.Runs;
using SimInterdiction.Experiments.Batches;
using SimInterdiction.Experiments.Store;
using SimInterdiction.Model;
using SimInterdiction.Scenarios;

namespace SimInterdiction.Web.Runs;

/// <summary>One run that was asked for on the page. It hears how the run progresses, and tells it on as news.</summary>
internal sealed class QueuedRun : IObserveRun, IDisposable
{
    // What has come out so far is worked out anew each time, while simulating waits: a hundredth of the time at most.
    private const double LeastSecondsBetween = 0.5;
    private const double PauseForEachSecondOfWork = 100;

    private readonly Lock changing = new();
    private readonly CancellationTokenSource stop = new();
    private readonly TimeProvider clock;
    private readonly Action changed;
    private TimeLeft left;
    private Scenario? scenario;
    private long last;
    private double pause;

    /// <param name="number">Its number since the server was started.</param>
    /// <param name="request">What was asked for.</param>
    /// <param name="workspace">Where it will work.</param>
    /// <param name="changed">Called after each change of <see cref="News"/>.</param>
    public QueuedRun(int number, RunRequest request, Workspace workspace, Action changed)
    {
        Request = request;
        clock = workspace.Clock;
        this.changed = changed;
        left = new TimeLeft(clock);
        Scenario = Path.GetFileName(OutputFolder.Of(workspace.Results, request.Source.File));
        News = new RunNews { Number = number, File = Path.GetFileName(request.Source.File) };
    }

    public RunRequest Request { get; }

    /// <summary>Is cancelled when it shall stop.</summary>
    public CancellationToken Stop => stop.Token;

    /// <summary>How far it is.</summary>
    public RunNews News { get; private set; }

    // The folder of its scenario's results.
    private string Scenario { get; }

    /// <summary>Asks it to stop; one that has not begun never does.</summary>
    public void AskToStop()
    {
        stop.Cancel();
        Change(news =>
            news.IsOver ? news
            : news.Phase == RunPhase.Waiting ? news with { Phase = RunPhase.Stopped, Ending = "It had not begun." }
            : news with { Phase = RunPhase.Stopping }
        );
    }

    public void Begin() => Change(news => news with { Phase = RunPhase.Reading });

    /// <summary>Tells how it ended.</summary>
    /// <param name="phase">How.</param>
    /// <param name="ending">The same in a sentence.</param>
    public void End(RunPhase phase, string ending) =>
        Change(news => news with { Phase = phase, Ending = ending, SecondsLeft = null, Question = null });

    public void Read(ScenarioReading reading)
    {
        scenario = reading.Scenario;
        Change(news => news with { Title = reading.Scenario!.Title });
    }

    public void Planned(RunPlan plan) => Change(news => news with { Asked = plan.Replications });

    public void Opened(StoreContent content, string run) => Change(news => news with { Run = $"{Scenario}/{run}" });

    public void SimulationBegins()
    {
        left = new TimeLeft(clock);
        last = 0;
        Change(news => news with { Phase = Unless(RunPhase.Simulating), Done = 0, SecondsLeft = null });
    }

    public void Asking(string label, int number, int all) => Change(news => news with { Question = $"{number} of {all}: {label}" });

    public void Progressed(StudyProgress progress)
    {
        if (progress.Done < progress.Asked && clock.GetElapsedTime(last).TotalSeconds < Math.Max(pause, LeastSecondsBetween))
        {
            return;
        }

        long began = clock.GetTimestamp();
        double? seconds = left.At(progress.Done, progress.Asked);
        LiveTable? soFar = News.Question is null ? LiveWords.Of(progress, scenario!) : News.SoFar;
        Change(news => news with { Done = progress.Done, Asked = progress.Asked, SecondsLeft = seconds, SoFar = soFar });
        last = clock.GetTimestamp();
        pause = clock.GetElapsedTime(began, last).TotalSeconds * PauseForEachSecondOfWork;
    }

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

    public void Dispose() => stop.Dispose();

    private RunPhase Unless(RunPhase phase) => stop.IsCancellationRequested ? RunPhase.Stopping : phase;

    // The page asks it to stop while the run tells how far it is.
    private void Change(Func<RunNews, RunNews> change)
    {
        lock (changing)
        {
            News = change(News);
        }

        changed();
    }
}
