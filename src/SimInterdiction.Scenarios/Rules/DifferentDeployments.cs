using SimInterdiction.Model.Intelligence;
using SimInterdiction.Model.Interdiction;
using SimInterdiction.Model.Language;
using SimInterdiction.Scenarios.Reading;
using SimInterdiction.Scenarios.Tree;

namespace SimInterdiction.Scenarios.Rules;

/// <summary>No two deployments post the same teams at the same times with the same programmes, whatever their postings
/// are called. Looks at scenarios without errors only.</summary>
internal static class DifferentDeployments
{
    public static void Check(RuleContext context)
    {
        var known = new Dictionary<string, string>();
        foreach ((string name, Deployment deployment) in context.Scenario.Deployments)
        {
            string essence = Essence(deployment);
            if (known.TryAdd(essence, name))
            {
                continue;
            }

            string same = known[essence];
            string why =
                BaseOf(name, context) == same ? ", on which it is based" : ": the same teams at the same times, with the same programmes";
            context.Problems.Warning("S501", context.KeyAt("deployments", name), $"'{name}' is the same as '{same}'{why}");
        }
    }

    private static string Essence(Deployment deployment)
    {
        Programmes programmes = deployment.Programmes ?? new Programmes();
        Sharing? sharing = programmes.Sharing is { With: { } with } some
            ? some with
            {
                With = [.. with.Distinct().Order(StringComparer.Ordinal)],
            }
            : programmes.Sharing;
        IEnumerable<string> teams = deployment.Rotate is { } rotate
            ? rotate.Plans.Select(plan =>
                $"{CanonicalText.Of(new[] { plan.Value, rotate.EveryHours })} {Essence(deployment.While(plan.Key))}"
            )
            : deployment.Post.SelectMany(p => Enumerable.Repeat(Essence(p.Key, p.Value), p.Value.At?.Rotate is null ? p.Value.Count : 1));
        return string.Join('\n', teams.Order(StringComparer.Ordinal).Prepend(CanonicalText.Of(programmes with { Sharing = sharing })));
    }

    // Teams of one posting that rotates move together, so there their number belongs to the posting.
    private static string Essence(string name, Posting posting)
    {
        bool[] days = [.. Enum.GetValues<Model.Time.Weekday>().Select(day => posting.Days?.Contains(day) ?? true)];
        object where = posting.At?.Rotate is { } rotate
            ? new object[] { rotate.OrderBy(r => r.Key, StringComparer.Ordinal), posting.At.EveryHours, posting.At.Order, posting.Count }
            : posting.At?.Checkpoint ?? name;
        return CanonicalText.Of(
            new[]
            {
                posting with
                {
                    At = null,
                    Days = null,
                    Every = null,
                    Except = [],
                    Count = 1,
                    Lent = false,
                },
                days,
                posting.Turns,
                where,
            }
        );
    }

    private static string? BaseOf(string name, RuleContext context) =>
        ((context.Written.Find("deployments")?.Value as MapNode)?.Find(name)?.Value as MapNode)?.Find(Inheritance.BasedOn)?.Value
            is ScalarNode basis
            ? basis.Text
            : null;
}
