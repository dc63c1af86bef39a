using SimInterdiction.Application.Verifications;
using SimInterdiction.Cli.Wording;
using SimInterdiction.Experiments.Batches;
using SimInterdiction.Experiments.Results;
using SimInterdiction.Experiments.Store;

namespace SimInterdiction.Cli.Presenters;

/// <summary>Says what of a run is as it was.</summary>
/// <param name="output">Takes what came out.</param>
/// <param name="error">Takes the rest.</param>
internal sealed class VerificationPresenter(TextWriter output, TextWriter error) : StoredRunPresenter(error), IObserveVerification
{
    private const int MostNamed = 10;

    public void FilesChecked(FileCheck files)
    {
        foreach (ChangedFile file in files.Changed)
        {
            output.WriteLine(
                file.Fault is { } fault ? $"Not checked: '{file.Name}' {SaveWords.Of(fault)}." : $"Changed or missing: {file.Name}"
            );
        }

        if (!files.IsFinished)
        {
            output.WriteLine("The run is not finished; what is there of it is checked.");
        }

        if (files.ModelVersion != ModelVersion.Current)
        {
            output.WriteLine(
                $"The run was simulated by another version of the model ({files.ModelVersion}); this is "
                    + $"{ModelVersion.Current}. Numbers may differ for that reason."
            );
        }
    }

    public void SimulationBegins() => Begin();

    public void Progressed(StudyProgress progress) => Show(progress);

    public void SimulationEnds() => Dispose();

    /// <summary>Says how it ended.</summary>
    /// <returns>An <see cref="ExitCode"/>.</returns>
    public int Tell(VerificationOutcome outcome)
    {
        switch (outcome)
        {
            case VerificationOutcome.Completed completed:
                Print(completed.Files, completed.Check);
                output.WriteLine(
                    completed.Check.Replications == 0
                        ? "The run holds no replication that every deployment has, so there is none to simulate again."
                        : Simulated(completed.Check)
                );
                return completed.IsSound ? ExitCode.Ok : ExitCode.RunFailed;
            case VerificationOutcome.Stopped { Check: { } check } stopped:
                Print(stopped.Files, check);
                output.WriteLine(check.Replications == 0 ? "Stopped before any replication was checked." : Simulated(check));
                if (check.Replications > 0)
                {
                    Error.WriteLine("Stopped early; what is said above is of the replications checked so far.");
                }

                return ExitCode.StoppedAndSaved;
            case VerificationOutcome.Refused { Why: { } refusal }:
                return RefusalPresenter.Tell(refusal, Error);
            default:
                throw new ArgumentOutOfRangeException(nameof(outcome), outcome, "It has no words.");
        }
    }

    private static string Simulated(RunCheck check) =>
        $"{check.Replications} replications of every deployment were simulated again: "
        + $"{(check.Differing.Count == 0 ? "all are the same to the last bit" : $"{check.Differing.Count} differ")}.";

    private void Print(FileCheck files, RunCheck check)
    {
        foreach (CheckedReplication differing in check.Differing.Take(MostNamed))
        {
            output.WriteLine($"Different: replication {differing.Replication} of {differing.Arm}");
        }

        foreach (CheckedReplication missing in check.Missing)
        {
            output.WriteLine($"Missing: replications of {missing.Arm}, from number {missing.Replication} on");
        }

        foreach (string file in files.Unfounded)
        {
            output.WriteLine($"Not what the replications come to: {file}. Delete it and run the same command again.");
        }

        if (files.Count > 0)
        {
            output.WriteLine($"{files.Count - files.Changed.Count} of {files.Count} files are as they were written.");
        }
    }
}
