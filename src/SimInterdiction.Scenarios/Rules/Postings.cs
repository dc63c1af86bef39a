using SimInterdiction.Engine.Numerics;
using SimInterdiction.Model;
using SimInterdiction.Model.Interdiction;
using SimInterdiction.Model.Network;
using SimInterdiction.Scenarios.Quantities;

namespace SimInterdiction.Scenarios.Rules;

/// <summary>Checkpoints stand at places; a posting is at a checkpoint, within reach, within the hours of a team, with
/// the traffic its team needs.</summary>
internal static class Postings
{
    public static void Check(RuleContext context)
    {
        foreach ((string name, Checkpoint checkpoint) in context.Scenario.Checkpoints)
        {
            if (checkpoint.Place is null && !context.Has("checkpoints", name, "place") && !context.Has("places", name))
            {
                string found = $"the checkpoint '{name}' has no 'place', and no place has that name";
                string hint = context.Problems.DidYouMean(name, context.NamesIn("places")) ?? "add 'place: ...'";
                context.Problems.Error("S307", context.KeyAt("checkpoints", name), found, hint: hint);
                context.Problems.Lose("checkpoints");
            }
        }

        foreach (PostedTeam posted in PostedTeam.All(context))
        {
            CheckWhere(posted, context);
            CheckReach(posted, context);
            CheckHours(posted, context);
            CheckTraffic(posted, context);
        }
    }

    private static void CheckWhere(PostedTeam posted, RuleContext context)
    {
        string[] at = posted.PathOf("at");
        if (!context.Has(at))
        {
            if (!context.Has("checkpoints", posted.Name) && !context.Problems.IsLost("checkpoints"))
            {
                string found = $"'{posted.Name}' does not say where it is, and no checkpoint has that name";
                string hint = context.Problems.DidYouMean(posted.Name, context.NamesIn("checkpoints")) ?? "add 'at: a checkpoint'";
                context.Problems.Error(
                    "S408",
                    context.KeyAt(posted.Path),
                    found,
                    $"checkpoints: {Names.Few(context.NamesIn("checkpoints"))}",
                    hint
                );
            }

            return;
        }

        bool isMap = Tree.TreePath.Find(context.Root, at) is Tree.MapNode;
        bool hasPlace = context.Has([.. at, "checkpoint"]);
        if (isMap && hasPlace == context.Has([.. at, "rotate"]))
        {
            context.Problems.Error(
                "S408",
                context.KeyAt(at),
                hasPlace ? "'checkpoint' can't be combined with 'rotate'" : "this does not say where the team is",
                "at: a checkpoint, or at: { rotate: { ... } }"
            );
        }
    }

    private static void CheckReach(PostedTeam posted, RuleContext context)
    {
        Scenario scenario = context.Scenario;
        if (
            posted.TaskForce is not { ReachMiles: { } reach } force
            || posted.Posting.Lent
            || !scenario.Places.TryGetValue(force.Home, out Place? home)
        )
        {
            return;
        }

        foreach ((string name, Checkpoint checkpoint) in posted.Checkpoints)
        {
            if (
                scenario.Places.TryGetValue(checkpoint.Place ?? name, out Place? place)
                && home.At.MilesTo(place.At) is double miles
                && miles > reach
            )
            {
                context
                    .ProblemsOf(posted.Deployment)
                    .Error(
                        "S403",
                        posted.MarkOf("at", context),
                        $"'{name}' is {miles:0} mi from {force.Home}, and '{posted.Posting.TaskForce}' reaches "
                            + $"{NumberText.Rounded(reach)} mi",
                        hint: PlausiblePlaces.Slip(context, force.Home, checkpoint.Place ?? name)
                            ?? "add 'lent: yes' if the team is lent, or post a nearer one"
                    );
            }
        }
    }

    private static void CheckHours(PostedTeam posted, RuleContext context)
    {
        if (posted.Team is { } team && Tolerance.IsMore(posted.Posting.Hours.Minutes, team.MaxHoursPerDay * 60))
        {
            bool isWritten = context.Has(posted.PathOf("hours"));
            context
                .ProblemsOf(posted.Deployment)
                .Error(
                    "S404",
                    posted.MarkOf("hours", context),
                    $"{(isWritten ? posted.Posting.Hours.ToString() : "always on duty")} is "
                        + $"{HoursReader.ShowLength(posted.Posting.Hours.Minutes / 60.0)} a day, and one '{posted.Posting.Team}' works "
                        + $"{HoursReader.ShowLength(team.MaxHoursPerDay)}",
                    hint: isWritten ? "shorten the hours, or post two teams one after the other" : "add 'hours: 06:00-18:00', for instance"
                );
        }
    }

    private static void CheckTraffic(PostedTeam posted, RuleContext context)
    {
        if (posted.Team?.Looks is null)
        {
            return;
        }

        foreach ((string name, Checkpoint checkpoint) in posted.Checkpoints)
        {
            if (checkpoint.Traffic is not { PerHour: > 0 })
            {
                context.Problems.Error(
                    "S407",
                    context.KeyAt("checkpoints", name),
                    $"'{posted.Posting.Team}' is posted here and has 'looks', which needs the traffic of the checkpoint",
                    hint: "add 'traffic: 21_500 per day', for instance"
                );
            }
        }
    }
}
