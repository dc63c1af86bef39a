using System.Security.Cryptography;
using SimInterdiction.Application.Requests;
using SimInterdiction.Application.Runs;
using SimInterdiction.Web.Wording;

namespace SimInterdiction.Web.Runs;

/// <summary>
/// The runs that were asked for on the page: one at a time, as each takes all cores, the others in their order after
/// it. They belong to the server, not to a page: whoever closes one stops nothing.
/// </summary>
internal sealed class RunQueue : IDisposable
{
    private const int MostRemembered = 50;

    private readonly Workspace workspace;
    private readonly Effort effort;
    private readonly Lock access = new();
    private readonly List<QueuedRun> runs = [];
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

    /// <summary>Puts a run at the end of the queue.</summary>
    /// <returns>Its number; that of the same request where it waits or is under way already.</returns>
    public int Add(RunRequest request)
    {
        int added;
        lock (access)
        {
            if (runs.Find(run => !run.News.IsOver && !run.Stop.IsCancellationRequested && IsSame(run.Request, request)) is { } same)
            {
                return same.News.Number;
            }

            added = ++number;
            runs.Add(new QueuedRun(added, request, workspace, Changed));
            foreach (QueuedRun old in runs.Where(run => run.News.IsOver).SkipLast(MostRemembered).ToArray())
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
        QueuedRun? found;
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
        QueuedRun[] open;
        lock (access)
        {
            isEnding = true;
            open = [.. runs.Where(run => !run.News.IsOver)];
        }

        foreach (QueuedRun run in open)
        {
            run.AskToStop();
        }

        asked.Release();
        worker.Join();
        asked.Dispose();
    }

    private static TaskCompletionSource NewChange() => new(TaskCreationOptions.RunContinuationsAsynchronously);

    // Lists compare by their content.
    private static bool IsSame(RunRequest one, RunRequest other) =>
        one.Source.File == other.Source.File
        && one.Replications == other.Replications
        && one.Source.Seed == other.Source.Seed
        && one.IsAdaptive == other.IsAdaptive
        && one.IncludesUncertainty == other.IncludesUncertainty
        && one.Only.SequenceEqual(other.Only)
        && one.Source.Overrides.SequenceEqual(other.Source.Overrides)
        && one.Source.WhatIfs.SequenceEqual(other.Source.WhatIfs);

    private static RunPhase PhaseOf(RunOutcome outcome) =>
        outcome switch
        {
            RunOutcome.Completed => RunPhase.Completed,
            RunOutcome.Stopped or RunOutcome.StoppedAtOnce => RunPhase.Stopped,
            _ => RunPhase.Failed,
        };

    private void Work()
    {
        while (true)
        {
            asked.Wait();
            QueuedRun? next;
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

    private void Execute(QueuedRun run)
    {
        run.Begin();
        try
        {
            RunOutcome outcome = new Run(workspace).Execute(run.Request, effort, run, run.Stop);
            run.End(PhaseOf(outcome), OutcomeWords.Of(outcome));
        }
        catch (Exception error)
        {
            // The next one shall have its turn, whatever became of this.
            run.End(RunPhase.Failed, $"It failed: {error.Message}");
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
