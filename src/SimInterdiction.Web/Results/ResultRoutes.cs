using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using SimInterdiction.Application.Documents;
using SimInterdiction.Application.Listings;
using SimInterdiction.Application.Manifests;
using SimInterdiction.Web.Runs;
using SimInterdiction.Web.Safety;

namespace SimInterdiction.Web.Results;

/// <summary>What came out: all runs, one of them, and its documents.</summary>
internal static class ResultRoutes
{
    private const string NoSuchRun = "There is no such run.";

    private static readonly Dictionary<string, string> Types = new()
    {
        [".html"] = "text/html; charset=utf-8",
        [".pdf"] = "application/pdf",
        [".pptx"] = "application/vnd.openxmlformats-officedocument.presentationml.presentation",
        [".xlsx"] = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        [".docx"] = "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    };

    public static void Map(WebApplication server, StoredRuns runs, RunQueue queue)
    {
        var documents = new DocumentDesk(runs.Workspace);
        server.MapGet("/api/runs", () => List(runs));
        server.MapGet("/api/runs/{scenario}/{id}", (string scenario, string id) => One(runs, scenario, id));
        server.MapPost("/api/runs/{scenario}/{id}/resume", (string scenario, string id) => Resume(runs, queue, scenario, id));
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
        return TypedResults.Json(new RunTable(runs.Workspace.Results, [.. runs.All.Select(run => RunRow.Of(run, changed))]));
    }

    private static IResult One(StoredRuns runs, string scenario, string id) =>
        runs.Find(scenario, id) is { } run
            ? TypedResults.Json(
                new
                {
                    Row = RunRow.Of(run, new ChangedFiles()),
                    run.Summary?.Scenario.Title,
                    Documents = DocumentCatalog.All.Select(kind => kind.File),
                }
            )
            : Answers.NotFound(NoSuchRun);

    private static IResult Resume(StoredRuns runs, RunQueue queue, string scenario, string id)
    {
        if (runs.Find(scenario, id) is not { } run)
        {
            return Answers.NotFound(NoSuchRun);
        }

        return RunManifest.Read(run.Folder)?.Request is { } request
            ? TypedResults.Json(new { Number = queue.Add(request) }, statusCode: StatusCodes.Status202Accepted)
            : Answers.Of(StatusCodes.Status409Conflict, "It is not known what this run was asked, so that it can't go on.");
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
        byte[]? content = isShown ? DocumentDesk.Written(run.Folder, kind) : null;
        if (content is null)
        {
            (string? file, IResult? refusal) = await documents.Make(run.Folder, kind, context.RequestAborted);
            if (file is null)
            {
                return refusal!;
            }

            content = await File.ReadAllBytesAsync(file, context.RequestAborted);
        }

        if (isShown)
        {
            SafeHeaders.AllowReport(context.Response);
        }

        return TypedResults.Bytes(content, Types[Path.GetExtension(kind.File)], isShown ? null : $"{scenario}-{id}-{kind.File}");
    }

    /// <param name="Folder">The folder of results.</param>
    /// <param name="Runs">The latest first.</param>
    private sealed record RunTable(string Folder, IReadOnlyList<RunRow> Runs);
}
