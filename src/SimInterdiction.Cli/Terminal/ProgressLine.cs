using System.Diagnostics;
using SimInterdiction.Experiments;
using SimInterdiction.Experiments.Results;
using SimInterdiction.Model.Language;
using SimInterdiction.Model.Measures;
using SimInterdiction.Reporting.Words;
using Spectre.Console;

namespace SimInterdiction.Cli.Running;

/// <summary>Shows on a terminal's error stream how far the work is; there is none where that is no terminal.</summary>
internal sealed class ProgressLine
{
    private const double SecondsBetweenUpdates = 0.1;

    private readonly IAnsiConsole terminal;
    private readonly ProgressTask task;
    private string doing = "starting";
    private long last;

    private ProgressLine(IAnsiConsole terminal, ProgressContext context)
    {
        this.terminal = terminal;
        task = context.AddTask(doing);
    }

    private bool IsDue => Stopwatch.GetElapsedTime(last).TotalSeconds >= SecondsBetweenUpdates;

    /// <summary>Does the work, showing its progress.</summary>
    /// <param name="isShown">Whether to show anything.</param>
    /// <param name="work">The work; it is given the line to show its progress on, or null.</param>
    public static T While<T>(bool isShown, Func<ProgressLine?, T> work)
    {
        if (!isShown || Console.IsErrorRedirected)
        {
            return work(null);
        }

        IAnsiConsole terminal = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(Console.Error) });
        return terminal
            .Progress()
            .AutoClear(true)
            .Columns(new TaskDescriptionColumn(), new ProgressBarColumn { Width = 24 }, new PercentageColumn(), new RemainingTimeColumn())
            .Start(context => work(new ProgressLine(terminal, context)));
    }

    /// <summary>The same of a study.</summary>
    /// <param name="isShown">Whether to show anything.</param>
    /// <param name="measure">The measure shown so far.</param>
    /// <param name="work">The work; it is given whom to tell of its progress, or null.</param>
    public static T While<T>(bool isShown, Measure measure, Func<Action<StudyProgress>?, T> work)
    {
        MeasureScale scale = MeasureScale.Of(measure);
        return While(isShown, line => work(
                line is null
                    ? null
                    : progress =>
                    {
                        // Words are made only where they are shown.
                        if (progress.Done >= progress.Asked || line.IsDue)
                        {
                            string soFar = progress.MeasureSoFar(0) is { } value
                                ? $", {progress.Arms[0]} {scale.Value(new Estimate(value, null, null))} so far"
                                : string.Empty;
                            line.Show(new WorkProgress($"{progress.Done:N0}/{progress.Asked:N0}{soFar}", progress.Done, progress.Asked));
                        }
                    }
            ));
    }

    /// <summary>Shows how far it is: at once where something else is being done than before, else from time to
    /// time.</summary>
    public void Show(WorkProgress progress)
    {
        if (progress.Doing == doing && !IsDue)
        {
            return;
        }

        last = Stopwatch.GetTimestamp();
        doing = progress.Doing;
        task.IsIndeterminate = progress.All == 0;
        task.MaxValue = Math.Max(1, progress.All);
        task.Value = progress.Done;
        task.Description = Markup.Escape(Printable.Of(doing));
    }

    /// <summary>Writes a line that stays, above it.</summary>
    public void Say(string words) => terminal.WriteLine(Printable.Of(words));
}
