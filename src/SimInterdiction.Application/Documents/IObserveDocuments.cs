using SimInterdiction.Application.Runs;

namespace SimInterdiction.Application.Documents;

/// <summary>Hears how a run is read and documents are made of it.</summary>
public interface IObserveDocuments : IObserveStoredRun
{
    /// <summary>A file is about to be made.</summary>
    /// <param name="file">Its name.</param>
    /// <param name="done">How many are written.</param>
    /// <param name="all">How many there will be.</param>
    void Making(string file, int done, int all) { }
}
