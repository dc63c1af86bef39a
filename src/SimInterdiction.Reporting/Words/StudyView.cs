using SimInterdiction.Experiments.Design;
using SimInterdiction.Experiments.Results;
using SimInterdiction.Model.Measures;

namespace SimInterdiction.Reporting.Words;

/// <summary>A study as figures and tables look at it: who is the baseline, who ranks where, what the measure's numbers
/// are called.</summary>
public sealed class StudyView
{
    private readonly Dictionary<string, DeploymentResult> byName;
    private readonly Dictionary<string, int> ranks;

    public StudyView(StudyResult study)
    {
        Study = study;
        byName = study.Deployments.ToDictionary(d => d.Name);
        Baseline = byName[study.Baseline];
        MeasureScale scale = MeasureScale.Of(study.Measure, Threshold > 0 ? Math.Min(Threshold, study.Precision?.Wanted ?? Threshold) : 0);
        Scale = scale with { Matters = Threshold * scale.Factor };
        double better = study.Measure.BetterWhen < 0 ? -1 : 1;
        ranks = DeploymentOrder.Of(study.Scenario).Index().ToDictionary(d => d.Item, d => d.Index);
        Ranked =
        [
            .. study
                .Comparisons.OrderByDescending(c => c.Difference is { } d ? better * d : double.NegativeInfinity)
                .ThenBy(c => ranks[c.Deployment]),
        ];
        Comparison[] plans = [.. Ranked.Where(c => !IsHypothetical(c.Deployment))];
        Plans = plans.Length > 0 ? plans : Ranked;
    }

    public StudyResult Study { get; }

    public DeploymentResult Baseline { get; }

    public MeasureScale Scale { get; }

    /// <summary>The comparisons, best first; undefined ones last, equal ones as <see cref="RankAmongEquals"/>
    /// says.</summary>
    public IReadOnlyList<Comparison> Ranked { get; }

    /// <summary>Those of <see cref="Ranked"/> that could be chosen, of which one may be the answer; all where none
    /// could.</summary>
    public IReadOnlyList<Comparison> Plans { get; }

    /// <summary>The smallest difference that matters; 0 where none was given.</summary>
    public double Threshold => Study.Scenario.Experiment.SmallestDifferenceThatMatters;

    /// <summary>" points" or nothing, to follow a difference.</summary>
    public string UnitAfter => Scale.UnitAfter;

    /// <summary>Why no comparison can be read, or null where one can.</summary>
    public string? NothingToSay
    {
        get
        {
            string measure = Study.Measure.Label;
            if (Study.Deployments.All(d => MeasureOf(d).Mean is null))
            {
                return $"{measure}: undefined in every deployment, as there was nothing to measure";
            }

            if (Study.Replications == 1 && Study.Comparisons.Count > 0)
            {
                return "One replication shows no chance variation: nothing can be decided from it";
            }

            if (Study.Comparisons.Count > 0 && Study.Comparisons.All(c => c.Difference is null))
            {
                return $"{measure}: no difference from {Baseline.Label} is defined, as one of the two has nothing to measure";
            }

            // Where intervals leave no difference that matters, or none at all, that is an answer.
            bool isOpen = Study.Comparisons.Count > 0 && Study.Comparisons.All(c => c.Verdict == Verdict.NotDecided);
            return isOpen && Study.Deployments.All(d => d.Measures.GetValueOrDefault(Study.Measure.Name).Mean == 0)
                ? $"{measure}: 0 in every deployment and replication so far, so nothing is decided"
                : null;
        }
    }

    /// <summary>The comparison to tell about first, of <see cref="Plans"/>: the best clearly better one that takes no
    /// more officer-hours (<see cref="Contest.IsNoMore"/>), else the best; null with one deployment.</summary>
    public Comparison? Lead =>
        Plans.FirstOrDefault(c => c.Verdict == Verdict.ClearlyBetter && TakesNoMoreHours(c)) ?? (Plans.Count > 0 ? Plans[0] : null);

    /// <summary>The deployment to tell about first; the baseline where it is the only one.</summary>
    public DeploymentResult Told => Lead is { } lead ? Deployment(lead) : Baseline;

    /// <summary>The deployments that the answer speaks of: the baseline, the one to tell about first, and who comes out
    /// first and next in each contest.</summary>
    public IReadOnlyList<DeploymentResult> Spoken =>
        [
            .. new[] { Baseline, Told }
                .Concat(Study.Contests.SelectMany(contest => new[] { Deployment(contest.First), Deployment(contest.RunnerUp) }))
                .Concat(Plans.Take(1).Select(Deployment))
                .Distinct(),
        ];

    /// <summary>The deployments in the order that decides among those that come out equal.</summary>
    public IEnumerable<DeploymentResult> InOrder => Study.Deployments.OrderBy(RankAmongEquals);

    /// <summary>Where a deployment comes among those that come out equal.</summary>
    public int RankAmongEquals(DeploymentResult deployment) => ranks[deployment.Name];

    public DeploymentResult Deployment(Comparison comparison) => byName[comparison.Deployment];

    public DeploymentResult Deployment(string name) => byName[name];

    public string LabelOf(string deployment) => byName[deployment].Label;

