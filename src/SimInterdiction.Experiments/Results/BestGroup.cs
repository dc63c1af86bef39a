namespace SimInterdiction.Experiments.Results;

/// <summary>Which of the deployments simulated may be the best, about the study's measure.</summary>
public sealed record BestGroup
{
    /// <summary>
    /// The deployments of which no other is clearly better, in the file's order; never empty. In 95 % of studies the
    /// best one is among them. Holds for each pair of deployments, however unlike they vary (screening by paired
    /// intervals).
    /// </summary>
    public required IReadOnlyList<string> MayBeBest { get; init; }

    /// <summary>One per deployment, in the file's order; all intervals hold together in 95 % of studies if the
    /// differences of all pairs vary alike.</summary>
    public required IReadOnlyList<AgainstTheBest> AgainstTheBest { get; init; }
}

/// <summary>A deployment against the best of all others, on the same random numbers.</summary>
/// <param name="Deployment">Its name.</param>
/// <param name="Difference">The deployment less the best of the others, in the measure's units.</param>
/// <param name="Low">The interval's lower end. The interval always holds 0: one that ends there shows that the
/// deployment is, or is not, the best.</param>
/// <param name="High">The interval's upper end.</param>
public sealed record AgainstTheBest(string Deployment, double Difference, double Low, double High);
