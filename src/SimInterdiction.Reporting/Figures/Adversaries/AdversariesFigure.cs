using SimInterdiction.Experiments.Results;
using SimInterdiction.Reporting.Words;

namespace SimInterdiction.Reporting.Figures;

/// <summary>Figure 14, adversaries: how much less each deployment achieves than the best one, against each variant of
/// the organizations.</summary>
public sealed record AdversariesFigure
{
    public required FigureWords Words { get; init; }

    /// <summary>The adversaries, as the scenario names them.</summary>
    public required IReadOnlyList<string> Adversaries { get; init; }

    /// <summary>The safest first: the one whose worst regret is least.</summary>
    public required IReadOnlyList<AdversariesRow> Rows { get; init; }

    /// <summary>The largest regret, for the shades.</summary>
    public required double Largest { get; init; }

    /// <summary>Why there is nothing to draw, or null.</summary>
    public required string? Nothing { get; init; }

    public required string Csv { get; init; }

    public static Figure Make(StudyResult study, Provenance provenance)
    {
        AdversariesFigure figure = Analyse(study, provenance);
        return new()
        {
            Number = 14,
            Name = "adversaries",
            Words = figure.Words,
            Scene = AdversariesDrawing.Draw(figure),
            Csv = figure.Csv,
        };
    }

    public static AdversariesFigure Analyse(StudyResult study, Provenance provenance)
    {
        var view = new StudyView(study);
        AdversariesRow[] rows = [.. study.Deployments.Select((d, i) => Row(view, d, i)).OrderBy(r => r.Worst)];
        string? nothing =
            study.Adversaries.Count == 0
                ? "The scenario names no further adversaries (experiment: adversaries), so there is nothing to compare."
            : rows.Length < 2 ? "There is only one deployment: nothing can be regretted."
            : rows.All(r => double.IsNaN(r.Worst)) ? $"{study.Measure.Label}: undefined in every deployment."
            : null;
        string unit = view.Scale.DifferenceUnit;
        return new AdversariesFigure
        {
            Words = new FigureWords
            {
                Title = nothing is null ? Title(view, rows) : "Only one adversary",
                Subtitle =
                    $"{(study.Measure.BetterWhen < 0 ? $"How much higher each deployment's {Plain.Small(study.Measure.Label)} is than the best one's" : $"How much less of the {Plain.Small(study.Measure.Label)} each deployment achieves than the best one")} "
                    + $"against that adversary{(unit.Length > 0 ? $", in {unit}" : string.Empty)}. Bold: perhaps the best.",
                HowToRead =
                    "How to read: nobody knows how traffickers adapt. A deployment whose largest number is small does nearly "
                    + "as well as any, whoever comes. Beneath, where there is room: intervals; all are right at once in 95 of "
                    + "100 such studies."
                    + (
                        study.Deployments.All(view.HasBaselineHours)
                            ? string.Empty
                            : " Some use more officer-hours than others: see figure 3."
                    ),
                Provenance = ProvenanceBlock.Of(study, provenance),
                AltText = nothing
                    ?? string.Join(
                        " ",
                        rows.Select(r =>
                            $"{r.Label}: "
                            + $"{string.Join(", ", study.Adversaries.Zip(r.Words, (a, words) => $"{words} against {Plain.Small(a.Label)}"))}."
                        )
                    ),
            },
            Adversaries = [.. study.Adversaries.Select(a => a.Label)],
            Rows = rows,
            Largest = rows.Select(r => r.Worst).Where(double.IsFinite).DefaultIfEmpty(0).Max(),
            Nothing = nothing,
            Csv = Data(study),
        };
    }

