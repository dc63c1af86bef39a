using SimInterdiction.Model.Interdiction;
using SimInterdiction.Scenarios.Problems;
using SimInterdiction.Scenarios.Reading;
using SimInterdiction.Scenarios.Tree;

namespace SimInterdiction.Scenarios.Proposals;

/// <summary>Writes a scenario that is another one with further deployments.</summary>
public static class ProposedFile
{
    private static readonly Mark Nowhere = new("proposed", 0, 0, 0);

    /// <summary>The file's text.</summary>
    /// <param name="basedOn">The other scenario; the file must come to stand beside it.</param>
    /// <param name="deployments">The deployments, whose postings stay at one checkpoint and have no dates.</param>
    /// <param name="inPlaceOf">A deployment of the other scenario, whose programmes they have, and its postings'
    /// names, which they don't.</param>
    /// <param name="comments">Lines that stand on top.</param>
    public static string Write(
        string basedOn,
        IReadOnlyList<(string Name, Deployment Deployment)> deployments,
        (string Name, IEnumerable<string> Postings) inPlaceOf,
        IReadOnlyList<string> comments
    )
    {
        ArgumentNullException.ThrowIfNull(deployments);
        ArgumentNullException.ThrowIfNull(comments);
        var file = new MapNode(
            Nowhere,
            [
                new Entry(Inheritance.BasedOn, Nowhere, Text(basedOn)),
                new Entry("deployments", Nowhere, Map(deployments.Select(each => (each.Name, (Node)NodeOf(each.Deployment, inPlaceOf))))),
            ]
        );
        return string.Concat(comments.Select(line => $"# {line}\n")) + YamlWriter.Write(file);
    }

    private static MapNode NodeOf(Deployment deployment, (string Name, IEnumerable<string> Postings) inPlaceOf) =>
        Map([
            ("label", Text(deployment.Label!)),
            (Inheritance.BasedOn, Text(inPlaceOf.Name)),
            (
                "post",
                Map([
                    ("remove", new ListNode(Nowhere, [.. inPlaceOf.Postings.Select(Text)])),
                    .. deployment.Post.Select(each => (each.Key, (Node)NodeOf(each.Value))),
                ])
            ),
        ]);

    private static MapNode NodeOf(Posting posting) =>
        Map([
            ("at", Text(posting.At!.Checkpoint!)),
            ("task_force", Text(posting.TaskForce)),
            ("team", Text(posting.Team)),
            ("hours", Text(posting.Hours.ToString())),
            .. posting.Lent ? [("lent", Text("yes"))] : Array.Empty<(string, Node)>(),
        ]);

    private static MapNode Map(IEnumerable<(string Key, Node Value)> entries) =>
        new(Nowhere, entries.Select(each => new Entry(each.Key, Nowhere, each.Value)));

    private static ScalarNode Text(string text) => new(Nowhere, text, isQuoted: false);
}
