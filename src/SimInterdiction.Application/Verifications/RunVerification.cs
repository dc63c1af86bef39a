using SimInterdiction.Experiments;
using SimInterdiction.Experiments.Results;
using SimInterdiction.Experiments.Store;
using SimInterdiction.Model.Measures;

namespace SimInterdiction.Cli.Running;

/// <summary>Checks a run: its files against their hashes, and replications against themselves.</summary>
internal sealed class Verifying(StoredRun run, TextWriter output, TextWriter error)
{
    private const int MostNamed = 10;

    /// <param name="replications">How many to simulate again, spread evenly over the run.</param>
    /// <param name="jobs">Threads; 0 for one per core.</param>
    /// <returns>An <see cref="ExitCode"/>.</returns>
    public int Execute(int replications, int jobs)
    {
        var own = new OwnFolder(run.Folder);
        string[] changed = [.. run.Manifest.OutputSha256.Where(file => own.HashOf(file.Key) != file.Value).Select(file => file.Key)];
        foreach (string file in changed)
        {
            output.WriteLine(own.WhatIsWrongWith(file) is { } wrong ? $"Not looked at: '{file}' {wrong}." : $"Changed or missing: {file}");
        }

        if (!run.Manifest.IsFinished)
        {
            output.WriteLine("The run is not finished; what is there of it is checked.");
        }

        if (run.Manifest.ModelVersion != ModelVersion.Current)
        {
            output.WriteLine(
                $"The run was simulated by another version of the model ({run.Manifest.ModelVersion}); this is "
                    + $"{ModelVersion.Current}. Numbers may differ for that reason."
            );
        }

        using var stop = new StopSignal();
        int asked = Math.Max(run.Manifest.ReplicationsAsked, run.Manifest.Replications);
        long chosen = Math.Min(replications, asked);
        StoredStudy study = run.Study(jobs);
        Measure measure = MeasureCatalog.Find(run.Scenario.Experiment.Measure)!;
        RunCheck check = ProgressLine.While(true, measure, progress =>
            study.Verify(r => (r + 1) * chosen / asked > r * chosen / asked, progress, stop.Token)
        );
        foreach (CheckedReplication differing in check.Differing.Take(MostNamed))
        {
            output.WriteLine($"Different: replication {differing.Replication} of {differing.Arm}");
        }

        bool isSound = changed.Length == 0 && check.Differing.Count == 0 && check.Replications > 0;
        if (run.Manifest.OutputSha256.Count > 0)
        {
            output.WriteLine(
                $"{run.Manifest.OutputSha256.Count - changed.Length} of {run.Manifest.OutputSha256.Count} files are as they were written."
            );
        }

        output.WriteLine(
            check.Replications == 0 && stop.WasAsked ? "Stopped before any replication was checked."
            : check.Replications == 0 ? "The run holds no replication that could be simulated again."
            : $"{check.Replications} replications of every deployment were simulated again: "
                + $"{(check.Differing.Count == 0 ? "all are the same to the last bit" : $"{check.Differing.Count} differ")}."
        );
        if (stop.WasAsked)
        {
            if (check.Replications > 0)
            {
                error.WriteLine("Stopped early; what is said above is of the replications checked so far.");
            }

            return ExitCode.StoppedAndSaved;
        }

        return isSound ? ExitCode.Ok : ExitCode.RunFailed;
    }
}
