using SimInterdiction.Model;
using SimInterdiction.Model.Adversaries;
using SimInterdiction.Model.Interdiction;
using SimInterdiction.Model.Language;
using SimInterdiction.Model.Traffic;
using SimInterdiction.Scenarios.Problems;
using SimInterdiction.Scenarios.Quantities;
using SimInterdiction.Scenarios.Tree;

namespace SimInterdiction.Scenarios.Rules;

/// <summary>Shares that belong together make 100 %.</summary>
internal static class SharesAddUp
{
    public static void Check(RuleContext context)
    {
        foreach ((string name, Flow flow) in context.Scenario.Flows)
        {
            CheckOne(flow.Routes.Shares, "the shares of the corridors", context, "flows", name, "routes");
            CheckOne(flow.Mix, "the kinds of the mix", context, "flows", name, "mix");
        }

        foreach ((string name, Deployment deployment) in context.Scenario.Deployments)
        {
            CheckOne(deployment.Rotate?.Plans, "the shares of the plans", context, "deployments", name, "rotate", "plans");
            foreach ((string post, Posting posting) in deployment.Post)
            {
                CheckOne(posting.At?.Rotate, "the shares of the checkpoints", context, "deployments", name, "post", post, "at", "rotate");
            }
        }
    }

    /// <summary>The same scenario, its shares making exactly 100 %.</summary>
    public static Scenario Normalised(Scenario scenario)
    {
        double all = Shares.Sum(scenario.Flows.Values.Select(f => f.Share ?? 0));
        return scenario with
        {
            Flows = Map(scenario.Flows, flow =>
                flow with
                {
                    Routes = flow.Routes with { Shares = Whole(flow.Routes.Shares)! },
                    Mix = Whole(flow.Mix),
                    Share = flow.Share / all,
                }
            ),
            Organizations = Map(scenario.Organizations, Whole),
            Deployments = Map(scenario.Deployments, Rotating),
        };
    }

    private static Organization Whole(Organization organization) =>
        organization.Rings is { Shares: { Count: > 0 } shares } rings
            ? organization with
            {
                Rings = rings with { Shares = [.. shares.Select(share => share / Shares.Sum(shares))] },
            }
            : organization;

    private static Deployment Rotating(Deployment deployment) =>
        deployment with
        {
            Post = Map(deployment.Post, Rotating),
            Rotate = deployment.Rotate is { } rotate ? rotate with { Plans = Whole(rotate.Plans)! } : null,
        };

    private static Posting Rotating(Posting posting) =>
        posting.At is { Rotate: { } rotate } at ? posting with { At = at with { Rotate = Whole(rotate) } } : posting;

    private static void CheckOne(
        IReadOnlyDictionary<string, double>? shares,
        string what,
        RuleContext context,
        params ReadOnlySpan<string> path
    )
    {
        // Shares that could not be read are missing from the sum; their own problem is enough.
        if (
            shares is { Count: > 0 }
            && TreePath.Find(context.Root, path) is MapNode map
            && map.Entries.All(e => shares.ContainsKey(e.Key) || e.Key is "to" or "exponent" or "decay")
        )
        {
            Mark at = context.SumAt(map.Entries.Select(e => e.Value), path);
            ShareSum.Check(Shares.Sum(shares.Values), at, what, context.Problems);
        }
    }

    private static IReadOnlyDictionary<string, double>? Whole(IReadOnlyDictionary<string, double>? shares)
    {
        double sum = shares is null ? 1 : Shares.Sum(shares.Values);
        return shares is null || sum == 1 || shares.Count == 0 ? shares : Map(shares, share => share / sum);
    }

    private static OrderedDictionary<string, T> Map<T>(IReadOnlyDictionary<string, T> map, Func<T, T> change)
    {
        var changed = new OrderedDictionary<string, T>();
        foreach ((string key, T value) in map)
        {
            changed.Add(key, change(value));
        }

        return changed;
    }
}
