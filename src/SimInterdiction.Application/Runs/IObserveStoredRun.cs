using SimInterdiction.Application.Requests;
using SimInterdiction.Experiments.Batches;
using SimInterdiction.Experiments.Store;

namespace SimInterdiction.Application.Runs;

/// <summary>Hears how a run is read from its folder. What is missing there is not simulated.</summary>
public interface IObserveStoredRun
{
    /// <summary>What the folder holds, before it is read.</summary>
    /// <param name="content">What there is of what is about to be read. Damaged files are left out; each is named
    /// once.</param>
    /// <param name="run">The run's id.</param>
    void Opened(StoreContent content, string run) { }

    /// <summary>A run holds fewer replications than its manifest says: results are of those.</summary>
    void Lacks(MissingReplications missing) { }

    /// <summary>All replications of a run are about to be read.</summary>
    /// <param name="run">The run's id.</param>
    void ReadingBegins(string run) { }

    /// <summary>Called after every replication read, by one thread at a time; reading waits for it.</summary>
    void Read(StudyProgress progress) { }

    void ReadingEnds() { }
}

/// <summary>Replications of a run that are not there, or can't be read.</summary>
/// <param name="Folder">The run's folder.</param>
/// <param name="Held">How many there are, of every deployment.</param>
/// <param name="Said">How many its manifest says.</param>
/// <param name="Mend">What simulates them again.</param>
public sealed record MissingReplications(string Folder, int Held, int Said, RunMend Mend);
