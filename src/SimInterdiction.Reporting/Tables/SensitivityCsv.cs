using SimInterdiction.Experiments.Results;
using SimInterdiction.Reporting.Words;

namespace SimInterdiction.Reporting.Tables;

/// <summary>A sensitivity analysis as CSV: inputs in base units and as written, differences in the measure's units,
/// undefined values empty.</summary>
public static class SensitivityCsv
{
    /// <summary>The files of an analysis, by name, besides those of its figures.</summary>
    public static IEnumerable<(string Name, string Content)> Files(SensitivityView view)
    {
        SensitivityResult result = view.Result;
        if (result.Morris is { } morris)
        {
            var csv = new CsvText(
                "input",
                "mean",
                "mean_low",
                "mean_high",
                "mean_size",
                "mean_size_low",
                "mean_size_high",
                "spread",
                "error_of_chance"
            );
            foreach (InputEffect e in morris)
            {
                csv.Row(
                    e.Path,
                    e.Mean.Value,
                    e.Mean.Low,
                    e.Mean.High,
                    e.MeanSize.Value,
                    e.MeanSize.Low,
                    e.MeanSize.High,
                    e.Spread,
                    e.ChanceError
                );
            }

            yield return ("morris.csv", csv.ToString());
        }

        if (result.Sobol is { } sobol)
        {
            var csv = new CsvText("input", "first", "first_low", "first_high", "total", "total_low", "total_high", "error_of_chance");
            foreach (InputShare s in sobol)
            {
                csv.Row(s.Path, s.First.Value, s.First.Low, s.First.High, s.Total.Value, s.Total.Low, s.Total.High, s.ChanceError);
            }

            yield return ("sobol.csv", csv.ToString());
        }

        if (result.Discovery is { } discovery)
        {
            yield return ("limits.csv", Limits(view, discovery));
            yield return ("trajectory.csv", Trajectory(discovery));
        }

        if (result.Verdicts is { } verdicts)
        {
            yield return ("verdicts.csv", Verdicts(view));
            yield return ("settings.csv", Settings(view, verdicts));
        }
    }

    /// <summary>The settings drawn, and where they are.</summary>
    internal static string Discovery(SensitivityView view, Discovery discovery)
    {
        var csv = new CsvText([.. view.Result.Inputs.Select(input => input.Path), "difference", "low", "high", "worth_it", "in_region"]);
        foreach (DrawnSetting setting in discovery.Settings)
        {
            string worth =
                setting.IsSought is not { } isSought ? "not decided"
                : isSought == discovery.SeeksWorth ? "yes"
                : "no";
            csv.Row([
                .. setting.Inputs.Cast<object?>(),
                setting.Difference.Value,
                setting.Difference.Low,
                setting.Difference.High,
                worth,
                setting.IsInside ? "yes" : "no",
            ]);
        }

        return csv.ToString();
    }

    internal static string Tornado(SensitivityView view, IReadOnlyList<InputSwing> tornado)
    {
        var csv = new CsvText("input", "end", "input_value", "input_written", "what", "value", "low", "high");
        foreach (InputSwing swing in tornado)
        {
            InputRange range = view.Result.Inputs.First(i => i.Path == swing.Path);
            Row("lowest", range.Low, "difference", swing.AtLow);
            Row("best", range.Best, "difference", view.Result.BestGuess);
            Row("highest", range.High, "difference", swing.AtHigh);
            csv.Row(swing.Path, null, null, null, "swing", swing.Swing.Value, swing.Swing.Low, swing.Swing.High);
            if (swing.TurnsAt is { Value: { } turns } at)
            {
                csv.Row(swing.Path, "turns", turns, view.Input(swing.Path).Value(turns), "turns_at", at.Value, at.Low, at.High);
            }

            if (swing.MattersAt is { Value: { } matters } from)
            {
                csv.Row(
                    swing.Path,
                    "matters",
                    matters,
                    view.Input(swing.Path).Value(matters),
                    "matters_at",
                    from.Value,
                    from.Low,
                    from.High
                );
            }

            void Row(string end, double value, string what, SimulatedValue d) =>
                csv.Row(swing.Path, end, value, view.Input(swing.Path).Value(value), what, d.Value, d.Low, d.High);
        }

        return csv.ToString();
    }

    internal static string Map(SensitivityView view, DifferenceMap map)
    {
        var csv = new CsvText("across", "across_value", "across_written", "up", "up_value", "up_written", "difference", "low", "high");
        foreach ((int y, IReadOnlyList<SimulatedValue> row) in map.Differences.Index())
        {
            foreach ((int x, SimulatedValue d) in row.Index())
            {
                csv.Row(
                    map.Across,
                    map.Xs[x],
                    view.Input(map.Across).Value(map.Xs[x]),
                    map.Up,
                    map.Ys[y],
                    view.Input(map.Up).Value(map.Ys[y]),
                    d.Value,
                    d.Low,
                    d.High
                );
            }
        }

        return csv.ToString();
    }

    private static string Limits(SensitivityView view, Discovery discovery)
    {
        var csv = new CsvText("input", "end", "input_value", "input_written", "quasi_p");
        foreach (RegionLimit limit in discovery.Region?.Limits ?? [])
        {
            csv.Row(limit.Path, limit.IsLeast ? "least" : "most", limit.Value, view.Input(limit.Path).Value(limit.Value), limit.QuasiP);
        }

        return csv.ToString();
    }

    private static string Trajectory(Discovery discovery)
    {
        var csv = new CsvText("box", "settings", "limited_inputs", "coverage", "density");
        foreach ((int number, PeeledBox box) in discovery.Trajectory.Index())
        {
            csv.Row(number, box.Settings, box.LimitedInputs, box.Coverage, box.Density);
        }

        return csv.ToString();
    }

    private static string Verdicts(SensitivityView view)
    {
        var csv = new CsvText(
            "deployment",
            "verdict_at_best_guess",
            "survives_everywhere",
            "changes_in",
            "settings",
            "survival",
            "largest_regret",
            "regret_low",
            "regret_high",
            "regret_where"
        );
        foreach ((DeploymentVerdicts d, VerdictRow row) in view.Result.Verdicts!.Deployments.Zip(VerdictLines.Rows(view)))
        {
            SimulatedValue regret = d.At[d.WorstDesignPoint].Regret;
            bool isBaseline = d.At[0].Verdict is null;
            csv.Row(
                d.Name,
                row.Verdict,
                isBaseline ? null
                    : d.SurvivesEverywhere ? "yes"
                    : "no",
                isBaseline ? null : d.At.Count(a => a.Verdict != d.At[0].Verdict),
                d.At.Count,
                row.Survives,
                regret.Value,
                regret.Low,
                regret.High,
                row.Where
            );
        }

        return csv.ToString();
    }

    private static string Settings(SensitivityView view, VerdictTable table)
    {
        var csv = new CsvText("setting", "deployment", "verdict", "difference", "low", "high", "regret", "regret_low", "regret_high");
        foreach ((int i, PlacedInputs setting) in table.Settings.Index())
        {
            foreach (DeploymentVerdicts d in table.Deployments)
            {
                DesignPointVerdict at = d.At[i];
                csv.Row(
                    VerdictsAnswer.Setting(view, setting),
                    d.Name,
                    at.Verdict?.ToWords() ?? "baseline",
                    at.Difference.Value,
                    at.Difference.Low,
                    at.Difference.High,
                    at.Regret.Value,
                    at.Regret.Low,
                    at.Regret.High
                );
            }
        }

        return csv.ToString();
    }
}
