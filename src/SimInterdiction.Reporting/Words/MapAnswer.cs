using SimInterdiction.Experiments.Doubt;

namespace SimInterdiction.Reporting.Words;

/// <summary>What a map of two inputs answers, in one sentence.</summary>
public static class MapAnswer
{
    /// <param name="view">Of a sensitivity with a map.</param>
    public static string Of(DoubtView view)
    {
        DifferenceMap map = view.Result.Map!;
        string both = $"{Plain.Small(view.Input(map.Across).FullName)} and {Plain.Small(view.Input(map.Up).FullName)}";
        int[] sides = [.. map.Differences.SelectMany(row => row).Select(view.SideOf)];
        int better = sides.Count(s => s > 0);
        int worse = sides.Count(s => s < 0);
        return (better, worse) switch
        {
            (0, 0) => $"{view.Deployment} is nowhere surely better or worse than {view.Baseline}, whatever {both}",
            _ when better == sides.Length => $"{view.Deployment} stays better than {view.Baseline}, whatever {both}",
            _ when worse == sides.Length => $"{view.Deployment} stays worse than {view.Baseline}, whatever {both}",
            (_, 0) => $"{view.Deployment} is better than {view.Baseline} in {(better * 2 > sides.Length ? "most" : "part")} of what {both} may be, and not surely in the rest",
            (0, _) => $"{view.Deployment} is worse than {view.Baseline} in {(worse * 2 > sides.Length ? "most" : "part")} of what {both} may be, and not surely in the rest",
            _ => $"{Plain.Capital(both)} decide together: {view.Deployment} is better than {view.Baseline} in {better} of {sides.Length} settings, worse in {worse}",
        };
    }
}
