using SimInterdiction.Application.Folders;
using SimInterdiction.Application.Manifests;
using SimInterdiction.Application.Requests;
using SimInterdiction.Application.Runs;
using SimInterdiction.Experiments;
using SimInterdiction.Experiments.Batches;
using SimInterdiction.Experiments.Results;
using SimInterdiction.Experiments.Store;

namespace SimInterdiction.Application.Verifications;

/// <summary>A run compared with itself: its files against their hashes, its replications against the same simulated
/// again.</summary>
public sealed class RunVerification(Workspace workspace)
{
    /// <param name="request">What to check.</param>
    /// <param name="effort">How.</param>
    /// <param name="observer">Hears how it progresses.</param>
    /// <param name="stop">Ends it early.</param>
    public VerificationOutcome Execute(VerificationRequest request, Effort effort, IObserveVerification observer, CancellationToken stop)
    {
        if (!StoredRun.TryFind(request.Run, workspace, observer, out StoredRun? run, out Refusal? refusal))
        {
            return new VerificationOutcome.Refused(refusal);
        }

        FileCheck files = Check(run, stop);
        observer.FilesChecked(files);
        files = files with { Unfounded = Unfounded(run, files.IsFinished, stop) };
        // Of an unfinished run, those that are there.
        int there = Math.Max(
            1,
            files.IsFinished ? Math.Max(run.Manifest.ReplicationsAsked, run.Manifest.Replications) : ResultFolder.ReplicationsIn(run.Folder)
        );
        long chosen = Math.Min(request.Replications, there);
        StoredStudy study = run.Study(effort.Jobs);
        observer.SimulationBegins();
        try
        {
            RunCheck check = study.Verify(r => (r + 1) * chosen / there > r * chosen / there, observer.Progressed, stop);
            return stop.IsCancellationRequested
                ? new VerificationOutcome.Stopped(files, check)
                : new VerificationOutcome.Completed(files, check);
        }
        finally
        {
            observer.SimulationEnds();
        }
    }

    // The data and the answer of a finished run must be what its replications come to.
    private static IReadOnlyList<string> Unfounded(StoredRun run, bool isFinished, CancellationToken stop)
    {
        if (!isFinished || run.Manifest.Version != ProgramVersion.Number || stop.IsCancellationRequested)
        {
            return [];
        }

        var own = new OwnFolder(run.Folder);
        try
        {
            StoredStudy study = run.StudyOfReplications();
            StudyResult now = run.WholeResultOf(study, stop);
            if (now.Replications < run.Manifest.Replications)
            {
                // What is missing is told of them; what is there can't come to the same.
                return [];
            }

            IEnumerable<OutputFile> files = RunOutput
                .Data(now, run.Provenance)
                .Append(new OutputFile(ResultFolder.Kept, stream => study.Keep(now, stream)));
            return
            [
                .. files.Where(file => own.HashOf(file.Name) is { } stored && stored != Hashed.Of(file.Content)).Select(f => f.Name),
                .. run.Manifest.Answer == RunRecord.AnswerOf(now) ? [] : new[] { RunManifest.FileName },
            ];
        }
        catch (Exception error) when (error is OperationCanceledException or IOException or InvalidDataException)
        {
            // Stopped; or replications that can't be read, which is told of them.
            return [];
        }
    }

    private static FileCheck Check(StoredRun run, CancellationToken stop)
    {
        var own = new OwnFolder(run.Folder);
        var changed = new List<ChangedFile>();
        int count = 0;
        foreach ((string name, string hash) in run.Manifest.OutputSha256.TakeWhile(_ => !stop.IsCancellationRequested))
        {
            count++;
            if (own.HashOf(name) != hash)
            {
                changed.Add(new ChangedFile(name, own.FaultOf(name)));
            }
        }

        return new FileCheck(count, changed, run.Manifest.IsFinished, run.Manifest.ModelVersion);
    }
}

/// <summary>Hears how a verification progresses.</summary>
public interface IObserveVerification : IObserveStoredRun
{
    void FilesChecked(FileCheck files) { }

    void SimulationBegins() { }

    /// <summary>Called after every replication, by one thread at a time; simulating waits for it.</summary>
    void Progressed(StudyProgress progress) { }

    void SimulationEnds() { }
}

/// <summary>A run's files against their hashes.</summary>
/// <param name="Count">How many were checked: all that the manifest lists, unless it was stopped.</param>
/// <param name="Changed">Those that are not as they were written.</param>
/// <param name="IsFinished">Whether the run is finished; otherwise what is there of it is checked.</param>
/// <param name="ModelVersion">The version of the model that simulated the run.</param>
public sealed record FileCheck(int Count, IReadOnlyList<ChangedFile> Changed, bool IsFinished, string ModelVersion)
{
    /// <summary>Files of a finished run that say something else than its replications come to; looked for only where
    /// this version of the program wrote them.</summary>
    public IReadOnlyList<string> Unfounded { get; init; } = [];
}

/// <summary>A file that is not as it was written, or is not there.</summary>
/// <param name="Name">Its name in the run's folder.</param>
/// <param name="Fault">What is wrong with its name, so that it was not looked at; null where nothing is.</param>
public sealed record ChangedFile(string Name, NameFault? Fault);

/// <summary>How a verification ended.</summary>
public abstract record VerificationOutcome
{
    private VerificationOutcome() { }

    /// <summary>All that was asked for is checked.</summary>
    public sealed record Completed(FileCheck Files, RunCheck Check) : VerificationOutcome
    {
        /// <summary>Whether everything is as it was.</summary>
        public bool IsSound =>
            Files.Changed.Count == 0 && Files.Unfounded.Count == 0 && Check.Differing.Count == 0 && Check.Replications > 0;
    }

    /// <summary>It was stopped early.</summary>
    /// <param name="Files">The files checked so far.</param>
    /// <param name="Check">The replications checked so far.</param>
    public sealed record Stopped(FileCheck Files, RunCheck Check) : VerificationOutcome;

    /// <summary>Nothing was done.</summary>
    public sealed record Refused(Refusal Why) : VerificationOutcome;
}
