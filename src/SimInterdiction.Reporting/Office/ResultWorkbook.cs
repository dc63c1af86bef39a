using System.Globalization;
using System.Text.Json;
using SimInterdiction.Experiments.Results;
using SimInterdiction.Model.Measures;
using SimInterdiction.Reporting.Figures;
using SimInterdiction.Reporting.Tables;
using SimInterdiction.Reporting.Words;

namespace SimInterdiction.Reporting.Office;

/// <summary>The results as a workbook: the answer in words, tidy tables, one a sheet, and a sheet that says where they
/// come from. Averages are within what can be (<see cref="Possible"/>), with all their digits.</summary>
public static class ResultWorkbook
{
    public static byte[] Write(StudyResult study, Provenance provenance) =>
        Spreadsheet.Write(
            [
                .. AnswerSheets.Of(study, provenance),
                Deployments(study),
                Comparisons(study),
                Rosters(study),
                Measures(study),
                Breakdowns(study),
                Replications(study),
                About(study, provenance),
            ],
            Foot(study, provenance)
        );

    // What stands on paper has to say what it is, too.
    private static string Foot(StudyResult study, Provenance provenance) =>
        $"{ProvenanceBlock.Of(study, provenance).Warning} {provenance.ScenarioFile}, run {provenance.Run}";

    private static Sheet Deployments(StudyResult study)
    {
        string measure = $"{study.Measure.Label} ({study.Measure.Unit.Name})";
        return new(
            "Deployments",
            [
                "Deployment",
                "Label",
                "Note",
                "Officer-hours (h)",
                "Cost (USD)",
                measure,
                $"{measure}, 95% low",
                $"{measure}, 95% high",
                $"{measure}, 10th percentile",
                $"{measure}, 90th percentile",
            ],
            [
                .. study.Deployments.Select(d =>
                {
                    Estimate e = StudyView.MeasureOf(d, study.Measure.Name);
                    return (IReadOnlyList<object?>)
                        [
                            d.Name,
                            d.Label,
                            d.Note,
                            d.OfficerHours,
                            new Amount(d.CostUsd, MeasureUnit.Usd),
                            .. Amount.Of(study.Measure.Unit, e.Mean, e.Low, e.High, e.P10, e.P90),
                        ];
                }),
            ]
        );
    }

    private static Sheet Rosters(StudyResult study) =>
        new(
            "Roster",
            ["Deployment", "Task force", "Team", "Place", .. Roster.DaysOfWeek, "Remarks"],
            [
                .. study.Deployments.SelectMany(d =>
                    Roster
                        .Of(study.Scenario, d.Name)
                        .Select(row => (IReadOnlyList<object?>)[d.Label, row.TaskForce, row.Team, row.Place, .. row.Days, row.Remarks])
                ),
            ]
        );

    private static Sheet Comparisons(StudyResult study) =>
        new(
            "Comparisons",
            [
                "Deployment",
                "Against",
                "Measure",
                "Unit",
                "Difference (unit)",
                "Simultaneous 95% low (unit)",
                "Simultaneous 95% high (unit)",
                "Better in, same luck (share)",
                "95% low (share)",
                "95% high (share)",
                "Better in, independent luck (share)",
                "Verdict",
                "Pairing gain (factor)",
                "Variance left with the luck of searches taken out (share)",
                .. study.InputsDrawn > 0 ? OverInputs : [],
            ],
            [
                .. study
                    .Comparisons.Concat(study.AlsoCompared)
                    .Select(c => (c, (MeasureCatalog.Find(c.Measure) ?? study.Measure).Unit))
                    .Select(x =>
                        (IReadOnlyList<object?>)[.. Comparison(x.c, x.Unit), .. study.InputsDrawn > 0 ? Of(x.c.OverInputs, x.Unit) : []]
                    ),
            ]
        );

    private static IReadOnlyList<object?> Comparison(Comparison c, MeasureUnit unit) =>
        [
            c.Deployment,
            c.Against,
            c.Measure,
            unit.Name,
            .. Amount.Of(unit, c.Difference, c.Low, c.High),
            .. Amount.Of(MeasureUnit.Share, c.BetterIn, c.BetterInInterval?.Low, c.BetterInInterval?.High, c.BetterInIndependent),
            c.Verdict.ToWords(),
            c.PairingGain,
            new Amount(c.VarianceLeft, MeasureUnit.Share),
        ];

