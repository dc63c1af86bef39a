using System.Diagnostics;
using SimInterdiction.Experiments.Doubt;
using SimInterdiction.Reporting.Words;
using Spectre.Console;

namespace SimInterdiction.Cli.Doubt;

/// <summary>Says on the error stream what an analysis will cost and, on a terminal, how far it is.</summary>
/// <param name="error">Where to; null to say nothing.</param>
/// <param name="options">What is simulated.</param>
internal sealed class SettingsProgress(TextWriter? error, SensitivityOptions options) : IDisposable
{
    private const double SecondsBetweenUpdates = 0.1;

    private readonly Stopwatch clock = Stopwatch.StartNew();
    private double lastShown = -1;
    private bool hasSaidDuration;

    /// <summary>The cost in simulated periods, before anything is simulated.</summary>
    public void Announce(int settings, int deployments, int threads)
    {
        string more = options.Method == SensitivityMethod.Tornado ? ", and up to 20 more settings for each input that turns the answer" : string.Empty;
        error?.WriteLine($"{settings:N0} settings x {deployments} deployments x {options.Replications:N0} replications on {Plain.Count(threads, "core")}{more}.");
        error?.WriteLine("Ctrl-C is safe: run the same command again to carry on.");
    }

    public T While<T>(Func<Action<SensitivityProgress>?, T> work)
    {
        if (error is null)
        {
            return work(null);
        }

        clock.Restart();
        if (Console.IsErrorRedirected)
        {
            return work(SayDuration);
        }

        IAnsiConsole terminal = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(Console.Error) });
        return terminal.Progress()
            .AutoClear(true)
            .Columns(new TaskDescriptionColumn(), new ProgressBarColumn { Width = 24 }, new PercentageColumn(), new RemainingTimeColumn())
            .Start(context =>
            {
                ProgressTask task = context.AddTask("starting");
                return work(progress =>
                {
                    if (clock.Elapsed.TotalSeconds - lastShown >= SecondsBetweenUpdates)
                    {
                        lastShown = clock.Elapsed.TotalSeconds;
                        task.MaxValue = progress.Planned * (double)options.Replications;
                        task.Value = (progress.Settings * (double)options.Replications) + progress.Replications;
                        task.Description = $"setting {progress.Settings + 1:N0} of {progress.Planned:N0}";
                    }
                });
            });
    }

    public void Dispose() => clock.Stop();

    // The first setting tells, start of the program and all; the others differ from it, so the number is a rough one.
    private void SayDuration(SensitivityProgress progress)
    {
        if (!hasSaidDuration && progress.Settings == 0 && progress.Replications == options.Replications)
        {
            hasSaidDuration = true;
            double seconds = clock.Elapsed.TotalSeconds * progress.Planned;
            error!.WriteLine(seconds < 90 ? $"About {Math.Max(1, Math.Round(seconds)):0} s in all." : $"About {Math.Round(seconds / 60):0} minutes in all.");
        }
    }
}
