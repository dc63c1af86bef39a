using SimInterdiction.Application.Listings;
using SimInterdiction.Application.Runs;
using SimInterdiction.Engine.Numerics;
using SimInterdiction.Experiments;
using SimInterdiction.Experiments.Results;
using SimInterdiction.Model.Language;
using SimInterdiction.Model.Measures;
using SimInterdiction.Reporting.Words;
using SimInterdiction.Scenarios.Describing;

namespace SimInterdiction.Application.Comparisons;

/// <summary>Runs side by side: the settings that differ, and every deployment's measure in each run.</summary>
/// <param name="Measure">What is compared.</param>
/// <param name="Runs">The first is the one that the others are compared with.</param>
/// <param name="Settings">The settings that are not the same in all runs.</param>
/// <param name="Rows">One a deployment.</param>
public sealed record RunTable(
    Measure Measure,
    IReadOnlyList<RunColumn> Runs,
    IReadOnlyList<SettingRow> Settings,
    IReadOnlyList<DeploymentRow> Rows
)
{
    /// <summary>The row that says whether organizations were free to adapt.</summary>
    public const string AdaptiveRow = "adaptive";

    /// <summary>The row that says whether uncertain inputs were drawn.</summary>
    public const string UncertaintyRow = "include uncertainty";

    /// <summary>The row that says which deployments were asked for.</summary>
    public const string OnlyRow = "only";

    /// <summary>Whether a run has replications that another lacks: averages and differences are over those that all
    /// have.</summary>
    public bool IsCut => Rows.Any(r => r.IsCut);

    /// <summary>Whether rows rest on unlike numbers of replications, so that each has to say on how many.</summary>
    public bool IsMixed => Rows.Select(r => r.Replications).Distinct().Count() > 1;

    /// <summary>Whether a deployment of the first run is in another too, so that there is something to take the
    /// difference of.</summary>
    public bool IsPaired => Rows.Any(r => r.Estimates[0] is not null && r.Estimates.Skip(1).Any(e => e is not null));

    /// <summary>Whether all runs drew the same random numbers.</summary>
    public bool IsSameLuck => Runs.All(r => r.Seed == Runs[0].Seed);

    /// <summary>Whether all runs observe as long a window.</summary>
    public bool IsSameLength => Runs.All(r => Tolerance.AreEqual(r.LengthHours, Runs[0].LengthHours));

    /// <summary>The differences there are, but of deployments that came out the same in all runs.</summary>
    public IEnumerable<Comparison> Differences => Rows.Where(r => !r.IsTheSame).SelectMany(r => r.Differences).OfType<Comparison>();

    /// <summary>Whether every difference there is lies beyond chance.</summary>
    public bool IsBeyondChance => Differences.All(d => d is { Low: > 0 } or { High: < 0 } or { Difference: 0, Low: 0, High: 0 });

    /// <summary>The smallest difference that matters in any of the runs; 0 where one names none, or has another
    /// measure.</summary>
    public required double Matters { get; init; }

    /// <summary>How its values and differences are shown.</summary>
    public MeasureScale Scale => MeasureScale.Of(Measure, Matters);

    /// <summary>Whether the runs that say something of a deployment have different verdicts on it.</summary>
    public bool VerdictsDiffer(DeploymentRow row) =>
        Runs.Where(run => run.Verdicts.ContainsKey(row.Name)).Select(run => run.Verdicts[row.Name]).Distinct().Count() > 1;

    /// <param name="runs">Two or more.</param>
    /// <param name="measure">Of single periods.</param>
    /// <param name="stop">Ends the reading.</param>
    /// <exception cref="OperationCanceledException">It was ended.</exception>
    internal static RunTable Of(IReadOnlyList<StoredRun> runs, Measure measure, CancellationToken stop)
    {
        StoredStudy[] studies = [.. runs.Select(r => r.StudyOfReplications())];
        StudyResult[] results = [.. runs.Zip(studies, (run, study) => run.ResultOf(study, stop))];
        string[] deployments = [.. results.SelectMany(r => r.Deployments).Select(d => d.Name).Distinct()];
        int comparisons = results.Skip(1).Sum(r => r.Deployments.Count(d => results[0].Deployments.Any(f => f.Name == d.Name)));
        Dictionary<string, int[]> replications = deployments.ToDictionary(
            name => name,
            name => results.SelectMany(r => r.Deployments).Where(d => d.Name == name).Select(d => d.Replications).ToArray()
        );
        Dictionary<string, Comparison>[] differences =
        [
            .. studies
                .Skip(1)
                .Select(s =>
                    s.LessThoseOf(studies[0], measure, name => replications[name].Min(), Math.Max(1, comparisons))
                        .ToDictionary(c => c.Deployment)
                ),
        ];
        return new RunTable(
            measure,
            [.. runs.Zip(results, (run, result) => ColumnOf(run, result, measure))],
            [.. Differing(runs)],
            [.. deployments.Select(Row)]
        )
        {
            Matters = runs.Min(run =>
                run.Scenario.Experiment is { } plan && plan.Measure == measure.Name ? plan.SmallestDifferenceThatMatters : 0
            ),
        };

        DeploymentRow Row(string name) =>
            new(
                name,
                replications[name].Min(),
                replications[name].Distinct().Count() > 1,
                [.. results.Zip(studies, (r, s) => EstimateOf(r, s, name))],
                [.. differences.Select(d => d.GetValueOrDefault(name))]
            )
            {
                Label = Labels.Of(name, runs.First(run => run.Scenario.Deployments.ContainsKey(name)).Scenario.Deployments[name].Label),
            };

        // Of a pooled measure there is no difference of single periods, and so nothing to be cut.
        Estimate? EstimateOf(StudyResult result, StoredStudy study, string name) =>
            result.Deployments.FirstOrDefault(d => d.Name == name) is not { } deployment ? null
            : deployment.Replications > replications[name].Min() && measure.Estimator != Estimator.Pooled
                ? study.Estimate(name, measure, replications[name].Min())
            : deployment.Measures[measure.Name];
    }

    private static RunColumn ColumnOf(StoredRun run, StudyResult result, Measure measure) =>
        new(
            run.Manifest.Run,
            run.Manifest.Scenario.File,
            result.Replications,
            result.ReplicationsAsked,
            result.Seed,
            run.Scenario.LengthHours
        )
        {
            Name = run.Manifest.Request?.Name,
            Answer = Plain.Sentence(Answer.Of(result).Headline),
            Best = Answer.Of(result).Finding,
            Winner = ContestWords.Winner(result),
            Verdicts =
                result.Measure == measure
                    ? result.Comparisons.ToDictionary(c => c.Deployment, c => c.Verdict)
                    : new Dictionary<string, Verdict>(),
        };

    private static IEnumerable<SettingRow> Differing(IReadOnlyList<StoredRun> runs)
    {
        IReadOnlyList<IReadOnlyDictionary<string, string>> written = ComparableValues.Of([.. runs.Select(run => run.Resolved)]);
        Dictionary<string, string>[] values = [.. runs.Select((run, i) => SettingsOf(run, written[i]))];
        return values
            .SelectMany(v => v.Keys)
            .Distinct()
            .Select(path => new SettingRow(path, [.. values.Select(v => v.GetValueOrDefault(path))])
            {
                Label = SettingLabels.Of(path, runs[Array.FindIndex(values, v => v.ContainsKey(path))].Scenario),
            })
            .Where(row => row.Values.Distinct().Count() > 1);
    }

    private static Dictionary<string, string> SettingsOf(StoredRun run, IReadOnlyDictionary<string, string> written)
    {
        var settings = new Dictionary<string, string>(written)
        {
            ["experiment.seed"] = $"{run.Manifest.Seed}",
            ["experiment.replications"] = $"{run.Manifest.ReplicationsAsked}",
        };

        // What the request says, and no file: two runs of one file may differ in nothing else.
        settings[AdaptiveRow] = run.Manifest.IsAdaptive ? "on" : "off";
        settings[UncertaintyRow] = run.Manifest.UncertainAt is null ? "no" : "yes";
        settings[OnlyRow] = run.Manifest.Only is { } only ? string.Join(',', only) : "all";
        settings["model version"] = run.Manifest.ModelVersion;
        return settings;
    }
}

