using SimInterdiction.Application.Runs;
using SimInterdiction.Application.Templates;
using SimInterdiction.Cli.Terminal;
using SimInterdiction.Cli.Wording;

namespace SimInterdiction.Cli.Presenters;

/// <summary>Shows how the shipped scenario's run gets on, and opens its report.</summary>
/// <param name="isOpened">Whether to open it.</param>
/// <param name="results">The folder of results, for what is suggested.</param>
/// <param name="output">Takes what came out.</param>
/// <param name="error">Takes the rest.</param>
internal sealed class DemonstrationPresenter(bool isOpened, string results, TextWriter output, TextWriter error)
    : RunPresenter(new Presentation(), results, output, error),
        IObserveDemonstration
{
    public void Kept(string file) => Error.WriteLine($"{file} was changed; it is used as it is. Delete it to get the shipped one back.");

    /// <summary>Says how it ended.</summary>
    /// <returns>An <see cref="ExitCode"/>.</returns>
    public int Tell(DemonstrationOutcome outcome)
    {
        switch (outcome)
        {
            case DemonstrationOutcome.NotSaved { Why: { } why }:
                Error.WriteLine($"simint: {SaveWords.Of(why)}.");
                return ExitCode.RunFailed;
            case DemonstrationOutcome.Ran ran:
                int code = Tell(ran.Outcome);
                if (ran.Outcome is not RunOutcome.Refused)
                {
                    Output.WriteLine($"  Next    edit {ran.Next.Source.File}, then: {new CommandWording().Of(ran.Next)}");
                }

                if (isOpened && ran.Outcome is RunOutcome.Completed { Run.Report: { } report } && !Screen.TryOpen(report))
                {
                    Output.WriteLine("There is no screen here to show the report on; open the file above in any browser.");
                }

                return code;
            default:
                throw new ArgumentOutOfRangeException(nameof(outcome), outcome, "It has no words.");
        }
    }
}
