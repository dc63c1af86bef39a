using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;
using SimInterdiction.Experiments.Batches;
using SimInterdiction.Model.Measures;

namespace SimInterdiction.Experiments.Store;

/// <summary>Stands for everything that a replication came to: the same only if every total of every entry is the same
/// to the last bit.</summary>
internal static class OutcomeHash
{
    /// <summary>SHA-256 of why it failed, of the work it took, and unless it failed of its totals; as hexadecimal
    /// digits.</summary>
    /// <param name="outcome">What it came to.</param>
    /// <param name="room">For its entries; what is in it is lost.</param>
    public static string Of(Outcome outcome, ReplicationRecord room)
    {
        outcome.CopyTo(room);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(Encoding.UTF8.GetBytes(outcome.Failure ?? string.Empty));
        hash.AppendData(MemoryMarshal.AsBytes<long>([outcome.Work.Events, outcome.Work.Shipments, outcome.Work.Searches]));
        foreach (double[] totals in outcome.Failure is null ? room.Rows : [])
        {
            hash.AppendData(MemoryMarshal.AsBytes<double>(totals));
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
