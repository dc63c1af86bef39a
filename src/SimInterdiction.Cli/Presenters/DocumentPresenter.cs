using SimInterdiction.Application.Documents;
using SimInterdiction.Cli.Terminal;
using SimInterdiction.Cli.Wording;

namespace SimInterdiction.Cli.Presenters;

/// <summary>Says which documents were written, and shows them.</summary>
/// <param name="isOpened">Whether to show them.</param>
/// <param name="output">Takes their names.</param>
/// <param name="error">Takes the rest.</param>
internal sealed class DocumentPresenter(bool isOpened, TextWriter output, TextWriter error) : StoredRunPresenter(error)
{
    /// <summary>Says how it ended.</summary>
    /// <returns>An <see cref="ExitCode"/>.</returns>
    public int Tell(DocumentOutcome outcome)
    {
        Dispose();
        switch (outcome)
        {
            case DocumentOutcome.Completed { Files: { } files }:
                Print(files);
                return ExitCode.Ok;
            case DocumentOutcome.Stopped { Files: { } files }:
                Print(files);
                Error.WriteLine(files.Count == 0 ? "Stopped; nothing was written." : "Stopped; the files above are written.");
                return ExitCode.StoppedAndSaved;
            case DocumentOutcome.NotSaved notSaved:
                Print(notSaved.Files);
                Error.WriteLine($"simint: {SaveWords.Of(notSaved.Why)}.");
                return ExitCode.RunFailed;
            case DocumentOutcome.Refused { Why: { } refusal }:
                return RefusalPresenter.Tell(refusal, Error);
            default:
                throw new ArgumentOutOfRangeException(nameof(outcome), outcome, "It has no words.");
        }
    }

    private void Print(IReadOnlyList<string> files)
    {
        foreach (string file in files)
        {
            output.WriteLine(file);
            if (isOpened && !Screen.TryOpen(file))
            {
                Error.WriteLine($"simint: there is no screen here, or no program, to show {file} with.");
            }
        }
    }
}
