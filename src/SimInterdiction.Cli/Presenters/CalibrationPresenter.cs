using SimInterdiction.Application.Calibrations;
using SimInterdiction.Cli.Wording;
using SimInterdiction.Experiments.Calibration;
using SimInterdiction.Reporting.Calibration;
using SimInterdiction.Reporting.Tables;

namespace SimInterdiction.Cli.Presenters;

/// <summary>Shows how a calibration progresses and what came out.</summary>
/// <param name="asJson">Whether as JSON on standard output.</param>
/// <param name="output">Takes what came out.</param>
/// <param name="error">Takes the rest.</param>
internal sealed class CalibrationPresenter(bool asJson, TextWriter output, TextWriter error)
    : DesignPresenter(saysVerdict: false, isQuiet: false, error)
{
    /// <summary>Says how it ended.</summary>
    /// <returns>An <see cref="ExitCode"/>.</returns>
    public int Tell(CalibrationStudyOutcome outcome)
    {
        switch (outcome)
        {
            case CalibrationStudyOutcome.Completed completed:
                Print(completed);
                if (completed.Taken is { } taken)
                {
                    Error.WriteLine(SaveWords.Taken(taken, completed.File));
                }

                return ExitCode.Ok;
            case CalibrationStudyOutcome.NoFit none:
                string words = $"simint: {CalibrationWords.Failure(none.Fit, none.Targets, none.Scales)} {Advice(none.Fit)}";
                foreach (string line in TerminalTable.Wrap(words, string.Empty))
                {
                    Error.WriteLine(line);
                }

                return ExitCode.RunFailed;
            case CalibrationStudyOutcome.Stopped stopped:
                return Stopped(stopped.WasWaiting, stopped.HoldsReplications);
            case CalibrationStudyOutcome.NotSaved { Why: { } why }:
                return NotSaved(why);
            case CalibrationStudyOutcome.NotSimulated { Why: { } why }:
                return NotSimulated(why);
            case CalibrationStudyOutcome.Failed { Why: { } why }:
                return Failed(why);
            case CalibrationStudyOutcome.Refused { Why: { } refusal }:
                return RefusalPresenter.Tell(refusal, Error);
            default:
                throw new ArgumentOutOfRangeException(nameof(outcome), outcome, "It has no words.");
        }
    }

    private static string Advice(CalibrationOutcome fit) =>
        fit switch
        {
            CalibrationOutcome.OutOfReach reach => CalibrationWords.DependsOnIt(reach)
                ? "Widen the range, or check the figure and the rest of the scenario."
                : "Fit another input.",
            _ => "Widen the ranges or the +-, or try more settings (--draws).",
        };

    private void Print(CalibrationStudyOutcome.Completed completed)
    {
        if (asJson)
        {
            output.WriteLine(CalibrationJson.Write(completed.Report, completed.File));
            return;
        }

        foreach (string line in CalibrationText.Lines(completed.Report))
        {
            output.WriteLine(line);
        }

        output.WriteLine();
        output.WriteLine($"  Written  {completed.File}");
        if (completed.Figure is { } figure)
        {
            output.WriteLine($"  Figure   {figure}");
        }

        output.WriteLine($"  Next     {new CommandWording().Of(completed.Next)}");
    }
}
