using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using SimInterdiction.Application.Calibrations;
using SimInterdiction.Application.Optimizations;
using SimInterdiction.Application.Requests;
using SimInterdiction.Application.Sensitivities;
using SimInterdiction.Model;
using SimInterdiction.Model.Language;
using SimInterdiction.Model.Previews;
using SimInterdiction.Model.Study;
using SimInterdiction.Optimization.Processes;
using SimInterdiction.Reporting.Words;
using SimInterdiction.Scenarios;
using SimInterdiction.Web.Files;
using SimInterdiction.Web.Results;
using SimInterdiction.Web.Runs;
using SimInterdiction.Web.Safety;
using SimInterdiction.Web.Wording;

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
        server.MapPost("/api/questions/sensitivity", (SensitivityWish wish) => Study(queue, folder, wish, workspace));
        server.MapPost("/api/questions/calibration", (CalibrationWish wish) => Calibrate(queue, folder, wish, workspace));
        server.MapPost("/api/questions/optimization", (OptimizationWish wish) => Optimize(queue, folder, wish, workspace, solver));
        var findings = new StoredFindings(workspace, folder);
        server.MapGet("/api/findings", () => TypedResults.Json(findings.All));
        server.MapGet("/api/findings/{scenario}/{id}", (string scenario, string id) =>
            findings.Find(scenario, id) is { } finding ? TypedResults.Json(finding) : Answers.NotFound("There is no such answer.")
        );
        server.MapGet("/api/runs/{scenario}/{id}/findings", (string scenario, string id) =>
            runs.Find(scenario, id) is { } run ? TypedResults.Json(findings.Beside(run.Folder)) : Answers.NotFound("There is no such run.")
        );
        server.MapGet("/findings/{scenario}/{id}/{**name}", (string scenario, string id, string name) =>
            findings.File(scenario, id, name) is { } content
                ? TypedResults.Bytes(content, TypeOf(name), $"{scenario}-{id}-{Path.GetFileName(name)}")
                : Answers.NotFound("There is no such file.")
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

    // Whoever wrote something wrong still has it before them.
    private static IResult Study(RunQueue queue, ScenarioFolder folder, SensitivityWish wish, Workspace workspace)
    {
        if (folder.PathOf(wish.File) is not { } path)
        {
            return Missing(folder, wish.File);
        }

        SensitivityRequest request = wish.RequestOf(new ScenarioSource { File = path }.AsItIs());
        string[] mistakes = [.. SensitivityStudy.ObjectionsTo(request).SelectMany(RefusalWords.All)];
        return mistakes.Length > 0
            ? Answers.Mistakes(StatusCodes.Status409Conflict, mistakes)
            : Ask(queue, folder, wish.File, wish.Replications, _ => new QueuedSensitivity(request, workspace));
    }

    private static IResult Calibrate(RunQueue queue, ScenarioFolder folder, CalibrationWish wish, Workspace workspace)
    {
        if (folder.PathOf(wish.File) is not { } path)
        {
            return Missing(folder, wish.File);
        }

        CalibrationRequest request = wish.RequestOf(new ScenarioSource { File = path }.AsItIs());
        string[] missing =
        [
            .. request.Fits.Count == 0 ? ["Choose a number to fit."] : Array.Empty<string>(),
            .. request.Figures.Count == 0 ? ["Write a figure to fit it to."] : Array.Empty<string>(),
        ];
        IReadOnlyList<string> mistakes =
            missing.Length > 0 ? missing
            : CalibrationStudy.ObjectionTo(request with { Save = FreeName.Beside(path, QueuedCalibration.Ending) }) is { } why
                ? RefusalWords.All(why)
            : [];
        return mistakes.Count > 0
            ? Answers.Mistakes(StatusCodes.Status409Conflict, mistakes)
            : Ask(queue, folder, wish.File, wish.Replications, _ => new QueuedCalibration(request, workspace));
    }

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
                $"Budget: {BudgetText.Fault(Excerpt.Of(wish.Budget!, Labels.Longest)) ?? "it can't be read"}."
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
                    [
                        .. reading.UncertainInputs.Select(input => new UncertainChoice(
                            input.Path,
                            PathWords.Of(input.Path, scenario, input.Places).Heading,
                            input.Written
                        )),
                    ],
                    Digits.Hours(HoursInForce(scenario))
                )
            )
            : Answers.Of(StatusCodes.Status409Conflict, $"'{file}' has mistakes; they are marked where it is edited.");
    }

    private static double HoursInForce(Scenario scenario) =>
        ScenarioPreview.Of(scenario).Deployments.First(each => each.Name == scenario.InForce).OfficerHours;

    private static IResult Picture(StoredFindings findings, string path, HttpContext context)
    {
        if (findings.Picture(path) is not { } content)
        {
            return Answers.NotFound("There is no such figure.");
        }

        SafeHeaders.AllowReport(context.Response);
        return TypedResults.Bytes(content, "image/svg+xml");
    }

    private static string TypeOf(string file) =>
        Path.GetExtension(file) switch
        {
            ".csv" => "text/csv; charset=utf-8",
            ".png" => "image/png",
            _ => "image/svg+xml",
        };

    private static IResult Missing(ScenarioFolder folder, string file) =>
        Answers.NotFound($"There is no scenario file '{file}' in '{folder.Path}'.");

    /// <param name="Title">What the scenario is called.</param>
    /// <param name="Deployments">The baseline is marked.</param>
    /// <param name="Uncertain">The numbers that nobody knows.</param>
    /// <param name="Hours">The officer-hours of the deployment in force.</param>
    private sealed record AskedScenario(
        string Title,
        IReadOnlyList<NamedChoice> Deployments,
        IReadOnlyList<UncertainChoice> Uncertain,
        string Hours
    );

    /// <param name="Name">In the file.</param>
    /// <param name="Label">What people see.</param>
    /// <param name="IsBaseline">Whether others are compared with it.</param>
    private sealed record NamedChoice(string Name, string Label, bool IsBaseline);

    /// <param name="Path">Of the number.</param>
    /// <param name="Label">What people call it.</param>
    /// <param name="Written">As it is written.</param>
    private sealed record UncertainChoice(string Path, string Label, string Written);
}
