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

    /// <summary>Warns of rotations that change nothing: postings that never stand, plans or places that nobody is on,
    /// and periods longer than the window.</summary>
    public static void CheckUse(RuleContext context)
    {
        foreach (PostedTeam posted in PostedTeam.All(context))
        {
            string[] path = posted.PathOf("at");
            if (posted.Posting.At is { Rotate: { } rotate } at)
            {
                foreach (string never in rotate.Where(each => each.Value == 0).Select(each => each.Key))
                {
                    Warn(context.At([.. path, "rotate", never]), $"the team is never at '{never}': its share is 0%");
                }

                CheckLength(at.EveryHours, context.At([.. path, "every"]));
            }

            if (posted.Posting.Plans is { Count: 0 })
            {
                Warn(context.KeyAt([.. posted.Path, "plans"]), $"'{posted.Name}' never stands: it names no plan");
            }
        }

        foreach ((string name, Deployment deployment) in context.Scenario.Deployments.Where(each => each.Value.Rotate is not null))
        {
            string[] path = ["deployments", name, "rotate"];
            foreach ((string plan, double share) in deployment.Rotate!.Plans)
            {
                if (share == 0)
                {
                    Warn(context.At([.. path, "plans", plan]), $"plan '{plan}' is never drawn: its share is 0%");
                }
                else if (!deployment.Post.Values.Any(posting => posting.Plans?.Contains(plan) == true))
                {
                    Warn(
                        context.KeyAt([.. path, "plans", plan]),
                        $"no posting names plan '{plan}': while it is drawn, only those stand that name none"
                    );
                }
            }

            CheckLength(deployment.Rotate.EveryHours, context.At([.. path, "every"]));
        }

        void CheckLength(double hours, Mark where)
        {
            if (hours > context.Scenario.LengthHours + 1e-9)
            {
                Warn(where, "nothing moves: it stays longer than the window is long");
            }
        }

        void Warn(Mark where, string found) => context.Problems.Warning("S537", where, found, "change it, or leave it out");
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
