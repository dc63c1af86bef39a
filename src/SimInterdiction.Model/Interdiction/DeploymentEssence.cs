using SimInterdiction.Model.Intelligence;
using SimInterdiction.Model.Language;
using SimInterdiction.Model.Time;

namespace SimInterdiction.Model.Interdiction;

/// <summary>What a deployment does, as a text: equal for those that post the same teams at the same times with the same
/// programmes, whatever their postings are called.</summary>
internal static class DeploymentEssence
{
    public static string Of(Deployment deployment)
    {
        Programmes programmes = deployment.Programmes ?? new Programmes();
        Sharing? sharing = programmes.Sharing is { With: { } with } some
            ? some with
            {
                With = [.. with.Distinct().Order(StringComparer.Ordinal)],
            }
            : programmes.Sharing;
        IEnumerable<string> teams = deployment.Rotate is { } rotate
            ? rotate.Plans.Select(plan => $"{CanonicalText.Of(new[] { plan.Value, rotate.EveryHours })} {Of(deployment.While(plan.Key))}")
            : deployment.Post.SelectMany(p => Enumerable.Repeat(Of(p.Key, p.Value), p.Value.At?.Rotate is null ? p.Value.Count : 1));
        return string.Join('\n', teams.Order(StringComparer.Ordinal).Prepend(CanonicalText.Of(programmes with { Sharing = sharing })));
    }

    // Teams of one posting that rotates move together, so there their number belongs to the posting.
    private static string Of(string name, Posting posting)
    {
        bool[] days = [.. Enum.GetValues<Weekday>().Select(day => posting.Days?.Contains(day) ?? true)];
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
}
