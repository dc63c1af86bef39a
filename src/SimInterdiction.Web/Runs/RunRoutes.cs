using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using SimInterdiction.Application.Requests;
using SimInterdiction.Web.Files;
using SimInterdiction.Web.Safety;

namespace SimInterdiction.Web.Runs;

/// <summary>Runs: start and stop, and how far they are.</summary>
internal static class RunRoutes
{
    private const int MostReplications = 1_000_000;

    public static void Map(
        WebApplication server,
        RunQueue queue,
        ScenarioFolder folder,
        TimeProvider clock,
        Func<KeptWork, QueuedWork?> restore,
        CancellationToken ending
    )
    {
        server.MapPost("/api/queue", (RunWish wish) => Start(queue, folder, wish, clock));
        server.MapPost("/api/queue/{number:int}/stop", (int number) => NoContent(queue.Stop(number)));
        server.MapPost("/api/queue/{number:int}/again", (int number) =>
            queue.Again(number, restore) is { } added
                ? TypedResults.Json(new { Number = added }, statusCode: StatusCodes.Status202Accepted)
                : Answers.NotFound("There is nothing in the queue that was stopped and can be started again.")
        );
        server.MapPost("/api/queue/{number:int}/forget", (int number) => NoContent(queue.Forget(number)));
        server.MapGet("/api/events", (string? after, HttpContext context) =>
        {
            // A browser names the last event it has when it comes back by itself; a page that was asleep asks.
            string? known = context.Request.Headers["Last-Event-ID"] is [{ } id] ? id : after;
            var either = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, ending);
            context.Response.RegisterForDispose(either);
            return TypedResults.ServerSentEvents(Boards(queue, known, either.Token));
        });
    }

    private static IResult Start(RunQueue queue, ScenarioFolder folder, RunWish wish, TimeProvider clock)
    {
        if (folder.PathOf(wish.File) is not { } path)
        {
            return Answers.NotFound($"There is no scenario file '{wish.File}' in '{folder.Path}'.");
        }

        if (wish.Replications is < 1 or > MostReplications)
        {
            return Answers.Of(StatusCodes.Status400BadRequest, "Replications are from 1 to 1,000,000.");
        }

        var request = new RunRequest
        {
            Source = new ScenarioSource { File = path }.AsItIs(),
            Replications = wish.Replications,
            Name = string.IsNullOrWhiteSpace(wish.Name) ? null : wish.Name.Trim(),
        };
        return TypedResults.Json(new { Number = queue.Add(new QueuedRun(request, clock)) }, statusCode: StatusCodes.Status202Accepted);
    }

    private static IResult NoContent(bool isDone) =>
        isDone ? TypedResults.NoContent() : Answers.NotFound("There is no such run in the queue.");

    // Each event is the whole state, so that whoever missed some has missed nothing.
    private static async IAsyncEnumerable<SseItem<RunBoard>> Boards(
        RunQueue queue,
        string? known,
        [EnumeratorCancellation] CancellationToken ending
    )
    {
        while (!ending.IsCancellationRequested)
        {
            (RunBoard board, Task change) = queue.Now;
            if (board.Id != known)
            {
                known = board.Id;
                yield return new SseItem<RunBoard>(board) { EventId = board.Id };
            }

            try
            {
                await change.WaitAsync(ending);
            }
            catch (OperationCanceledException)
            {
                yield break;
            }
        }
    }

    /// <param name="File">The scenario, by its name in the folder.</param>
    /// <param name="Replications">How many, instead of the file's.</param>
    /// <param name="Name">What to call the run.</param>
    internal sealed record RunWish(string File, int? Replications = null, string? Name = null);
}
