using SimInterdiction.Experiments.Store;

namespace SimInterdiction.Cli.Wording;

/// <summary>Says what need not be simulated again, what must, and why.</summary>
internal static class StoreWords
{
    private const int MostNamed = 4;

    /// <param name="content">What there is.</param>
    /// <param name="run">The run's id.</param>
    /// <param name="whenAllIsThere">What happens when nothing is missing.</param>
    /// <param name="isQuestion">Whether it is of a what-if, of which it is known what has changed.</param>
    public static IEnumerable<string> Lines(StoreContent content, string run, string whenAllIsThere, bool isQuestion)
    {
        foreach (string damaged in Damaged(content))
        {
            yield return damaged;
        }

        int missing = content.Arms.Sum(a => a.Missing);
        if (From(content.Arms, $"run {run}") is { } from)
        {
            yield return missing == 0
                ? Everything(from, whenAllIsThere)
                : $"{Held(content.Arms):N0} of {content.Arms.Sum(a => a.Asked):N0} replications, over all deployments, are taken "
                    + $"from {from}; {missing:N0} are simulated now.";
        }

        foreach (
            IGrouping<string, ArmContent> group in content
                .Arms.Where(a => !isQuestion && a.Own + a.Taken == 0 && a.Changed is { Length: > 0 })
                .GroupBy(a => a.Changed!)
        )
        {
            string[] names = [.. group.Select(a => a.Arm.Deployment).Distinct()];
            string shown =
                names.Length > MostNamed
                    ? $"{string.Join(", ", names.Take(MostNamed))} and {names.Length - MostNamed} more"
                    : string.Join(", ", names);
            yield return $"Simulated again: {shown} (changed since an earlier run: {group.Key}).";
        }
    }

    /// <summary>Names what is damaged.</summary>
    public static IEnumerable<string> Damaged(StoreContent content) =>
        content.Damaged.Select(file => $"Damaged, so renamed and simulated again: {file}");

    /// <summary>For an analysis of many settings, of which the first are there and how many follow is not known; null
    /// where none is.</summary>
    /// <param name="contents">What there was of each looked for so far.</param>
    /// <param name="folder">The name of the analysis's folder.</param>
    public static string? First(IReadOnlyList<ArmContent> contents, string folder) =>
        From(contents, folder) is { } from
            ? $"{Held(contents):N0} replications are taken from {from}; the others are simulated now."
            : null;

    /// <summary>The same where all were there.</summary>
    public static string? All(IReadOnlyList<ArmContent> contents, string folder) =>
        From(contents, folder) is { } from ? Everything(from, "nothing is simulated now") : null;

    private static string Everything(string from, string whenAllIsThere) => $"Everything was simulated before ({from}); {whenAllIsThere}.";

    private static int Held(IEnumerable<ArmContent> contents) => contents.Sum(a => a.Own + a.Taken);

    private static string? From(IReadOnlyList<ArmContent> contents, string own) =>
        (contents.Any(a => a.Own > 0), contents.Any(a => a.Taken > 0)) switch
        {
            (true, true) => $"{own} and earlier runs",
            (true, false) => own,
            (false, true) => "earlier runs",
            _ => null,
        };
}
