namespace SimInterdiction.Model.Study;

/// <summary>What is simulated and compared: a deployment against one variant of the organizations.</summary>
/// <param name="Deployment">Name of the deployment.</param>
/// <param name="Adversary">Name of the variant (see <see cref="ExperimentPlan.Adversaries"/>), <see cref="Frozen"/>, or
/// null: as the organizations are stated.</param>
public readonly record struct Arm(string Deployment, string? Adversary = null)
{
    /// <summary>The organizations as stated, but none adapts: beliefs stay at the prior, no splitting, lying low or
    /// watching.</summary>
    public const string Frozen = "frozen";

    /// <inheritdoc/>
    public override string ToString() => Adversary is null ? Deployment : $"{Deployment} against {Adversary}";
}
