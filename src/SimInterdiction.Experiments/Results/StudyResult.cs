using SimInterdiction.Model;
using SimInterdiction.Model.Measures;
using SimInterdiction.Model.Study;

namespace SimInterdiction.Experiments.Results;

/// <summary>Every deployment of a scenario, simulated and compared.</summary>
public sealed record StudyResult
{
    public required Scenario Scenario { get; init; }

    public required long Seed { get; init; }

    /// <summary>How many replications each deployment finished, but for those that dropped out of a choice; fewer than
    /// asked for when stopped early.</summary>
    public required int Replications { get; init; }

    /// <summary>How many were asked for; with a precision, how many its last stage asked for.</summary>
    public required int ReplicationsAsked { get; init; }

    /// <summary>What became of the precision asked for; null where none was.</summary>
    public PrecisionCheck? Precision { get; init; }

    /// <summary>
    /// How many uncertain inputs were drawn anew, every few replications: averages are over plausible inputs, and
    /// <see cref="Comparison.OverInputs"/> says how the differences vary. 0 where all are held at their best guess.
    /// </summary>
    public int InputsDrawn { get; init; }

    /// <summary>How far the choice among the deployments came; null where none was asked for.</summary>
    public Choice? Choice { get; init; }

    /// <summary>Whether every replication asked for was simulated, those that failed included.</summary>
    public bool IsComplete => Replications + Failed.Select(f => f.Replication).Distinct().Count() == ReplicationsAsked;

    /// <summary>Name of the baseline; it is always among the deployments.</summary>
    public required string Baseline { get; init; }

    /// <summary>The measure the verdicts are about.</summary>
    public required Measure Measure { get; init; }

    /// <summary>In the file's order.</summary>
    public required IReadOnlyList<DeploymentResult> Deployments { get; init; }

    /// <summary>One per deployment but the baseline, about <see cref="Measure"/>, in the file's order; empty with one
    /// deployment.</summary>
    public required IReadOnlyList<Comparison> Comparisons { get; init; }

    /// <summary>
    /// The same about the measures that the scenario also reports, measure by measure; each measure's intervals are
    /// simultaneous over the deployments, and every difference of it matters (the smallest one that does is stated for
    /// the main measure only).
    /// </summary>
    public IReadOnlyList<Comparison> AlsoCompared { get; init; } = [];

    /// <summary>What each step of the scenario adds, in its order; those whose deployments were not all simulated are
    /// left out.</summary>
    public IReadOnlyList<StepResult> Steps { get; init; } = [];

    /// <summary>Which deployments may be the best about <see cref="Measure"/>; null with one deployment, where neither
    /// more nor less is better, or where <see cref="Choice"/> tells.</summary>
    public BestGroup? Best { get; init; }

    /// <summary>Who is best of all, and of those that take at most 1 % more than the baseline, as far as two or more
    /// do; empty where neither more nor less is better. Where <see cref="Choice"/> tells who is best of all, only those
    /// of less, by the first replications that all have. Where inputs are drawn it is about averages over them, and the
    /// lead says for which share of them the first is better.</summary>
    public IReadOnlyList<Contest> Contests { get; init; } = [];

    /// <summary>What more officer-hours and more money bring, as far as they bring anything; empty where there are no
    /// contests, and where inputs are drawn.</summary>
    public IReadOnlyList<Expansion> Expansions { get; init; } = [];

    /// <summary>Whether any organization adapts as simulated; where none does, frozen results are the
    /// results.</summary>
    public bool IsAdaptive { get; init; }

    /// <summary>Every deployment against every variant of the organizations that the scenario names, in its order,
    /// after the organizations as stated.</summary>
    public IReadOnlyList<AdversaryResult> Adversaries { get; init; } = [];

    /// <summary>Finished analyses of the uncertainty about the same scenario and measure, and about the deployment that
    /// the answer tells about first or all of them, the latest first, as far as the edge has found any.</summary>
    public IReadOnlyList<StudySensitivity> Sensitivities { get; init; } = [];

    /// <summary>The latest search for the best deployment of the same scenario, as far as the edge has found
    /// any.</summary>
    public StudyOptimization? Optimization { get; init; }

    /// <summary>What becomes of the answer in each of the scenario's questions, in their order, as far as they were
    /// simulated.</summary>
    public IReadOnlyList<WhatIfResult> WhatIfs { get; init; } = [];

    /// <summary>Replications that failed, with their numbers; counted, reported, never silently dropped.</summary>
    public IReadOnlyList<FailedReplication> Failed { get; init; } = [];

