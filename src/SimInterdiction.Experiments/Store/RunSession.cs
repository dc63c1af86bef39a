using SimInterdiction.Experiments.Batches;
using SimInterdiction.Model.Measures;

namespace SimInterdiction.Experiments.Store;

/// <summary>A <see cref="RunStore"/> in use by one study.</summary>
internal sealed class RunSession : IReplicationStore, IChunkStore, IDisposable
{
    // Bringing a file to the disk is waiting, mostly.
    private const int MostFilesAtOnce = 4;

    private readonly RunStore store;
    private readonly ArmFolder[] arms;
    private readonly int most;
    private readonly ThreadLocal<ReplicationRecord> rooms;
    private readonly SavingPace pace;
    private readonly CancellationTokenSource cannotKeep = new();

    // Of what came from elsewhere: nothing here has it, so that saving again mends nothing.
    private SaveFailure? untaken;

    /// <param name="store">What is used.</param>
    /// <param name="arms">In the study's order.</param>
    /// <param name="most">How many replications there can be of each.</param>
    /// <param name="entryNames">The names of what is broken down.</param>
    public RunSession(RunStore store, ArmFolder[] arms, int most, Func<Dimension, IReadOnlyList<string>> entryNames)
    {
        this.store = store;
        this.arms = arms;
        this.most = most;
        rooms = new(() => new ReplicationRecord([.. Enum.GetValues<Dimension>().Select(dimension => entryNames(dimension).Count)]));
        pace = new SavingPace(store.Clock);
    }

    public CancellationToken CannotKeep => cannotKeep.Token;

    /// <summary>Why not all that was simulated could be saved; null while it could.</summary>
    public SaveFailure? Trouble { get; private set; }

    public string Folder => store.Folder;

    /// <summary>The first replication that one of some arms lacks.</summary>
    public int FirstMissing(IEnumerable<int> among) => among.Min(arm => arms[arm].Cover.FirstMissing);

    public bool Holds(int arm, int replication) => arms[arm].Cover.FileOf(replication) is not null;

    public void Read(int arm, int replication, Outcome into) => arms[arm].Read(replication, into);

    public string KeyOf(int arm) => arms[arm].Key.Hash;

    // Arms side by side; what comes of one arm in its order.
    public IReadOnlyList<Receipt> Take(IReadOnlyList<(int Arm, byte[] Content)> parts)
    {
        var receipts = new Receipt[parts.Count];
        var errors = new Exception?[parts.Count];
        Parallel.ForEach(
            Enumerable.Range(0, parts.Count).GroupBy(i => parts[i].Arm),
            new ParallelOptions { MaxDegreeOfParallelism = MostFilesAtOnce },
            ofOne =>
            {
                foreach (int i in ofOne)
                {
                    try
                    {
                        receipts[i] = arms[parts[i].Arm].Take(parts[i].Content, most, rooms.Value!);
                    }
                    catch (Exception error) when (error is IOException or UnauthorizedAccessException)
                    {
                        (receipts[i], errors[i]) = (new Receipt.NotSaved(), error);
                    }
                }
            }
        );
        for (int i = receipts.OfType<Receipt.Kept>().Sum(kept => kept.New); i > 0; i--)
        {
            store.Observer?.Simulated();
        }

        if (errors.FirstOrDefault(error => error is not null) is { } trouble)
        {
            untaken = Fail(trouble);
        }

        return receipts;
    }

    public void Keep(int replication, Outcome[] outcomes)
    {
        for (int i = 0; i < arms.Length; i++)
        {
            if (!outcomes[i].IsLeftOut && !Holds(i, replication))
            {
                arms[i].Gather(replication, outcomes[i]);
                store.Observer?.Simulated();
            }
        }

        if (Trouble is null && pace.IsDue(arms.Sum(a => a.Gathered)))
        {
            Save();
        }
    }

    /// <summary>Writes what was gathered. Where that fails, nothing more is simulated, and what could not be written is
    /// tried once more when the study ends.</summary>
    public void Save()
    {
        try
        {
            foreach (ArmFolder arm in arms)
            {
                arm.Save();
            }

            Trouble = untaken;
            pace.Saved();
            if (untaken is null)
            {
                store.Observer?.Saved();
            }
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            Fail(error);
        }
    }

    public void Dispose()
    {
        foreach (ArmFolder arm in arms)
        {
            arm.Dispose();
        }

        rooms.Dispose();
        cannotKeep.Dispose();
    }

    private SaveFailure Fail(Exception error)
    {
        Trouble = SaveFailure.Of(error, store.Folder);
        store.Observer?.NotSaved(Trouble);
        cannotKeep.Cancel();
        return Trouble;
    }
}
