using SimInterdiction.Reporting.Words;

namespace SimInterdiction.Web.Runs;

/// <summary>How far a run or question is that was asked for on the page: all that the page shows of it.</summary>
internal sealed record RunNews
{
    /// <summary>Its number since the server was started.</summary>
    public int Number { get; init; }

    /// <summary>What it is.</summary>
    public required WorkKind Kind { get; init; }

    /// <summary>The scenario's file, by its name in the folder.</summary>
    public required string File { get; init; }

    public string? Title { get; init; }

    public RunPhase Phase { get; init; }

    /// <summary>The question under way, such as "2 of 3: half the flow"; null for the scenario as stated.</summary>
    public string? Question { get; init; }

    /// <summary>How far a question is, in words; null where numbers say it.</summary>
    public string? Detail { get; init; }

    /// <summary>Replications done of <see cref="Asked"/>.</summary>
    public int Done { get; init; }

    public int Asked { get; init; }

    /// <summary>How long the replications under way will still take; null where that is not known.</summary>
    public double? SecondsLeft { get; init; }

    /// <summary>How the page addresses its results: scenario and id; null before there are any.</summary>
    public string? Run { get; init; }

    /// <summary>What the deployments come to so far.</summary>
    public LiveTable? SoFar { get; init; }

    /// <summary>How it ended, and why; null before.</summary>
    public string? Ending { get; init; }

    /// <summary>How the page addresses what a question came to: scenario and analysis; null before, and of
    /// runs.</summary>
    public string? Finding { get; init; }

    public bool IsOver => Phase is RunPhase.Completed or RunPhase.Stopped or RunPhase.Failed;
}

/// <summary>What can be asked for.</summary>
internal enum WorkKind
{
    Run,

    /// <summary>Which uncertain inputs flip the answer.</summary>
    Sensitivity,

    /// <summary>Numbers fitted to given figures.</summary>
    Calibration,

    /// <summary>The best deployment under limits.</summary>
    Optimization,
}

/// <summary>Where a run is between asked for and done.</summary>
internal enum RunPhase
{
    /// <summary>Others are before it.</summary>
    Waiting,

    /// <summary>Its scenario is being read.</summary>
    Reading,

    Simulating,

    /// <summary>It was asked to stop, and saves what it has.</summary>
    Stopping,

    /// <summary>Figures and report are being written.</summary>
    Writing,

    Completed,

    /// <summary>What was simulated is saved, and it can go on from there.</summary>
    Stopped,

    /// <summary>It could not be simulated, or not saved.</summary>
    Failed,
}

/// <summary>All that was asked for, and how far each is.</summary>
/// <param name="Id">Which state this is; each change makes another.</param>
/// <param name="Runs">In the order in which they were asked for.</param>
internal sealed record RunBoard(string Id, IReadOnlyList<RunNews> Runs);
