using SimInterdiction.Application.Requests;

namespace SimInterdiction.Web.Runs;

/// <summary>Something that was asked for on the page and takes a while. It hears how it progresses, and tells it on as
/// news.</summary>
internal abstract class QueuedWork : IDisposable
{
    private readonly Lock changing = new();
    private readonly CancellationTokenSource stop = new();

    private readonly ScenarioSource source;

    /// <param name="kind">What it is.</param>
    /// <param name="source">Of which scenario.</param>
    protected QueuedWork(WorkKind kind, ScenarioSource source)
    {
        this.source = source;
        News = new RunNews { Kind = kind, File = Path.GetFileName(source.File) };
    }

    /// <summary>Called after each change of <see cref="News"/>.</summary>
    public Action Changed { private get; set; } = () => { };

    /// <summary>Is cancelled when it shall stop.</summary>
    public CancellationToken Stop => stop.Token;

    /// <summary>How far it is.</summary>
    public RunNews News { get; private set; }

    /// <summary>Whether it waits or is under way, and nobody has asked it to stop.</summary>
    public bool IsOpen => !News.IsOver && !stop.IsCancellationRequested;

    /// <summary>All that was asked.</summary>
    protected abstract object Asked { get; }

    /// <summary>Whether another asks for the same, of files that hold the same.</summary>
    public bool IsSame(QueuedWork other) =>
        News.Kind == other.News.Kind
        && source.File == other.source.File
        && KeptQueue.Written(Asked).GetRawText() == KeptQueue.Written(other.Asked).GetRawText()
        && (source.Files is { } files ? other.source.Files is { } others && files.IsSame(others) : other.source.Files is null);

    /// <summary>What it takes to do it again, in another process.</summary>
    public KeptWork Keep() =>
        new(News.Kind, KeptQueue.Written(Asked), source.Files?.Contents ?? new Dictionary<string, byte[]>())
        {
            Title = News.Title,
            Run = News.Run,
        };

    /// <summary>Takes up what is known of it from before.</summary>
    public void Restore(KeptWork kept)
    {
        News = News with { Title = kept.Title };
        if (kept.Ending is { } ending)
        {
            News = News with { Run = kept.Run, Phase = RunPhase.Stopped, Ending = $"{ending} The page was ended then." };
        }
    }

    /// <summary>Does it, in the caller's thread.</summary>
    /// <param name="workspace">Where results are.</param>
    /// <param name="effort">How it is simulated.</param>
    /// <returns>How it ended, and the same in a sentence.</returns>
    public abstract (RunPhase Phase, string Ending) Execute(Workspace workspace, Effort effort);

    /// <summary>Gives it its number since the server was started.</summary>
    public void Enter(int number) => News = News with { Number = number };

    public void Begin() => Change(news => news with { Phase = RunPhase.Reading });

    /// <summary>Tells how it ended.</summary>
    /// <param name="phase">How.</param>
    /// <param name="ending">The same in a sentence.</param>
    public void End(RunPhase phase, string ending) =>
        Change(news => news with { Phase = phase, Ending = ending, SecondsLeft = null, Question = null });

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

    public void Dispose() => stop.Dispose();

    /// <summary>A phase, unless it was asked to stop.</summary>
    protected RunPhase Unless(RunPhase phase) => stop.IsCancellationRequested ? RunPhase.Stopping : phase;

    /// <summary>Changes the news and tells it. The page may ask to stop while the work tells how far it is.</summary>
    protected void Change(Func<RunNews, RunNews> change)
    {
        lock (changing)
        {
            News = change(News);
        }

        Changed();
    }
}
