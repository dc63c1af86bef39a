using SimInterdiction.Engine.Numerics;

namespace SimInterdiction.Experiments.Results;

/// <summary>How surely a study that was to run until a precision was reached knows its differences (with one
/// deployment, its measure).</summary>
public sealed record PrecisionCheck
{
    /// <summary>The half-width that no interval was to exceed, in the measure's units.</summary>
    public required double Wanted { get; init; }

    /// <summary>The widest half-width found; the intervals hold together in 95 % of studies. Null where one is
    /// undefined.</summary>
    public required double? Found { get; init; }

    /// <summary>About how many replications in all would be needed, where they were not enough; null where they were,
    /// or where no number is known to be.</summary>
    public required int? ReplicationsNeeded { get; init; }

    public bool IsReached => Found is { } found && Tolerance.IsAtMost(found, Wanted);
}
