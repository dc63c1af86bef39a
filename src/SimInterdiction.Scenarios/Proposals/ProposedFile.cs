using SimInterdiction.Model.Interdiction;
using SimInterdiction.Scenarios.Problems;
using SimInterdiction.Scenarios.Reading;
using SimInterdiction.Scenarios.Tree;

namespace SimInterdiction.Scenarios.Proposals;

/// <summary>Writes a scenario that is another one with further deployments.</summary>
public static class ProposedFile
{
    private const double HoursOfDay = 24;

    private static readonly Mark Nowhere = new("proposed", 0, 0, 0);

    /// <summary>The file's text.</summary>
    /// <param name="basedOn">The other scenario; the file must come to stand beside it.</param>
    /// <param name="deployments">The deployments; those of their postings that the one in place of which they are does
    /// not have stay at one checkpoint and have no dates.</param>
    /// <param name="inPlaceOf">A deployment of the other scenario, whose programmes they have.</param>
    /// <param name="removed">The names of its postings that they don't have.</param>
    /// <param name="kept">The names of those that they have.</param>
    /// <param name="adversaries">Against whom else they are compared; null for nobody.</param>
    /// <param name="comments">Lines that stand on top.</param>
    public static string Write(
        string basedOn,
        IReadOnlyList<(string Name, Deployment Deployment)> deployments,
        string inPlaceOf,
        IReadOnlyList<string> removed,
        IReadOnlyList<string> kept,
        ProposedAdversaries? adversaries,
        IReadOnlyList<string> comments
    )
    {
        ArgumentNullException.ThrowIfNull(deployments);
        ArgumentNullException.ThrowIfNull(comments);
        MapNode file = Map([
            (Inheritance.BasedOn, Text(basedOn)),
            .. deployments.Count > 0
                ? [("deployments", Map(deployments.Select(each => (each.Name, (Node)NodeOf(each.Deployment, inPlaceOf, removed, kept)))))]
                : Array.Empty<(string, Node)>(),
            .. adversaries?.Sections() ?? [],
        ]);
        return string.Concat(comments.Select(line => $"# {line}\n")) + YamlWriter.Write(file);
    }

    private static MapNode NodeOf(Deployment deployment, string inPlaceOf, IReadOnlyList<string> removed, IReadOnlyList<string> kept) =>
        Map([
            ("label", Text(deployment.Label!)),
            (Inheritance.BasedOn, Text(inPlaceOf)),
            .. deployment.Rotate is { } rotate ? [("rotate", (Node)NodeOf(rotate))] : Array.Empty<(string, Node)>(),
            (
                "post",
                Map([
                    .. removed.Count > 0 ? [("remove", (Node)Texts(removed))] : Array.Empty<(string, Node)>(),
                    .. deployment.Post.Where(each => !kept.Contains(each.Key)).Select(each => (each.Key, (Node)NodeOf(each.Value))),
                ])
            ),
        ]);

    private static MapNode NodeOf(PlanRotation rotate) =>
        Map([
            ("plans", Map(rotate.Plans.Select(plan => (plan.Key, (Node)Text($"{(decimal)plan.Value * 100:0.######}%"))))),
            ("every", Text(rotate.EveryHours == HoursOfDay ? "1 day" : $"{rotate.EveryHours / HoursOfDay:0} days")),
        ]);

    private static MapNode NodeOf(Posting posting) =>
        Map([
            ("at", Text(posting.At!.Checkpoint!)),
            ("task_force", Text(posting.TaskForce)),
            ("team", Text(posting.Team)),
            ("hours", Text(posting.Hours.ToString())),
            .. posting.Count > 1 ? [("count", Text($"{posting.Count}"))] : Array.Empty<(string, Node)>(),
            .. posting.Days is { } days
                ? [("days", Texts(days.Select(day => $"{day}".ToLowerInvariant())))]
                : Array.Empty<(string, Node)>(),
            .. posting.Plans is { } plans ? [("plans", Texts(plans))] : Array.Empty<(string, Node)>(),
        ]);

    private static MapNode Map(IEnumerable<(string Key, Node Value)> entries) =>
        new(Nowhere, entries.Select(each => new Entry(each.Key, Nowhere, each.Value)));

    private static ListNode Texts(IEnumerable<string> texts) => new(Nowhere, [.. texts.Select(Text)]);

    private static ScalarNode Text(string text) => new(Nowhere, text, isQuoted: false);
}
