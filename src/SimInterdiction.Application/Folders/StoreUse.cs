using SimInterdiction.Experiments.Store;

namespace SimInterdiction.Application.Folders;

/// <summary>What was taken from a store, simulated, and could not be saved.</summary>
/// <param name="Arms">What was there before, of each deployment and variant, at each setting.</param>
/// <param name="Simulated">How many replications of single arms were simulated.</param>
/// <param name="NotSaved">Why not all of them could be saved; null where they are.</param>
public sealed record StoreUse(IReadOnlyList<ArmContent> Arms, int Simulated, SaveFailure? NotSaved);

/// <summary>Listens to a store and adds up what becomes of it.</summary>
/// <param name="opened">Told each time it is opened.</param>
internal sealed class StoreListener(Action<StoreContent> opened) : IObserveStore
{
    private readonly List<ArmContent> arms = [];

    public int Simulated { get; private set; }

    public SaveFailure? Trouble { get; private set; }

    public StoreUse Use => new([.. arms], Simulated, Trouble);

    void IObserveStore.Opened(StoreContent content)
    {
        arms.AddRange(content.Arms);
        opened(content);
    }

    void IObserveStore.Simulated() => Simulated++;

    void IObserveStore.NotSaved(SaveFailure why) => Trouble = why;

    void IObserveStore.Saved() => Trouble = null;
}
