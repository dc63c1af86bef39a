using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using SimInterdiction.Experiments.Store;
using SimInterdiction.Model.Files;
using SimInterdiction.Reporting.Words;
using SimInterdiction.Scenarios.Completion;
using SimInterdiction.Scenarios.Describing;
using SimInterdiction.Scenarios.Mending;
using SimInterdiction.Scenarios.Problems;
using SimInterdiction.Web.Files;
using SimInterdiction.Web.Safety;

namespace SimInterdiction.Web.Editing;

/// <summary>Scenario files as texts: opened, checked while typing, saved, and new ones.</summary>
internal static class EditRoutes
{
    private const string Mistakes = "The scenario has mistakes.";

    public static void Map(WebApplication server, ScenarioFolder folder, Readings readings)
    {
        server.MapGet("/api/texts/{file}", (string file) => Open(folder, file));
        server.MapPost("/api/texts/{file}", (string file, SaveWish wish) => Save(folder, file, wish)).WithMetadata(new LargeText());
        server.MapPost("/api/check", (TextWish wish) => Check(readings, wish)).WithMetadata(new LargeText());
        server
            .MapPost("/api/mends", (TextWish wish, HttpContext context) => Mends(readings, wish, context.RequestAborted))
            .WithMetadata(new LargeText());
        server.MapPost("/api/complete", (CompletionWish wish) => Complete(readings, wish)).WithMetadata(new LargeText());
        server.MapPost("/api/model", (TextWish wish) => Model(readings, wish)).WithMetadata(new LargeText());
        server
            .MapPost("/api/expect", (TextWish wish, HttpContext context) => Expect(readings, wish, context.RequestAborted))
            .WithMetadata(new LargeText());
        server.MapGet("/api/templates", () => TypedResults.Json(ScenarioTemplates.Names));
    }

    private static IResult Open(ScenarioFolder folder, string file)
    {
        if (folder.PathOf(file) is not { } path)
        {
            return Missing(folder, file);
        }

        try
        {
            return TypedResults.Json(TextFile.Read(path));
        }
        catch (FileTooLargeException)
        {
            return Answers.Of(StatusCodes.Status413PayloadTooLarge, $"'{file}' has more than {TextFile.MostBytes >> 20} MB.");
        }
        catch (InvalidDataException error)
        {
            return Answers.Of(StatusCodes.Status415UnsupportedMediaType, error.Message);
        }
        catch (UnauthorizedAccessException)
        {
            return Answers.Of(StatusCodes.Status403Forbidden, $"'{file}' may not be read.");
        }
    }

    private static IResult Save(ScenarioFolder folder, string file, SaveWish wish)
    {
        if (folder.PathOf(file) is not { } path)
        {
            return Missing(folder, file);
        }

        try
        {
            return TextFile.Save(path, wish.Text, wish.BasedOn) switch
            {
                TextSaving.Saved it => TypedResults.Json(new { it.Sha256 }),
                TextSaving.ChangedMeanwhile { Now: { } now } => TypedResults.Json(
                    new ChangedMeanwhile("The file was changed meanwhile.", now.Text, now.Sha256),
                    statusCode: StatusCodes.Status409Conflict
                ),
                TextSaving.Refused it => Answers.Of(it.Status, it.Why),
                var other => throw new InvalidOperationException($"No words for {other}."),
            };
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return Answers.Of(
                StatusCodes.Status500InternalServerError,
                $"It could not be saved: {SaveFailureWords.Of(SaveFailure.Of(error, Path.GetDirectoryName(Path.GetFullPath(path))!))}."
            );
        }
    }

    private static JsonHttpResult<IEnumerable<MarkedProblem>> Check(Readings readings, TextWish wish) =>
        TypedResults.Json(readings.Of(wish.File, wish.Text).Reading.Problems.Select(MarkedProblem.Of));

    private static JsonHttpResult<IEnumerable<OfferedMend>> Mends(Readings readings, TextWish wish, CancellationToken stop) =>
        TypedResults.Json(
            ProblemMends
                .Of(wish.Text, Readings.NameOf(wish.File), readings.Folder, stop)
                .Select(mend => new OfferedMend(mend.Problem.Code, mend.Problem.Line, mend.Problem.Column, mend.By))
        );

    private static IResult Complete(Readings readings, CompletionWish wish) =>
        wish.Cursor < 0 || wish.Cursor > wish.Text.Length
            ? Answers.Of(StatusCodes.Status400BadRequest, "The cursor is not in the text.")
            : TypedResults.Json(ScenarioCompletion.At(wish.Text, wish.Cursor, readings.Folder));

    private static IResult Model(Readings readings, TextWish wish) =>
        readings.Of(wish.File, wish.Text).Reading.Scenario is { } scenario
            ? TypedResults.Json(ModelSummary.Of(scenario))
            : Answers.Of(StatusCodes.Status409Conflict, Mistakes);

    private static IResult Expect(Readings readings, TextWish wish, CancellationToken stop) =>
        readings.Of(wish.File, wish.Text).World is { } world
            ? TypedResults.Json(ExpectedLine.Of(world, stop))
            : Answers.Of(StatusCodes.Status409Conflict, Mistakes);

    private static IResult Missing(ScenarioFolder folder, string file) =>
        Answers.NotFound($"There is no scenario file '{file}' in '{folder.Path}'.");

    /// <param name="Text">The text.</param>
    /// <param name="BasedOn">The hash of the file that it was made of.</param>
    internal sealed record SaveWish(string Text, string BasedOn);

    /// <param name="File">The file that the text will be in, by its name in the folder.</param>
    /// <param name="Text">The text.</param>
    internal sealed record TextWish(string File, string Text);

    /// <param name="Text">The text, with line breaks of one character.</param>
    /// <param name="Cursor">In characters from its beginning.</param>
    internal sealed record CompletionWish(string Text, int Cursor);

    /// <param name="Code">Of the problem.</param>
    /// <param name="Line">Where it is.</param>
    /// <param name="Column">Where it begins there.</param>
    /// <param name="By">What may be written in its place.</param>
    private sealed record OfferedMend(string Code, int Line, int Column, string By);

    /// <param name="Error">What is the matter.</param>
    /// <param name="Text">What the file holds now.</param>
    /// <param name="Sha256">Its hash.</param>
    private sealed record ChangedMeanwhile(string Error, string Text, string Sha256);

    /// <param name="IsError">Whether nothing can be run before it is mended.</param>
    /// <param name="Code">Its code.</param>
    /// <param name="Line">From 1; 0 where it is with the file as a whole, or with another file.</param>
    /// <param name="Column">From 1.</param>
    /// <param name="Length">Of the token.</param>
    /// <param name="Place">Where it is, in words.</param>
    /// <param name="Message">What was found.</param>
    /// <param name="Allowed">What is allowed there.</param>
    /// <param name="Hint">What may have been meant.</param>
    internal sealed record MarkedProblem(
        bool IsError,
        string Code,
        int Line,
        int Column,
        int Length,
        string Place,
        string Message,
        string? Allowed,
        string? Hint
    )
    {
        public static MarkedProblem Of(Problem problem) =>
            new(
                problem.IsError,
                problem.Code,
                problem.Line,
                problem.Column,
                problem.Length,
                problem.Line > 0 ? $"{problem.File}, line {problem.Line}" : problem.File,
                problem.Message,
                problem.Allowed,
                problem.Hint
            );
    }
}
