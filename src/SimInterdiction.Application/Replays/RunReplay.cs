using System.Text;
using SimInterdiction.Application.Folders;
using SimInterdiction.Application.Requests;
using SimInterdiction.Application.Runs;
using SimInterdiction.Experiments;
using SimInterdiction.Experiments.Replays;
using SimInterdiction.Experiments.Store;
using SimInterdiction.Model.Study;
using SimInterdiction.Reporting.Animation;
using SimInterdiction.Reporting.Replays;

namespace SimInterdiction.Application.Replays;

/// <summary>One replication of a run, simulated again, with everything that happens in it.</summary>
public sealed class RunReplay(Workspace workspace)
{
    /// <param name="request">Which.</param>
    /// <param name="observer">Hears how it progresses.</param>
    /// <param name="stop">Ends it at once.</param>
    public ReplayOutcome Execute(ReplayRequest request, IObserveReplay observer, CancellationToken stop)
    {
        if (!StoredRun.TryFind(request.Run, workspace, observer, out StoredRun? run, out Refusal? refusal))
        {
            return new ReplayOutcome.Refused(refusal);
        }

        try
        {
            return NotToWrite(request) is { } unwritable ? new ReplayOutcome.Refused(unwritable) : Replay(request, run, observer, stop);
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            return new ReplayOutcome.Stopped();
        }
    }

    private static ReplayOutcome Replay(ReplayRequest request, StoredRun run, IObserveReplay observer, CancellationToken stop)
    {
        StoredStudy study = run.Study(jobs: 1);
        if (study.ArmOf(request.Deployment, request.Adversary) is not { } arm)
        {
            return new ReplayOutcome.Refused(NoSuchArm(run, request.Deployment, request.Adversary));
        }

        string deployment = request.Beside ?? run.Scenario.Baseline;
        if (study.ArmOf(deployment, request.Adversary) is not { } other)
        {
            return new ReplayOutcome.Refused(NoSuchArm(run, deployment, request.Adversary));
        }

        observer.Simulating(arm, request.Replication);
        if (study.Replay(arm, request.Replication, stop) is not { } replay)
        {
            return new ReplayOutcome.Refused(NoSuchReplication(run, request, arm));
        }

        bool hasTwo = request.AnimationFile is not null && other != arm;
        Replay? second = null;
        if (hasTwo)
        {
            observer.Simulating(other, request.Replication);
            second = study.Replay(other, request.Replication, stop);
        }

        if (hasTwo && second is null)
        {
            return new ReplayOutcome.Refused(NoSuchReplication(run, request, other));
        }

        var story = new ReplayStory(replay, run.Scenario);
        IReadOnlyList<string> meant = request.Shipment is null ? [] : story.Meant(request.Shipment);
        return request.Shipment is not null && meant.Count != 1
            ? new ReplayOutcome.Refused(NotOneShipment(request.Shipment, meant, replay))
            : Save(request, run, replay, second, story, meant.Count == 1 ? meant[0] : null);
    }

    private static ReplayOutcome Save(
        ReplayRequest request,
        StoredRun run,
        Replay replay,
        Replay? second,
        ReplayStory story,
        string? shipment
    )
    {
        (string? File, Func<byte[]> Make)[] logs =
        [
            (request.CsvFile, () => Encoding.UTF8.GetBytes(EventLogCsv.Write(replay.Facts))),
            (request.ParquetFile, () => EventLogParquet.Write(replay.Facts)),
        ];
        (string? File, Func<byte[]> Make) map = (request.AnimationFile, Animation);
        string at = string.Empty;
        try
        {
            foreach ((string? file, Func<byte[]> make) in logs.Append(map).Where(wanted => wanted.File is not null))
            {
                at = file!;
                WholeFile.Write(file!, make());
            }

            string? otherVersion =
                !replay.IsAsStored && run.Manifest.ModelVersion != ModelVersion.Current ? run.Manifest.ModelVersion : null;
            string[] written = [.. logs.Select(log => log.File).OfType<string>()];
            return new ReplayOutcome.Completed(replay, story, shipment, otherVersion, written, map.File);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            return new ReplayOutcome.NotSaved(SaveFailure.Of(problem, Path.GetDirectoryName(Path.GetFullPath(at))!));
        }

        byte[] Animation()
        {
            Replay[] both = second is null ? [replay] : [replay, second];
            return Encoding.UTF8.GetBytes(AnimationPage.Write(run.Scenario, run.Provenance, both));
        }
    }

    // Known before anything is simulated.
    private static Refusal? NotToWrite(ReplayRequest request) =>
        request is { Beside: not null, AnimationFile: null }
            ? new Refusal.BesideWithoutMap()
            : new[] { (request.AnimationFile, ".html"), (request.CsvFile, ".csv"), (request.ParquetFile, ".parquet") }
                .Select(file => file.Item1 is { } name ? NotToWrite(name, file.Item2, request.MayReplace) : null)
                .FirstOrDefault(problem => problem is not null);

    private static Refusal? NotToWrite(string file, string ending, bool mayReplace) =>
        OutputPath.Objection(file, ending, mayReplace)
        ?? (
            Path.GetDirectoryName(Path.GetFullPath(file)) is { } folder && !Directory.Exists(folder)
                ? new Refusal.NoFolderToWriteTo(folder, Path.GetFileName(file))
                : null
        );

    private static Refusal NoSuchReplication(StoredRun run, ReplayRequest request, Arm arm) =>
        request.Replication < run.Manifest.ReplicationsAsked
            ? new Refusal.NotStored(request.Replication, $"{arm}", run.Folder, run.Mend)
            : new Refusal.NoSuchReplication(request.Replication, $"{arm}", run.Manifest.ReplicationsAsked);

    private static Refusal NoSuchArm(StoredRun run, string deployment, string? adversary) =>
        !run.Manifest.Deployments.Contains(deployment)
            ? new Refusal.NotInRun(deployment, run.Manifest.Deployments)
            : new Refusal.NoSuchVariant(adversary, [.. run.Scenario.Experiment.Adversaries.Keys.Append(Arm.Frozen).Distinct()]);

    private static Refusal NotOneShipment(string asked, IReadOnlyList<string> meant, Replay replay) =>
        meant.Count == 0
            ? new Refusal.NoSuchShipment(asked, replay.Facts.FirstOrDefault(fact => fact.Shipment is not null)?.Shipment)
            : new Refusal.SeveralShipments(asked, meant);
}
