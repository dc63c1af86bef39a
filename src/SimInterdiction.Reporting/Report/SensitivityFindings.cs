using SimInterdiction.Experiments.Results;
using SimInterdiction.Reporting.Tables;
using SimInterdiction.Reporting.Words;

namespace SimInterdiction.Reporting.Report;

/// <summary>What sensitivity analyses found: each by itself, and the tables of them that the report has.</summary>
internal static class SensitivityFindings
{
    /// <summary>All that one found, whether or not it belongs to a run.</summary>
    public static void Write(IReportMedium report, SensitivityView view)
    {
        report.Paragraph(SensitivityTable.About(view));
        switch (view.Result.Method)
        {
            case SensitivityMethod.Tornado:
                Swings(report, view);
                break;
            case SensitivityMethod.Morris:
                Effects(report, view);
                break;
            case SensitivityMethod.Sobol:
                Shares(report, view);
                break;
            case SensitivityMethod.Map:
                Map(report, view);
                break;
            case SensitivityMethod.Discover:
                Discovered(report, view);
                break;
            default:
                Verdicts(report, view);
                break;
        }
    }

    private static void Swings(IReportMedium report, SensitivityView view)
    {
        SensitivityAnswer answer = SensitivityAnswer.Of(view);
        report.Paragraph($"{Plain.Sentence(answer.Headline)} {string.Join(" ", answer.Sentences)}");
        report.Table(
            $"Difference of {view.Deployment} from {view.Baseline}{view.Scale.InUnit}, at both ends of each input; 95% intervals, each on "
                + "its own, cover chance only",
            ["Input", "#At its lowest", "#At its highest", "The answer"],
            view.Result.Tornado!.Select(swing =>
            {
                InputRange range = view.Result.Inputs.First(input => input.Path == swing.Path);
                InputWords input = view.Input(swing.Path);
                return (IReadOnlyList<string>)
                    [
                        $"{input.Heading}\n{swing.Path}",
                        $"{view.Difference(swing.AtLow)}\nat {input.Value(range.Low)}",
                        $"{view.Difference(swing.AtHigh)}\nat {input.Value(range.High)}",
                        Plain.Capital(SensitivityTable.Turns(view, swing)),
                    ];
            })
        );
    }

    private static void Map(IReportMedium report, SensitivityView view)
    {
        DifferenceMap map = view.Result.Map!;
        (InputWords across, InputWords up) = (view.Input(map.Across), view.Input(map.Up));
        string[][] rows = SensitivityTable.MapRows(view);
        report.Paragraph(Plain.Sentence(MapAnswer.Of(view)));
        report.Table(
            $"Difference of {view.Deployment} from {view.Baseline}{view.Scale.InUnit}; ?: chance leaves open which is better; 95% "
                + "intervals, each on its own",
            [$"{up.Heading}, by {across.InSentence}", .. rows[0].Skip(1).Select(value => $"#{value}")],
            rows.Skip(1)
        );
    }

    public static void Verdicts(IReportMedium report, SensitivityView view)
    {
        report.Table(
            $"Which verdicts hold whatever the inputs: {VerdictLines.Headline(view)}."
                + Plain.Note(VerdictLines.Rows(view).Select(r => r.Regret)),
            [
                "Deployment",
                "Verdict at best guess",
                "Over all settings tried",
                $"#Worst shortfall{(view.Unit.Length > 0 ? $", {view.Unit}" : string.Empty)}\n95%, all together",
                "With",
            ],
            VerdictLines
                .Rows(view)
                .Select(r =>
                    (IReadOnlyList<string>)
                        [
                            (r.Verdict == "baseline" ? "*" : string.Empty) + r.Deployment,
                            Plain.Capital(r.Verdict),
                            Plain.Capital(r.Survives),
                            Plain.Cell(r.Regret).Replace(" (", "\n", StringComparison.Ordinal).TrimEnd(')'),
                            r.Where,
                        ]
                )
        );
        report.Paragraph(
            "Settings tried: best guess, each uncertain input at its lowest and highest, and all ends together of the "
                + $"three that matter most; {Plain.Count(view.Result.Replications, "replication")} at each. Worst "
                + "shortfall: against the best plan with no more officer-hours. Nobody says how likely a setting is."
                + (
                    LuckWords.Ahead(view.Measure, view.Result.Replications) is { } ahead
                        ? $" {ahead}; with fewer, less is decided here than by the run."
                        : string.Empty
                )
        );
    }

    public static void Effects(IReportMedium report, SensitivityView view)
    {
        report.Table(
            $"What moving an input over its whole range does to {view.Deployment} against {view.Baseline}, on average over settings of all "
                + $"others{view.Scale.InUnit} (Morris): {Plain.Count(view.Result.Settings, "setting")}, 95% intervals. "
                + SensitivityTable.FirstMover(view),
            ["Input", "#Moves it by (mu*)", "#On the whole by (mu)", "#Varies with the others by (sigma)"],
            view.Result.Morris!.Select(effect =>
                (IReadOnlyList<string>)
                    [
                        view.Input(effect.Path).Heading,
                        SensitivityTable.Size(view, effect.MeanSize),
                        view.Difference(effect.Mean),
                        effect.Spread is { } spread ? view.Scale.Number(spread, 0.9 * spread, 1.1 * spread) : Plain.Dash,
                    ]
            )
        );
    }

    public static void Shares(IReportMedium report, SensitivityView view)
    {
        report.Table(
            $"Share of the uncertainty about {view.Deployment} against {view.Baseline} that each input accounts for, all drawn from "
                + $"triangles over their ranges (Sobol): {Plain.Count(view.Result.Settings, "setting")}, 95% intervals. "
                + $"{SensitivityTable.MoreAlone(view)} {SensitivityTable.FirstShare(view)}".TrimStart(),
            ["Input", "#By itself", "#With the others"],
            view.Result.Sobol!.Select(share =>
                (IReadOnlyList<string>)
                    [view.Input(share.Path).Heading, SensitivityTable.Percent(share.First), SensitivityTable.Percent(share.Total)]
            )
        );
    }

    public static void Discovered(IReportMedium report, SensitivityView view)
    {
        DiscoveryAnswer answer = DiscoveryAnswer.Of(view);
        report.Paragraph($"{Plain.Sentence(answer.Headline)} {string.Join(" ", answer.Sentences)}");
        if (view.Result.Discovery!.Region is { } region)
        {
            report.Table(
                $"Where {view.Deployment} is {DiscoveryAnswer.Sought(view.Result.Discovery)}: the limits of the region, the surest first",
                ["Input", "It may be", "In the region", "#Quasi-p"],
                DiscoveryAnswer
                    .Limits(view, region)
                    .Select(limit =>
                        (IReadOnlyList<string>)
                            [
                                view.Input(limit.Path).Heading,
                                view.Input(limit.Path).Range,
                                limit.Words,
                                SensitivityTable.QuasiP(region, limit.Path),
                            ]
                    )
            );
        }
    }
}
