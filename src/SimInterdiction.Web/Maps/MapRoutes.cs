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
        server.MapPost("/api/map", (EditRoutes.TextWish wish) => Draw(readings, wish)).WithMetadata(new LargeText());
        server.MapPost("/api/move", (MoveWish wish) => Move(moves, wish)).WithMetadata(new LargeText());
    }

    private static IResult Draw(Readings readings, EditRoutes.TextWish wish) =>
        readings.Of(wish.File, wish.Text).Reading.Scenario is { } scenario
            ? TypedResults.Json(PlanMap.Of(scenario))
            : Answers.Of(StatusCodes.Status409Conflict, "The scenario has mistakes.");

    private static async Task<IResult> Move(TeamMoves moves, MoveWish wish) =>
        await moves.Of(wish) switch
        {
            TeamMove.Done it => TypedResults.Json(it),
            _ when wish.IsRehearsal => TypedResults.NoContent(),
            TeamMove.Refused it => Answers.Of(StatusCodes.Status409Conflict, it.Why),
            _ => Answers.NotFound("There is no such posting or checkpoint in the text any more."),
        };
}
