namespace SimInterdiction.Experiments.Results;

/// <summary>How far a study came that was to choose among its deployments.</summary>
public sealed record Choice
{
    /// <summary>A deployment less than this behind the best is a good one, in the measure's units.</summary>
    public required double SmallestThatMatters { get; init; }

    /// <summary>The probability that what is selected is a good one, and that the best is among those that
    /// remain.</summary>
    public required double Confidence { get; init; }

    /// <summary>The deployments that are still in, in the file's order; one, where the choice is made.</summary>
    public required IReadOnlyList<string> Remaining { get; init; }

    /// <summary>Those that are out, in the order in which they dropped out.</summary>
    public required IReadOnlyList<DroppedOut> Out { get; init; }

    /// <summary>The one selected: within the smallest difference that matters of the best with 95 % probability. Null
    /// while more than one remains.</summary>
    public string? Selected => Remaining.Count == 1 ? Remaining[0] : null;
}

/// <summary>A deployment that was unlikely to beat the best by what matters.</summary>
/// <param name="Deployment">Its name.</param>
/// <param name="Replications">After how many.</param>
public sealed record DroppedOut(string Deployment, int Replications);
