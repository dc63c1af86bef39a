using SimInterdiction.Experiments.Results;
using SimInterdiction.Reporting.Words;

namespace SimInterdiction.Reporting.Figures;

/// <summary>Figure 14, adversaries: how much less each deployment achieves than the best one, against each variant of the organizations.</summary>
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
        return new() { Number = 14, Name = "adversaries", Words = figure.Words, Scene = AdversariesDrawing.Draw(figure), Csv = figure.Csv };
    }

    public static AdversariesFigure Analyse(StudyResult study, Provenance provenance)
    {
        var view = new StudyView(study);
        AdversariesRow[] rows = [.. study.Deployments.Select((d, i) => Row(view, d, i)).OrderBy(r => r.Worst)];
        string? nothing = study.Adversaries.Count == 0
            ? "The scenario names no further adversaries (experiment: adversaries), so there is nothing to compare."
            : rows.Length < 2 ? "There is only one deployment: nothing can be regretted."
            : rows.All(r => double.IsNaN(r.Worst)) ? $"The {Plain.Small(study.Measure.Label)} is undefined in every deployment." : null;
        string unit = view.Scale.DifferenceUnit;
        return new AdversariesFigure
        {
            Words = new FigureWords
            {
                Title = nothing is null ? Title(view, rows) : "Only one adversary",
                Subtitle = $"{(study.Measure.BetterWhen < 0 ? $"How much higher each deployment's {Plain.Small(study.Measure.Label)} is than the best one's" : $"How much less of the {Plain.Small(study.Measure.Label)} each deployment achieves than the best one")} against that adversary{(unit.Length > 0 ? $", in {unit}" : string.Empty)}; 0: it is the best.",
                HowToRead = "How to read: nobody knows how traffickers adapt. A deployment whose largest number is small does nearly as well as any, whoever comes."
                    + (study.Deployments.All(view.HasBaselineHours) ? string.Empty : " Some use more officer-hours than others: see figure 3."),
                Provenance = ProvenanceBlock.Of(study, provenance),
                AltText = nothing ?? string.Join(" ", rows.Select(r => $"{r.Label}: {string.Join(", ", study.Adversaries.Zip(r.Words, (a, words) => $"{words} against {Plain.Small(a.Label)}"))}.")),
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
        double[] regrets = [.. view.Study.Adversaries.Select(a => view.Scale.Factor * (a.Deployments[index].Regret.Mean ?? double.NaN))];
        string[] words = [.. view.Study.Adversaries.Select(a => Said(view.Scale, a.Deployments[index].Regret))];
        return new AdversariesRow(deployment.Label, deployment == view.Baseline, regrets, words, regrets.DefaultIfEmpty(double.NaN).Max());
    }

    private static string Said(MeasureScale scale, Estimate regret) => regret switch
    {
        { Mean: null } => "–",
        { Mean: 0 } => "0",
        { Mean: { } mean } => Digits.Of(mean * scale.Factor, regret.Low * scale.Factor, regret.High * scale.Factor),
    };

    private static string Title(StudyView view, AdversariesRow[] rows)
    {
        AdversariesRow safest = rows[0];
        int worst = Enumerable.Range(0, safest.Regrets.Count).MaxBy(i => safest.Regrets[i]);
        string atMost = safest.Worst == 0
            ? "it is the best against every adversary"
            : $"at most {view.Scale.WithUnit(safest.Words[worst])} behind the best, whoever comes";
        return $"Safest: {safest.Label}; {atMost}";
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
public sealed record AdversariesRow(string Label, bool IsBaseline, IReadOnlyList<double> Regrets, IReadOnlyList<string> Words, double Worst);
