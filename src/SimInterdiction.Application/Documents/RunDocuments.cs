using SimInterdiction.Application.Folders;
using SimInterdiction.Application.Requests;
using SimInterdiction.Application.Runs;
using SimInterdiction.Experiments.Results;
using SimInterdiction.Experiments.Store;
using SimInterdiction.Reporting.Figures;
using SimInterdiction.Reporting.Figures.Catalog;

namespace SimInterdiction.Application.Documents;

/// <summary>A run handed on: as documents, or as single figures. Nothing is simulated but an example.</summary>
public sealed class RunDocuments(Workspace workspace)
{
    /// <summary>Writes documents.</summary>
    /// <param name="request">Which.</param>
    /// <param name="damaged">Told each file of replications that is damaged, as it is come upon.</param>
    public DocumentOutcome Execute(DocumentRequest request, Action<string>? damaged)
    {
        string[] known = [.. DocumentCatalog.All.Select(d => d.Format)];
        if (request.Formats.FirstOrDefault(name => !known.Contains(name)) is { } unknown)
        {
            return new DocumentOutcome.Refused(new Refusal.UnknownName(NamedThing.Format, unknown, known));
        }

        if (!StoredRun.TryFind(request.Run, workspace, damaged, out StoredRun? run, out Refusal? refusal))
        {
            return new DocumentOutcome.Refused(refusal);
        }

        return run.Subject() is { } subject
            ? Save(
                run,
                request.Folder,
                request.MayReplace,
                DocumentCatalog.All.Where(d => request.Formats.Contains(d.Format)).Select(kind => (kind.File, kind.Make(subject)))
            )
            : new DocumentOutcome.Refused(new Refusal.NoReplications(run.Folder));
    }

    /// <summary>Writes one figure.</summary>
    /// <param name="request">Which.</param>
    /// <param name="damaged">Told each file of replications that is damaged, as it is come upon.</param>
    public DocumentOutcome Execute(FigureRequest request, Action<string>? damaged)
    {
        if (FigureCatalog.Find(request.Figure) is not { } wanted)
        {
            string[] known = [.. FigureCatalog.All.Select(f => f.Name)];
            return new DocumentOutcome.Refused(new Refusal.UnknownName(NamedThing.Figure, request.Figure, known));
        }

        if (request.Deployment is not null && !wanted.IsAboutOne)
        {
            string[] aboutOne = [.. FigureCatalog.All.Where(f => f.IsAboutOne).Select(f => f.Name)];
            return new DocumentOutcome.Refused(new Refusal.FigureAboutAll(wanted.Name, aboutOne));
        }

        if (!StoredRun.TryFind(request.Run, workspace, damaged, out StoredRun? run, out Refusal? refusal))
        {
            return new DocumentOutcome.Refused(refusal);
        }

        if (request.Deployment is { } told && !run.Manifest.Deployments.Contains(told))
        {
            return new DocumentOutcome.Refused(new Refusal.UnknownName(NamedThing.Deployment, told, run.Manifest.Deployments));
        }

        if (run.Subject(request.Deployment) is not { } subject)
        {
            return new DocumentOutcome.Refused(new Refusal.NoReplications(run.Folder));
        }

        if (!wanted.HasData(subject.Study))
        {
            return new DocumentOutcome.Refused(
                new Refusal.NoDataForFigure(wanted.Name, wanted.Needs!, run.Folder, run.Results, AnalysisFor(wanted, run))
            );
        }

        return Save(
            run,
            request.Folder,
            request.MayReplace,
            FigureFile.Files(wanted.Make(subject)).Where(f => !request.LeftOut.Contains(Path.GetExtension(f.Name)))
        );
    }

    // What the figure is made from, where an analysis can still make it.
    private static SensitivityRequest? AnalysisFor(FigureKind figure, StoredRun run) =>
        figure.Needs == FigureCatalog.NeedsSensitivity
            ? run.Manifest.Request?.Sensitivity(
                figure.Name switch
                {
                    "two-inputs" => SensitivityMethod.Map,
                    "discovery" => SensitivityMethod.Discover,
                    _ => SensitivityMethod.Tornado,
                }
            )
            : null;

    private static DocumentOutcome Save(StoredRun run, string? wanted, bool mayReplace, IEnumerable<(string Name, byte[] Content)> made)
    {
        string folder = wanted ?? new OwnFolder(run.Folder).PathOf(ResultFolder.Documents);
        (string Name, byte[] Content)[] files = [.. made];
        if (
            files
                .Select(file => OutputPath.Objection(Path.Combine(folder, file.Name), Path.GetExtension(file.Name), mayReplace))
                .FirstOrDefault(problem => problem is not null) is
            { } objection
        )
        {
            return new DocumentOutcome.Refused(objection);
        }

        var written = new List<string>();
        try
        {
            OutputFolder.Make(folder);
            foreach ((string name, byte[] content) in files)
            {
                string path = new OwnFolder(folder).PathOf(name);
                WholeFile.Write(path, content);
                written.Add(path);
            }
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            return new DocumentOutcome.NotSaved(written, problem.Message.TrimEnd('.'));
        }

        return new DocumentOutcome.Completed(written);
    }
}

/// <summary>How the writing of documents ended.</summary>
public abstract record DocumentOutcome
{
    private DocumentOutcome() { }

    /// <param name="Files">What was written.</param>
    public sealed record Completed(IReadOnlyList<string> Files) : DocumentOutcome;

    /// <summary>Not everything could be written.</summary>
    /// <param name="Files">What was.</param>
    /// <param name="Why">In words for people.</param>
    public sealed record NotSaved(IReadOnlyList<string> Files, string Why) : DocumentOutcome;

    /// <summary>Nothing was written.</summary>
    public sealed record Refused(Refusal Why) : DocumentOutcome;
}