    /// <summary>Simulated events, shipments and searches of all replications and deployments, for the
    /// manifest.</summary>
    public required WorkDone Work { get; init; }
}

/// <summary>An analysis of the uncertainty about a study's scenario, and where it comes from; its provenance names its
/// own folder as the run.</summary>
public sealed record StudySensitivity(SensitivityResult Result, Provenance Provenance);

/// <summary>A search for the best deployment of a study's scenario, and where it comes from; its provenance names its
/// own folder as the run.</summary>
public sealed record StudyOptimization(OptimizationResult Result, Provenance Provenance);

public sealed record FailedReplication(Arm Arm, int Replication, string Reason);

public sealed record WorkDone(long Events, long Shipments, long Searches)
{
    public static WorkDone operator +(WorkDone one, WorkDone other) =>
        new(one.Events + other.Events, one.Shipments + other.Shipments, one.Searches + other.Searches);

    public static WorkDone operator -(WorkDone all, WorkDone earlier) =>
        new(all.Events - earlier.Events, all.Shipments - earlier.Shipments, all.Searches - earlier.Searches);
}

/// <summary>What one deployment came to.</summary>
public sealed record DeploymentResult
{
    public required string Name { get; init; }

    public required string Label { get; init; }

    public string? Note { get; init; }

    /// <summary>How many replications its numbers are of.</summary>
    public required int Replications { get; init; }

    public required double OfficerHours { get; init; }

    public required double CostUsd { get; init; }

    /// <summary>Every measure of the catalogue by name.</summary>
    public required IReadOnlyDictionary<string, Estimate> Measures { get; init; }

    /// <summary>The same with every organization frozen, on the same random numbers.</summary>
    public required IReadOnlyDictionary<string, Estimate> Frozen { get; init; }

    /// <summary>Of <see cref="Frozen"/>, the weeks of the window, by measure name.</summary>
    public IReadOnlyDictionary<string, IReadOnlyDictionary<string, Estimate>> FrozenWeeks { get; init; } =
        new Dictionary<string, IReadOnlyDictionary<string, Estimate>>();

    /// <summary>From which week on traffickers cancel much of what it gains over the baseline. Null where it doesn't
    /// take the baseline's place as the window begins (<c>during_warm_up: today</c>), where it gains nothing for sure,
    /// and where nobody adapts.</summary>
    public Notice? Notice { get; init; }

    /// <summary>By dimension, entry name and measure name.</summary>
    public required IReadOnlyDictionary<Dimension, IReadOnlyDictionary<string, IReadOnlyDictionary<string, Estimate>>> By { get; init; }

    /// <summary>The study's measure in every single replication, in replication order (NaN where 0/0).</summary>
    public required IReadOnlyList<double> Periods { get; init; }
}

/// <summary>An estimate over replications with its 95 % interval; null where undefined. The interval is for this
/// measure alone (not simultaneous).</summary>
/// <param name="Mean">The estimate.</param>
/// <param name="Low">The interval's lower end.</param>
/// <param name="High">The interval's upper end.</param>
/// <param name="Sd">Standard deviation of single replications.</param>
/// <param name="P10">10th percentile of single replications.</param>
/// <param name="P90">90th percentile of single replications.</param>
public readonly record struct Estimate(double? Mean, double? Low, double? High, double? Sd = null, double? P10 = null, double? P90 = null)
{
    /// <summary>95 % interval of the 10th percentile, by order statistics; null with too few replications.</summary>
    public (double Low, double High)? P10Interval { get; init; }

    /// <summary>95 % interval of the 90th percentile.</summary>
    public (double Low, double High)? P90Interval { get; init; }

    /// <summary>
    /// The estimate's variance as a share of what it would be without its control variate (the luck of the searches
    /// taken out): 1 where nothing is gained, above where it costs. Null without one, or where nothing varies.
    /// </summary>
    public double? VarianceLeft { get; init; }
}

/// <summary>Every deployment against one variant of the organizations.</summary>
/// <param name="Name">The variant's name; null for the organizations as stated.</param>
/// <param name="Label">What people see.</param>
/// <param name="Deployments">In the order of <see cref="StudyResult.Deployments"/>.</param>
public sealed record AdversaryResult(string? Name, string Label, IReadOnlyList<AgainstAdversary> Deployments);

