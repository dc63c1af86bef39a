using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using SimInterdiction.Model;
using SimInterdiction.Model.Interdiction;
using SimInterdiction.Model.Language;
using SimInterdiction.Model.Previews;
using SimInterdiction.Model.World;
using SimInterdiction.Reporting.Words;
using SimInterdiction.Scenarios.Moving;
using SimInterdiction.Web.Editing;
using SimInterdiction.Web.Safety;

namespace SimInterdiction.Web.Maps;

/// <summary>The map beside a text: drawn from it, and teams moved on it.</summary>
internal static class MapRoutes
{
    private const string Mistakes = "The scenario has mistakes.";

    public static void Map(WebApplication server, Readings readings)
    {
        server.MapPost("/api/map", (EditRoutes.TextWish wish) => Draw(readings, wish)).WithMetadata(new LargeText());
        server.MapPost("/api/move", (MoveWish wish) => Move(readings, wish)).WithMetadata(new LargeText());
    }

    private static IResult Draw(Readings readings, EditRoutes.TextWish wish) =>
        readings.Of(wish.File, wish.Text).Reading.Scenario is { } scenario
            ? TypedResults.Json(PlanMap.Of(scenario))
            : Answers.Of(StatusCodes.Status409Conflict, Mistakes);

    private static async Task<IResult> Move(Readings readings, MoveWish wish)
    {
        if (readings.Of(wish.File, wish.Text).World is not { } world)
        {
            return Answers.Of(StatusCodes.Status409Conflict, Mistakes);
        }

        Scenario scenario = world.Scenario;
        if (
            !scenario.Deployments.TryGetValue(wish.Deployment, out Deployment? deployment)
            || !deployment.Post.TryGetValue(wish.Posting, out Posting? posting)
            || !scenario.Checkpoints.ContainsKey(wish.To)
        )
        {
            return Answers.NotFound("There is no such posting or checkpoint in the text any more.");
        }

        if (Objection(scenario, posting, wish.To) is { } objection)
        {
            return Answers.Of(StatusCodes.Status409Conflict, objection);
        }

        // Whoever drops a team waits for both.
        Task<string?> writing = Task.Run(() => PostingMove.In(wish.Text, wish.Deployment, wish.Posting, wish.To));
        CompiledScenario moved = world.With(
            wish.Deployment,
            new OrderedDictionary<string, Posting>(deployment.Post)
            {
                [wish.Posting] = posting with { At = new PostedAt { Checkpoint = wish.To } },
            }
        );
        var expected = ExpectedLine.Of(moved, wish.Deployment);
        string hours = Digits.Hours(DeploymentPreview.Of(moved.Scenario, wish.Deployment).OfficerHours);
        return await writing is { } text
            ? TypedResults.Json(new Moved(text, expected, hours, scenario.LabelOfCheckpoint(wish.To)))
            : Answers.Of(
                StatusCodes.Status409Conflict,
                "It can't be moved on the map: its posting comes from a table, another file or an alias."
            );
    }

    private static string? Objection(Scenario scenario, Posting posting, string to)
    {
        if (posting.At?.Rotate is not null)
        {
            return "It rotates between several checkpoints, which the text says.";
        }

        TaskForce force = scenario.TaskForces[posting.TaskForce];
        double miles = scenario.Places[force.Home].At.MilesTo(scenario.Places[scenario.Checkpoints[to].Place ?? to].At);
        return force.ReachMiles is { } reach && miles > reach && !posting.Lent
            ? $"{scenario.LabelOfCheckpoint(to)} is out of reach: it is {Digits.Whole(miles)} mi from "
                + $"{Labels.Of(force.Home, scenario.Places[force.Home].Label)}, and {Labels.Of(posting.TaskForce, force.Label)} reaches "
                + $"{Digits.Whole(reach)} mi."
            : null;
    }

    /// <param name="File">The file that the text is of.</param>
    /// <param name="Text">The text, with line breaks of one character.</param>
    /// <param name="Deployment">Of which deployment.</param>
    /// <param name="Posting">Which posting.</param>
    /// <param name="To">The checkpoint.</param>
    internal sealed record MoveWish(string File, string Text, string Deployment, string Posting, string To);

    /// <param name="Text">The text that says so.</param>
    /// <param name="Expected">What theory expects of the deployment then.</param>
    /// <param name="Hours">The officer-hours that it takes then.</param>
    /// <param name="Place">The checkpoint's label.</param>
    private sealed record Moved(string Text, ExpectedLine Expected, string Hours, string Place);
}
