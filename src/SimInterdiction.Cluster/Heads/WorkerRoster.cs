using SimInterdiction.Cluster.Wire;

namespace SimInterdiction.Cluster.Heads;

/// <summary>The workers that were heard of lately, by a clock of this machine.</summary>
/// <param name="version">The version of the model that they need.</param>
/// <param name="clock">Time.</param>
internal sealed class WorkerRoster(string version, TimeProvider clock)
{
    private static readonly TimeSpan Silence = TimeSpan.FromSeconds(4);

    private readonly Lock gate = new();
    private readonly Dictionary<string, (WorkerState State, long Heard)> workers = [];

    public void Hear(WorkerState state)
    {
        lock (gate)
        {
            workers[state.Id] = (state, clock.GetTimestamp());
        }
    }

    /// <summary>Who is there now.</summary>
    public RosterCount Count()
    {
        lock (gate)
        {
            foreach (string gone in workers.Where(w => clock.GetElapsedTime(w.Value.Heard) > Silence).Select(w => w.Key).ToArray())
            {
                workers.Remove(gone);
            }

            WorkerState[] able = [.. workers.Values.Select(w => w.State).Where(state => state.ModelVersion == version)];
            return new RosterCount(
                able.Length,
                able.Sum(state => state.Slots),
                able.Sum(state => Math.Max(0, state.Slots - state.Busy)),
                [
                    .. workers
                        .Values.Select(w => w.State.ModelVersion)
                        .Where(other => other != version)
                        .Distinct()
                        .Order(StringComparer.Ordinal),
                ]
            );
        }
    }
}

/// <summary>Who is there.</summary>
/// <param name="Workers">How many workers can simulate.</param>
/// <param name="Slots">How many chunks at once.</param>
/// <param name="Idle">How many slots have nothing to do.</param>
/// <param name="Others">Other versions of the model that workers have.</param>
internal sealed record RosterCount(int Workers, int Slots, int Idle, IReadOnlyList<string> Others);