/// <summary>A deployment against one variant of the organizations.</summary>
/// <param name="Measure">The study's measure.</param>
/// <param name="Regret"> How much less it achieves than the deployment that does best against this variant, at least 0.
/// The intervals of all deployments against all variants hold together in 95 % of studies: one that begins above 0
/// shows that another is better.
/// </param>
public sealed record AgainstAdversary(Estimate Measure, Estimate Regret);

/// <summary>What a step adds: to all before it, and alone. About the study's measure first, then those also reported;
/// of each measure, the intervals of all steps hold together in 95 % of studies.</summary>
/// <param name="Name">The step's name.</param>
/// <param name="Label">What people see.</param>
/// <param name="UpToHere">The deployment with it and all steps before it, against that of the step before; empty where
/// none is stated.</param>
/// <param name="Alone">The deployment with it alone, against what it is on top of; empty where none is stated.</param>
public sealed record StepResult(string Name, string Label, IReadOnlyList<Comparison> UpToHere, IReadOnlyList<Comparison> Alone)
{
    /// <summary>How much more it adds to those before it than alone, of the study's measure; null where only one of the
    /// two is known, or both are one. Its interval holds together with the others.</summary>
    public Estimate? MoreThanAlone { get; init; }
}

/// <summary>A deployment against another, on the same random numbers.</summary>
public sealed record Comparison
{
    public required string Deployment { get; init; }

    public required string Against { get; init; }

    public required string Measure { get; init; }

    /// <summary>The deployment less the baseline; null where undefined.</summary>
    public required double? Difference { get; init; }

    /// <summary>The interval, simultaneous over the deployments (Bonferroni): all of them hold together in 95 % of
    /// studies.</summary>
    public required double? Low { get; init; }

    public required double? High { get; init; }

    /// <summary>The difference with every organization frozen, its interval as wide as that of
    /// <see cref="Difference"/>; null where nothing adapts.</summary>
    public Estimate? Frozen { get; init; }

    /// <summary>Share of replications in which the deployment beats the baseline with the same luck; ties
    /// half.</summary>
    public required double? BetterIn { get; init; }

    /// <summary>Of that share Wilson's 95 % interval, for it alone; null where undefined, and where inputs are drawn:
    /// replications then share them.</summary>
    public (double Low, double High)? BetterInInterval { get; init; }

    /// <summary>The same for independent luck, as one real period would show: Phi(difference / sqrt(s_i^2 + s_0^2));
    /// null where inputs are drawn, which two real periods would share.</summary>
    public required double? BetterInIndependent { get; init; }

    /// <summary>On <see cref="Low"/> to <see cref="High"/>; where inputs are drawn, on the true difference for 4 in
    /// 5 plausible ones.</summary>
    public required Verdict Verdict { get; init; }

    /// <summary>The variance of the difference as a share of what it would be without control variates; null without
    /// them, or where nothing varies.</summary>
    public required double? VarianceLeft { get; init; }

    /// <summary>
    /// (S_i^2 + S_0^2) / S_difference^2: how many times fewer replications pairing needs, control variates taken out of
    /// all three; null where the difference never varies.
    /// </summary>
    public required double? PairingGain { get; init; }

    /// <summary>About how many replications in all would decide, where the verdict is not decided; null where inputs
    /// are drawn, whose uncertainty no replication removes.</summary>
    public int? ReplicationsNeeded { get; init; }

    /// <summary>How the true difference varies over plausible values of the uncertain inputs; null where they are held
    /// at their best guess, or draws are too few to say.</summary>
    public OverInputs? OverInputs { get; init; }

    /// <summary>The estimate after that many replications, for the figure <c>replications</c>; about 60 points, evenly
    /// spread over log n, the last at all of them.</summary>
    public required IReadOnlyList<ConvergencePoint> Convergence { get; init; }
}

public readonly record struct ConvergencePoint(int Replications, double Difference, double Low, double High);

public enum Verdict
{
    NotDecided,
    ClearlyBetter,
    ClearlyWorse,
    BetterPerhapsByLess,
    WorsePerhapsByLess,
    NoDifferenceThatMatters,
}

public static class VerdictWords
{
    /// <summary>As people read it, and as scripts do: these words are part of the JSON contract.</summary>
    public static string ToWords(this Verdict verdict) =>
        verdict switch
        {
            Verdict.ClearlyBetter => "clearly better",
            Verdict.ClearlyWorse => "clearly worse",
            Verdict.BetterPerhapsByLess => "better, perhaps too little to matter",
            Verdict.WorsePerhapsByLess => "worse, perhaps too little to matter",
            Verdict.NoDifferenceThatMatters => "no difference that matters",
            _ => "not decided",
        };
}
