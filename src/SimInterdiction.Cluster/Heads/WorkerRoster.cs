using SimInterdiction.Cluster.Wire;

namespace SimInterdiction.Cluster.Heads;

/// <summary>The workers that were heard of lately, by a clock of this machine.</summary>
/// <param name="version">The version of the model that they need.</param>
/// <param name="clock">Time.</param>
internal sealed class WorkerRoster(string version, TimeProvider clock)
{
    // Whoever has the token may claim to be many.
    private const int Most = 20_000;

    // Shorter than a lease: that a worker died is known before somebody else takes its chunk.
    private static readonly TimeSpan Silence = TimeSpan.FromSeconds(3);

    private readonly Lock gate = new();
    private readonly Dictionary<string, (WorkerState State, long Heard)> workers = [];
    private readonly HashSet<string> missed = [];
    private readonly List<string> back = [];

    public void Hear(WorkerState state)
    {
        lock (gate)
        {
            if (missed.Remove(state.Id))
            {
                back.Add(state.Id);
            }

            if (state.HasEnded)
            {
                workers.Remove(state.Id);
            }
            else if (workers.Count < Most || workers.ContainsKey(state.Id))
            {
                workers[state.Id] = (state, clock.GetTimestamp());
            }
        }
    }

    /// <summary>While the server is lost nobody is heard: that tells nothing about anybody.</summary>
    public void ForgiveSilence()
    {
        lock (gate)
        {
            foreach ((string id, (WorkerState state, _)) in workers.ToArray())
            {
                workers[id] = (state, clock.GetTimestamp());
            }
        }
    }

    /// <summary>Takes off those who have gone silent without taking leave, and gives them; and the ids of those who
    /// were given before and are heard again.</summary>
    public (IReadOnlyList<WorkerState> Missed, IReadOnlyList<string> Back) TakeNews()
    {
        lock (gate)
        {
            WorkerState[] gone = [.. workers.Values.Where(w => clock.GetElapsedTime(w.Heard) > Silence).Select(w => w.State)];
            foreach (WorkerState state in gone)
            {
                workers.Remove(state.Id);
                missed.Add(state.Id);
            }

            if (missed.Count > Most)
            {
                missed.Clear();
            }

            string[] again = [.. back];
            back.Clear();
            return (gone, again);
        }
    }

    /// <summary>Who is there now.</summary>
    public RosterCount Count()
    {
        lock (gate)
        {
            WorkerState[] able = [.. workers.Values.Select(w => w.State).Where(state => state.ModelVersion == version)];
            return new RosterCount(
                [.. able.Select(state => state.Id)],
                able.Sum(state => state.Slots),
                able.Sum(state => Math.Max(0, state.Slots - state.Doing.Count)),
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
/// <param name="Able">The ids of the workers that can simulate.</param>
/// <param name="Slots">How many chunks at once.</param>
/// <param name="Idle">How many slots have nothing to do.</param>
/// <param name="Others">Other versions of the model that workers have.</param>
internal sealed record RosterCount(IReadOnlyList<string> Able, int Slots, int Idle, IReadOnlyList<string> Others)
{
    /// <summary>How many workers can simulate.</summary>
    public int Workers => Able.Count;
}
