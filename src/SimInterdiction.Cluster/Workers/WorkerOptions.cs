namespace SimInterdiction.Cluster.Workers;

/// <summary>What a worker is.</summary>
/// <param name="Machine">The name of the machine.</param>
/// <param name="Processor">Its processor.</param>
/// <param name="ModelVersion">The version of its model: it takes only chunks of that version.</param>
/// <param name="Slots">How many chunks it simulates at once, each on one thread.</param>
public sealed record WorkerOptions(string Machine, string Processor, string ModelVersion, int Slots)
{
    /// <summary>How long a chunk that is simulated waits for room at the server before it goes back: a head that is
    /// there makes room within seconds.</summary>
    public TimeSpan WaitsForRoom { get; init; } = TimeSpan.FromMinutes(1);
}
