using Microsoft.AspNetCore.Http;

namespace SimInterdiction.Web.Safety;

/// <summary>Answers that are a sentence: why nothing was done.</summary>
internal static class Answers
{
    /// <summary>As text, for whoever is not let in.</summary>
    public static Task Refuse(HttpContext context, int status, string sentence)
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = "text/plain; charset=utf-8";
        return HttpMethods.IsHead(context.Request.Method) ? Task.CompletedTask : context.Response.WriteAsync(sentence + "\n");
    }

    /// <summary>As JSON, for the page.</summary>
    public static IResult Of(int status, string sentence) => TypedResults.Json(new Sentence(sentence), statusCode: status);

    /// <summary>The same with all that is wrong, a sentence each.</summary>
    public static IResult Mistakes(int status, IReadOnlyList<string> sentences) =>
        TypedResults.Json(new Sentence(string.Join(' ', sentences)) { Mistakes = sentences }, statusCode: status);

    public static IResult NotFound(string sentence) => Of(StatusCodes.Status404NotFound, sentence);

    /// <param name="Error">Why nothing was done.</param>
    internal sealed record Sentence(string Error)
    {
        /// <summary>The same piece by piece; null where it is one.</summary>
        public IReadOnlyList<string>? Mistakes { get; init; }
    }
}
