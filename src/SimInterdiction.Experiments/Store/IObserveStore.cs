namespace SimInterdiction.Experiments.Store;

/// <summary>Hears what becomes of a store while it is used; told by one thread at a time.</summary>
public interface IObserveStore
{
    /// <summary>Told, before anything is simulated, what is there.</summary>
    void Opened(StoreContent content);

    /// <summary>A replication of a single arm was simulated because it was not there.</summary>
    void Simulated();

    /// <summary>Not all that was simulated could be saved.</summary>
    void NotSaved(SaveFailure why);

    /// <summary>All that was simulated so far is saved.</summary>
    void Saved();
}