    /// <summary>Whether nobody could choose the deployment.</summary>
    public bool IsHypothetical(string deployment) => Study.Scenario.Experiment.Hypothetical.Contains(deployment);

    /// <summary>The label, followed by that it is hypothetical where it is.</summary>
    public string MarkedLabelOf(string deployment) => LabelOf(deployment) + (IsHypothetical(deployment) ? " (hypothetical)" : string.Empty);

    /// <summary>The same of a deployment compared.</summary>
    public string MarkedLabelOf(Comparison comparison) => MarkedLabelOf(comparison.Deployment);

    /// <summary>What a deployment is compared with.</summary>
    public DeploymentResult Other(Comparison comparison) => byName[comparison.Against];

    public string LabelOf(Comparison comparison) => Deployment(comparison).Label;

    public double ExtraHours(Comparison comparison) => Deployment(comparison).OfficerHours - Baseline.OfficerHours;

    /// <summary>Whether a deployment counts as taking no more officer-hours than the baseline.</summary>
    public bool TakesNoMoreHours(Comparison comparison) => Contest.IsNoMore(Deployment(comparison).OfficerHours, Baseline.OfficerHours);

    public bool HasSameHours(Comparison comparison) => Plain.SameHours(Deployment(comparison).OfficerHours, Baseline.OfficerHours);

    public bool HasBaselineHours(DeploymentResult deployment) => Plain.SameHours(deployment.OfficerHours, Baseline.OfficerHours);

    /// <summary>"1,380 fewer officer-hours": how much more than the baseline a deployment takes. Of money it is told
    /// where the hours would hide it: "same officer-hours and USD 82,800 more".</summary>
    public string TakesAgainst(DeploymentResult deployment)
    {
        string hours = Plain.HoursAgainst(deployment.OfficerHours, Baseline.OfficerHours);
        int moreHours = HasBaselineHours(deployment) ? 0 : Math.Sign(deployment.OfficerHours - Baseline.OfficerHours);
        return MoreMoney(deployment) is not 0 and var money && money != moreHours ? $"{hours} and {MoneyAgainst(deployment)}" : hours;
    }

    /// <summary>"USD 2,900 more" than the baseline: as exact as it is known; null where it is the same.</summary>
    public string? MoneyAgainst(DeploymentResult deployment) =>
        MoneyBetween(deployment, Baseline) is var amount && amount == "0"
            ? null
            : $"USD {amount} {(deployment.CostUsd > Baseline.CostUsd ? "more" : "less")}";

    /// <summary>"5,100": by how many USD the costs of two deployments differ, with the same digits wherever it is
    /// told.</summary>
    public string MoneyBetween(DeploymentResult one, DeploymentResult other) =>
        Digits.ToPlace(Math.Abs(one.CostUsd - other.CostUsd), MoneyPlace(one, other));

    /// <summary>The last place of that, as a power of ten: planned costs are known to the dollar, those of traces as
    /// exactly as their number.</summary>
    public int MoneyPlace(DeploymentResult one, DeploymentResult other)
    {
        double more = one.CostUsd - other.CostUsd;
        double half = double.Hypot(HalfOfMoney(one), HalfOfMoney(other));
        return half > 0 ? Math.Max(0, Digits.PlaceOf(more, more - half, more + half)) : 0;
    }

    // Of the interval of what it costs more than the baseline.
    private double HalfOfMoney(DeploymentResult deployment) =>
        deployment == Baseline ? 0
        : Study.AlsoCompared.FirstOrDefault(c => c.Deployment == deployment.Name && c.Measure == MeasureCatalog.Cost) is { } compared
            ? (compared.High - compared.Low) / 2 ?? 0
        : double.Hypot(OwnHalf(deployment), OwnHalf(Baseline));

    private static double OwnHalf(DeploymentResult deployment) =>
        MeasureOf(deployment, MeasureCatalog.Cost) is { Low: { } low, High: { } high } ? (high - low) / 2 : 0;

    /// <summary>Whether a deployment costs more money than the baseline (1), less (-1), or about as much (0).</summary>
    public int MoreMoney(DeploymentResult deployment) =>
        !Contest.IsNoMore(deployment.CostUsd, Baseline.CostUsd) ? 1
        : !Contest.IsNoMore(Baseline.CostUsd, deployment.CostUsd) ? -1
        : 0;

    public Estimate MeasureOf(DeploymentResult deployment) => MeasureOf(deployment, Study.Measure.Name);

    /// <summary>As people see it (<see cref="Possible"/>).</summary>
    public static Estimate MeasureOf(DeploymentResult deployment, string measure) =>
        deployment.Measures.TryGetValue(measure, out Estimate e)
            ? Possible.Of(measure, e, whole => deployment.Measures.GetValueOrDefault(whole).Mean)
            : default;

    /// <summary>"seizure rate 0.4 points above Today", "firearms seized 120 above Today".</summary>
    public string HowFar(Comparison comparison)
    {
        string side = comparison.Difference < 0 ? "below" : "above";
        return $"{Plain.Small(Study.Measure.Label)} "
            + $"{(Scale.InSentence with { IsHeadline = true }).Size(comparison.Difference ?? 0, comparison.Low, comparison.High)} "
            + $"{side} {Baseline.Label}";
    }
}
