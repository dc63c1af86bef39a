using SimInterdiction.Experiments.Results;

namespace SimInterdiction.Experiments.Sensitivity;

/// <summary>Whether the parts of a sensitivity result fit together, as those of an analysis do; a file may say
/// anything.</summary>
public static class SensitivityParts
{
    /// <summary>Whether every part is there, is about the stated inputs, and has as many numbers as its
    /// settings.</summary>
    public static bool FitTogether(SensitivityResult result)
    {
        ArgumentNullException.ThrowIfNull(result);
        if (result.Replications < 1 || result.Settings < 1 || result.Inputs.Any(i => i is not { Path: not null }))
        {
            return false;
        }

        HashSet<string> paths = [.. result.Inputs.Select(i => i.Path)];
        return paths.Count == result.Inputs.Count
            && result.Inputs.All(i => i.Low <= i.Best && i.Best <= i.High)
            && (result.Tornado ?? []).All(part => part is not null && paths.Contains(part.Path))
            && (result.Morris ?? []).All(part => part is not null && paths.Contains(part.Path))
            && (result.Sobol ?? []).All(part => part is not null && paths.Contains(part.Path))
            && (result.Map is not { } map || Fits(map, paths))
            && (result.Verdicts is not { } verdicts || Fits(verdicts, paths))
            && (result.Discovery is not { } discovery || Fits(discovery, paths));
    }

    private static bool Fits(DifferenceMap map, HashSet<string> paths) =>
        paths.Contains(map.Across)
        && paths.Contains(map.Up)
        && IsRising(map.Xs)
        && IsRising(map.Ys)
        && map.Differences.Count == map.Ys.Count
        && map.Differences.All(row => row is not null && row.Count == map.Xs.Count);

    private static bool Fits(VerdictTable verdicts, HashSet<string> paths) =>
        verdicts.Settings.Count > 0
        && verdicts.Settings.All(s => s is { Changed: not null } && s.Changed.All(c => c.Path is not null && paths.Contains(c.Path)))
        && verdicts.Deployments.All(d =>
            d is { Name: not null, At: not null, Alternatives: not null }
            && d.At.Count == verdicts.Settings.Count
            && d.At.All(at => at is not null)
            && d.Alternatives.All(name => name is not null)
        );

    private static bool Fits(Discovery discovery, HashSet<string> paths) =>
        discovery.Settings.Count > 0
        && discovery.Settings.All(s => s is { Inputs: not null } && s.Inputs.Count == paths.Count)
        && discovery.Trajectory.All(box => box.Settings > 0)
        && (
            discovery.Region is not { } region
            || (region is { Settings: > 0, Limits.Count: > 0 } && region.Limits.All(l => l.Path is not null && paths.Contains(l.Path)))
        );

    private static bool IsRising(IReadOnlyList<double> values) =>
        values.Count > 1 && values.Zip(values.Skip(1)).All(pair => pair.First < pair.Second);
}
