using SimInterdiction.Application.Requests;
using SimInterdiction.Cli.Wording;

namespace SimInterdiction.Cli.Presenters;

/// <summary>Says why nothing was done.</summary>
internal static class RefusalPresenter
{
    /// <returns>An <see cref="ExitCode"/>.</returns>
    public static int Tell(Refusal refusal, TextWriter error)
    {
        if (refusal is Refusal.Problems { Found: { } problems })
        {
            ScenarioInput.PrintProblems(problems, error);
            return ExitCode.ScenarioErrors;
        }

        error.WriteLine($"simint: {RefusalWords.Of(refusal)}");
        return refusal is Refusal.NoReplications ? ExitCode.RunFailed : ExitCode.Usage;
    }

    /// <summary>Says that another process is waited for.</summary>
    public static void Waiting(string folder, TextWriter error) =>
        error.WriteLine($"Another simint is working on {folder}; waiting for it. Ctrl-C gives up.");
}
