using SimInterdiction.Application.Comparisons;

namespace SimInterdiction.Cli.Presenters;

/// <summary>Prints runs side by side.</summary>
/// <param name="write">How the table is written.</param>
/// <param name="output">Takes it.</param>
/// <param name="error">Takes the rest.</param>
internal sealed class ComparisonPresenter(Func<RunTable, string> write, TextWriter output, TextWriter error) : StoredRunPresenter(error)
{
    /// <summary>Says what came out.</summary>
    /// <returns>An <see cref="ExitCode"/>.</returns>
    public int Tell(ComparisonOutcome outcome)
    {
        switch (outcome)
        {
            case ComparisonOutcome.Completed { Table: { } table }:
                output.Write(write(table));
                return ExitCode.Ok;
            case ComparisonOutcome.Stopped:
                Error.WriteLine("Stopped; nothing was compared.");
                return ExitCode.StoppedAndSaved;
            case ComparisonOutcome.Refused { Why: { } refusal }:
                return RefusalPresenter.Tell(refusal, Error);
            default:
                throw new ArgumentOutOfRangeException(nameof(outcome), outcome, "It has no words.");
        }
    }
}
