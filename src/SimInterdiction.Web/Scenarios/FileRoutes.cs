using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using SimInterdiction.Application.Requests;
using SimInterdiction.Application.Templates;
using SimInterdiction.Experiments.Store;
using SimInterdiction.Model.Files;
using SimInterdiction.Reporting.Words;
using SimInterdiction.Scenarios;
using SimInterdiction.Web.Editing;
using SimInterdiction.Web.Files;
using SimInterdiction.Web.Safety;
using SimInterdiction.Web.Wording;

namespace SimInterdiction.Web.Scenarios;

/// <summary>Scenario files as files: new ones, copies, and those that nobody needs any more.</summary>
internal static class FileRoutes
{
    /// <summary>The folder, beside the scenarios, of those that were deleted.</summary>
    private const string Deleted = ".deleted";

    public static void Map(WebApplication server, ScenarioFolder folder)
    {
        server.MapPost("/api/scenarios", (NewWish wish) => Held(folder, () => Make(folder, wish))).WithMetadata(new LargeText());
        server.MapPost("/api/scenarios/{file}/delete", (string file) => Held(folder, () => Delete(folder, file)));
    }

    private static IResult Held(ScenarioFolder folder, Func<IResult> work)
    {
        try
        {
            return folder.IsThere ? work() : Answers.NotFound(folder.Gone);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return NotSaved(SaveFailure.Of(error, folder.Path));
        }
    }

    private static IResult Make(ScenarioFolder folder, NewWish wish)
    {
        if (FileName.Of(wish.Name) is not { } name)
        {
            return Answers.Of(
                StatusCodes.Status400BadRequest,
                "A file's name has up to 80 letters, digits, blanks and - _ . + = ( ), and begins with a letter or digit."
            );
        }

        return wish.CopyOf is { } copied ? Copy(folder, copied, name)
            : wish.Text is { } text ? Write(folder, Encoding.UTF8.GetBytes(text), name)
            : Begin(folder, wish.Template ?? string.Empty, name);
    }

    private static IResult Begin(ScenarioFolder folder, string template, string name) =>
        NewScenario.Write(new TemplateRequest(template, folder.Path) { File = name }) switch
        {
            NewScenarioOutcome.Completed => Made(name),
            NewScenarioOutcome.NotSaved it => NotSaved(it.Why),
            NewScenarioOutcome.Refused { Why: Refusal.FileExists } => Taken(name),
            NewScenarioOutcome.Refused { Why: Refusal.UnknownName why } => Answers.NotFound(RefusalWords.Of(why)),
            NewScenarioOutcome.Refused it => Answers.Of(StatusCodes.Status409Conflict, RefusalWords.Of(it.Why)),
            var other => throw new InvalidOperationException($"No words for {other}."),
        };

    private static IResult Copy(ScenarioFolder folder, string copied, string name) =>
        folder.PathOf(copied) is { } source ? Write(folder, RegularFile.Read(source, Limits.FileBytes), name) : Missing(folder, copied);

    // Never over another, even of two who want one name at once.
    private static IResult Write(ScenarioFolder folder, byte[] content, string name)
    {
        string target = Path.Combine(folder.Path, name);
        return content.Length > TextFile.MostBytes
                ? Answers.Of(StatusCodes.Status413PayloadTooLarge, $"The text has more than {TextFile.MostBytes >> 20} MB.")
            : Path.Exists(target) || !WholeFile.TryWriteNew(target, content) ? Taken(name)
            : Made(name);
    }

    private static IResult Taken(string name) => Answers.Of(StatusCodes.Status409Conflict, $"There is a file '{name}' already.");

    // Nothing is lost: who wants it back moves it back.
    private static IResult Delete(ScenarioFolder folder, string file)
    {
        if (folder.PathOf(file) is not { } path)
        {
            return Missing(folder, file);
        }

        var own = new OwnFolder(folder.Path);
        if (own.FaultOf(file) is not null)
        {
            return Answers.Of(StatusCodes.Status409Conflict, $"'{file}' is a link; remove it where you made it.");
        }

        string kept = Enumerable
            .Range(1, int.MaxValue)
            .Select(n => n == 1 ? file : $"{Path.GetFileNameWithoutExtension(file)}-{n}{Path.GetExtension(file)}")
            .Select(name => $"{Deleted}/{name}")
            .First(name => !Path.Exists(own.PathOf(name)));
        own.Write(kept, RegularFile.Read(path, Limits.FileBytes));
        own.Remove(file);
        return TypedResults.Json(new { Kept = kept });
    }

    private static JsonHttpResult<NewFile> Made(string name) =>
        TypedResults.Json(new NewFile(name), statusCode: StatusCodes.Status201Created);

    private static IResult NotSaved(SaveFailure why) =>
        Answers.Of(StatusCodes.Status500InternalServerError, $"It could not be saved: {SaveFailureWords.Of(why)}.");

    private static IResult Missing(ScenarioFolder folder, string file) =>
        Answers.NotFound($"There is no scenario file '{file}' in '{folder.Path}'.");

    /// <param name="File">What it is called.</param>
    private sealed record NewFile(string File);

    /// <param name="Name">What it shall be called; <c>.yaml</c> need not be said.</param>
    /// <param name="Template">The small scenario to begin with; null where another is copied.</param>
    /// <param name="CopyOf">The file to copy, by its name in the folder.</param>
    /// <param name="Text">What it shall hold: a text whose file is gone.</param>
    internal sealed record NewWish(string Name, string? Template = null, string? CopyOf = null, string? Text = null);
}
