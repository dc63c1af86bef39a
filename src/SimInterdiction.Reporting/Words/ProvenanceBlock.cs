using System.Globalization;
using SimInterdiction.Experiments.Results;
using SimInterdiction.Model;

namespace SimInterdiction.Reporting.Words;

/// <summary>What is burned into every figure: that the data are synthetic, where they come from, and what the intervals
/// leave out.</summary>
public sealed record ProvenanceBlock(string Warning, string Source, string NotCovered)
{
    public const string SyntheticWarning = "SYNTHETIC DATA. Not evidence about real shipments.";

    private const int MostFiles = 6;

    /// <summary>What the scenario calls things: labels that the words around a figure may cut where there is no
    /// room.</summary>
    public IReadOnlyList<string> Labels { get; init; } = [];

    public static ProvenanceBlock Of(StudyResult study, Provenance provenance) =>
        new(SyntheticWarning, SourceLine(study, provenance), LeftOut(study, provenance)) { Labels = LabelsIn(study.Scenario) };

    /// <summary>Every label of the scenario's deployments, places and checkpoints.</summary>
    public static IReadOnlyList<string> LabelsIn(Scenario scenario) =>
        [
            .. scenario.Deployments.Select(d => Model.Language.Labels.Of(d.Key, d.Value.Label)),
            .. scenario.Places.Select(p => Model.Language.Labels.Of(p.Key, p.Value.Label)),
            .. scenario.Checkpoints.Select(c => Model.Language.Labels.Of(c.Key, c.Value.Label)),
        ];

    /// <summary>"400 paired replications each, seed 2026, 182 days, 14 days warm-up".</summary>
    public static string Sampling(StudyResult study)
    {
        string kind = study.Deployments.Count > 1 ? "paired replication" : "replication";
        string each = study.Deployments.Count > 1 ? " each" : string.Empty;
        string count =
            study.Replications < study.ReplicationsAsked
                ? $"{Digits.Whole(study.Replications)} of {Plain.Count(study.ReplicationsAsked, kind)}{each} (stopped early)"
            : study.Replications == 1 ? $"1 {kind}{each}"
            : $"{ChoiceWords.Replications(study)} {kind}s{each}";
        string failed = study.Failed.Count > 0 ? $", {Digits.Whole(study.Failed.Count)} failed" : string.Empty;
        string warmUp = study.Scenario.WarmUpHours > 0 ? $"{Plain.Duration(study.Scenario.WarmUpHours)} warm-up" : "no warm-up";
        return $"{count}{failed}, seed {study.Seed}, {Plain.Duration(study.Scenario.LengthHours)}, {warmUp}";
    }

    /// <summary>"yuma.yaml c9d15775, posts.csv 08945197": the files of the scenario with the beginnings of their
    /// SHA-256; of many the first.</summary>
    internal static string Files(Provenance provenance)
    {
        FileRead[] all = [.. provenance.Files];
        string[] named = [.. all.Take(MostFiles).Select(file => $"{file.Name} {file.Sha256[..Math.Min(8, file.Sha256.Length)]}")];
        string more = all.Length > MostFiles ? $" and {Plain.Count(all.Length - MostFiles, "file")} more" : string.Empty;
        return string.Join(", ", named) + more;
    }

    /// <summary>What the model takes traffickers to do about the teams, to stand among other half-sentences.</summary>
    internal static string Traffickers(bool adapt) => adapt ? "how traffickers adapt is assumed" : "traffickers don't adapt in this model";

    /// <summary>Whether any deployment turns on a programme, whose effects nobody has published.</summary>
    private static bool HasProgrammes(Scenario scenario) =>
        scenario.Deployments.Values.Any(d =>
            d.Programmes is { } p && (p.Tracing is not null || p.TraffickingGroup is not null || p.Partners)
        );

    private static string SourceLine(StudyResult study, Provenance p) =>
        string.Join(
            "  |  ",
            Sampling(study),
            Files(p),
            $"run {p.Run}",
            $"SimInterdiction {p.Version}",
            p.Date.ToString("d MMM yyyy HH:mm 'UTC'", CultureInfo.InvariantCulture)
        );

    private static string LeftOut(StudyResult study, Provenance provenance)
    {
        Scenario scenario = study.Scenario;
        int uncertain = provenance.Uncertain.Count;
        string inputs = uncertain switch
        {
            0 => "no input is marked uncertain, and all are taken as they stand",
            1 => "1 input marked uncertain is held at its best guess",
            _ => $"{uncertain} inputs marked uncertain are held at their best guess",
        };
        bool variantsAdapt =
            study.Adversaries.Count > 0
            && scenario.Experiment.Adversaries.Values.Any(v => v.Adaptive && v.Organizations.Values.Any(o => o.Adapts));
        bool adapt = study.IsAdaptive || variantsAdapt;
        string traffickers = scenario.Adapts && !adapt ? "traffickers don't adapt: you turned adapting off" : Traffickers(adapt);
        string programmes = HasProgrammes(scenario)
            ? " What programmes achieve (a lead, a case, a partner's search) is a what-if: no published figure says it."
            : string.Empty;
        string covered =
            study.InputsDrawn > 0
                ? $"{Plain.Count(study.InputsDrawn, "uncertain input")} drawn anew every 2 replications (triangular, "
                    + "independent): averages are over their plausible values, and intervals of averages cover chance and the draws, not "
                    + "the uncertainty"
                : $"Intervals cover chance only: {inputs}";
        return $"{covered}; {traffickers}.{programmes}";
    }
}
