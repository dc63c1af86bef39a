using SimInterdiction.Reporting.Words;
using Spectre.Console;

namespace SimInterdiction.Cli.Running;

/// <summary>Shows on a terminal's error stream which of several steps is under way; says nothing where that is no terminal.</summary>
internal static class StepsLine
{
    /// <summary>Does the work, showing its steps.</summary>
    /// <param name="work">The work; it is given whom to tell of each step (its name, how many are done, how many there are or 0), or null.</param>
    public static T While<T>(Func<Action<string, int, int>?, T> work)
    {
        if (Console.IsErrorRedirected)
        {
            return work(null);
        }

        IAnsiConsole terminal = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(Console.Error) });
        return terminal.Progress()
            .AutoClear(true)
            .Columns(new TaskDescriptionColumn(), new ProgressBarColumn { Width = 24 }, new PercentageColumn())
            .Start(context =>
            {
                ProgressTask task = context.AddTask("starting");
                return work((name, done, all) =>
                {
                    task.IsIndeterminate = all == 0;
                    task.MaxValue = Math.Max(1, all);
                    task.Value = done;
                    task.Description = Markup.Escape(all == 0 ? name : $"{Digits.Whole(done)}/{Digits.Whole(all)} {name}");
                });
            });
    }
}
