using SimInterdiction.Application.Manifests;
using SimInterdiction.Application.Runs;
using SimInterdiction.Cli.Terminal;
using SimInterdiction.Cli.Wording;
using SimInterdiction.Experiments.Batches;
using SimInterdiction.Experiments.Results;
using SimInterdiction.Experiments.Store;
using SimInterdiction.Model;
using SimInterdiction.Reporting.Json;
using SimInterdiction.Reporting.Tables;
using SimInterdiction.Reporting.Words;
using SimInterdiction.Scenarios;

namespace SimInterdiction.Cli.Presenters;

/// <summary>Shows how a run progresses and what came out.</summary>
/// <param name="how">How.</param>
/// <param name="results">The folder of results, for what is suggested.</param>
/// <param name="output">Takes what came out.</param>
/// <param name="error">Takes the rest.</param>
internal class RunPresenter(Presentation how, string results, TextWriter output, TextWriter error) : IObserveRun, IDisposable
{
    private readonly CommandWording wording = new();
    private Scenario? scenario;
    private string verdict = string.Empty;
    private MoreFor more;
    private string? question;
    private ProgressLine? line;

    protected TextWriter Output => output;

    protected TextWriter Error => error;

    public void Read(ScenarioReading reading)
    {
        if (!how.IsQuiet)
        {
            ScenarioInput.PrintProblems(reading, error);
        }

        scenario = reading.Scenario;
        verdict = ScenarioInput.Verdict(reading);
    }

    public void Planned(RunPlan plan)
    {
        more = plan.More;
        if (how.IsQuiet)
        {
            return;
        }

        error.WriteLine(verdict);
        string beyond = plan.More == MoreFor.Nothing ? string.Empty : $" and up to {plan.AtMost:N0} for {Words(plan.More)},";
        error.WriteLine(
            $"{Plain.Count(plan.Deployments, "deployment")} x {Plain.Count(plan.Replications, "replication")}{beyond} on "
                + $"{(plan.IsElsewhere ? "other machines" : Plain.Count(plan.Threads, "core"))}."
        );
        error.WriteLine("Ctrl-C is safe: run the same command again to carry on.");
    }

    public void Waiting(string folder) => RefusalPresenter.Waiting(folder, error);

    public void Damaged(DamagedName damage) => error.WriteLine(SaveWords.Of(damage));

    public void SimulationBegins() => line = how.IsQuiet ? null : ProgressLine.Begin();

    public void Renamed(string from, string to)
    {
        if (!how.IsQuiet)
        {
            error.WriteLine($"This run is there already: it was called '{from}', and is called '{to}' from now on.");
        }
    }

    public void Asking(string label, int number, int all)
    {
        question = $"What if {number} of {all}: {label}";
        if (!how.IsQuiet)
        {
            error.WriteLine($"{question}.");
        }
    }

    public void Opened(StoreContent content, string run)
    {
        if (how.IsQuiet)
        {
            return;
        }

        string whenAllIsThere =
            question is not null || more == MoreFor.Nothing
                ? "nothing is simulated now"
                : $"more are simulated as far as {Words(more)} needs them";
        foreach (string words in StoreWords.Lines(content, run, whenAllIsThere, question is not null))
        {
            Say(words);
        }
    }

    // What-ifs change the scenario, and their answers are none to this question.
    public void Progressed(StudyProgress progress)
    {
        if (question is null)
        {
            line?.Show(progress, scenario!);
        }
        else
        {
            line?.Show(progress);
        }
    }

    public void SimulationEnds() => Dispose();

    public void Analysed(FinishedRun run)
    {
        PrintFailures(run.Result);
        if (how.AsJson)
        {
            output.WriteLine(ResultJson.Write(run.Result, run.Provenance));
        }
        else if (!how.IsQuiet)
        {
            foreach (string words in TerminalTable.Lines(run.Result, run.Provenance))
            {
                output.WriteLine(words);
            }

            return;
        }

        foreach (string sentence in how.IsQuiet ? RequirementWords.OfUnmet(run.Result) : RequirementWords.Of(run.Result))
        {
            error.WriteLine(sentence);
        }
    }

