using SimInterdiction.Experiments.Results;

namespace SimInterdiction.Reporting.Words;

/// <summary>What a map of two inputs answers, in one sentence.</summary>
public static class MapAnswer
{
    /// <param name="view">Of a sensitivity with a map.</param>
    public static string Of(SensitivityView view)
    {
        DifferenceMap map = view.Result.Map!;
        string both = $"{Plain.Small(view.Input(map.Across).FullName)} and {Plain.Small(view.Input(map.Up).FullName)}";
        int[] sides = [.. map.Differences.SelectMany(row => row).Select(view.SideOf)];
        int sign = view.Measure.BetterWhen < 0 ? -1 : 1;
        (int better, int worse) = sign > 0 ? (map.SurelyAbove, map.SurelyBelow) : (map.SurelyBelow, map.SurelyAbove);
        return (better, worse) switch
        {
            _ when sides.All(s => s > 0) =>
                $"{view.Deployment} stays better than {view.Baseline} in all {sides.Length} settings of {both}{TooSmall(view, map)}",
            _ when sides.All(s => s < 0) =>
                $"{view.Deployment} stays worse than {view.Baseline} in all {sides.Length} settings of {both}{TooSmall(view, map)}",
            (0, 0) => $"In no setting of {both} is {view.Deployment} surely better or worse than {view.Baseline}",
            (_, 0) => $"{view.Deployment} is better than {view.Baseline} in {better} of {sides.Length} settings of {both}, and not "
                + "decided in the others",
            (0, _) => $"{view.Deployment} is worse than {view.Baseline} in {worse} of {sides.Length} settings of {both}, and not "
                + "decided in the others",
            _ => $"{Plain.Capital(both)} decide together: {view.Deployment} is better than {view.Baseline} in {better} of "
                + $"{sides.Length} settings, worse in {worse}",
        };
    }

    private static string TooSmall(SensitivityView view, DifferenceMap map)
    {
        SimulatedValue[] all = [.. map.Differences.SelectMany(row => row)];
        int small = all.Count(view.IsTooSmall);
        return small > 0 ? $", but by too little to matter in {small} of {all.Length} settings" : string.Empty;
    }
}
