using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using SimInterdiction.Application.Requests;
using SimInterdiction.Model.Language;
using SimInterdiction.Model.Study;
using SimInterdiction.Optimization.Processes;
using SimInterdiction.Scenarios;
using SimInterdiction.Web.Files;
using SimInterdiction.Web.Results;
using SimInterdiction.Web.Runs;
using SimInterdiction.Web.Safety;

namespace SimInterdiction.Web.Questions;

/// <summary>Questions about a scenario beyond a run: what flips its answer, what fits given figures, and which
/// deployment is best. They wait for their turn as runs do.</summary>
internal static class QuestionRoutes
{
    private const int MostReplications = 1_000_000;
    private const int MostSeconds = 24 * 3600;

    public static void Map(WebApplication server, RunQueue queue, ScenarioFolder folder, StoredRuns runs, SolverProgram? solver)
    {
        Workspace workspace = runs.Workspace;
        server.MapGet("/api/questions/{file}", (string file) => Describe(folder, file));
        server.MapPost("/api/questions/sensitivity", (SensitivityWish wish) =>
            Ask(queue, folder, wish.File, wish.Replications, source => new QueuedSensitivity(wish.RequestOf(source), workspace))
        );
        server.MapPost("/api/questions/calibration", (CalibrationWish wish) =>
            Ask(queue, folder, wish.File, wish.Replications, source => new QueuedCalibration(wish.RequestOf(source), workspace))
        );
        server.MapPost("/api/questions/optimization", (OptimizationWish wish) => Optimize(queue, folder, wish, workspace, solver));
        var findings = new StoredFindings(workspace, folder);
        server.MapGet("/api/findings", () => TypedResults.Json(findings.All));
        server.MapGet("/api/findings/{scenario}/{id}", (string scenario, string id) =>
            findings.Find(scenario, id) is { } finding ? TypedResults.Json(finding) : Answers.NotFound("There is no such answer.")
        );
        server.MapGet("/api/runs/{scenario}/{id}/findings", (string scenario, string id) =>
            runs.Find(scenario, id) is { } run ? TypedResults.Json(findings.Beside(run.Folder)) : Answers.NotFound("There is no such run.")
        );
        server.MapGet("/pictures/{**path}", (string path, HttpContext context) => Picture(findings, path, context));
    }

    private static IResult Ask(
        RunQueue queue,
        ScenarioFolder folder,
        string file,
        int? replications,
        Func<ScenarioSource, QueuedWork> make
    ) =>
        folder.PathOf(file) is not { } path ? Missing(folder, file)
        : replications is < 2 or > MostReplications ? Answers.Of(StatusCodes.Status400BadRequest, "Replications are from 2 to 1,000,000.")
        : TypedResults.Json(
            new { Number = queue.Add(make(new ScenarioSource { File = path }.AsItIs())) },
            statusCode: StatusCodes.Status202Accepted
        );

    private static IResult Optimize(
        RunQueue queue,
        ScenarioFolder folder,
        OptimizationWish wish,
        Workspace workspace,
        SolverProgram? solver
    )
    {
        if (solver is null)
        {
            return Answers.Of(StatusCodes.Status409Conflict, "This program has no solver.");
        }

        if (wish.Seconds is < 1 or > MostSeconds)
        {
            return Answers.Of(StatusCodes.Status400BadRequest, "A search takes from 1 to 86,400 seconds.");
        }

        if (!wish.TryReadBudget(out PostingBudget? budget))
        {
            return Answers.Of(
                StatusCodes.Status400BadRequest,
                $"'{Excerpt.Of(wish.Budget!, Labels.Longest)}' is no budget: write an amount and its unit, such as 202_020 "
                    + "officer-hours or 1_000_000 USD."
            );
        }

        return Ask(queue, folder, wish.File, replications: null, source => new QueuedOptimization(
            wish.RequestOf(source, budget),
            workspace,
            solver
        ));
    }

    private static IResult Describe(ScenarioFolder folder, string file)
    {
        if (folder.PathOf(file) is not { } path)
        {
            return Missing(folder, file);
        }

        ScenarioReading reading = ScenarioReader.ReadFile(path);
        return reading.Scenario is { } scenario
            ? TypedResults.Json(
                new AskedScenario(
                    scenario.Title ?? file,
                    [
                        .. scenario.Deployments.Select(each => new NamedChoice(
                            each.Key,
                            Labels.Of(each.Key, each.Value.Label),
                            each.Key == scenario.Baseline
                        )),
                    ],
                    [.. reading.UncertainInputs.Select(input => new UncertainChoice(input.Path, input.Written))]
                )
            )
            : Answers.Of(StatusCodes.Status409Conflict, $"'{file}' has mistakes; they are marked where it is edited.");
    }

    private static IResult Picture(StoredFindings findings, string path, HttpContext context)
    {
        if (findings.Picture(path) is not { } content)
        {
            return Answers.NotFound("There is no such figure.");
        }

        SafeHeaders.AllowReport(context.Response);
        return TypedResults.Bytes(content, "image/svg+xml");
    }

    private static IResult Missing(ScenarioFolder folder, string file) =>
        Answers.NotFound($"There is no scenario file '{file}' in '{folder.Path}'.");

    /// <param name="Title">What the scenario is called.</param>
    /// <param name="Deployments">The baseline is marked.</param>
    /// <param name="Uncertain">The numbers that nobody knows.</param>
    private sealed record AskedScenario(string Title, IReadOnlyList<NamedChoice> Deployments, IReadOnlyList<UncertainChoice> Uncertain);

    /// <param name="Name">In the file.</param>
    /// <param name="Label">What people see.</param>
    /// <param name="IsBaseline">Whether others are compared with it.</param>
    private sealed record NamedChoice(string Name, string Label, bool IsBaseline);

    /// <param name="Path">Of the number.</param>
    /// <param name="Written">As it is written.</param>
    private sealed record UncertainChoice(string Path, string Written);
}