    /// <summary>Says how it ended.</summary>
    /// <returns>An <see cref="ExitCode"/>.</returns>
    public int Tell(RunOutcome outcome)
    {
        switch (outcome)
        {
            case RunOutcome.Completed { Run: { } run }:
                SayWhere(run);
                return CodeOf(run.Result);
            case RunOutcome.Stopped { Run: { } run }:
                SayWhere(run);
                error.WriteLine(
                    run.Result.IsComplete
                        ? $"Stopped after {Plain.Count(run.Result.WhatIfs.Count, "what-if")}; what was simulated is saved. To carry on, "
                            + "run the same command again."
                        : $"Stopped after {run.Result.Replications:N0} of {run.Result.ReplicationsAsked:N0} replications of each "
                            + "deployment; they are saved. To carry on, run the same command again."
                );
                return ExitCode.StoppedAndSaved;
            case RunOutcome.StoppedAtOnce stopped:
                error.WriteLine(
                    stopped.WasWaiting ? "Stopped while waiting; nothing was simulated."
                    : stopped.HoldsReplications
                        ? "Stopped before the replications under way were done; what was saved before stays. To carry on, run the same "
                            + "command again."
                    : "Stopped before the first replication was done; nothing was saved."
                );
                return ExitCode.StoppedAndSaved;
            case RunOutcome.NotSaved notSaved:
                SayWhatIsMissing(notSaved);
                return ExitCode.RunFailed;
            case RunOutcome.OutOfMemory outOfMemory:
                error.WriteLine(
                    outOfMemory.HoldsReplications
                        ? $"Memory ran out. The replications that were done are saved in {outOfMemory.Folder}: the same command goes "
                            + "on from there. Fewer threads (--jobs 1) or fewer deployments (--only) take less memory."
                        : "Memory ran out before anything was saved. Fewer threads (--jobs 1) or fewer deployments (--only) take less."
                );
                return ExitCode.RunFailed;
            case RunOutcome.NotSimulated { Why: { } fault }:
                foreach (string words in ClusterWords.Of(fault))
                {
                    error.WriteLine(words);
                }

                return ExitCode.RunFailed;
            case RunOutcome.Failed { Result: { } result }:
                error.WriteLine("Every replication failed:");
                PrintFailures(result);
                return ExitCode.RunFailed;
            case RunOutcome.Refused { Why: { } why }:
                return RefusalPresenter.Tell(why, error);
            default:
                throw new ArgumentOutOfRangeException(nameof(outcome), outcome, "It has no words.");
        }
    }

    public void Dispose()
    {
        line?.Dispose();
        line = null;
        GC.SuppressFinalize(this);
    }

    private static string Words(MoreFor more) => more == MoreFor.Precision ? "the precision asked for" : "the choice";

    private static int CodeOf(StudyResult result) =>
        result.Failed.Count > 0 ? ExitCode.RunFailed
        : RequirementCheck.Of(result).All(check => check.Answer == RequirementAnswer.Met) ? ExitCode.Ok
        : ExitCode.RequirementNotMet;

    private void SayWhere(FinishedRun run)
    {
        if (how.AsJson)
        {
            return;
        }

        if (!how.IsQuiet && run.Stands)
        {
            error.WriteLine($"Nothing has changed since {run.Provenance.Date:yyyy-MM-dd HH:mm} UTC: its files stand as they are.");
        }

        output.WriteLine(run.Report is { } report ? $"  Report  {report}" : $"  Data    {run.Folder}");
        if (!how.IsQuiet && run.Next is { } next)
        {
            output.WriteLine($"  Next    {CommandWording.With(wording.Of(next), results)}");
        }
    }

    // The table was printed; what could be saved is there for the next time.
    private void SayWhatIsMissing(RunOutcome.NotSaved notSaved)
    {
        string why = SaveWords.Of(notSaved.Why);
        if (notSaved.Run is null)
        {
            error.WriteLine($"Nothing could be saved in {notSaved.Folder}: {why}.");
            return;
        }

        error.WriteLine($"The results in {notSaved.Folder} are incomplete: {why}.");
        error.WriteLine(
            notSaved.HoldsReplications
                ? $"What is saved in {notSaved.Folder} stays there. Once that is fixed, run the same command again to carry on."
                : "No replication of this run is saved. Once that is fixed, run the same command again."
        );
    }

    private void PrintFailures(StudyResult result)
    {
        foreach (FailedReplication failed in result.Failed.Take(10))
        {
            error.WriteLine(
                $"Replication {failed.Replication} of {failed.Arm} failed (seed {result.Seed}) and is left out for all "
                    + $"deployments: {failed.Reason}"
            );
        }
    }

    /// <summary>Writes a line that stays, above the progress.</summary>
    public void SayUnlessQuiet(string words)
    {
        if (!how.IsQuiet)
        {
            Say(words);
        }
    }

    private void Say(string words)
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
}
