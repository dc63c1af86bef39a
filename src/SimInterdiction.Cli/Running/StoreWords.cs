using SimInterdiction.Experiments.Store;

namespace SimInterdiction.Cli.Running;

/// <summary>Says what need not be simulated again, what must, and why.</summary>
internal static class StoreWords
{
    private const int MostNamed = 4;

    /// <param name="content">What there is.</param>
    /// <param name="run">The run's id.</param>
    /// <param name="whenAllIsThere">What happens when nothing is missing.</param>
    public static IEnumerable<string> Lines(StoreContent content, string run, string whenAllIsThere)
    {
        foreach (string file in content.Damaged)
        {
            yield return $"Damaged, and simulated again: {file}";
        }

        int own = content.Arms.Sum(a => a.Own);
        int taken = content.Arms.Sum(a => a.Taken);
        int missing = content.Arms.Sum(a => a.Missing);
        if (own + taken > 0)
        {
            string from = taken == 0 ? $"run {run}" : own == 0 ? "earlier runs" : $"run {run} and earlier runs";
            yield return missing == 0
                ? $"Everything was simulated before ({from}); {whenAllIsThere}."
                : $"{own + taken:N0} of {content.Arms.Sum(a => a.Asked):N0} replications are taken from {from}; {missing:N0} are simulated now.";
        }

        foreach (IGrouping<string, ArmContent> group in content.Arms.Where(a => a.Own + a.Taken == 0 && a.Changed is { Length: > 0 }).GroupBy(a => a.Changed!))
        {
            string[] names = [.. group.Select(a => a.Arm.Deployment).Distinct()];
            string shown = names.Length > MostNamed ? $"{string.Join(", ", names.Take(MostNamed))} and {names.Length - MostNamed} more" : string.Join(", ", names);
            yield return $"Simulated anew: {shown} (changed since an earlier run: {group.Key}).";
        }
    }
}
