namespace SimInterdiction.Tests.Verification.Twin;

/// <summary>A vehicle that a team has stopped.</summary>
internal sealed record NaiveStop
{
    public required double ArrivedAtTeam { get; init; }

    /// <summary>Whether it counts: it arrived at the place inside the window.</summary>
    public required bool IsObserved { get; init; }

    public required double SearchHours { get; init; }

    public required double HoldsLaneHours { get; init; }

    /// <summary>Called when its search begins.</summary>
    public Action Begins { get; init; } = () => { };

    /// <summary>Called when it is waved through.</summary>
    public Action WavedThrough { get; init; } = () => { };

    public bool IsLegitimate { get; init; }

    /// <summary>Of a legitimate vehicle, how long it would be searched at secondary; null where it is not
    /// referred.</summary>
    public double? ReferredFor { get; init; }
}
