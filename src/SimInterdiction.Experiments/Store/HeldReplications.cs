namespace SimInterdiction.Experiments.Store;

/// <summary>How far a run is by the names of its files, whether or not it was ended in order.</summary>
public static class HeldReplications
{
    /// <summary>How many replications, from the first on, every arm has that was begun; 0 where none was. What the
    /// files hold is not looked at.</summary> <param name="chunks">A run's folder of chunks.</param>
    public static int In(string chunks) =>
        ArmFolder.KeysIn(chunks).Select(key => new ChunkCover(ArmFolder.FilesOf(chunks, key)).FirstMissing).DefaultIfEmpty().Min();
}
