using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using SimInterdiction.Application.Comparisons;
using SimInterdiction.Application.Documents;
using SimInterdiction.Application.Listings;
using SimInterdiction.Application.Manifests;
using SimInterdiction.Application.Requests;
using SimInterdiction.Application.Runs;
using SimInterdiction.Web.Files;
using SimInterdiction.Web.Runs;
using SimInterdiction.Web.Safety;
using SimInterdiction.Web.Wording;

namespace SimInterdiction.Web.Results;

/// <summary>What came out: all runs, one of them, and its documents.</summary>
internal static class ResultRoutes
{
    private const string NoSuchRun = "There is no such run.";
    private const string NothingToShow = "The run holds no replications yet, or can't be read.";

    private static readonly Dictionary<string, string> Types = new()
    {
        [".html"] = "text/html; charset=utf-8",
        [".pdf"] = "application/pdf",
        [".pptx"] = "application/vnd.openxmlformats-officedocument.presentationml.presentation",
        [".xlsx"] = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        [".docx"] = "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    };

    public static void Map(WebApplication server, StoredRuns runs, RunQueue queue, ScenarioFolder folder, DocumentDesk documents)
    {
        var studies = new RunStudies(runs.Workspace);
        var figures = new DrawnFigures(studies);
        server.MapGet("/api/runs", () => List(runs));
        server.MapGet("/api/runs/{scenario}/{id}", (string scenario, string id) => One(runs, folder, scenario, id));
        server.MapGet("/api/runs/{scenario}/{id}/measures", (string scenario, string id, bool? compared, HttpContext context) =>
            Measures(runs, studies, scenario, id, compared ?? false, context.RequestAborted)
        );
        server.MapGet("/api/runs/{scenario}/{id}/figures", (string scenario, string id, HttpContext context) =>
            Figures(runs, figures, scenario, id, context.RequestAborted)
        );
        server.MapGet("/api/comparison", (string[] run, string? measure, HttpContext context) =>
            Compare(runs, run, measure, context.RequestAborted)
        );
        server.MapPost("/api/runs/{scenario}/{id}/resume", (string scenario, string id) => Resume(runs, queue, scenario, id));
        server.MapGet(
            "/runs/{scenario}/{id}/figures/{file}",
            (string scenario, string id, string file, string? deployment, HttpContext context) =>
                Figure(runs, figures, scenario, id, file, deployment, context)
        );
        foreach (DocumentKind kind in DocumentCatalog.All)
        {
            server.MapGet($"/runs/{{scenario}}/{{id}}/{kind.File}", (string scenario, string id, HttpContext context) =>
                Document(runs, documents, kind, scenario, id, context)
            );
        }
    }

    private static JsonHttpResult<RunTable> List(StoredRuns runs)
    {
        var changed = new ChangedFiles();
        return TypedResults.Json(
            new RunTable(runs.Workspace.Results, [.. runs.All.Select(run => RunRow.Of(run, changed, settings: null))])
        );
    }

    private static IResult One(StoredRuns runs, ScenarioFolder folder, string scenario, string id) =>
        runs.Find(scenario, id) is { } run
            ? TypedResults.Json(
                new
                {
                    Row = RunRow.Of(run, new ChangedFiles(), new ChangedSettings()),
                    run.Summary?.Scenario.Title,
                    Documents = DocumentCatalog.All.Select(kind => kind.File),
                    File = FileOf(run, folder),
                }
            )
            : Answers.NotFound(NoSuchRun);

    private static IResult Measures(
        StoredRuns runs,
        RunStudies studies,
        string scenario,
        string id,
        bool compared,
        CancellationToken stop
    ) =>
        runs.Find(scenario, id) is not { } run ? Answers.NotFound(NoSuchRun)
        : studies.Of(run.Folder, stop) is { } subject
            ? TypedResults.Json(MeasureTables.Of(subject.Study, compared ? studies.FurtherOf(run.Folder, stop) : null))
        : Answers.Of(StatusCodes.Status409Conflict, NothingToShow);

    private static IResult Figures(StoredRuns runs, DrawnFigures figures, string scenario, string id, CancellationToken stop) =>
        runs.Find(scenario, id) is not { } run ? Answers.NotFound(NoSuchRun)
        : figures.Of(run.Folder, stop) is { } choices ? TypedResults.Json(choices)
        : Answers.Of(StatusCodes.Status409Conflict, NothingToShow);

    // The scenario's name in the folder, if it is still there.
    private static string? FileOf(ListedRun run, ScenarioFolder folder) =>
        run.Summary?.Request?.Source.File is { } file
        && folder.PathOf(Path.GetFileName(file)) is { } path
        && Path.GetFullPath(path) == Path.GetFullPath(file)
            ? Path.GetFileName(file)
            : null;

    private static IResult Compare(StoredRuns runs, string[] wanted, string? measure, CancellationToken stop)
    {
        if (wanted.Length is < 2 or > ComparedRuns.MostRuns)
        {
            return Answers.Of(StatusCodes.Status400BadRequest, $"Choose 2 to {ComparedRuns.MostRuns} runs to compare.");
        }

        ListedRun?[] found = [.. wanted.Select(address => address.Split('/') is [var scenario, var id] ? runs.Find(scenario, id) : null)];
        if (found.Contains(null))
        {
            return Answers.NotFound($"There is no run '{wanted[Array.IndexOf(found, null)]}'.");
        }

        ComparisonOutcome outcome = new RunComparison(runs.Workspace).Execute(
            new ComparisonRequest([.. found.Select(run => run!.Folder)], measure),
            new NoObserver(),
            stop
        );
        return outcome switch
        {
            ComparisonOutcome.Completed { Table: { } table } => TypedResults.Json(ComparedRuns.Of(table, wanted)),
            ComparisonOutcome.Refused { Why: { } why } => Answers.Of(StatusCodes.Status409Conflict, RefusalWords.Of(why)),
            _ => throw new OperationCanceledException(stop),
        };
    }

    private static IResult Resume(StoredRuns runs, RunQueue queue, string scenario, string id)
    {
        if (runs.Find(scenario, id) is not { } run)
        {
            return Answers.NotFound(NoSuchRun);
        }

        return RunManifest.Read(run.Folder)?.Request is { } request
            ? TypedResults.Json(
                new { Number = queue.Add(new QueuedRun(request with { Source = request.Source.AsItIs() }, runs.Workspace.Clock)) },
                statusCode: StatusCodes.Status202Accepted
            )
            : Answers.Of(StatusCodes.Status409Conflict, "It is not known what this run was asked, so that it can't go on.");
    }

    private static IResult Figure(
        StoredRuns runs,
        DrawnFigures figures,
        string scenario,
        string id,
        string file,
        string? deployment,
        HttpContext context
    )
    {
        if (runs.Find(scenario, id) is not { } run || figures.Draw(run.Folder, file, deployment, context.RequestAborted) is not { } figure)
        {
            return Answers.NotFound("There is no such figure.");
        }

        SafeHeaders.AllowReport(context.Response);
        return TypedResults.Bytes(figure.Content, figure.Type);
    }

    private static async Task<IResult> Document(
        StoredRuns runs,
        DocumentDesk documents,
        DocumentKind kind,
        string scenario,
        string id,
        HttpContext context
    )
    {
        if (runs.Find(scenario, id) is not { } run)
        {
            return Answers.NotFound(NoSuchRun);
        }

        bool isShown = kind.Format == "html" && !context.Request.Query.ContainsKey("download");
        byte[]? content = isShown ? WrittenFile.Read(run.Folder, kind.File) : null;
        if (content is null)
        {
            (content, IResult? refusal) = await documents.Make(run.Folder, kind, context.RequestAborted);
            if (content is null)
            {
                return refusal!;
            }
        }

        if (isShown)
        {
            SafeHeaders.AllowReport(context.Response);
        }

        return TypedResults.Bytes(content, Types[Path.GetExtension(kind.File)], isShown ? null : $"{scenario}-{id}-{kind.File}");
    }

    private sealed class NoObserver : IObserveStoredRun;

    /// <param name="Folder">The folder of results.</param>
    /// <param name="Runs">The latest first.</param>
    private sealed record RunTable(string Folder, IReadOnlyList<RunRow> Runs);
}
