using System.Security.Cryptography;
using SimInterdiction.Application.Requests;
using SimInterdiction.Experiments.Store;
using SimInterdiction.Reporting.Words;

namespace SimInterdiction.Web.Runs;

/// <summary>
/// The runs and questions that were asked for on the page: one at a time, as each takes all cores, the others in their
/// order after it. They belong to the server, not to a page: whoever closes one stops nothing.
/// </summary>
internal sealed class RunQueue : IDisposable
{
    private const int MostRemembered = 50;

    private readonly Workspace workspace;
    private readonly Effort effort;
    private readonly Lock access = new();
    private readonly List<QueuedWork> runs = [];
    private readonly SemaphoreSlim asked = new(0);
    private readonly Lock keeping = new();
    private readonly Thread worker;

    // Tells states of this server from those of one before it, whose numbers a page may still hold.
    private readonly string epoch = RandomNumberGenerator.GetHexString(8, lowercase: true);
    private TaskCompletionSource change = NewChange();
    private long state;
    private int number;
    private bool isEnding;
    private bool isKept;
    private KeptQueue? kept;

    /// <param name="workspace">Where results are.</param>
    /// <param name="effort">How runs are simulated.</param>
    public RunQueue(Workspace workspace, Effort effort)
    {
        this.workspace = workspace;
        this.effort = effort;
        worker = new Thread(Work) { Name = "Runs", IsBackground = true };
        worker.Start();
    }

    /// <summary>Whether a run is under way or waits.</summary>
    public bool IsBusy
    {
        get
        {
            lock (access)
            {
                return runs.Any(run => !run.News.IsOver);
            }
        }
    }

    /// <summary>How far all are, and a task that ends with the next change.</summary>
    public (RunBoard Board, Task Change) Now
    {
        get
        {
            lock (access)
            {
                return (new RunBoard($"{epoch}-{state}", [.. runs.Select(run => run.News)]), change.Task);
            }
        }
    }

    /// <summary>Puts something at the end of the queue.</summary>
    /// <returns>Its number; that of the same where it waits or is under way already.</returns>
    public int Add(QueuedWork work)
    {
        int added;
        lock (access)
        {
            if (runs.Find(each => each.IsOpen && each.IsSame(work)) is { } same)
            {
                work.Dispose();
                return same.News.Number;
            }

            // What goes on from where it was stopped is one thing.
            foreach (QueuedWork stopped in runs.Where(each => each.News.Phase == RunPhase.Stopped && each.IsSame(work)).ToArray())
            {
                runs.Remove(stopped);
                stopped.Dispose();
            }

            added = Enter(work);
            foreach (QueuedWork old in runs.Where(each => each.News.IsOver).SkipLast(MostRemembered).ToArray())
            {
                runs.Remove(old);
                old.Dispose();
            }
        }

        asked.Release();
        Changed();
        Keep();
        return added;
    }

    /// <summary>Goes on where a server was that was killed, and keeps from now on what waits and what is under
    /// way.</summary>
    /// <param name="restore">Makes ready what was kept; null where it can't be asked for here.</param>
    /// <returns>What there is to say of it, a sentence each.</returns>
    public IReadOnlyList<string> GoOn(Func<KeptWork, QueuedWork?> restore)
    {
        var notes = new List<string>();
        if (Directory.Exists(workspace.Results) && (kept = KeptQueue.Open(workspace.Results)) is null)
        {
            notes.Add($"Another server keeps what waits in '{workspace.Results}', or nobody may: if this one is killed, its own is lost.");
            return notes;
        }

        int others = 0;
        foreach (KeptWork each in kept?.Read(notes.Add) ?? [])
        {
            if (restore(each) is not { } work)
            {
                others++;
                continue;
            }

            work.Restore(each);
            lock (access)
            {
                Enter(work);
            }

            asked.Release();
            Changed();
        }

        if (others > 0)
        {
            notes.Add($"Of what waited for its turn, {others} can't be asked for here, and {(others == 1 ? "is" : "are")} left out.");
        }

        isKept = true;
        Keep();
        return notes;
    }