    private static AdversariesRow Row(StudyView view, DeploymentResult deployment, int index)
    {
        Estimate[] estimates = [.. view.Study.Adversaries.Select(a => a.Deployments[index].Regret)];
        double[] regrets = [.. estimates.Select(e => view.Scale.Factor * (e.Mean ?? double.NaN))];
        return new AdversariesRow(
            deployment.Label,
            deployment == view.Baseline,
            regrets,
            [.. estimates.Select(e => Said(view.Scale, e))],
            regrets.DefaultIfEmpty(double.NaN).Max()
        )
        {
            Intervals =
            [
                .. estimates.Select(e =>
                    e is { Low: { } low, High: > 0 and { } high } ? view.Scale.Ends(e.Mean ?? 0, low, high) : string.Empty
                ),
            ],
            Cost = view.HasBaselineHours(deployment)
                ? string.Empty
                : $" ({Plain.HoursAgainst(deployment.OfficerHours, view.Baseline.OfficerHours)})",
            MayBeBest = [.. estimates.Select(e => e is { Mean: not null } and not { Low: > 0 })],
            Open = (
                estimates.Max(e => view.Scale.Factor * (e.Low ?? 0)),
                estimates.Max(e => view.Scale.Factor * (e.High ?? double.PositiveInfinity))
            ),
        };
    }

    private static string Said(MeasureScale scale, Estimate regret) =>
        regret switch
        {
            { Mean: null } => "–",
            { Mean: 0 } => "0",
            { Mean: { } mean } => scale.Number(mean, regret.Low, regret.High),
        };

    private static string Title(StudyView view, AdversariesRow[] rows)
    {
        AdversariesRow safest = rows[0];
        int worst = Enumerable.Range(0, safest.Regrets.Count).MaxBy(i => safest.Regrets[i]);
        int others = rows.Skip(1).Count(row => row.Open.Low <= safest.Open.High);
        if (view.Study.Replications == 1)
        {
            return "One replication can't say which deployment is the safest";
        }

        string behind =
            safest.Worst == 0
                ? others == 0
                    ? "the best against every adversary"
                    : "first against every adversary"
                : $"at most {view.Scale.WithUnit(safest.Words[worst])} behind the "
                    + $"best{(safest.Intervals[worst].Length > 0 ? $" ({safest.Intervals[worst]})" : string.Empty)}, whoever comes";
        return others == 0
            ? $"Safest: {safest.Label}{safest.Cost}; {behind}"
            : $"{safest.Label}{safest.Cost} comes out as the safest, {behind}; {Plain.Count(others, "other")} may be as good";
    }

    private static string Data(StudyResult study)
    {
        var csv = new CsvText("adversary", "deployment", "what", "mean", "low", "high");
        foreach (AdversaryResult adversary in study.Adversaries)
        {
            foreach ((DeploymentResult deployment, AgainstAdversary against) in study.Deployments.Zip(adversary.Deployments))
            {
                string name = adversary.Name ?? "as_stated";
                csv.Row(name, deployment.Name, study.Measure.Name, against.Measure.Mean, against.Measure.Low, against.Measure.High);
                csv.Row(name, deployment.Name, "regret", against.Regret.Mean, against.Regret.Low, against.Regret.High);
            }
        }

        return csv.ToString();
    }
}

/// <summary>One deployment's row of figure 14.</summary>
/// <param name="Label">The deployment.</param>
/// <param name="IsBaseline">Whether it is the baseline.</param>
/// <param name="Regrets">By adversary; NaN where undefined.</param>
/// <param name="Words">The same as shown.</param>
/// <param name="Worst">The largest of them.</param>
public sealed record AdversariesRow(string Label, bool IsBaseline, IReadOnlyList<double> Regrets, IReadOnlyList<string> Words, double Worst)
{
    /// <summary>The intervals by adversary; empty where it is surely the best, or none is known.</summary>
    public required IReadOnlyList<string> Intervals { get; init; }

    /// <summary>" (65% more officer-hours)", where it costs other than the baseline.</summary>
    public required string Cost { get; init; }

    /// <summary>By adversary, whether chance leaves open that it is the best.</summary>
    public required IReadOnlyList<bool> MayBeBest { get; init; }

    /// <summary>What chance leaves open of the largest regret.</summary>
    public required (double Low, double High) Open { get; init; }
}
