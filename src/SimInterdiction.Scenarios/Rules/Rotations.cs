using SimInterdiction.Engine.Numerics;
using SimInterdiction.Model.Interdiction;
using SimInterdiction.Scenarios.Problems;

namespace SimInterdiction.Scenarios.Rules;

/// <summary>A rotation stays whole days, and has something to move to; a posting names plans that its deployment
/// has.</summary>
internal static class Rotations
{
    public static void Check(RuleContext context)
    {
        foreach (PostedTeam posted in PostedTeam.All(context))
        {
            if (posted.Posting.At is not { Rotate: { } rotate } at)
            {
                continue;
            }

            string[] path = posted.PathOf("at");
            CheckEvery(context, context.At([.. path, "every"]), "a rotating team moves between days", at.EveryHours);
            if (rotate.Count < 2)
            {
                context.Problems.Error(
                    "S411",
                    context.KeyAt([.. path, "rotate"]),
                    "a team that rotates has at least two checkpoints",
                    hint: rotate.Count == 1 ? $"did you mean 'at: {rotate.Keys.First()}'?" : null
                );
            }
        }

        foreach ((string name, Deployment deployment) in context.Scenario.Deployments)
        {
            CheckPlans(context, name, deployment);
        }
    }

    private static void CheckPlans(RuleContext context, string name, Deployment deployment)
    {
        if (deployment.Rotate is { } rotate)
        {
            CheckEvery(
                context,
                context.At("deployments", name, "rotate", "every"),
                "a deployment that rotates changes its plan between days",
                rotate.EveryHours
            );
            if (rotate.Plans.Count < 2)
            {
                context.Problems.Error(
                    "S411",
                    context.KeyAt("deployments", name, "rotate", "plans"),
                    "a deployment that rotates has at least two plans"
                );
            }
        }

        foreach ((string post, Posting posting) in deployment.Post.Where(each => each.Value.Plans is not null))
        {
            string[] path = ["deployments", name, "post", post];
            if (deployment.Rotate is null)
            {
                context.Problems.Error(
                    "S442",
                    context.KeyAt([.. path, "plans"]),
                    $"'{name}' has no plans: nothing says how often each is drawn",
                    hint: $"say so under 'rotate' of '{name}', or leave 'plans' out"
                );
                continue;
            }

            if (posting.At?.Rotate is not null)
            {
                context.Problems.Error(
                    "S442",
                    context.KeyAt([.. path, "plans"]),
                    "a posting that rotates by itself stands on all plans",
                    hint: "post it at one checkpoint for each plan, or leave 'plans' out"
                );
            }

            foreach ((int i, string plan) in posting.Plans!.Index().Where(each => !deployment.Rotate.Plans.ContainsKey(each.Item)))
            {
                context.Problems.Error(
                    "S442",
                    context.At([.. path, "plans", $"{i}"]),
                    $"'{name}' has no plan '{plan}'",
                    $"its plans: {Names.Few(deployment.Rotate.Plans.Keys)}",
                    Names.DidYouMean(plan, deployment.Rotate.Plans.Keys)
                );
            }
        }
    }

    private static void CheckEvery(RuleContext context, Mark where, string what, double hours)
    {
        double days = Math.Round(hours / 24);
        if (days < 1 || !Tolerance.AreEqual(hours / 24, days))
        {
            context.Problems.Error("S411", where, $"{what}, so 'every' must be a whole number of days", "1 day, 2 days, 1 week ...");
        }
    }
}
