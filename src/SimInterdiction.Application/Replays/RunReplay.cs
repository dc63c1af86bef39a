using System.Text;
using SimInterdiction.Experiments;
using SimInterdiction.Experiments.Replays;
using SimInterdiction.Experiments.Store;
using SimInterdiction.Model.Chronicle;
using SimInterdiction.Model.Study;
using SimInterdiction.Reporting.Animation;
using SimInterdiction.Reporting.Replays;
using SimInterdiction.Reporting.Tables;

namespace SimInterdiction.Cli.Running;

/// <summary>Simulates one replication of a run again and tells what happens in it.</summary>
internal sealed class Replaying(StoredRun run, TextWriter output, TextWriter error)
{
    /// <returns>An <see cref="ExitCode"/>: also that of a failed run where the replication comes out otherwise than it
    /// is stored.</returns>
    public int Execute(ReplayRequest request)
    {
        if (request is { With: not null, AnimationFile: null })
        {
            return Mistake("--with names the deployment beside another on the moving map; give --animate FILE too.");
        }

        if (
            new[] { request.AnimationFile, request.CsvFile, request.ParquetFile }
                .OfType<string>()
                .Select(NotToWrite)
                .FirstOrDefault(problem => problem is not null) is
            { } unwritable
        )
        {
            return Mistake(unwritable);
        }

        StoredStudy study = run.Study(jobs: 1);
        if (study.ArmOf(request.Deployment, request.Adversary) is not { } arm)
        {
            return Mistake(NoSuchArm(request));
        }

        if (study.Replay(arm, request.Replication) is not { } replay)
        {
            return Mistake(NoSuchReplication(request, arm));
        }

        string beside = request.With ?? run.Scenario.Baseline;
        if (study.ArmOf(beside, request.Adversary) is not { } other)
        {
            return Mistake(NoSuchArm(request with { Deployment = beside }));
        }

        var story = new ReplayStory(replay, run.Scenario);
        IReadOnlyList<string> meant = request.Follow is null or ReplayRequest.FollowLead ? [] : story.Meant(request.Follow);
        if (request.Follow is not (null or ReplayRequest.FollowLead) && meant.Count != 1)
        {
            return Mistake(
                meant.Count == 0
                    ? $"there is no shipment '{request.Follow}' in this replication. Give 'lead', or a shipment such as "
                        + $"{replay.Facts.FirstOrDefault(fact => fact.Shipment is not null)?.Shipment}."
                    : $"several shipments have the number {request.Follow}: {string.Join(", ", meant)}."
            );
        }

        Write(story.Opening());
        if (!replay.IsAsStored && run.Manifest.ModelVersion != ModelVersion.Current)
        {
            Write(
                TerminalTable.Wrap(
                    $"The run was simulated by another version of the model ({run.Manifest.ModelVersion}); this is "
                        + $"{ModelVersion.Current}. It may differ for that reason.",
                    string.Empty
                )
            );
        }

        Write(
            request.Follow switch
            {
                null => [.. story.Summary(), string.Empty, "Next: --follow lead, --follow SHIPMENT, --animate FILE, or --csv FILE."],
                ReplayRequest.FollowLead => story.Leads(),
                _ => story.Shipment(meant[0]),
            }
        );
        Save(replay.Facts, request);
        if (request.AnimationFile is { } file)
        {
            Replay? second = other == arm ? null : study.Replay(other, request.Replication);
            if (second is null && other != arm)
            {
                return Mistake(NoSuchReplication(request, other));
            }

            WholeFile.Write(
                file,
                file + ".part",
                Encoding.UTF8.GetBytes(
                    AnimationPage.Write(run.Scenario, run.Provenance, [replay, .. second is null ? Array.Empty<Replay>() : [second]])
                )
            );
            output.WriteLine($"Moving map: {file}");
        }

        return replay.IsAsStored ? ExitCode.Ok : ExitCode.RunFailed;
    }

    // Known before anything is simulated.
    private static string? NotToWrite(string file) =>
        file.Length == 0 || Directory.Exists(file) ? $"'{file}' is not the name of a file to write."
        : Path.GetDirectoryName(Path.GetFullPath(file)) is { } folder && !Directory.Exists(folder)
            ? $"there is no folder '{folder}' to write '{Path.GetFileName(file)}' to."
        : null;

    private void Save(IReadOnlyList<Fact> facts, ReplayRequest request)
    {
        if (request.CsvFile is { } csv)
        {
            Save(csv, Encoding.UTF8.GetBytes(EventLogCsv.Write(facts)), facts.Count);
        }

        if (request.ParquetFile is { } parquet)
        {
            Save(parquet, EventLogParquet.Write(facts), facts.Count);
        }
    }

    private void Save(string file, byte[] content, int facts)
    {
        WholeFile.Write(file, file + ".part", content);
        output.WriteLine($"{facts:N0} facts, warm-up included: {file}");
    }

    private string NoSuchReplication(ReplayRequest request, Arm arm) =>
        $"the run holds no replication {request.Replication} of {arm}; of the {run.Manifest.ReplicationsAsked:N0} "
        + "asked for, the first is 0.";

    private string NoSuchArm(ReplayRequest request) =>
        !run.Manifest.Deployments.Contains(request.Deployment)
            ? $"the run has no deployment '{request.Deployment}'. It has {string.Join(", ", run.Manifest.Deployments)}."
            : $"the run has no variant '{request.Adversary}' of the organizations. {Variants()}";

    private string Variants()
    {
        string[] names = [.. run.Scenario.Experiment.Adversaries.Keys.Append(Arm.Frozen).Distinct()];
        return $"The scenario has {string.Join(", ", names)}; a variant is there if the run simulated it.";
    }

    private int Mistake(string message)
    {
        error.WriteLine($"simint: {message}");
        return ExitCode.Usage;
    }

    private void Write(IEnumerable<string> lines)
    {
        foreach (string line in lines)
        {
            output.WriteLine(line);
        }
    }
}
