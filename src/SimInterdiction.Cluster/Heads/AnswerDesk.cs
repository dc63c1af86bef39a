using SimInterdiction.Cluster.Wire;
using SimInterdiction.Experiments.Batches;

namespace SimInterdiction.Cluster.Heads;

/// <summary>Looks at what comes in: what was simulated goes to the store, all else is counted and thrown
/// away.</summary>
/// <param name="stage">What is lacking.</param>
/// <param name="study">The hash of the study's package.</param>
/// <param name="under">The chunks handed out, by number; those that are answered are taken off.</param>
/// <param name="cutter">Learns how long chunks take.</param>
/// <param name="observer">Hears of what is of no use.</param>
internal sealed class AnswerDesk(
    BatchStage stage,
    string study,
    Dictionary<int, HandedOut> under,
    ChunkCutter cutter,
    IObserveCluster observer
)
{
    private const int MostUseless = 3;
    private const string Here = "the store of this machine";

    private readonly List<GivenUpChunk> givenUp = [];
    private readonly List<(AnswerPart Part, string Worker)> givers = [];
    private int discarded;

    public IReadOnlyList<GivenUpChunk> GivenUp => givenUp;

    /// <summary>Takes a message, whatever it is.</summary>
    /// <returns>Whether the server may forget it; not where it could not be saved.</returns>
    /// <exception cref="ExecutionException">It differs from another answer.</exception>
    public bool Take(byte[] message)
    {
        if (ChunkAnswer.Read(message, out IReadOnlyList<byte[]> contents) is not { } answer || answer.Study != study)
        {
            observer.Discards(++discarded);
            return true;
        }

        HandedOut? handed = under.GetValueOrDefault(answer.Number);
        switch (answer.Kind)
        {
            case AnswerKind.Returned:
                handed?.SendAgain();
                return true;
            case AnswerKind.GivenUp:
                if (handed is not null)
                {
                    GiveUp(answer.Number, handed.Chunk, answer.Reason ?? "");
                }

                return true;
            default:
                return TakeParts(answer, contents, handed);
        }
    }

    private bool TakeParts(ChunkAnswer answer, IReadOnlyList<byte[]> contents, HandedOut? handed)
    {
        int useless = 0;
        long added = 0;
        foreach ((AnswerPart part, byte[] content) in answer.Parts.Zip(contents))
        {
            switch (part.Arm >= 0 && part.Arm < stage.Arms.Count ? stage.Take(part.Arm, content) : new Receipt.Useless(""))
            {
                case Receipt.Kept kept:
                    added += kept.New;
                    givers.Add((new AnswerPart(part.Arm, kept.First, kept.Last, 0), answer.Worker));
                    break;
                case Receipt.Differs differs:
                    throw new ExecutionException(
                        new ExecutionFault.AnswersDiffer(
                            stage.Arms[part.Arm],
                            differs.Replication,
                            GiverOf(part.Arm, differs.Replication),
                            answer.Worker
                        )
                    );
                case Receipt.NotSaved:
                    return false;
                default:
                    useless++;
                    observer.Discards(++discarded);
                    break;
            }
        }

        cutter.Learn(added, answer.Seconds);
        if (handed is not null && handed.Chunk.IsIn(stage))
        {
            under.Remove(answer.Number);
        }
        else if (handed is not null && useless > 0)
        {
            SendAgain(answer.Number, handed);
        }

        return true;
    }

    private void SendAgain(int number, HandedOut handed)
    {
        if (++handed.Useless < MostUseless)
        {
            handed.SendAgain();
        }
        else
        {
            GiveUp(number, handed.Chunk, $"{MostUseless} answers were of no use");
        }
    }

    private void GiveUp(int number, CutChunk chunk, string reason)
    {
        under.Remove(number);
        if (!chunk.IsIn(stage))
        {
            givenUp.Add(new GivenUpChunk([.. chunk.Arms.Select(arm => stage.Arms[arm])], chunk.First, chunk.Last, reason));
            observer.GivesUp(chunk.First, chunk.Last, reason);
        }
    }

    // Whose answer came first.
    private string GiverOf(int arm, int replication) =>
        givers.Find(giver => giver.Part.Arm == arm && giver.Part.First <= replication && replication <= giver.Part.Last).Worker ?? Here;
}
