using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using SimInterdiction.Web.Editing;
using SimInterdiction.Web.Safety;

namespace SimInterdiction.Web.Maps;

/// <summary>The map beside a text: drawn from it, and teams moved on it.</summary>
internal static class MapRoutes
{
    public static void Map(WebApplication server, Readings readings)
    {
        var moves = new TeamMoves(readings);
        server.MapPost("/api/map", (MapWish wish) => Draw(readings, wish)).WithMetadata(new LargeText());
        server.MapPost("/api/move", (MoveWish wish) => Move(moves, wish)).WithMetadata(new LargeText());
    }

    private static IResult Draw(Readings readings, MapWish wish) =>
        readings.Of(wish.File, wish.Text).Reading.Scenario is { } scenario
            ? TypedResults.Json(PlanMap.Of(scenario, wish.Width ?? PlanMap.Wide))
            : Answers.Of(StatusCodes.Status409Conflict, "The scenario has mistakes.");

    private static async Task<IResult> Move(TeamMoves moves, MoveWish wish) =>
        await moves.Of(wish) switch
        {
            TeamMove.Done it => TypedResults.Json(it),
            _ when wish.IsRehearsal => TypedResults.NoContent(),
            TeamMove.Refused it => Answers.Of(StatusCodes.Status409Conflict, it.Why),
            _ => Answers.NotFound("There is no such posting or checkpoint in the text any more."),
        };

    /// <param name="File">The file that the text is of.</param>
    /// <param name="Text">The text.</param>
    /// <param name="Width">How wide the page can show the map.</param>
    private sealed record MapWish(string File, string Text, double? Width = null);
}
