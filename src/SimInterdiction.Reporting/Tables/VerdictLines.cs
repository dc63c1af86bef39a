using SimInterdiction.Experiments.Results;
using SimInterdiction.Reporting.Words;

namespace SimInterdiction.Reporting.Tables;

/// <summary>Which verdicts hold whatever the inputs: one row for each deployment.</summary>
/// <param name="Deployment">Its label.</param>
/// <param name="Verdict">At best guess; "baseline" for the baseline.</param>
/// <param name="Survives">"holds in all 23 settings", or where it changes first and how often.</param>
/// <param name="Regret">The largest shortfall against the best plan with no more officer-hours, with its
/// interval.</param>
/// <param name="Where">The setting of that regret.</param>
public sealed record VerdictRow(string Deployment, string Verdict, string Survives, string Regret, string Where);

/// <summary>The table of verdicts over assumptions, for terminal and report.</summary>
public static class VerdictLines
{
    private const int MostNamed = 5;

    public static IReadOnlyList<VerdictRow> Rows(SensitivityView view) => [.. view.Result.Verdicts!.Deployments.Select(d => Row(view, d))];

    /// <summary>What the table says on the whole.</summary>
    public static string Headline(SensitivityView view)
    {
        VerdictTable table = view.Result.Verdicts!;
        DeploymentVerdicts[] compared = [.. table.Deployments.Where(d => d.At[0].Verdict is not null)];
        int survive = compared.Count(d => d.SurvivesEverywhere);
        string tried = $"in all {table.Settings.Count} settings tried";
        string verdicts =
            survive == compared.Length ? $"{(compared.Length == 1 ? "The verdict holds" : $"All {compared.Length} verdicts hold")} {tried}"
            : compared.Length == 1 ? $"The verdict doesn't hold {tried}"
            : $"{survive} of {Plain.Count(compared.Length, "verdict")} {(survive == 1 ? "holds" : "hold")} {tried}";
        return Safest(view, table) is { } safest ? $"{verdicts}; {safest}" : verdicts;
    }

    // Among those that cost as much, the baseline's group first: what costs less is compared with less, and doing
    // nothing with nothing.
    private static string? Safest(SensitivityView view, VerdictTable table)
    {
        DeploymentVerdicts[] all = [.. table.Deployments.OrderBy(d => view.RankAmongEquals(d.Name))];
        DeploymentVerdicts[] group =
        [
            .. all.OrderByDescending(d => d.Alternatives.Count > 0 && d.Name == view.Result.Baseline)
                .ThenByDescending(d => d.Alternatives.Count)
                .Take(1)
                .SelectMany(d => all.Where(other => other == d || d.Alternatives.Contains(other.Name))),
        ];
        if (group.Length < 2)
        {
            return null;
        }

        if (view.Result.Replications < SpreadWords.FewestReplications)
        {
            return $"{Plain.Count(view.Result.Replications, "replication")} at each are too few to say which has the smallest worst-case "
                + "shortfall";
        }

        DeploymentVerdicts safest = group.MinBy(d => d.At[d.WorstDesignPoint].Regret.Value ?? double.PositiveInfinity)!;
        int others = group.Count(d => d != safest && d.WorstOpen.Low <= safest.WorstOpen.High);
        string asGood = others == 0 ? string.Empty : $" comes out first; {Plain.Count(others, "other")} may be as good";
        return $"smallest worst-case shortfall among the {group.Length} with the same officer-hours: {view.LabelOf(safest.Name)}{asGood}";
    }

    /// <summary>Each deployment's sentence for the terminal.</summary>
    internal static IEnumerable<string> Of(SensitivityView view)
    {
        foreach (VerdictRow row in Rows(view))
        {
            yield return "  " + row.Deployment;
            foreach (
                string line in TerminalTable
                    .Wrap($"{row.Verdict}; {row.Survives}", "      ")
                    .Concat(
                        TerminalTable.Wrap(
                            $"worst shortfall: {row.Regret}{(row.Where.Length > 0 ? $", with {row.Where}" : string.Empty)}",
                            "      "
                        )
                    )
            )
            {
                yield return line;
            }
        }

        string[] sentences =
        [
            Headline(view) + ".",
            "Worst shortfall: against the best plan with no more officer-hours, over all settings tried: best guess, each "
                + "uncertain input at its lowest and highest, and all ends together of those that matter most, three at most.",
            "Verdicts and the 95% intervals in brackets hold together, over deployments and settings, so they are more "
                + "careful than a run's. Settings are what-ifs: nobody says how likely they are.",
        ];
        foreach (string line in sentences.SelectMany(s => TerminalTable.Wrap(s, string.Empty)))
        {
            yield return line;
        }
    }

    private static VerdictRow Row(SensitivityView view, DeploymentVerdicts deployment)
    {
        IReadOnlyList<PlacedInputs> settings = view.Result.Verdicts!.Settings;
        DesignPointVerdict worst = deployment.At[deployment.WorstDesignPoint];
        string where =
            worst.Regret.Value > 0 && view.Result.Replications >= SpreadWords.FewestReplications
                ? VerdictsAnswer.Setting(view, settings[deployment.WorstDesignPoint])
                : string.Empty;
        string regret =
            !deployment.HasCheaper ? "no cheaper deployment"
            : worst.Regret.Value is null ? Plain.Undefined
            : view.Result.Replications < SpreadWords.FewestReplications
                ? $"too few replications to tell ({Digits.Whole(view.Result.Replications)})"
            : worst.Regret.Value > 0 ? view.Scale.DifferenceWithUnit(worst.Regret.Value, worst.Regret.Low, worst.Regret.High).TrimStart('+')
            : deployment.WorstOpen.High > 0
                ? $"none seen (up to {view.Scale.WithUnit(view.Scale.Number(deployment.WorstOpen.High, 0, deployment.WorstOpen.High))})"
            : "none";
        return deployment.At[0].Verdict is { } verdict
            ? new VerdictRow(view.LabelOf(deployment.Name), verdict.ToWords(), Survival(view, deployment, verdict), regret, where)
            : new VerdictRow(view.LabelOf(deployment.Name), "baseline", string.Empty, regret, where);
    }

    private static string Survival(SensitivityView view, DeploymentVerdicts deployment, Verdict verdict)
    {
        IReadOnlyList<PlacedInputs> settings = view.Result.Verdicts!.Settings;
        int[] changed =
        [
            .. Enumerable
                .Range(0, settings.Count)
                .Where(i => deployment.At[i].Verdict != verdict)
                .OrderByDescending(i => deployment.At[i].Verdict != Verdict.NotDecided),
        ];
        if (changed.Length == 0)
        {
            return verdict == Verdict.NotDecided
                ? $"not decided in any of {settings.Count} settings"
                : $"holds in all {settings.Count} settings";
        }

        string more = changed.Length > MostNamed ? $"; and in {changed.Length - MostNamed} more" : string.Empty;
        string first =
            string.Join(
                "; ",
                changed
                    .Take(MostNamed)
                    .GroupBy(i => deployment.At[i].Verdict)
                    .Select(alike =>
                        $"{alike.Key?.ToWords() ?? "baseline"} with "
                        + string.Join(", or ", alike.Select(i => VerdictsAnswer.Setting(view, settings[i])))
                    )
            ) + more;
        return verdict == Verdict.NotDecided
            ? $"decided in {changed.Length} of {settings.Count} settings: {first}"
            : $"changes in {changed.Length} of {settings.Count} settings: {first}";
    }
}
