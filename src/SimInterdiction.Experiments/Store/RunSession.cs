using SimInterdiction.Experiments.Batches;

namespace SimInterdiction.Experiments.Store;

/// <summary>A <see cref="RunStore"/> in use by one study.</summary>
internal sealed class RunSession : IReplicationStore, IDisposable
{
    private readonly RunStore store;
    private readonly ArmFolder[] arms;
    private readonly SavingPace pace;
    private readonly CancellationTokenSource cannotKeep = new();

    public RunSession(RunStore store, ArmFolder[] arms)
    {
        this.store = store;
        this.arms = arms;
        pace = new SavingPace(store.Clock);
    }

    public CancellationToken CannotKeep => cannotKeep.Token;

    /// <summary>Why not all that was simulated could be saved; null while it could.</summary>
    public SaveFailure? Trouble { get; private set; }

    /// <summary>The first replication that one of some arms lacks.</summary>
    public int FirstMissing(IEnumerable<int> among) => among.Min(arm => arms[arm].Cover.FirstMissing);

    public bool Holds(int arm, int replication) => arms[arm].Cover.FileOf(replication) is not null;

    public void Read(int arm, int replication, Outcome into) => arms[arm].Read(replication, into);

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

            Trouble = null;
            store.Observer?.Saved();
            pace.Saved();
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            Trouble = SaveFailure.Of(error, store.Folder);
            store.Observer?.NotSaved(Trouble);
            cannotKeep.Cancel();
        }
    }

    public void Dispose()
    {
        foreach (ArmFolder arm in arms)
        {
            arm.Dispose();
        }

        cannotKeep.Dispose();
    }
}
