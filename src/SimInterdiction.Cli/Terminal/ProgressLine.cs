using System.Diagnostics;
using SimInterdiction.Application.Runs;
using SimInterdiction.Cli.Wording;
using SimInterdiction.Experiments.Batches;
using SimInterdiction.Model;
using SimInterdiction.Model.Language;
using SimInterdiction.Reporting.Words;
using SimInterdiction.Scenarios.Problems;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace SimInterdiction.Cli.Terminal;

/// <summary>Shows on a terminal's error stream how far the work is; there is none where that is no terminal.</summary>
internal sealed class ProgressLine : IDisposable
{
    private const double SecondsBetweenUpdates = 0.1;

    private readonly IAnsiConsole terminal = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(Console.Error) });
    private readonly TaskCompletionSource ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly LiveView view = new(TimeProvider.System);
    private readonly Task shown;
    private readonly ProgressTask task;
    private volatile IRenderable? above;
    private volatile string timeLeft = string.Empty;
    private TimeLeft left = new(TimeProvider.System);
    private string doing = "starting";
    private long last;

    private ProgressLine()
    {
        var started = new TaskCompletionSource<ProgressTask>(TaskCreationOptions.RunContinuationsAsynchronously);
        shown = Task.Run(() =>
            terminal
                .Progress()
                .AutoClear(true)
                .Columns(
                    new TaskDescriptionColumn(),
                    new ProgressBarColumn { Width = 24 },
                    new PercentageColumn(),
                    new WordsColumn(() => timeLeft)
                )
                .UseRenderHook((progress, _) => above is { } rows ? new Rows(rows, progress) : progress)
                .StartAsync(async context =>
                {
                    started.SetResult(context.AddTask(doing));
                    await ended.Task;
                })
        );
        task = started.Task.Result;
    }

    private bool IsDue => Stopwatch.GetElapsedTime(last).TotalSeconds >= SecondsBetweenUpdates;

    /// <summary>Begins to show it; null where the error stream is no terminal.</summary>
    public static ProgressLine? Begin() => Console.IsErrorRedirected ? null : new ProgressLine();

    /// <summary>Shows how far a study is.</summary>
    public void Show(StudyProgress progress)
    {
        // Words are made only where they are shown.
        if (progress.Done >= progress.Asked || IsDue)
        {
            Show(ProgressWords.Of(progress), progress.Done, progress.Asked);
        }
    }

    /// <summary>Shows how far a study is, and above that what its deployments come to so far.</summary>
    public void Show(StudyProgress progress, Scenario scenario)
    {
        view.Show(progress, () => above = LiveRows.Of(LiveTable.Of(progress, scenario), terminal.Profile.Width, terminal.Profile.Height));
        Show(progress);
    }

    /// <summary>Shows how far an analysis is.</summary>
    public void Show(WorkProgress progress) => Show(ProgressWords.Of(progress), progress.Done, progress.All);

    /// <summary>Shows how far it is: at once where something else is being done than before, else from time to
    /// time.</summary>
    /// <param name="words">What is being done.</param>
    /// <param name="done">How much of it is done.</param>
    /// <param name="all">Of how much; 0 where nobody knows.</param>
    public void Show(string words, double done, double all)
    {
        if (words == doing && !IsDue)
        {
            return;
        }

        last = Stopwatch.GetTimestamp();
        doing = words;
        timeLeft = TimeLeftOf(done, all);
        task.IsIndeterminate = all == 0;
        task.MaxValue = Math.Max(1, all);
        task.Value = done;
        task.Description = Markup.Escape(Printable.Of(doing));
    }

    /// <summary>Writes a line that stays, above it.</summary>
    public void Say(string words) => terminal.WriteLine(Printable.Of(words));

    public void Dispose()
    {
        ended.TrySetResult();
        shown.Wait();
    }

    // The pace of other work says nothing.
    private string TimeLeftOf(double done, double all)
    {
        if (done < task.Value || all != task.MaxValue)
        {
            left = new TimeLeft(TimeProvider.System);
        }

        return left.At(done, all) is { } seconds and > 0 ? $"{CostWords.Duration(seconds)} left" : string.Empty;
    }

    private sealed class WordsColumn(Func<string> words) : ProgressColumn
    {
        public override IRenderable Render(RenderOptions options, ProgressTask task, TimeSpan deltaTime) => new Text(words());
    }
}
