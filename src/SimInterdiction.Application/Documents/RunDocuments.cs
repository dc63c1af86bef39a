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
    /// <param name="observer">Hears how it progresses.</param>
    /// <param name="stop">Ends it; what is written stays.</param>
    public DocumentOutcome Execute(DocumentRequest request, IObserveDocuments observer, CancellationToken stop)
    {
        IReadOnlyList<string> known = DocumentCatalog.Formats;
        if (request.Formats.FirstOrDefault(name => !known.Contains(name)) is { } unknown)
        {
            return new DocumentOutcome.Refused(new Refusal.UnknownName(NamedThing.Format, unknown, known));
        }

        return new Work(workspace, request.Folder, request.MayReplace, observer, stop).Do(
            request.Run,
            deployment: null,
            _ => null,
            subject =>
                DocumentCatalog
                    .All.Where(d => request.Formats.Contains(d.Format))
                    .Select(kind => new Document(kind.File, () => kind.Make(subject)))
        );
    }

    /// <summary>Writes one figure.</summary>
    /// <param name="request">Which.</param>
    /// <param name="observer">Hears how it progresses.</param>
    /// <param name="stop">Ends it; what is written stays.</param>
    public DocumentOutcome Execute(FigureRequest request, IObserveDocuments observer, CancellationToken stop)
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

        return new Work(workspace, request.Folder, request.MayReplace, observer, stop).Do(
            request.Run,
            request.Deployment,
            run =>
                request.Deployment is { } told && !run.Manifest.Deployments.Contains(told)
                    ? new Refusal.UnknownName(NamedThing.Deployment, told, run.Manifest.Deployments)
                    : null,
            subject => FigureFile.Files(wanted.Make(subject), request.LeftOut).Select(f => new Document(f.Name, () => f.Content)),
            wanted
        );
    }

    // What the figure is made from, where an analysis can still make it.
    private static SensitivityRequest? AnalysisFor(FigureKind figure, StoredRun run) =>
        figure.Place == ReportPlace.Sensitivity
            ? run.Manifest.Request?.Sensitivity(
                figure.Name switch
                {
                    "two-inputs" => SensitivityMethod.Map,
                    "discovery" => SensitivityMethod.Discover,
                    _ => SensitivityMethod.Tornado,
                }
            )
            : null;

    private sealed record Document(string Name, Func<byte[]> Make);

    private sealed class Work(Workspace workspace, string? folder, bool mayReplace, IObserveDocuments observer, CancellationToken stop)
    {
        private readonly List<string> written = [];

        public DocumentOutcome Do(
            string name,
            string? deployment,
            Func<StoredRun, Refusal?> objection,
            Func<FigureSubject, IEnumerable<Document>> make,
            FigureKind? figure = null
        )
        {
            if (!StoredRun.TryFind(name, workspace, observer, out StoredRun? run, out Refusal? refusal))
            {
                return new DocumentOutcome.Refused(refusal);
            }

            if (objection(run) is { } objected)
            {
                return new DocumentOutcome.Refused(objected);
            }

            try
            {
                return run.Subject(deployment, figure?.ShowsExample ?? true, stop) switch
                {
                    null => new DocumentOutcome.Refused(new Refusal.NoReplications(run.Folder)),
                    { } subject when figure is not null && !figure.HasData(subject.Study) => new DocumentOutcome.Refused(
                        new Refusal.NoDataForFigure(figure.Name, figure.Needs!, run.Folder, run.Results, AnalysisFor(figure, run))
                    ),
                    { } subject => Save(run, [.. make(subject)]),
                };
            }
            catch (OperationCanceledException) when (stop.IsCancellationRequested)
            {
                return new DocumentOutcome.Stopped(written);
            }
        }

        private DocumentOutcome Save(StoredRun run, IReadOnlyList<Document> documents)
        {
            string target = folder ?? new OwnFolder(run.Folder).PathOf(ResultFolder.Documents);
            if (
                documents
                    .Select(file => OutputPath.Objection(Path.Combine(target, file.Name), Path.GetExtension(file.Name), mayReplace))
                    .FirstOrDefault(problem => problem is not null) is
                { } objection
            )
            {
                return new DocumentOutcome.Refused(objection);
            }

            if (!OutputFolder.TryMake(target, out SaveFailure? why))
            {
                return new DocumentOutcome.NotSaved(written, why);
            }

            try
            {
                foreach (Document document in documents)
                {
                    stop.ThrowIfCancellationRequested();
                    observer.Making(document.Name, written.Count, documents.Count);
                    string path = new OwnFolder(target).PathOf(document.Name);
                    WholeFile.Write(path, document.Make());
                    written.Add(path);
                }
            }
            catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
            {
                return new DocumentOutcome.NotSaved(written, SaveFailure.Of(problem, target));
            }

            return new DocumentOutcome.Completed(written);
        }
    }
}
