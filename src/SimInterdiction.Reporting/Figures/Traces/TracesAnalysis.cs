using SimInterdiction.Experiments.Results;
using SimInterdiction.Reporting.Figures.Fates;
using SimInterdiction.Reporting.Tables;
using SimInterdiction.Reporting.Words;

namespace SimInterdiction.Reporting.Figures.Traces;

/// <summary>The figure <c>traces</c>: one row for each deployment that traces firearms.</summary>
internal static class TracesAnalysis
{
    // So that a ring ended now and then is not nothing.
    private const int Tenths = -1;

    private static readonly (string Measure, string Words)[] All =
    [
        ("leads_of_ended_rings", "Ring ended"),
        ("leads_of_other_cases", "Other case"),
        ("leads_acted_on", "Acted on"),
        ("leads_unused", "Unused"),
        ("stale_leads", "Stale"),
        ("traces_unresolved", "Unresolved"),
    ];

    private static readonly string[] OfCases = ["leads_of_ended_rings", "leads_of_other_cases"];

    private static readonly Dictionary<string, string> Meanings = new()
    {
        ["leads_of_ended_rings"] = "Ring ended: a case ended the ring it named. ",
        ["leads_of_other_cases"] = "Other case: one was opened, but not closed in time. ",
    };

    /// <summary>Whether any deployment traces firearms.</summary>
    public static bool HasData(StudyResult study) => study.Deployments.Any(d => Count(d, "traces") > 0);

    public static FatesFigure Analyse(StudyResult study, Provenance provenance)
    {
        // What cases come to only where there are cases.
        (string Measure, string Words)[] shown =
        [
            .. All.Where(each => !OfCases.Contains(each.Measure) || study.Deployments.Any(d => Count(d, each.Measure) > 0)),
        ];
        FatesRow[] rows =
        [
            .. study
                .Deployments.Where(d => Count(d, "traces") > 0)
                .Select(d => new FatesRow(
                    d.Label,
                    d.Name == study.Baseline,
                    FatesFigure.OfHundred([.. shown.Select(each => Math.Max(0, Count(d, each.Measure)))], Tenths)
                )),
        ];
        return new FatesFigure
        {
            Words = new FigureWords
            {
                Title = Title(rows, [.. shown.Select(each => each.Measure)]),
                Subtitle = $"What became of 100 traces that ended. Averages over {Plain.Duration(study.Scenario.LengthHours)}.",
                HowToRead =
                    "How to read: a trace counts once, under the most that came of it. "
                    + string.Concat(shown.Select(each => Meanings.GetValueOrDefault(each.Measure)))
                    + "Acted on: later a shipment of the ring was stopped because of a lead. "
                    + "Stale: the ring was gone when the trace ended. Without intervals: which deployment is best is for figure 1.",
                Provenance = ProvenanceBlock.Of(study, provenance),
                AltText = string.Join(
                    " ",
                    rows.Select(r =>
                        $"{r.Label}: "
                        + string.Join(
                            ", ",
                            shown.Zip(r.OfHundred).Select(x => $"{FatesFigure.Shown(x.Second, Tenths)} {Plain.Small(x.First.Words)}")
                        )
                        + "."
                    )
                ),
            },
            Fates = [.. shown.Select(each => each.Words)],
            Rows = rows,
            Place = Tenths,
            Nothing = null,
            Csv = Data(study),
        };
    }

    // The row of which most comes; the first of equals. A case that comes too late is nothing.
    private static string Title(FatesRow[] rows, string[] measures)
    {
        FatesRow best = rows.MaxBy(Used)!;
        string end = OfCases.Any(measures.Contains) ? "end a ring or are acted on" : "are acted on";
        return $"{best.Label}: of 100 traces, {Shown(Used(best))} {end}, {Shown(Part(best, "leads_unused"))} are never used, "
            + $"and {Shown(Part(best, "stale_leads"))} come too late";

        double Used(FatesRow row) => Part(row, "leads_of_ended_rings") + Part(row, "leads_acted_on");

        double Part(FatesRow row, string measure) => Array.IndexOf(measures, measure) is >= 0 and var i ? row.OfHundred[i] : 0;

        static string Shown(double part) => FatesFigure.Shown(part, part < 1 ? Tenths : 0);
    }

    private static double Count(DeploymentResult deployment, string measure) => deployment.Measures.GetValueOrDefault(measure).Mean ?? 0;

    private static string Data(StudyResult study)
    {
        var csv = new CsvText("deployment", "label", "measure", "mean", "low", "high");
        foreach (DeploymentResult d in study.Deployments)
        {
            foreach ((string measure, string _) in All)
            {
                Estimate e = StudyView.MeasureOf(d, measure);
                csv.Row(d.Name, d.Label, measure, e.Mean, e.Low, e.High);
            }
        }

        return csv.ToString();
    }
}