    /// <summary>Asks a run to stop.</summary>
    /// <returns>Whether there is such a run.</returns>
    public bool Stop(int which)
    {
        QueuedWork? found;
        lock (access)
        {
            found = runs.Find(run => run.News.Number == which);
        }

        found?.AskToStop();
        Keep();
        return found is not null;
    }

    /// <summary>Puts something that was stopped at the end of the queue once more, as it was asked for.</summary>
    /// <param name="which">Its number.</param>
    /// <param name="restore">Makes it ready; null where it can't be asked for here.</param>
    /// <returns>Its new number; null where there is none that was stopped.</returns>
    public int? Again(int which, Func<KeptWork, QueuedWork?> restore)
    {
        KeptWork? stopped;
        lock (access)
        {
            stopped = runs.Find(run => run.News.Number == which && run.News.Phase == RunPhase.Stopped)?.Keep();
        }

        return stopped is not null && restore(stopped) is { } work ? Add(work) : null;
    }

    /// <summary>Tells no more of something that is over; what it saved stays.</summary>
    /// <returns>Whether there was such.</returns>
    public bool Forget(int which)
    {
        lock (access)
        {
            if (runs.Find(run => run.News.Number == which && run.News.IsOver) is not { } over)
            {
                return false;
            }

            runs.Remove(over);
            over.Dispose();
        }

        Changed();
        return true;
    }

    /// <summary>Stops all, and waits until what was simulated is saved. Whoever ends it means it: the next server tells
    /// of what was stopped, and goes on with it when asked.</summary>
    public void Dispose()
    {
        QueuedWork[] open;
        lock (access)
        {
            isEnding = true;
            open = [.. runs.Where(run => run.IsOpen)];
        }

        foreach (QueuedWork run in open)
        {
            run.AskToStop();
        }

        asked.Release();
        worker.Join();
        asked.Dispose();
        lock (keeping)
        {
            kept?.Write([
                .. open.Where(run => run.News.Phase == RunPhase.Stopped).Select(run => run.Keep() with { Ending = run.News.Ending }),
            ]);
            kept?.Dispose();
        }
    }

    private static TaskCompletionSource NewChange() => new(TaskCreationOptions.RunContinuationsAsynchronously);

    private void Work()
    {
        while (true)
        {
            asked.Wait();
            QueuedWork? next;
            lock (access)
            {
                if (isEnding)
                {
                    return;
                }

                next = runs.Find(run => run.News.Phase == RunPhase.Waiting);
            }

            if (next is not null)
            {
                Execute(next);
            }
        }
    }

    private void Execute(QueuedWork work)
    {
        work.Begin();
        try
        {
            (RunPhase phase, string ending) = work.Execute(workspace, effort);
            work.End(phase, ending);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            work.End(RunPhase.Failed, $"Not everything could be saved: {SaveFailureWords.Of(SaveFailure.Of(error, workspace.Results))}.");
        }
        catch (Exception error)
        {
            // The next one shall have its turn, whatever became of this.
            work.End(RunPhase.Failed, $"It failed: {error.Message}");
        }

        Keep();
    }

    private int Enter(QueuedWork work)
    {
        work.Enter(++number);
        work.Changed = Changed;
        runs.Add(work);
        return number;
    }

    // Each time anew, so that the last to write has what is so.
    private void Keep()
    {
        lock (keeping)
        {
            KeptWork[] open;
            lock (access)
            {
                if (!isKept || isEnding)
                {
                    return;
                }

                open = [.. runs.Where(run => run.IsOpen).Select(run => run.Keep())];
            }

            if (kept is not null || open.Length > 0)
            {
                (kept ??= KeptQueue.Open(workspace.Results))?.Write(open);
            }
        }
    }

    private void Changed()
    {
        TaskCompletionSource before;
        lock (access)
        {
            state++;
            before = change;
            change = NewChange();
        }

        before.SetResult();
    }
}
