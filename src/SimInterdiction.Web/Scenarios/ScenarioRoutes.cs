using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using SimInterdiction.Application.Listings;
using SimInterdiction.Model;
using SimInterdiction.Reporting.Words;
using SimInterdiction.Scenarios;
using SimInterdiction.Web.Files;
using SimInterdiction.Web.Results;
using SimInterdiction.Web.Safety;

namespace SimInterdiction.Web.Scenarios;

/// <summary>The scenario files: which there are, what each asks, and its last answer.</summary>
internal static class ScenarioRoutes
{
    public static void Map(WebApplication server, ScenarioFolder folder, StoredRuns runs)
    {
        server.MapGet("/api/scenarios", () => List(folder, runs));
        server.MapGet("/api/scenarios/{file}", (string file) => Describe(folder, file));
    }

    private static IResult List(ScenarioFolder folder, StoredRuns runs)
    {
        IReadOnlyList<string> names;
        try
        {
            names = folder.Names;
        }
        catch (DirectoryNotFoundException)
        {
            return Answers.NotFound(folder.Gone);
        }

        // Of the file as it is, not of variants of it; the latest first.
        ILookup<string, ListedRun> byFile = runs
            .All.Where(run => run.Summary?.Request?.Source is { Overrides.Count: 0 })
            .ToLookup(run => Path.GetFullPath(run.Summary!.Request!.Source.File));
        var changed = new ChangedFiles();
        return TypedResults.Json(
            new
            {
                Folder = folder.Path,
                Files = names.Select(name => new
                {
                    File = name,
                    Last = byFile[Path.GetFullPath(Path.Combine(folder.Path, name))].FirstOrDefault() is { } run
                        ? RunRow.Of(run, changed, settings: null)
                        : null,
                }),
            }
        );
    }

    private static IResult Describe(ScenarioFolder folder, string file)
    {
        if (folder.PathOf(file) is not { } path)
        {
            return Answers.NotFound($"There is no scenario file '{file}' in '{folder.Path}'.");
        }

        ScenarioReading reading = ScenarioReader.ReadFile(path);
        return TypedResults.Json(
            new
            {
                reading.Scenario?.Title,
                reading.Scenario?.Question,
                About = reading.Scenario is { } scenario ? About(scenario) : null,
                Deployments = reading.Scenario?.Deployments.Count,
                reading.Scenario?.Experiment.Replications,
                Errors = reading.Problems.Where(problem => problem.IsError).Sum(problem => problem.Errors),
                Problems = reading.Problems.Select(problem => new ProblemRow(
                    problem.IsError,
                    problem.Line > 0 ? $"{problem.File}, line {problem.Line}, column {problem.Column}" : problem.File,
                    problem.Message,
                    problem.Allowed,
                    problem.Hint
                )),
            }
        );
    }

    private static string About(Scenario scenario) =>
        $"{Plain.Count(scenario.Deployments.Count, "deployment")}, {Plain.Duration(scenario.LengthHours)}, "
        + $"{Plain.Count(scenario.Experiment.Replications, "replication")} each";

    /// <param name="IsError">Whether nothing can be run before it is mended.</param>
    /// <param name="Place">Where it is.</param>
    /// <param name="Message">What was found.</param>
    /// <param name="Allowed">What is allowed there; null where the message says it.</param>
    /// <param name="Hint">What may have been meant.</param>
    private sealed record ProblemRow(bool IsError, string Place, string Message, string? Allowed, string? Hint);
}
