using SimInterdiction.Application.Manifests;
using SimInterdiction.Experiments.Store;

namespace SimInterdiction.Application.Listings;

/// <summary>A run of a list.</summary>
/// <param name="Folder">Its folder, the last part of which is its id.</param>
/// <param name="Summary">What its manifest says of it; null where that is damaged or missing.</param>
public sealed record ListedRun(string Folder, ManifestSummary? Summary)
{
    public string Id => Path.GetFileName(Folder);

    /// <summary>What people call it; null where they gave it no name.</summary>
    public string? Name => Summary?.Request?.Name;

    public RunState State =>
        Summary is null ? RunState.Damaged
        : Summary.IsFinished ? RunState.Finished
        : RunState.Unfinished;

    /// <summary>Whether this version of the program simulates as the run was simulated.</summary>
    public bool IsOfThisModel => Summary?.ModelVersion == ModelVersion.Current;
}

/// <summary>How far a run is.</summary>
public enum RunState
{
    Finished,

    /// <summary>Under way, stopped or killed: the same request goes on from there.</summary>
    Unfinished,

    /// <summary>Its manifest can't be read, or is missing.</summary>
    Damaged,
}
