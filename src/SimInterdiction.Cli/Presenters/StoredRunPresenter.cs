using SimInterdiction.Application.Documents;
using SimInterdiction.Application.Replays;
using SimInterdiction.Application.Runs;
using SimInterdiction.Cli.Terminal;
using SimInterdiction.Cli.Wording;
using SimInterdiction.Experiments.Batches;
using SimInterdiction.Experiments.Store;
using SimInterdiction.Model.Study;

namespace SimInterdiction.Cli.Presenters;

/// <summary>Says on the error stream what is damaged in a run that is read and, on a terminal, how far the work
/// is.</summary>
/// <param name="error">Where to.</param>
internal class StoredRunPresenter(TextWriter error) : IObserveDocuments, IObserveReplay, IDisposable
{
    private ProgressLine? line;

    protected TextWriter Error => error;

    public void Opened(StoreContent content, string run)
    {
        foreach (string file in content.Damaged)
        {
            Say($"Damaged, and left out: {file}, of run {run}.");
        }
    }

    public void Lacks(MissingReplications missing) =>
        Say(
            $"{missing.Folder} holds {missing.Held:N0} of the {missing.Said:N0} replications that its manifest says. "
                + MendWords.Of(missing.Mend)
        );

    public void ReadingBegins(string run) => Begin();

    public void Read(StudyProgress progress) => line?.Show(progress);

    public void ReadingEnds() => Dispose();

    public void Making(string file, int done, int all)
    {
        Begin();
        line?.Show(file, done, all);
    }

    public void Simulating(Arm arm, int replication)
    {
        Begin();
        line?.Show($"replication {replication} of {arm}", 0, 0);
    }

    /// <summary>Ends what is shown of the progress.</summary>
    public void Dispose()
    {
        line?.Dispose();
        line = null;
        GC.SuppressFinalize(this);
    }

    private void Say(string words)
    {
        if (line is null)
        {
            error.WriteLine(words);
        }
        else
        {
            line.Say(words);
        }
    }

    /// <summary>Shows progress from here on, on a terminal.</summary>
    protected void Begin() => line ??= ProgressLine.Begin();

    /// <summary>Shows how far a simulation is.</summary>
    protected void Show(StudyProgress progress) => line?.Show(progress);
}
