using SimInterdiction.Experiments.Store;

namespace SimInterdiction.Tests.Experiments.Store;

/// <summary>Takes down what becomes of a store.</summary>
internal sealed class StoreRecorder : IObserveStore
{
    /// <summary>What it held, the last time it was opened.</summary>
    public StoreContent Content { get; private set; } = new([], []);

    /// <summary>Names of damaged files, of all times.</summary>
    public List<string> Damaged { get; } = [];

    public int Simulated { get; private set; }

    public SaveFailure? Trouble { get; private set; }

    public void Opened(StoreContent content)
    {
        Content = content;
        Damaged.AddRange(content.Damaged);
    }

    void IObserveStore.Simulated() => Simulated++;

    public void NotSaved(SaveFailure why) => Trouble = why;

    public void Saved() => Trouble = null;
}
