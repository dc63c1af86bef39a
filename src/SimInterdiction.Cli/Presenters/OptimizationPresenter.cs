using SimInterdiction.Application.Optimizations;
using SimInterdiction.Cli.Terminal;
using SimInterdiction.Cli.Wording;
using SimInterdiction.Reporting.Tables;
using SimInterdiction.Reporting.Words;
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
                ? $"best {OptimizationWords.Percent(best)}, none above {OptimizationWords.Percent(bound)}"
                : "looking for a first deployment",
            0,
            0
        );

    public void GoesOn() => line?.Show("the best is found; what else would be, and simulation", 0, 0);

    /// <summary>Says how it goes with the machines that simulate.</summary>
    public void SayOfMachines(string words)
    {
        if (line is null)
        {
            error.WriteLine(words);
        }
        else
        {
            line.Say(words);
        }
    }

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
            case OptimizationOutcome.NotSimulated { Why: { } fault }:
                foreach (string words in ClusterWords.Of(fault))
                {
                    error.WriteLine(words);
                }

                return ExitCode.RunFailed;
            case OptimizationOutcome.Impossible impossible:
                foreach (string objection in impossible.Objections)
                {
                    error.WriteLine($"simint: {objection}");
                }

                return ExitCode.Usage;
            case OptimizationOutcome.NothingAffordable tooLittle:
                error.WriteLine($"simint: {tooLittle.Objection}");
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
                    output.Write(found.Stored.ToJson());
                }
                else
                {
                    Tell(found);
                }

                if (found.Taken is { } taken)
                {
                    error.WriteLine(SaveWords.Taken(taken, found.File!));
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
        foreach (string text in OptimizationLines.Of(found.Result))
        {
            output.WriteLine(text);
        }

        if (found.File is { } file)
        {
            Say($"Written to {file}: simint run {file} simulates it beside the others.");
        }

        if (found.Folder is { } folder)
        {
            Say($"All numbers are in {folder}; reports of the scenario's runs show them.");
        }
    }

    private void Say(string sentence)
    {
        foreach (string wrapped in TerminalTable.Wrap(sentence, string.Empty))
        {
            output.WriteLine(wrapped);
        }
    }
}
