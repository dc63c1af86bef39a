using SimInterdiction.Model;
using SimInterdiction.Model.Interdiction;
using SimInterdiction.Model.Language;
using SimInterdiction.Model.Previews;
using SimInterdiction.Model.World;
using SimInterdiction.Reporting.Words;
using SimInterdiction.Scenarios.Moving;
using SimInterdiction.Web.Editing;

namespace SimInterdiction.Web.Maps;

/// <summary>Moves teams in the text of a scenario, and works out at once what theory expects of them there.</summary>
/// <param name="readings">What the texts say.</param>
internal sealed class TeamMoves(Readings readings)
{
    private Foreseen? foreseen;

    /// <summary>What comes of a move; nothing is written anywhere.</summary>
    /// <param name="wish">Who is moved where.</param>
    public async Task<TeamMove> Of(MoveWish wish)
    {
        if (WorldOf(wish) is not { } world)
        {
            return new TeamMove.Refused("The scenario has mistakes.");
        }

        Scenario scenario = world.Scenario;
        if (
            !scenario.Deployments.TryGetValue(wish.Deployment, out Deployment? deployment)
            || !deployment.Post.TryGetValue(wish.Posting, out Posting? posting)
            || !scenario.Checkpoints.ContainsKey(wish.To)
        )
        {
            return new TeamMove.NotThere();
        }

        if (Objection(scenario, posting, wish.To) is { } objection)
        {
            return new TeamMove.Refused(objection);
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
        if (await writing is not { } text)
        {
            return new TeamMove.Refused(
                "It can't be moved on the map: its posting comes from a table, another file or an alias, or is written in an unusual way."
            );
        }

        if (PostingMove.TakesTables(text) && readings.Of(wish.File, text).Reading is { Scenario: null, Problems: { } problems })
        {
            return new TeamMove.Refused(
                $"It can't be moved on the map, as the text would then have a mistake: {problems.First(each => each.IsError).Message}."
            );
        }

        foreseen = new Foreseen(wish.File, text, wish.Deployment, moved);
        return new TeamMove.Done(text, expected, hours, scenario.LabelOfCheckpoint(wish.To));
    }

    // Whoever moves a team step by step is quicker than a text is read again. Other deployments may be based on the one
    // that was changed.
    private CompiledScenario? WorldOf(MoveWish wish) =>
        foreseen is { } last && last.File == wish.File && last.Text == wish.Text && last.Deployment == wish.Deployment
            ? readings.IsKnown(wish.File, wish.Text)
                ? readings.Of(wish.File, wish.Text).World
                : last.World
            : readings.Of(wish.File, wish.Text).World;

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

    // The text that a move made, and what it says.
    private sealed record Foreseen(string File, string Text, string Deployment, CompiledScenario World);
}

/// <param name="File">The file that the text is of.</param>
/// <param name="Text">The text, with line breaks of one character.</param>
/// <param name="Deployment">Of which deployment.</param>
/// <param name="Posting">Which posting.</param>
/// <param name="To">The checkpoint.</param>
/// <param name="IsRehearsal">Whether nobody waits for it: a page goes through a move once when it has drawn a map, so
/// that what moves need is compiled and worked out before somebody drops a team.</param>
internal sealed record MoveWish(string File, string Text, string Deployment, string Posting, string To, bool IsRehearsal = false);

/// <summary>What comes of moving a team.</summary>
internal abstract record TeamMove
{
    private TeamMove() { }

    /// <summary>The text doesn't have the posting or the checkpoint any more.</summary>
    public sealed record NotThere : TeamMove;

    /// <summary>It can't be moved there.</summary>
    /// <param name="Why">A sentence.</param>
    public sealed record Refused(string Why) : TeamMove;

    /// <summary>It is there.</summary>
    /// <param name="Text">The text that says so.</param>
    /// <param name="Expected">What theory expects of the deployment then.</param>
    /// <param name="Hours">The officer-hours that it takes then.</param>
    /// <param name="Place">The checkpoint's label.</param>
    public sealed record Done(string Text, ExpectedLine Expected, string Hours, string Place) : TeamMove;
}
