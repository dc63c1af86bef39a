namespace SimInterdiction.Experiments.Statistics.Selection;

/// <summary>How the replications of several deployments relate.</summary>
public enum Sampling
{
    /// <summary>Replication i of all of them used the same random numbers.</summary>
    CommonRandomNumbers,

    /// <summary>No two used the same.</summary>
    Independent,
}
