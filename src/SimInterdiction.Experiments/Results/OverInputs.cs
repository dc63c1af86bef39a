namespace SimInterdiction.Experiments.Results;

/// <summary>
/// The true difference of two deployments over plausible values of the uncertain inputs: what endless replications
/// would find for each draw of the inputs. It doesn't narrow with more replications, which only make it surer.
/// Intervals are 95 % intervals, each for itself.
/// </summary>
public sealed record OverInputs
{
    /// <summary>How many draws of the inputs it rests on.</summary>
    public required int Draws { get; init; }

    /// <summary>Standard deviation of the true difference, chance taken out.</summary>
    public required double Sd { get; init; }

    /// <summary>10th percentile of the true difference, with its interval; without one where draws are too
    /// few.</summary>
    public required Estimate P10 { get; init; }

    /// <summary>90th percentile.</summary>
    public required Estimate P90 { get; init; }

    /// <summary>The share of plausible inputs for which the deployment is truly better.</summary>
    public required Estimate Better { get; init; }

    /// <summary>The same for better by at least the smallest difference that matters; null where none is
    /// stated.</summary>
    public required Estimate? BetterByWhatMatters { get; init; }

    /// <summary>The same for worse by at least that.</summary>
    public required Estimate? WorseByWhatMatters { get; init; }

    /// <summary>Whether chance alone may make the draws differ as they do: then it isn't known whether the inputs move
    /// the difference at all.</summary>
    public required bool IsHiddenByChance { get; init; }
}
