using SimInterdiction.Experiments.Results;

namespace SimInterdiction.Reporting.Words;

/// <summary>What a map of two inputs answers, in one sentence: in how many settings, each judged by its own interval as
/// the map hatches it, and in how many if all are to hold at once.</summary>
public static class MapAnswer
{
    /// <param name="view">Of a sensitivity with a map.</param>
    public static string Of(SensitivityView view)
    {
        DifferenceMap map = view.Result.Map!;
        string both = $"{view.Input(map.Across).InSentence} and {view.Input(map.Up).InSentence}";
        int[] sides = [.. map.Differences.SelectMany(row => row).Select(view.SideOf)];
        (int better, int worse) = (sides.Count(s => s > 0), sides.Count(s => s < 0));
        bool isTogether = map is { SurelyAbove: > 0, SurelyBelow: > 0 };
        string of = $"of {sides.Length} settings of {both}";
        string atOnce = AtOnce(map, better + worse);
        return (better, worse) switch
        {
            _ when better == sides.Length =>
                $"{view.Deployment} stays better than {view.Baseline} in all {sides.Length} settings of {both}{TooSmall(view, map)}",
            _ when worse == sides.Length =>
                $"{view.Deployment} stays worse than {view.Baseline} in all {sides.Length} settings of {both}{TooSmall(view, map)}",
            (0, 0) => $"In no setting of {both} is {view.Deployment} surely better or worse than {view.Baseline}",
            (_, 0) => $"{view.Deployment} is better than {view.Baseline} in {better} {of}, and not decided in the others{atOnce}",
            (0, _) => $"{view.Deployment} is worse than {view.Baseline} in {worse} {of}, and not decided in the others{atOnce}",
            _ when isTogether => $"{Plain.Capital(both)} decide together: {view.Deployment} is better than {view.Baseline} in "
                + $"{better} of {sides.Length} settings, worse in {worse}{atOnce}",
            _ => $"{view.Deployment} is better than {view.Baseline} in {better}, worse in {worse} {of}{atOnce}",
        };
    }

    // Each setting is judged for itself, as the map hatches it; fewer are sure where all are to hold at once.
    private static string AtOnce(DifferenceMap map, int each) =>
        (map.SurelyAbove + map.SurelyBelow) switch
        {
            var together when together == each => string.Empty,
            0 => "; each for itself, none if all are to hold at once",
            var together => $"; each for itself, {together} if all are to hold at once",
        };

    private static string TooSmall(SensitivityView view, DifferenceMap map)
    {
        SimulatedValue[] all = [.. map.Differences.SelectMany(row => row)];
        int small = all.Count(view.IsTooSmall);
        return small > 0 ? $", but by too little to matter in {small} of {all.Length} settings" : string.Empty;
    }
}
