using SimInterdiction.Experiments.Results;

namespace SimInterdiction.Reporting.Words;

/// <summary>Verdicts over assumptions, in words.</summary>
public static class VerdictsAnswer
{
    /// <summary>"Outbound team's chance to find at 40%, ...", or "best guess".</summary>
    public static string Setting(SensitivityView view, PlacedInputs setting) =>
        setting.Changed.Count == 0
            ? "best guess"
            : string.Join(", ", setting.Changed.Select(c => $"{view.Input(c.Path).InSentence} at {view.Input(c.Path).Value(c.Value)}"));

    /// <summary>Whether another deployment for no more officer-hours is better than this one whatever the inputs, or in
    /// which setting one is; null where there is no other, or too few replications to say.</summary>
    /// <param name="view">Of an analysis with verdicts.</param>
    /// <param name="deployment">The one that is chosen.</param>
    public static string? AgainstOthers(SensitivityView view, string deployment)
    {
        VerdictTable table = view.Result.Verdicts!;
        if (
            table.Deployments.FirstOrDefault(d => d.Name == deployment) is not { HasCheaper: true } chosen
            || view.Result.Replications < SpreadWords.FewestReplications
            || chosen.At.Any(at => at.Regret.Value is null)
        )
        {
            return null;
        }

        string label = view.LabelOf(deployment);
        int surely = chosen.At.Count(at => at.Regret.Low > 0);
        int perhaps = chosen.At.Count(at => at.Regret is { Low: not > 0, High: > 0 });
        string all = Plain.Count(table.Settings.Count, "setting");
        if (surely == 0)
        {
            string open = perhaps == 0 ? string.Empty : $"; in {Digits.Whole(perhaps)} one may be";
            return $"No other deployment for no more officer-hours is surely better than {label} in any of {all} tried{open}.";
        }

        int most = Enumerable.Range(0, chosen.At.Count).Where(i => chosen.At[i].Regret.Low > 0).MaxBy(i => chosen.At[i].Regret.Value)!;
        SimulatedValue lead = chosen.At[most].Regret;
        return $"In {Digits.Whole(surely)} of {all} tried another deployment for no more officer-hours is better than {label}: most with "
            + $"{Setting(view, table.Settings[most])}, by {view.Scale.DifferenceWithUnit(lead.Value, lead.Low, lead.High).TrimStart('+')}.";
    }
}
