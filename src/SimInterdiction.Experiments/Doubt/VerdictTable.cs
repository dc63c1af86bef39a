using SimInterdiction.Experiments.Results;

namespace SimInterdiction.Experiments.Doubt;

/// <summary>Every deployment's verdict under every setting of the inputs.</summary>
/// <param name="Settings">The first has every input at its best guess.</param>
/// <param name="Deployments">In the file's order, the baseline among them.</param>
public sealed record VerdictTable(IReadOnlyList<DoubtSetting> Settings, IReadOnlyList<DeploymentVerdicts> Deployments);

/// <summary>The inputs that are not at their best guess.</summary>
public sealed record DoubtSetting(IReadOnlyList<InputValue> Changed);

public readonly record struct InputValue(string Path, double Value);

/// <summary>One deployment under every setting, in the table's order.</summary>
/// <param name="Name">The deployment.</param>
/// <param name="At">One a setting.</param>
public sealed record DeploymentVerdicts(string Name, IReadOnlyList<SettingVerdict> At)
{
    /// <summary>Whether the verdict is the same under every setting.</summary>
    public bool SurvivesEverywhere => At.All(a => a.Verdict == At[0].Verdict);

    /// <summary>Index of the setting under which most is lost by having chosen it.</summary>
    public int WorstSetting => Enumerable.Range(0, At.Count).MaxBy(i => At[i].Regret.Value ?? double.NegativeInfinity);
}

/// <summary>What one deployment comes to under one setting.</summary>
/// <param name="Difference">From the baseline; the intervals of all deployments hold together, at this setting.</param>
/// <param name="Verdict">On that difference; null for the baseline.</param>
/// <param name="Regret">How much less it achieves than the deployment that does best under this setting; 0 for that one. Its interval is for it alone.</param>
public sealed record SettingVerdict(SimulatedValue Difference, Verdict? Verdict, SimulatedValue Regret);
