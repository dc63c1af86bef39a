using SimInterdiction.Application.Documents;
using SimInterdiction.Cli.Terminal;

namespace SimInterdiction.Cli.Presenters;

/// <summary>Says which documents were written, and shows them.</summary>
internal static class DocumentPresenter
{
    /// <returns>An <see cref="ExitCode"/>.</returns>
    public static int Tell(DocumentOutcome outcome, bool isOpened, TextWriter output, TextWriter error)
    {
        switch (outcome)
        {
            case DocumentOutcome.Completed { Files: { } files }:
                Print(files, isOpened, output, error);
                return ExitCode.Ok;
            case DocumentOutcome.NotSaved notSaved:
                Print(notSaved.Files, isOpened, output, error);
                error.WriteLine($"simint: {notSaved.Why}.");
                return ExitCode.RunFailed;
            case DocumentOutcome.Refused { Why: { } refusal }:
                return RefusalPresenter.Tell(refusal, error);
            default:
                throw new ArgumentOutOfRangeException(nameof(outcome), outcome, "It has no words.");
        }
    }

    private static void Print(IReadOnlyList<string> files, bool isOpened, TextWriter output, TextWriter error)
    {
        foreach (string file in files)
        {
            output.WriteLine(file);
            if (isOpened && !Screen.TryOpen(file))
            {
                error.WriteLine($"simint: there is no screen here, or no program, to show {file} with.");
            }
        }
    }
}
