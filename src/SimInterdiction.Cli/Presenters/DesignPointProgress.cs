using System.Diagnostics;
using SimInterdiction.Experiments;
using SimInterdiction.Experiments.Store;

namespace SimInterdiction.Cli.Running;

/// <summary>Says on the error stream what an analysis of many settings will cost, what of it was simulated before and,
/// on a terminal, how far it is.</summary>
/// <param name="error">Where to; null to say nothing.</param>
/// <param name="folder">The name of the analysis's folder.</param>
internal sealed class DesignPointProgress(TextWriter? error, string folder)
{
    private const double SecondsToJudgeBy = 10;

    private readonly List<ArmContent> contents = [];
    private RunStore? store;
    private ProgressLine? line;
    private bool hasSaidReuse;
    private bool hasSaidDuration;
    private (long Time, double Done)? started;

    /// <summary>What it will cost, before anything is simulated.</summary>
    public void Announce(string cost)
    {
        error?.WriteLine(cost);
        error?.WriteLine("Ctrl-C is safe: run the same command again to carry on.");
    }

    /// <summary>Takes what a store holds of a setting.</summary>
    public void Tell(StoreContent content)
    {
        contents.AddRange(content.Arms);
        foreach (string words in StoreWords.Damaged(content))
        {
            Say(words);
        }
    }

    /// <summary>Does the work, showing its progress and saying once what of it was there.</summary>
    /// <param name="from">Where it is kept.</param>
    /// <param name="work">The work; it is given whom to tell of its progress, or null.</param>
    public T While<T>(RunStore from, Func<Action<WorkProgress>?, T> work)
    {
        store = from;
        T result = ProgressLine.While(error is not null, shown =>
        {
            line = shown;
            return work(error is null ? null : Watch);
        });
        line = null;
        if (from.Simulated == 0 && StoreWords.All(contents, folder) is { } words)
        {
            Say(words);
        }

        return result;
    }

    private void Watch(WorkProgress progress)
    {
        if (store!.Simulated > 0)
        {
            SayReuse();
            SayDuration(progress);
        }

        line?.Show(progress);
    }

    private void SayReuse()
    {
        if (!hasSaidReuse && StoreWords.First(contents, folder) is { } words)
        {
            Say(words);
        }

        hasSaidReuse = true;
    }

    // The first seconds of a part of the work tell; settings differ, so the number is a rough one. On a terminal the
    // line says it, and better.
    private void SayDuration(WorkProgress progress)
    {
        if (started is null || progress.Done < started.Value.Done)
        {
            started = (Stopwatch.GetTimestamp(), progress.Done);
        }

        double elapsed = Stopwatch.GetElapsedTime(started.Value.Time).TotalSeconds;
        if (line is null && !hasSaidDuration && elapsed >= SecondsToJudgeBy && progress.Done > started.Value.Done)
        {
            hasSaidDuration = true;
            double seconds = elapsed * (progress.All - progress.Done) / (progress.Done - started.Value.Done);
            Say(
                seconds < 90 ? $"About {Math.Max(1, Math.Round(seconds)):0} s to go." : $"About {Math.Round(seconds / 60):0} minutes to go."
            );
        }
    }

    private void Say(string words)
    {
        if (line is null)
        {
            error?.WriteLine(words);
        }
        else
        {
            line.Say(words);
        }
    }
}
