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
    public static string Since(SettingChanges? changes)
    {
        if (changes is not { HasMistakes: false, All: { } all })
        {
            return changes is null ? string.Empty : ", and has mistakes now";
        }

        string first = string.Join("; ", all.Take(MostChanges).Select(Of));
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
