using SimInterdiction.Application.Sensitivities;
using SimInterdiction.Cli.Wording;
using SimInterdiction.Reporting.Tables;

namespace SimInterdiction.Cli.Presenters;

/// <summary>Shows how a sensitivity analysis progresses and what came out.</summary>
/// <param name="how">How.</param>
/// <param name="results">The folder of results, for what is suggested.</param>
/// <param name="output">Takes what came out.</param>
/// <param name="error">Takes the rest.</param>
internal sealed class SensitivityPresenter(Presentation how, string results, TextWriter output, TextWriter error)
    : DesignPresenter(saysVerdict: true, how.IsQuiet, error)
{
    /// <summary>Says how it ended.</summary>
    /// <returns>An <see cref="ExitCode"/>.</returns>
    public int Tell(SensitivityOutcome outcome)
    {
        switch (outcome)
        {
            case SensitivityOutcome.Completed completed:
                Print(completed);
                return ExitCode.Ok;
            case SensitivityOutcome.Stopped stopped:
                return Stopped(stopped.WasWaiting, stopped.HoldsReplications);
            case SensitivityOutcome.NotSaved { Why: { } why }:
                return NotSaved(why);
            case SensitivityOutcome.NotSimulated { Why: { } why }:
                return NotSimulated(why);
            case SensitivityOutcome.Failed { Why: { } why }:
                return Failed(why);
            case SensitivityOutcome.Refused { Why: { } refusal }:
                return RefusalPresenter.Tell(refusal, Error);
            default:
                throw new ArgumentOutOfRangeException(nameof(outcome), outcome, "It has no words.");
        }
    }

    private void Print(SensitivityOutcome.Completed completed)
    {
        if (how.AsJson)
        {
            output.Write(completed.Analysis.ToJson());
            return;
        }

        foreach (string line in how.IsQuiet ? [] : SensitivityTable.Lines(completed.View))
        {
            output.WriteLine(line);
        }

        output.WriteLine($"  Results {completed.Folder}");
        if (!how.IsQuiet && completed.Next is { } next)
        {
            output.WriteLine($"  Next    {CommandWording.With(new CommandWording().Of(next), results)}");
        }
    }
}
