using System.Globalization;
using SimInterdiction.Experiments.Results;

namespace SimInterdiction.Reporting.Words;

/// <summary>What the true difference is over plausible values of the uncertain inputs, in words.</summary>
public static class OverInputsWords
{
    private const double Half = 0.5;

    /// <summary>"North: better than Today for 83% of plausible inputs".</summary>
    internal static string Headline(StudyView view)
    {
        Comparison lead = view.Lead!;
        (string label, string baseline) = (view.LabelOf(lead), view.Baseline.Label);
        return lead.OverInputs switch
        {
            null => $"Too few draws of the inputs to compare deployments: {view.Study.Replications / 2}, where {DrawsNeeded} are needed",
            { Better: { Low: > Half } better } =>
                $"{label}{ContestWords.Rivals(view, lead)}: better than {baseline} for {Share(better)} of " + "plausible inputs",
            { Better: { High: < Half } better } =>
                $"No deployment is better than {baseline} for most plausible inputs; the best, {label}, is for {Share(better)}",
            { Better: var better } => $"Not decided: {label} is better than {baseline} for {Share(better)} of plausible inputs",
        };
    }

    /// <summary>About the deployment told about first, and about those of which chance hides what the inputs
    /// do.</summary>
    internal static IEnumerable<string> Sentences(StudyView view)
    {
        Comparison lead = view.Lead!;
        string label = view.LabelOf(lead);
        if (lead.OverInputs is not { } over)
        {
            yield return $"On average over plausible inputs, {label} differs from {view.Baseline.Label} by "
                + $"{view.Scale.DifferenceWithUnit(lead)}.";
            yield return $"How that depends on the inputs takes at least {DrawsNeeded} draws, which are {2 * DrawsNeeded} replications.";
            yield break;
        }

        yield return over.IsHiddenByChance
            ? $"On average over plausible inputs, {label} differs from {view.Baseline.Label} by "
                + $"{view.Scale.DifferenceWithUnit(lead)}."
            : $"For 4 in 5 plausible inputs, the true difference of {label} lies from {Range(view, over)}{view.UnitAfter}; "
                + $"on average it is {view.Scale.DifferenceWithUnit(lead)}.";
        string matters = over.BetterByWhatMatters is { } more
            ? $", and by {view.Scale.Exact(view.Threshold)} or more for {Share(more)}"
            : string.Empty;
        yield return $"{label} is better for {Share(over.Better)} of plausible inputs{matters}.";
        string[] hidden = [.. view.Ranked.Where(c => c.OverInputs is { IsHiddenByChance: true }).Select(view.LabelOf)];
        if (hidden.Length > 0)
        {
            yield return $"Chance hides whether the inputs move the difference at all: {Plain.List(hidden)}. More replications would tell.";
        }
    }

    /// <summary>Whether a deployment is clearly better; where inputs are drawn, surely so for most plausible
    /// ones.</summary>
    internal static bool IsBetter(StudyResult study, Comparison comparison) =>
        study.InputsDrawn == 0 ? comparison.Verdict == Verdict.ClearlyBetter : comparison.OverInputs is { Better.Low: > Half };

    /// <summary>The comparisons, those better in the largest share of plausible inputs first.</summary>
    internal static IEnumerable<Comparison> Surest(StudyView view) =>
        view.Ranked.OrderByDescending(c => c.OverInputs?.Better.Mean ?? double.NegativeInfinity);

    /// <summary>What stands in the place of a verdict; null where nothing was drawn.</summary>
    internal static string? Standing(StudyResult study, Comparison comparison) =>
        study.InputsDrawn == 0
            ? null
            : comparison.OverInputs switch
            {
                null => "too few draws",
                { Better: { Low: < Half, High: > Half } open } => $"not decided: better in {Share(open)}",
                { Better: var better } => $"better in {Share(better)}",
            };

    /// <summary>"+0.23 to +0.48": where the true difference lies in 4 of 5 cases, rounded outwards to the
    /// measure's finest digit (without one, to what its ends are known to); or that chance hides it.</summary>
    public static string Range(StudyView view, OverInputs over)
    {
        if (over.IsHiddenByChance)
        {
            return "hidden by chance";
        }

        (double low, double high) = (over.P10.Mean!.Value * view.Scale.Factor, over.P90.Mean!.Value * view.Scale.Factor);
        double known = Math.Max(Width(over.P10), Width(over.P90)) * view.Scale.Factor / 2;
        double finest = known > 0 ? known : high - low;
        int place = view.Scale.Finest
            ?? (finest > 1e-9 * Math.Max(Math.Abs(low), Math.Abs(high)) ? (int)Math.Floor(Math.Log10(finest)) : -2);
        double step = Math.Pow(10, place);
        return $"{Signed(Math.Floor((low / step) + 1e-9) * step, place)} to {Signed(Math.Ceiling((high / step) - 1e-9) * step, place)}";
    }

    /// <summary>"83% (71% to 90%)"; "100% (94% or more)" where it is so in every draw, and "0% to 100%" where
    /// nothing is known. The same in headlines, sentences and tables.</summary>
    public static string Share(Estimate share) =>
        share switch
        {
            { Low: <= Half, High: >= Half, Mean: 0 or 1 } => Ends(share),
            { Mean: 1, Low: { } low } => $"100% ({Whole(Math.Floor((100 * low) + 1e-9))}% or more)",
            { Mean: 0, High: { } high } => $"0% ({Whole(Math.Ceiling((100 * high) - 1e-9))}% or less)",
            { Mean: >= 0.995 } => $"over 99% ({Ends(share)})",
            { Mean: <= 0.005 } => $"under 1% ({Ends(share)})",
            _ => $"{Percent(share.Mean)}% ({Ends(share)})",
        };

    private const int DrawsNeeded = Experiments.Statistics.TrueSpread.FewestDraws;

    private static string Ends(Estimate share) => $"{Percent(share.Low)}% to {Percent(share.High)}%";

    private static string Percent(double? share) => Whole(Math.Round(100 * share ?? double.NaN));

    private static string Whole(double number) => number.ToString("0", CultureInfo.InvariantCulture);

    private static double Width(Estimate estimate) => estimate.High - estimate.Low ?? 0;

    private static string Signed(double value, int place) =>
        Digits.ToPlace(value, place) is var text && value > 0 && text.Any(c => c is >= '1' and <= '9') ? "+" + text : text;
}
