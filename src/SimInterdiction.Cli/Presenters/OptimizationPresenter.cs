using SimInterdiction.Application.Optimizations;
using SimInterdiction.Cli.Terminal;
using SimInterdiction.Cli.Wording;
using SimInterdiction.Reporting.Tables;
using SimInterdiction.Scenarios;

namespace SimInterdiction.Cli.Presenters;

/// <summary>Says how a search for the best deployment goes, and what it found.</summary>
/// <param name="isJson">Whether as JSON.</param>
/// <param name="output">Takes what came out.</param>
/// <param name="error">Takes progress and problems.</param>
internal sealed class OptimizationPresenter(bool isJson, TextWriter output, TextWriter error) : IObserveOptimization, IDisposable
{
    private ProgressLine? line;

    public void Read(ScenarioReading reading) => ScenarioInput.PrintProblems(reading, error);

    public void Begins(int candidates)
    {
        line = ProgressLine.Begin();
        line?.Show($"choosing among {candidates} postings", 0, 0);
    }

    public void Progress(double best, double bound) =>
        line?.Show(
            double.IsFinite(best) && double.IsFinite(bound)
                ? $"best {OptimizationText.Percent(best)}, none above {OptimizationText.Percent(bound)}"
                : "looking for a first deployment",
            0,
            0
        );

    public void Dispose() => line?.Dispose();

    /// <summary>Says what came out.</summary>
    /// <returns>An <see cref="ExitCode"/>.</returns>
    public int Tell(OptimizationOutcome outcome)
    {
        Dispose();
        line = null;
        switch (outcome)
        {
            case OptimizationOutcome.Refused { Why: { } why }:
                return RefusalPresenter.Tell(why, error);
            case OptimizationOutcome.Impossible impossible:
                foreach (string objection in OptimizationText.Objections(impossible))
                {
                    error.WriteLine($"simint: {objection}");
                }

                return ExitCode.Usage;
            case OptimizationOutcome.NothingToPost:
                error.WriteLine(
                    "simint: there is nothing to choose from: no task force that the deployment in force, or --task-forces, names "
                        + "has a team for any place within its reach."
                );
                return ExitCode.Usage;
            case OptimizationOutcome.Found found:
                if (isJson)
                {
                    output.WriteLine(OptimizationJson.Write(found));
                }
                else
                {
                    Tell(found);
                }

                if (found.NotSaved is { } notSaved)
                {
                    error.WriteLine($"simint: {SaveWords.Of(notSaved)}");
                    return ExitCode.RunFailed;
                }

                return ExitCode.Ok;
            default:
                throw new ArgumentOutOfRangeException(nameof(outcome), outcome, "It has no words.");
        }
    }

    private void Tell(OptimizationOutcome.Found found)
    {
        foreach (string text in OptimizationText.Lines(found))
        {
            output.WriteLine(text);
        }

        if (found.File is { } file)
        {
            foreach (
                string text in TerminalTable.Wrap($"Written to {file}: simint run {file} simulates it beside the others.", string.Empty)
            )
            {
                output.WriteLine(text);
            }
        }
    }
}
