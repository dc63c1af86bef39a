using SimInterdiction.Cluster.Wire;
using SimInterdiction.Experiments.Batches;

namespace SimInterdiction.Cluster.Heads;

/// <summary>Looks at what comes in: what was simulated goes to the store, all else is counted and thrown
/// away.</summary>
/// <param name="stage">What is lacking.</param>
/// <param name="scope">Which answers count.</param>
/// <param name="under">The chunks handed out, by number; those that are answered are taken off.</param>
/// <param name="cutter">Learns how long chunks take.</param>
/// <param name="observer">Hears of what is of no use.</param>
/// <param name="clock">Time.</param>
internal sealed class AnswerDesk(
    BatchStage stage,
    AnswerScope scope,
    Dictionary<int, HandedOut> under,
    ChunkCutter cutter,
    IObserveCluster observer,
    TimeProvider clock
)
{
    private const int MostUseless = 3;

    // A chunk that so many workers can't simulate has something about it.
    private const int MostFailures = 3;
    private const string Here = "the store of this machine";

    // With fewer workers than that, so long others are waited for.
    private static readonly TimeSpan WaitsForOthers = TimeSpan.FromMinutes(1);

    private readonly List<GivenUpChunk> givenUp = [];
    private readonly List<(AnswerPart Part, string Worker)> givers = [];
    private readonly HashSet<(string Worker, string Reason)> toldOf = [];
    private readonly Queue<ChunkName> done = [];
    private int discarded;

    public IReadOnlyList<GivenUpChunk> GivenUp => givenUp;

    /// <summary>Gives the next chunk whose job nobody needs any more though the server may have it; null where there is
    /// none.</summary>
    public ChunkName? NextWithdrawn() => done.TryDequeue(out ChunkName? chunk) ? chunk : null;

    /// <summary>Takes a message, whatever it is.</summary>
    /// <returns>Whether the server may forget it; not where it could not be saved.</returns>
    /// <exception cref="ExecutionException">It differs from another answer.</exception>
    public bool Take(byte[] message)
    {
        if (ChunkAnswer.Read(message, out IReadOnlyList<byte[]> contents) is not { } answer || answer.Study != scope.Study)
        {
            observer.Discards(++discarded);
            return true;
        }

        bool isOfSession = answer.Chunk.Session == scope.Session;
        HandedOut? handed = isOfSession ? under.GetValueOrDefault(answer.Chunk.Number) : null;
        switch (answer.Kind)
        {
            case AnswerKind.Simulated when isOfSession || !scope.IsFresh:
                return TakeParts(answer, contents, handed);
            case AnswerKind.Returned:
                handed?.SendAgain();
                return true;
            case AnswerKind.GivenUp when handed is not null:
                Fail(handed, answer.WorkerId, answer.Worker, answer.Reason ?? "it does not say why", sendsAgain: true);
                return true;
            default:
                return true;
        }
    }

    /// <summary>A worker is not heard of any more: what it was at, it may have died of.</summary>
    public void Missed(WorkerState worker)
    {
        foreach (HandedOut handed in under.Values.Where(h => worker.Doing.Contains(WorkerState.ChunkIn(h.Name))).ToArray())
        {
            // Its lease runs out by itself. Until then it may only have been slow to say that it is there.
            Fail(handed, worker.Id, $"{worker.Machine} ({worker.Processor})", "a worker ended without an answer", sendsAgain: false);
        }
    }

    /// <summary>A worker that seemed to have ended was only not heard.</summary>
    public void Forgive(string worker)
    {
        foreach (HandedOut handed in under.Values)
        {
            handed.Forgive(worker);
        }
    }

    /// <summary>Gives chunks up that all who are there have failed with, and for which nobody else has come.</summary>
    /// <param name="able">The ids of the workers that are there.</param>
    public void GiveUpHopeless(IReadOnlyCollection<string> able)
    {
        foreach (
            HandedOut handed in under
                .Values.Where(h => h.IsHopeless(WaitsForOthers, clock) && able.Count > 0 && able.All(h.Failures.ContainsKey))
                .ToArray()
        )
        {
            GiveUp(handed, ReasonOf(handed));
        }
    }

    private void Fail(HandedOut handed, string workerId, string worker, string reason, bool sendsAgain)
    {
        handed.Fail(workerId, reason, clock);
        if (toldOf.Add((workerId, reason)))
        {
            observer.Fails(worker, reason);
        }

        if (handed.Failures.Count >= MostFailures)
        {
            GiveUp(handed, ReasonOf(handed));
        }
        else if (sendsAgain)
        {
            handed.SendAgain();
        }
    }

    private static string ReasonOf(HandedOut handed) =>
        $"{handed.Failures.Count} {(handed.Failures.Count == 1 ? "worker" : "workers")} failed: "
        + string.Join("; ", handed.Failures.Values.Distinct());

    private bool TakeParts(ChunkAnswer answer, IReadOnlyList<byte[]> contents, HandedOut? handed)
    {
        (int Arm, byte[] Content)[] parts =
        [
            .. answer.Parts.Zip(contents, (part, content) => (part.Arm, content)).Where(p => p.Arm >= 0 && p.Arm < stage.Arms.Count),
        ];
        int useless = answer.Parts.Count - parts.Length;
        long added = 0;
        bool isSaved = true;
        foreach (((int arm, _), Receipt receipt) in parts.Zip(stage.Take(parts)))
        {
            switch (receipt)
            {
                case Receipt.Kept kept:
                    added += kept.New;
                    givers.Add((new AnswerPart(arm, kept.First, kept.Last, 0), answer.Worker));
                    break;
                case Receipt.Differs differs:
                    throw new ExecutionException(
                        new ExecutionFault.AnswersDiffer(
                            stage.Arms[arm],
                            differs.Replication,
                            GiverOf(arm, differs.Replication),
                            answer.Worker
                        )
                    );
                case Receipt.NotSaved:
                    isSaved = false;
                    break;
                default:
                    useless++;
                    break;
            }
        }

        for (int i = 0; i < useless; i++)
        {
            observer.Discards(++discarded);
        }

        if (!isSaved)
        {
            return false;
        }

        cutter.Learn(added, answer.Seconds);
        if (handed is not null && handed.Chunk.IsIn(stage))
        {
            TakeOff(handed);
        }
        else if (handed is not null && useless > 0)
        {
            SendAgain(handed);
        }

        return true;
    }

    private void SendAgain(HandedOut handed)
    {
        if (++handed.Useless < MostUseless)
        {
            handed.SendAgain();
        }
        else
        {
            GiveUp(handed, $"{MostUseless} answers were of no use");
        }
    }

    private void GiveUp(HandedOut handed, string reason)
    {
        TakeOff(handed);
        CutChunk chunk = handed.Chunk;
        if (!chunk.IsIn(stage))
        {
            done.Enqueue(handed.Name);
            givenUp.Add(new GivenUpChunk([.. chunk.Arms.Select(arm => stage.Arms[arm])], chunk.First, chunk.Last, reason));
            observer.GivesUp(chunk.First, chunk.Last, reason);
        }
    }

    private void TakeOff(HandedOut handed)
    {
        under.Remove(handed.Name.Number);
        if (handed.IsRepeated)
        {
            done.Enqueue(handed.Name);
        }
    }

    // Whose answer came first.
    private string GiverOf(int arm, int replication) =>
        givers.Find(giver => giver.Part.Arm == arm && giver.Part.First <= replication && replication <= giver.Part.Last).Worker ?? Here;
}

/// <summary>Which answers a head counts.</summary>
/// <param name="Study">The hash of the study's package.</param>
/// <param name="Session">Its session.</param>
/// <param name="IsFresh">Whether what was simulated for sessions before counts for nothing.</param>
internal sealed record AnswerScope(string Study, string Session, bool IsFresh);
