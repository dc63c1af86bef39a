namespace SimInterdiction.Cluster.Wire;

/// <summary>What a worker says of itself every second, and each time it begins a chunk.</summary>
public sealed record WorkerState
{
    private const int MostSlots = 1024;
    private const int MostBytes = 100_000;

    /// <summary>What no other worker is called.</summary>
    public required string Id { get; init; }

    /// <summary>The name of its machine.</summary>
    public required string Machine { get; init; }

    /// <summary>The number that the machine's operating system has given to its process.</summary>
    public required int Process { get; init; }

    /// <summary>The machine's processor.</summary>
    public required string Processor { get; init; }

    /// <summary>The version of its model.</summary>
    public required string ModelVersion { get; init; }

    /// <summary>How many chunks it simulates at once.</summary>
    public required int Slots { get; init; }

    /// <summary>The chunks that it simulates now, each as <see cref="ChunkIn"/> says.</summary>
    public IReadOnlyList<string> Doing { get; init; } = [];

    /// <summary>Whether it was stopped: it says no more after this.</summary>
    public bool HasEnded { get; init; }

    /// <summary>How many it has answered.</summary>
    public long Chunks { get; init; }

    /// <summary>How many replications of single arms it has simulated.</summary>
    public long Replications { get; init; }

    /// <summary>How long that took, in seconds of a slot.</summary>
    public double Seconds { get; init; }

    internal byte[] ToBytes() => WireJson.Write(this);

    /// <summary>A chunk of a head, as it stands in <see cref="Doing"/>.</summary>
    internal static string ChunkIn(ChunkName chunk) => $"{chunk.Session}.{chunk.Number}";

    /// <summary>Null where the bytes are nothing that a worker says.</summary>
    internal static WorkerState? Read(ReadOnlySpan<byte> bytes) =>
        bytes.Length <= MostBytes
        && WireJson.Read<WorkerState>(bytes) is { } state
        && state.Slots is > 0 and <= MostSlots
        && state.Doing.Count <= state.Slots
        && WireText.IsToken(state.Id)
            ? state with
            {
                Machine = WireText.Shown(state.Machine),
                Processor = WireText.Shown(state.Processor),
                ModelVersion = WireText.Shown(state.ModelVersion),
            }
            : null;
}
