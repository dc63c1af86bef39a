namespace SimInterdiction.Scenarios.Describing;

/// <summary>A setting that two scenarios don't have alike.</summary>
/// <param name="Path">Where it is: a key, or all that stands below it where one of the two has nothing there.</param>
/// <param name="Before">Its value in the first; null where it has none, or more than one.</param>
/// <param name="After">The same in the second.</param>
/// <param name="Kind">What became of it.</param>
public sealed record SettingChange(string Path, string? Before, string? After, SettingChangeKind Kind)
{
    private const string Deployments = "deployments.";

    // What people read, and no number hangs on.
    private static readonly string[] Texts = ["title", "question", "label", "note", "assumptions"];

    /// <summary>All of them: first what results may hang on, each in the order of the scenarios. What deployments have
    /// from one another, and so changes in all of them, is told of the first.</summary>
    /// <param name="before">The first scenario.</param>
    /// <param name="after">The second.</param>
    public static IReadOnlyList<SettingChange> Between(ResolvedScenario before, ResolvedScenario after)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(after);
        IReadOnlyList<IReadOnlyDictionary<string, string>> both = ComparableValues.Of([before, after]);
        (IReadOnlyDictionary<string, string> old, IReadOnlyDictionary<string, string> now) = (both[0], both[1]);
        HashSet<string> oldBeginnings = [.. old.Keys.SelectMany(ComparableValues.BeginningsOf)];
        HashSet<string> nowBeginnings = [.. now.Keys.SelectMany(ComparableValues.BeginningsOf)];
        return
        [
            .. old
                .Keys.Union(now.Keys)
                .Where(path => old.GetValueOrDefault(path) != now.GetValueOrDefault(path))
                .Select(Change)
                .DistinctBy(change => change.Path)
                .DistinctBy(change => (InDeployment(change.Path), change.Before, change.After, change.Kind))
                .OrderBy(change => IsText(change.Path)),
        ];

        SettingChange Change(string path) =>
            !old.TryGetValue(path, out string? was) ? OfOne(path, oldBeginnings, null, now[path], SettingChangeKind.Added)
            : !now.TryGetValue(path, out string? becomes) ? OfOne(path, nowBeginnings, was, null, SettingChangeKind.Removed)
            : new SettingChange(path, was, becomes, SettingChangeKind.Changed);
    }

    // The most that the other has nothing of.
    private static SettingChange OfOne(string path, HashSet<string> others, string? before, string? after, SettingChangeKind kind)
    {
        string all = ComparableValues.BeginningsOf(path).First(beginning => beginning == path || !others.Contains(beginning));
        return all == path ? new SettingChange(path, before, after, kind) : new SettingChange(all, null, null, kind);
    }

    // What stands in a deployment, whichever; another path, or a deployment as a whole, is itself.
    private static string InDeployment(string path) =>
        path.StartsWith(Deployments, StringComparison.Ordinal) && path.IndexOf('.', Deployments.Length) is > 0 and var dot
            ? $"{Deployments}*{path[dot..]}"
            : path;

    private static bool IsText(string path) => path.Split('.') is var steps && (Texts.Contains(steps[0]) || Texts.Contains(steps[^1]));
}

/// <summary>What became of a setting.</summary>
public enum SettingChangeKind
{
    Changed,

    /// <summary>Only the second scenario has it.</summary>
    Added,

    /// <summary>Only the first has it.</summary>
    Removed,
}
