namespace SimInterdiction.Cluster.Wire;

/// <summary>What a worker says of itself every two seconds.</summary>
public sealed record WorkerState
{
    /// <summary>What no other worker is called.</summary>
    public required string Id { get; init; }

    /// <summary>The name of its machine.</summary>
    public required string Machine { get; init; }

    /// <summary>The machine's processor.</summary>
    public required string Processor { get; init; }

    /// <summary>The version of its model.</summary>
    public required string ModelVersion { get; init; }

    /// <summary>How many chunks it simulates at once.</summary>
    public required int Slots { get; init; }

    /// <summary>How many it simulates now.</summary>
    public int Busy { get; init; }

    /// <summary>How many it has answered.</summary>
    public long Chunks { get; init; }

    /// <summary>How many replications of single arms it has simulated.</summary>
    public long Replications { get; init; }

    /// <summary>How long that took, in seconds of a slot.</summary>
    public double Seconds { get; init; }

    internal byte[] ToBytes() => WireJson.Write(this);

    /// <summary>Null where the bytes are nothing that a worker says.</summary>
    internal static WorkerState? Read(ReadOnlySpan<byte> bytes) =>
        WireJson.Read<WorkerState>(bytes) is { } state && state.Slots is > 0 and <= 1024 ? state : null;
}