public sealed record RunColumn(string Run, string File, int Replications, int ReplicationsAsked, long Seed, double LengthHours)
{
    /// <summary>What people call it; null where they gave it no name.</summary>
    public required string? Name { get; init; }

    /// <summary>What the run by itself answers, in a sentence.</summary>
    public required string Answer { get; init; }

    /// <summary>Who is best in it, against the runner-up; null where the answer says it.</summary>
    public required string? Best { get; init; }

    /// <summary>The deployment that is best in it, and in which contest; null where none is, or none surely.</summary>
    public required string? Winner { get; init; }

    /// <summary>By deployment, its verdict against the run's own baseline; empty where the run is about another
    /// measure.</summary>
    public required IReadOnlyDictionary<string, Verdict> Verdicts { get; init; }
}

/// <summary>A setting, by run; null where a run doesn't have it.</summary>
public sealed record SettingRow(string Path, IReadOnlyList<string?> Values)
{
    /// <summary>What it is called by those who know no keys.</summary>
    public required string Label { get; init; }
}

/// <summary>A deployment, by run.</summary>
/// <param name="Name">Its name, which is what makes it the same one.</param>
/// <param name="Replications">How many of the first replications its numbers are of: those that all runs have.</param>
/// <param name="IsCut">Whether a run has more of them.</param>
/// <param name="Estimates">The measure in each run; null where a run doesn't have it.</param>
/// <param name="Differences">Each run but the first less the first; null where one of them doesn't have it.</param>
public sealed record DeploymentRow(
    string Name,
    int Replications,
    bool IsCut,
    IReadOnlyList<Estimate?> Estimates,
    IReadOnlyList<Comparison?> Differences
)
{
    /// <summary>What people see.</summary>
    public required string Label { get; init; }

    /// <summary>Whether it came out the same in all runs that have it.</summary>
    public bool IsTheSame => Estimates.All(e => e is not null) && Differences.All(d => d is { Difference: 0, Low: 0, High: 0 });
}
