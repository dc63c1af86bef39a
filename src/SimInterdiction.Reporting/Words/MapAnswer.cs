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
        SimulatedValue[] all = [.. map.Differences.SelectMany(row => row)];
        string both = $"{view.Input(map.Across).InSentence} and {view.Input(map.Up).InSentence}";
        int[] sides = [.. all.Select(view.SideOf)];
        (int better, int worse) = (sides.Count(s => s > 0), sides.Count(s => s < 0));
        int small = all.Count(view.IsTooSmall);
        int little = all.Count(d => view.SideOf(d) != 0 && view.IsTooSmall(d));
        string byLittle = little > 0 ? $", by too little to matter in {little}" : string.Empty;
        bool isTogether = map is { SurelyAbove: > 0, SurelyBelow: > 0 };
        string of = $"of {all.Length} settings of {both}";
        string others = Others(all.Length - better - worse, small - little);
        string atOnce = byLittle + AtOnce(map, better + worse);
        return (better, worse) switch
        {
            _ when small == all.Length =>
                $"No difference that matters between {view.Deployment} and {view.Baseline} in any of {small} settings of {both}",
            _ when better == all.Length =>
                $"{view.Deployment} stays better than {view.Baseline} in all {all.Length} settings of {both}{byLittle}",
            _ when worse == all.Length =>
                $"{view.Deployment} stays worse than {view.Baseline} in all {all.Length} settings of {both}{byLittle}",
            (0, 0) => $"In no setting of {both} is {view.Deployment} surely better or worse than {view.Baseline}"
                + (small > 0 ? $"; in {small} of {all.Length} no difference matters" : string.Empty),
            (_, 0) => $"{view.Deployment} is better than {view.Baseline} in {better} {of}{others}{atOnce}",
            (0, _) => $"{view.Deployment} is worse than {view.Baseline} in {worse} {of}{others}{atOnce}",
            _ when isTogether => $"{Plain.Capital(both)} decide together: {view.Deployment} is better than {view.Baseline} in "
                + $"{better} of {all.Length} settings, worse in {worse}{atOnce}",
            _ => $"{view.Deployment} is better than {view.Baseline} in {better}, worse in {worse} {of}{atOnce}",
        };
    }

    // Where chance leaves the sign open; it may be known all the same that no difference matters.
    private static string Others(int open, int small) =>
        small == 0 ? ", and not decided in the others"
        : small == open ? $", and not different enough to matter in the other{(open == 1 ? string.Empty : "s")}"
        : $", not decided in {open - small}, and not different enough to matter in {small}";

    // Each setting is judged for itself, as the map hatches it; fewer are sure where all are to hold at once.
    private static string AtOnce(DifferenceMap map, int each) =>
        (map.SurelyAbove + map.SurelyBelow) switch
        {
            var together when together == each => string.Empty,
            0 => "; each for itself, none if all are to hold at once",
            var together => $"; each for itself, {together} if all are to hold at once",
        };
}
