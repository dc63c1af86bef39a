using SimInterdiction.Experiments.Results;
using SimInterdiction.Model.Interdiction;

namespace SimInterdiction.Application.Optimizations;

/// <summary>Postings as results show them.</summary>
internal static class PostingRows
{
    /// <param name="post">Postings by name.</param>
    public static IReadOnlyList<ProposedPosting> Of(IEnumerable<KeyValuePair<string, Posting>> post) =>
        [.. post.Select(each => Of(each.Key, each.Value))];

    /// <param name="name">Its name.</param>
    /// <param name="posting">The posting.</param>
    public static ProposedPosting Of(string name, Posting posting) =>
        new(
            name,
            string.Join(", ", posting.CheckpointsOf(name)),
            posting.TaskForce,
            posting.Team,
            posting.Count,
            $"{posting.Hours}",
            posting.Days is { } days ? string.Join(", ", days).ToLowerInvariant() : null
        );
}