    private static string[] OverInputs =>
        [
            "True difference over the inputs, 10th percentile (unit)",
            "90th percentile (unit)",
            "Truly better (share of plausible inputs)",
            "Better by what matters (share)",
            "Worse by what matters (share)",
        ];

    private static object?[] Of(OverInputs? over, MeasureUnit unit) =>
        [
            .. Amount.Of(unit, over?.P10.Mean, over?.P90.Mean),
            .. Amount.Of(MeasureUnit.Share, over?.Better.Mean, over?.BetterByWhatMatters?.Mean, over?.WorseByWhatMatters?.Mean),
        ];

    private static Sheet Measures(StudyResult study) =>
        new(
            "Measures",
            [
                "Deployment",
                "Measure",
                "Meaning",
                "Unit",
                "Mean (unit)",
                "95% low (unit)",
                "95% high (unit)",
                "Standard deviation (unit)",
                "10th percentile (unit)",
                "90th percentile (unit)",
                "Variance left with the luck of searches taken out (share)",
            ],
            [
                .. from d in study.Deployments
                from m in d.Measures
                let measure = MeasureCatalog.Find(m.Key)
                where measure is not null
                let shown = StudyView.MeasureOf(d, m.Key)
                select (IReadOnlyList<object?>)
                    [
                        d.Name,
                        m.Key,
                        measure.Meaning,
                        measure.Unit.Name,
                        .. Amount.Of(measure.Unit, shown.Mean, shown.Low, shown.High, shown.Sd, shown.P10, shown.P90),
                        new Amount(shown.VarianceLeft, MeasureUnit.Share),
                    ],
            ]
        );

    private static Sheet Breakdowns(StudyResult study) =>
        new(
            "Breakdowns",
            ["Deployment", "By", "Entry", "Measure", "Unit", "Mean (unit)", "95% low (unit)", "95% high (unit)"],
            [
                .. from d in study.Deployments
                from dimension in d.By
                from entry in dimension.Value
                from m in entry.Value
                let measure = MeasureCatalog.Find(m.Key)
                where measure is not null
                let shown = Breakdown.Of(d, dimension.Key, entry.Key, m.Key)
                select (IReadOnlyList<object?>)
                    [
                        d.Name,
                        JsonNamingPolicy.SnakeCaseLower.ConvertName($"{dimension.Key}"),
                        entry.Key,
                        m.Key,
                        measure.Unit.Name,
                        .. Amount.Of(measure.Unit, shown.Mean, shown.Low, shown.High),
                    ],
            ]
        );

    private static Sheet Replications(StudyResult study) =>
        new(
            "Replications",
            ["Replication, in order", .. study.Deployments.Select(d => $"{d.Name}, {study.Measure.Name} ({study.Measure.Unit.Name})")],
            [
                .. Enumerable
                    .Range(0, study.Deployments.Max(d => d.Periods.Count))
                    .Select(i =>
                        (IReadOnlyList<object?>)
                            [
                                i,
                                .. study.Deployments.Select(d =>
                                    i < d.Periods.Count ? (object?)new Amount(d.Periods[i], study.Measure.Unit) : null
                                ),
                            ]
                    ),
            ]
        );

    private static Sheet About(StudyResult study, Provenance provenance)
    {
        var block = ProvenanceBlock.Of(study, provenance);
        return new(
            "Provenance",
            ["What", "Value"],
            [
                ["Data", block.Warning],
                ["Scenario", study.Scenario.Title],
                ["Question", study.Scenario.Question],
                ["Scenario file", provenance.ScenarioFile],
                ["SHA-256 of the scenario", provenance.Sha256],
                .. provenance.OtherFiles.Select(file => (IReadOnlyList<object?>)[$"SHA-256 of {file.Name}", file.Sha256]),
                ["Run", provenance.Run],
                ["Program", $"SimInterdiction {provenance.Version}"],
                ["Date", provenance.Date.ToString("yyyy-MM-dd HH:mm 'UTC'", CultureInfo.InvariantCulture)],
                ["Sampling", ProvenanceBlock.Sampling(study)],
                ["Command", provenance.Command],
                ["Limits", block.NotCovered],
                .. provenance.Uncertain.Select(u => (IReadOnlyList<object?>)[$"Uncertain: {u.Path}", u.Written]),
                .. study.Scenario.Assumptions.Select(a => (IReadOnlyList<object?>)[$"Assumed: {a.About}", a.Source ?? "source not stated"]),
            ]
        );
    }
}
