using Microsoft.AspNetCore.Http;
using SimInterdiction.Model.Language;

namespace SimInterdiction.Web.Safety;

/// <summary>Whatever fails is told in a sentence, never with where in the program.</summary>
internal static class Sentences
{
    public static async Task InsteadOfFailures(HttpContext context, RequestDelegate next)
    {
        try
        {
            await next(context);
            if (context.Response is { HasStarted: false, StatusCode: >= StatusCodes.Status400BadRequest, ContentType: null })
            {
                await Tell(context, context.Response.StatusCode, Of(context.Response.StatusCode));
            }
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            // Nobody waits for an answer any more.
        }
        catch (BadHttpRequestException error) when (!context.Response.HasStarted)
        {
            await Tell(context, error.StatusCode, Of(error.StatusCode));
        }
        catch (Exception error)
            when (error is IOException or UnauthorizedAccessException or InvalidDataException && !context.Response.HasStarted)
        {
            await Tell(context, StatusCodes.Status500InternalServerError, Capital(error.Message));
        }
        catch (Exception error) when (!context.Response.HasStarted)
        {
            await Tell(context, StatusCodes.Status500InternalServerError, $"An internal error: {error.Message}");
        }
    }

    private static string Of(int status) =>
        status == StatusCodes.Status413PayloadTooLarge ? "That is too large." : "That is not what is asked for here.";

    private static Task Tell(HttpContext context, int status, string sentence) =>
        Answers.Of(status, Printable.Of(sentence)).ExecuteAsync(context);

    private static string Capital(string sentence) => sentence.Length == 0 ? sentence : char.ToUpperInvariant(sentence[0]) + sentence[1..];
}
