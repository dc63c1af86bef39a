namespace SimInterdiction.Application.Requests;

/// <summary>How a request is met: never what comes out of it.</summary>
public sealed record Effort
{
    /// <summary>Threads; 0 for one per core.</summary>
    public int Jobs { get; init; }

    /// <summary>Whether to simulate everything again, whatever is there.</summary>
    public bool IsFresh { get; init; }

    /// <summary>Whether a run's figures and report are made beside its data.</summary>
    public bool WithFigures { get; init; } = true;

    /// <summary>Machines that simulate; null for the threads of this one.</summary>
    public ICluster? Cluster { get; init; }

    /// <summary>How many threads that are.</summary>
    public int Threads => Jobs == 0 ? Environment.ProcessorCount : Jobs;
}
