using SimInterdiction.Experiments.Results;
using SimInterdiction.Experiments.Statistics;
using SimInterdiction.Experiments.Statistics.Calibration;
using SimInterdiction.Experiments.Statistics.Sensitivity;

namespace SimInterdiction.Experiments.Calibration;

/// <summary>What came of a fit.</summary>
public abstract record CalibrationOutcome
{
    private CalibrationOutcome() { }

    /// <summary>Values were found.</summary>
    public sealed record Calibrated(CalibrationResult Result) : CalibrationOutcome;

    /// <summary>One unknown, one figure: no value in the range gives the figure.</summary>
    /// <param name="Simulated">What came out at the lowest value, in the middle and at the highest.</param>
    public sealed record OutOfReach(IReadOnlyList<(double Input, double Value)> Simulated) : CalibrationOutcome;

    /// <summary>Several: hardly any setting gives all figures at once.</summary>
    /// <param name="Draws">The settings tried.</param>
    /// <param name="Ranges">Per figure, the least and the most that came out, and how many settings gave it.</param>
    public sealed record TooFewMatch(BeliefDraws Draws, IReadOnlyList<(double Low, double High, int Gave)> Ranges) : CalibrationOutcome;
}

/// <summary>Calibrated values, and how sure they are.</summary>
public sealed record CalibrationResult
{
    /// <summary>In the order asked for.</summary>
    public required IReadOnlyList<CalibratedInput> Unknowns { get; init; }

    /// <summary>In the order asked for, at the fitted values.</summary>
    public required IReadOnlyList<TargetCheck> Targets { get; init; }

    /// <summary>What was tried; null for one unknown and one figure, where a root was found instead.</summary>
    public BeliefDraws? Draws { get; init; }

    /// <summary>Pairs of unknowns that the figures fix only together, the closest first.</summary>
    public IReadOnlyList<Entanglement> Entangled { get; init; } = [];

    public required int Replications { get; init; }

    public required long Seed { get; init; }

    /// <summary>How often a period was simulated in all.</summary>
    public required int Periods { get; init; }
}

/// <summary>One fitted unknown.</summary>
/// <param name="Input">The unknown and its range.</param>
/// <param name="Value">The fitted value.</param>
/// <param name="Interval">Holds the true value in 95 of 100 such fits, where the model is right: the luck of the one
/// period that the figure counts, its give-or-take and simulation error. Ends at the range where nothing in it is
/// excluded.</param>
/// <param name="SimulationError">What simulation error alone leaves open; null where it was not looked at.</param>
public sealed record CalibratedInput(UncertainRange Input, double Value, Interval Interval, Interval? SimulationError)
{
    private const double NearEnd = 0.05;

    /// <summary>Whether only whole numbers are possible.</summary>
    public bool IsWhole { get; init; }

    /// <summary>False where no whole number gives the figure; the value is then the one that comes nearest.</summary>
    public bool Fits { get; init; } = true;

    /// <summary>By how much of its width the figures narrow the range; 0 where they say nothing about this unknown
    /// alone.</summary>
    public double Narrowed =>
        IsWhole
            ? Math.Max(0, 1 - ((Interval.High - Interval.Low + 1) / (Input.High - Input.Low + 1)))
            : Math.Max(0, 1 - ((Interval.High - Interval.Low) / (Level * (Input.High - Input.Low))));

    /// <summary>Whether the interval comes to an end of the range that was searched, so that a wider one would reach
    /// farther.</summary>
    public bool ReachesEnd => Math.Min(Interval.Low - Input.Low, Input.High - Interval.High) < NearEnd * (Input.High - Input.Low);

    // As much of the range as an interval holds that knows nothing.
    private double Level => SimulationError is null ? OneUnknown.Confidence : 1;
}

/// <summary>A figure against what the fitted values give.</summary>
/// <param name="Target">The figure.</param>
/// <param name="Average">Over periods, with the 95 % interval of simulation error; Sd is that of a single
/// period.</param>
public sealed record TargetCheck(CalibrationTarget Target, Estimate Average)
{
    /// <summary>How far off the average may be because the value was searched for, and rounded, no more
    /// finely.</summary>
    public double Accuracy { get; init; }

    /// <summary>
    /// Whether the average comes to the figure, give or take: met where its whole interval does, not met where none of
    /// it does. An exact figure is met as well as it can be where the interval holds it.
    /// </summary>
    public Met Met =>
        Average is not { Mean: not null, Low: { } low, High: { } high } || high < Target.Value - Allowed || low > Target.Value + Allowed
            ? (Average.Low is null ? Met.NotDecided : Met.No)
        : Target.GiveOrTake == 0 || (low >= Target.Value - Allowed && high <= Target.Value + Allowed) ? Met.Yes
        : Met.NotDecided;

    private double Allowed => Target.GiveOrTake + Accuracy;
}

/// <summary>Whether a figure is met.</summary>
public enum Met
{
    NotDecided,
    Yes,
    No,
}

/// <summary>The settings tried, drawn evenly from the ranges, and those of which a single period came to all
/// figures.</summary>
/// <param name="All">Every setting tried, with how far its period came from the figures: at most 1 where it was
/// kept.</param>
/// <param name="Simulated">Per setting, what its period came to, figure by figure.</param>
public sealed record BeliefDraws(IReadOnlyList<PriorDraw> All, IReadOnlyList<double[]> Simulated)
{
    /// <summary>Settings whose period could not be simulated; they fit nothing.</summary>
    public IReadOnlyList<FailedReplication> Failed { get; init; } = [];

    public IReadOnlyList<PriorDraw> Kept { get; } = RejectionSampler.Within(1, All);
}
