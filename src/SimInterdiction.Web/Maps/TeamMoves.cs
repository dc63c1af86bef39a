using System.Text.Json;
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
    private int isWarm;
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
            return new TeamMove.Refused("It can't be moved on the map: its posting comes from a table, another file or an alias.");
        }

        foreseen = new Foreseen(wish.File, text, wish.Deployment, moved);
        return new TeamMove.Done(text, expected, hours, scenario.LabelOfCheckpoint(wish.To));
    }

    /// <summary>Goes through a move once, unseen: what it needs is compiled, and what all moves on this text have in
    /// common is worked out, before somebody drops a team and waits for it. What is expected is shown beside any map, so
    /// that only the first text is worth it.</summary>
    /// <param name="file">The file of a text that was drawn.</param>
    /// <param name="text">The text.</param>
    /// <param name="json">How wishes are read and answers are written.</param>
    /// <returns>Whether it did: once, on a text with a team that can be moved.</returns>
    public async Task<bool> WarmUp(string file, string text, JsonSerializerOptions json)
    {
        if (Volatile.Read(ref isWarm) == 1 || AnyMoveOn(file, text) is not { } wish || Interlocked.Exchange(ref isWarm, 1) == 1)
        {
            return false;
        }

        byte[] sent = JsonSerializer.SerializeToUtf8Bytes(wish, json);
        if (await Of(JsonSerializer.Deserialize<MoveWish>(sent, json)!) is TeamMove.Done done)
        {
            JsonSerializer.SerializeToUtf8Bytes(done, json);
        }

        return true;
    }

    // To where it stands already: that is never out of reach.
    private MoveWish? AnyMoveOn(string file, string text) =>
        readings.Of(file, text).Reading.Scenario is { } scenario
            ? scenario
                .Deployments.SelectMany(deployment =>
                    deployment
                        .Value.Post.Where(post => post.Value.At?.Rotate is null)
                        .Select(post => new MoveWish(file, text, deployment.Key, post.Key, post.Value.CheckpointsOf(post.Key).First()))
                )
                .FirstOrDefault()
            : null;

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
internal sealed record MoveWish(string File, string Text, string Deployment, string Posting, string To);

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
