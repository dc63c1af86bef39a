namespace SimInterdiction.Experiments.Results;

/// <summary>Every deployment's verdict under every setting of the inputs.</summary>
/// <param name="Settings">The first has every input at its best guess.</param>
/// <param name="Deployments">In the file's order, the baseline among them.</param>
public sealed record VerdictTable(IReadOnlyList<PlacedInputs> Settings, IReadOnlyList<DeploymentVerdicts> Deployments);

/// <summary>The inputs that are not at their best guess.</summary>
public sealed record PlacedInputs(IReadOnlyList<InputValue> Changed);

public readonly record struct InputValue(string Path, double Value);

/// <summary>One deployment under every setting, in the table's order.</summary>
/// <param name="Name">The deployment.</param>
/// <param name="At">One a setting.</param>
public sealed record DeploymentVerdicts(string Name, IReadOnlyList<DesignPointVerdict> At)
{
    /// <summary>The other deployments with about the same officer-hours at best guess: what could be done instead.
    /// Empty for one that posts nobody.</summary>
    public IReadOnlyList<string> Alternatives { get; init; } = [];

    /// <summary>Whether any other deployment costs no more: where none does, there is nothing that it could fall short
    /// of.</summary>
    public bool HasCheaper { get; init; } = true;

    /// <summary>Whether a verdict was reached, the same under every setting: one that is not decided doesn't survive
    /// anything.</summary>
    public bool SurvivesEverywhere => At[0].Verdict is not (null or Verdict.NotDecided) && At.All(a => a.Verdict == At[0].Verdict);

    /// <summary>What chance leaves open of the most that is lost, over all settings.</summary>
    public (double Low, double High) WorstOpen => (At.Max(a => a.Regret.Low ?? 0), At.Max(a => a.Regret.High ?? double.PositiveInfinity));

    /// <summary>Index of the setting under which most is lost by having chosen it.</summary>
    public int WorstDesignPoint => Enumerable.Range(0, At.Count).MaxBy(i => At[i].Regret.Value ?? double.NegativeInfinity);
}

/// <summary>What one deployment comes to under one setting.</summary>
/// <param name="Difference">From the baseline; the intervals of all deployments and settings hold together.</param>
/// <param name="Verdict">On that difference; null for the baseline.</param>
/// <param name="Regret"> How much less it achieves than the deployment that does best under this setting with no more
/// officer-hours, at least 0. The intervals of all deployments and settings hold together.
/// </param>
public sealed record DesignPointVerdict(SimulatedValue Difference, Verdict? Verdict, SimulatedValue Regret);
