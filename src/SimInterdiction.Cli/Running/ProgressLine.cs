using System.Diagnostics;
using SimInterdiction.Experiments;
using SimInterdiction.Experiments.Results;
using SimInterdiction.Model.Measures;
using SimInterdiction.Reporting.Words;
using Spectre.Console;

namespace SimInterdiction.Cli.Running;

/// <summary>Shows on a terminal's error stream how far a study is; says nothing where that is no terminal.</summary>
internal static class ProgressLine
{
    private const double SecondsBetweenUpdates = 0.1;

    /// <summary>Does the work, showing its progress.</summary>
    /// <param name="isShown">Whether to show anything.</param>
    /// <param name="measure">The measure shown so far.</param>
    /// <param name="work">The work; it is given whom to tell of its progress, or null.</param>
    public static T While<T>(bool isShown, Measure measure, Func<Action<StudyProgress>?, T> work)
    {
        if (!isShown || Console.IsErrorRedirected)
        {
            return work(null);
        }

        MeasureScale scale = MeasureScale.Of(measure);
        IAnsiConsole terminal = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(Console.Error) });
        return terminal.Progress()
            .AutoClear(true)
            .Columns(new TaskDescriptionColumn(), new ProgressBarColumn { Width = 24 }, new PercentageColumn(), new RemainingTimeColumn())
            .Start(context =>
            {
                ProgressTask task = context.AddTask("starting");
                long last = 0;
                return work(progress =>
                {
                    if (progress.Done < progress.Asked && Stopwatch.GetElapsedTime(last).TotalSeconds < SecondsBetweenUpdates)
                    {
                        return;
                    }

                    last = Stopwatch.GetTimestamp();
                    task.MaxValue = progress.Asked;
                    task.Value = progress.Done;
                    string soFar = progress.MeasureSoFar(0) is { } value ? $", {progress.Arms[0]} {scale.Value(new Estimate(value, null, null))} so far" : string.Empty;
                    task.Description = Markup.Escape($"{progress.Done:N0}/{progress.Asked:N0}{soFar}");
                });
            });
    }
}
