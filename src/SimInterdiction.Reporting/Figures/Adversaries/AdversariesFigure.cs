using SimInterdiction.Experiments.Results;
using SimInterdiction.Model.Measures;
using SimInterdiction.Reporting.Drawing;
using SimInterdiction.Reporting.Tables;
using SimInterdiction.Reporting.Words;

namespace SimInterdiction.Reporting.Figures.Adversaries;

/// <summary>The figure <c>adversaries</c>: how much less each deployment achieves than the best one, against each
/// variant of the organizations.</summary>
public sealed record AdversariesFigure : FigureContent
{
    /// <summary>The adversaries, as the scenario names them.</summary>
    public required IReadOnlyList<string> Adversaries { get; init; }

    /// <summary>The safest first: the one whose worst regret is least.</summary>
    public required IReadOnlyList<Shortfalls> Rows { get; init; }

    /// <summary>The largest regret, for the shades.</summary>
    public required double Largest { get; init; }

    /// <summary>Why there is nothing to draw, or null.</summary>
    public required string? Nothing { get; init; }

    public override Scene Draw() => AdversariesDrawing.Draw(this);

    public static AdversariesFigure Analyse(StudyResult study, Provenance provenance)
    {
        var view = new StudyView(study);
        IReadOnlyList<Shortfalls> rows = AdversaryWords.Safest(view);
        string? nothing = AdversaryWords.Nothing(view);
        string unit = view.Scale.DifferenceUnit.Length > 0 ? $", in {view.Scale.DifferenceUnit}" : string.Empty;
        return new AdversariesFigure
        {
            Words = new FigureWords
            {
                Title = AdversaryWords.Headline(view),
                Subtitle = $"{Shortfall(study.Measure)} against that adversary{unit}. Bold: perhaps the best.",
                HowToRead =
                    "How to read: nobody knows how traffickers adapt. A deployment whose largest number is small does nearly "
                    + "as well as any, whoever comes. Beneath: intervals; all are right at once in 95 of 100 such "
                    + "studies. A 0 without one is surely the best."
                    + (study.Deployments.All(view.HasBaselineHours) ? string.Empty : " Some use more officer-hours than others."),
                Provenance = ProvenanceBlock.Of(study, provenance),
                AltText = nothing
                    ?? string.Join(
                        " ",
                        rows.Select(r =>
                            $"{r.Label}: "
                            + string.Join(", ", study.Adversaries.Zip(r.Words, (a, words) => $"{words} against {a.Label}"))
                            + "."
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

    private static string Shortfall(Measure measure)
    {
        string label = Plain.Small(measure.Label);
        return measure.BetterWhen < 0
            ? $"How much higher each deployment's {label} is than the best one's"
            : $"How much less of the {label} each deployment achieves than the best one";
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
