using SimInterdiction.Scenarios.Describing;

namespace SimInterdiction.Application.Listings;

/// <summary>Settings that differ between runs, or between a run and its file, in a few words.</summary>
public static class SettingWords
{
    private const int WidestValue = 30;
    private const int MostChanges = 2;

    /// <summary>A value as it is written, cut where it is long.</summary>
    /// <param name="value">Null where there is none.</param>
    public static string Value(string? value) =>
        value is null ? "(none)"
        : value.Length <= WidestValue ? value
        : value[..(WidestValue - 1)] + "…";

    /// <summary>To follow on "changed since": ": total_flow 2_000 -> 4_000; deployments.nights added; 2
    /// more".</summary>
    /// <param name="changes">What changed; null where that is not known, of which nothing is said.</param>
    public static string Since(SettingChanges? changes) => Since(changes, Of);

    /// <summary>The same in the words that people see instead of keys: "; Nights: where nogales stands"; for who knows
    /// no keys.</summary>
    /// <param name="changes">What changed; null where that is not known, of which nothing is said.</param>
    public static string SinceInLabels(SettingChanges? changes) =>
        Since(changes, change => Of(change with { Path = SettingLabels.Of(change.Path, changes!.Now) }));

    private static string Since(SettingChanges? changes, Func<SettingChange, string> word)
    {
        if (changes is not { HasMistakes: false, All: { } all })
        {
            return changes is null ? string.Empty : ", and has mistakes now";
        }

        string first = string.Join("; ", all.Take(MostChanges).Select(word));
        return all.Count == 0 ? ", in layout or comments only"
            : all.Count <= MostChanges ? $": {first}"
            : $": {first}; {all.Count - MostChanges:N0} more";
    }

    private static string Of(SettingChange change) =>
        change switch
        {
            { Before: null, After: null, Kind: SettingChangeKind.Added } => $"{change.Path} added",
            { Before: null, After: null } => $"{change.Path} removed",
            _ => $"{change.Path} {Value(change.Before)} -> {Value(change.After)}",
        };
}
