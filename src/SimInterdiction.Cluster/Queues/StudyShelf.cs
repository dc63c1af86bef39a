using NATS.Client.JetStream.Models;
using SimInterdiction.Cluster.Wire;

namespace SimInterdiction.Cluster.Queues;

/// <summary>Studies at the server, by the hash of their bytes, in parts that a message can hold.</summary>
/// <param name="queues">The server.</param>
/// <param name="mostBytes">How large a part may be.</param>
internal sealed class StudyShelf(ServerQueues queues, int mostBytes)
{
    /// <summary>Puts a study there; the last part is empty.</summary>
    /// <returns>Whether all of it is there; not where the server has no room.</returns>
    public async Task<bool> PutAsync(string hash, byte[] bytes, CancellationToken stop)
    {
        byte[][] parts = [.. bytes.Chunk(mostBytes), []];
        foreach ((int number, byte[] part) in parts.Index())
        {
            if (!await queues.TryPutAsync(Subjects.Study(hash, number), part, stop))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Whether all of it is there.</summary>
    public async Task<bool> HasAsync(string hash, int bytes, CancellationToken stop) =>
        await queues.SubjectsInAsync(Subjects.StudyStream, $"simint.studies.{hash}.*", stop) is { } parts
        && parts.Count == ((bytes + mostBytes - 1) / mostBytes) + 1;

    /// <summary>Gets a study; null where it is not there, not what its hash says, or larger than any.</summary>
    public async Task<StudyPackage?> GetAsync(string hash, CancellationToken stop)
    {
        using var bytes = new MemoryStream();
        for (int number = 0; bytes.Length <= StudyPackage.MostBytes; number++)
        {
            StoredMessage? part = await queues.LastOfAsync(Subjects.StudyStream, Subjects.Study(hash, number), stop);
            if (part is null)
            {
                return null;
            }

            if (part.Data.Length == 0)
            {
                byte[] all = bytes.ToArray();
                return StudyPackage.HashOf(all) == hash ? StudyPackage.Read(all) : null;
            }

            bytes.Write(part.Data.Span);
        }

        return null;
    }
}
