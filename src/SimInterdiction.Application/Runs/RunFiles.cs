using SimInterdiction.Application.Folders;
using SimInterdiction.Application.Manifests;
using SimInterdiction.Application.Requests;
using SimInterdiction.Experiments;
using SimInterdiction.Experiments.Results;
using SimInterdiction.Experiments.Store;
using SimInterdiction.Reporting.Figures;
using SimInterdiction.Reporting.Figures.Catalog;

namespace SimInterdiction.Application.Runs;

/// <summary>The files that a run writes, beside its replications and its manifest.</summary>
/// <param name="folder">The run's folder.</param>
/// <param name="study">The run's study.</param>
/// <param name="answered">Its questions that were simulated to their end.</param>
/// <param name="wording">How the front end words requests.</param>
internal sealed class RunFiles(RunFolder folder, SimulatedStudy study, IReadOnlyList<AnsweredWhatIf> answered, IRequestWording wording)
{
    /// <summary>Whether all of them, pictures included, are there as they would be written now.</summary>
    /// <param name="result">What came out.</param>
    /// <param name="provenance">As it was when they were written.</param>
    public bool Stand(StudyResult result, Provenance provenance)
    {
        if (folder.Found is not { IsFinished: true, DrawnFrom: { } drawnFrom } found)
        {
            return false;
        }

        try
        {
            Dictionary<string, string> data = Data(result, provenance).ToDictionary(f => f.Name, f => Hashed.Of(f.Content));
            return data.All(file => found.OutputSha256.GetValueOrDefault(file.Key) == file.Value)
                && DrawnFrom.Of(data, result, provenance, wording) == drawnFrom
                && folder.IsAsWritten();
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    /// <summary>Writes them, one after the other.</summary>
    /// <param name="run">What came out.</param>
    /// <param name="withPictures">Whether there are to be pictures.</param>
    /// <param name="stop">Leaves out what there is no time for.</param>
    /// <returns>What the pictures were made from; null where there are none, or one was left out.</returns>
    public string? Write(FinishedRun run, bool withPictures, CancellationToken stop)
    {
        Write(Data(run.Result, run.Provenance));
        if (!withPictures)
        {
            return null;
        }

        string drawnFrom = DrawnFrom.Of(folder.Files.Written, run.Result, run.Provenance, wording);
        Write(RunOutput.Pictures(run.Result, run.Provenance, Figures(run, stop)));
        return stop.IsCancellationRequested ? null : drawnFrom;
    }

    // Of the example they keep what they show; all that happened in it is let go of before anything is drawn.
    private IReadOnlyList<Figure> Figures(FinishedRun run, CancellationToken stop) =>
        FigureCatalog.MakeAll(
            new FigureSubject(run.Result, run.Provenance).WithExample(
                (deployment, replication) => study.Replay(deployment, replication, stop)
            )
        );

    private IEnumerable<OutputFile> Data(StudyResult result, Provenance provenance)
    {
        // What is kept names all replications in the folder, and so is made once none is added.
        if (result.IsComplete)
        {
            yield return new OutputFile(ResultFolder.Kept, study.Keep);
        }

        foreach (AnsweredWhatIf each in answered)
        {
            yield return new OutputFile(WhatIfPlan.KeptAs(each.Result.Name), each.Keep);
        }

        foreach (OutputFile file in RunOutput.Data(result, provenance))
        {
            yield return file;
        }
    }

    private void Write(IEnumerable<OutputFile> files)
    {
        foreach (OutputFile file in files)
        {
            folder.Files.Write(file.Name, file.Content);
        }
    }
}

/// <summary>A question that was simulated to its end.</summary>
/// <param name="Result">What came out.</param>
/// <param name="Keep">Writes the file that keeps it.</param>
internal sealed record AnsweredWhatIf(WhatIfResult Result, Action<Stream> Keep);
