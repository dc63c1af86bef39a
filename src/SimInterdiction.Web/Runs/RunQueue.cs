using System.Security.Cryptography;
using SimInterdiction.Application.Requests;

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
    private readonly Thread worker;

    // Tells states of this server from those of one before it, whose numbers a page may still hold.
    private readonly string epoch = RandomNumberGenerator.GetHexString(8, lowercase: true);
    private TaskCompletionSource change = NewChange();
    private long state;
    private int number;
    private bool isEnding;

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
            if (runs.Find(each => !each.News.IsOver && !each.Stop.IsCancellationRequested && each.IsSame(work)) is { } same)
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

            added = ++number;
            work.Enter(added);
            work.Changed = Changed;
            runs.Add(work);
            foreach (QueuedWork old in runs.Where(each => each.News.IsOver).SkipLast(MostRemembered).ToArray())
            {
                runs.Remove(old);
                old.Dispose();
            }
        }

        asked.Release();
        Changed();
        return added;
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
        return found is not null;
    }

    /// <summary>Stops all, and waits until what was simulated is saved.</summary>
    public void Dispose()
    {
        QueuedWork[] open;
        lock (access)
        {
            isEnding = true;
            open = [.. runs.Where(run => !run.News.IsOver)];
        }

        foreach (QueuedWork run in open)
        {
            run.AskToStop();
        }

        asked.Release();
        worker.Join();
        asked.Dispose();
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
        catch (Exception error)
        {
            // The next one shall have its turn, whatever became of this.
            work.End(RunPhase.Failed, $"It failed: {error.Message}");
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
