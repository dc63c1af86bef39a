using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using SimInterdiction.Model;
using SimInterdiction.Model.Interdiction;
using SimInterdiction.Model.Language;
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
        readings.Of(wish.File, wish.Text).Scenario is { } scenario
            ? TypedResults.Json(PlanMap.Of(scenario))
            : Answers.Of(StatusCodes.Status409Conflict, Mistakes);

    private static IResult Move(Readings readings, MoveWish wish)
    {
        if (readings.Of(wish.File, wish.Text).Scenario is not { } scenario)
        {
            return Answers.Of(StatusCodes.Status409Conflict, Mistakes);
        }

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

        return PostingMove.In(wish.Text, wish.Deployment, wish.Posting, wish.To) is { } text
            ? TypedResults.Json(
                new Moved(text, ExpectedLine.Of(With(scenario, wish, posting), wish.Deployment), scenario.LabelOfCheckpoint(wish.To))
            )
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

    private static Scenario With(Scenario scenario, MoveWish wish, Posting posting)
    {
        Deployment deployment = scenario.Deployments[wish.Deployment];
        Posting moved = posting with { At = new PostedAt { Checkpoint = wish.To } };
        return scenario with
        {
            Deployments = Replaced(
                scenario.Deployments,
                wish.Deployment,
                deployment with
                {
                    Post = Replaced(deployment.Post, wish.Posting, moved),
                }
            ),
        };
    }

    private static OrderedDictionary<string, T> Replaced<T>(IReadOnlyDictionary<string, T> all, string name, T by) =>
        new(all.Select(each => each.Key == name ? KeyValuePair.Create(name, by) : each));

    /// <param name="File">The file that the text is of.</param>
    /// <param name="Text">The text, with line breaks of one character.</param>
    /// <param name="Deployment">Of which deployment.</param>
    /// <param name="Posting">Which posting.</param>
    /// <param name="To">The checkpoint.</param>
    internal sealed record MoveWish(string File, string Text, string Deployment, string Posting, string To);

    /// <param name="Text">The text that says so.</param>
    /// <param name="Expected">What theory expects of the deployment then.</param>
    /// <param name="Place">The checkpoint's label.</param>
    private sealed record Moved(string Text, ExpectedLine Expected, string Place);
}
