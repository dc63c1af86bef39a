using System.IO.Compression;
using System.Security.Cryptography;
using SimInterdiction.Application.Requests;
using SimInterdiction.Model.Study;

namespace SimInterdiction.Cluster.Wire;

/// <summary>A study as it travels, once, by the hash of its bytes.</summary>
/// <param name="Document">What workers must know of it.</param>
/// <param name="Arms">What is asked of it, with the key of each.</param>
internal sealed record StudyPackage(StudyDocument Document, IReadOnlyList<PackedArm> Arms)
{
    /// <summary>How many bytes a study may have, packed or not.</summary>
    public const int MostBytes = 64_000_000;

    private const int MostArms = 100_000;

    public static string HashOf(byte[] bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));

    public byte[] ToBytes()
    {
        using var packed = new MemoryStream();
        using (var brotli = new BrotliStream(packed, CompressionLevel.Optimal, leaveOpen: true))
        {
            brotli.Write(WireJson.Write(this));
        }

        return packed.ToArray();
    }

    /// <summary>Null where the bytes are no study.</summary>
    public static StudyPackage? Read(byte[] bytes)
    {
        try
        {
            using var brotli = new BrotliStream(new MemoryStream(bytes), CompressionMode.Decompress);
            using var text = new MemoryStream();
            byte[] room = new byte[64 * 1024];
            int read;
            while ((read = brotli.Read(room)) > 0 && text.Length < MostBytes)
            {
                text.Write(room.AsSpan(0, read));
            }

            StudyPackage? package = read == 0 ? WireJson.Read<StudyPackage>(text.ToArray()) : null;
            return package?.Arms.Count > MostArms || package?.Arms.Any(arm => arm is null) == true ? null : package;
        }
        catch (Exception error) when (error is InvalidDataException or InvalidOperationException)
        {
            return null;
        }
    }
}

/// <summary>An arm of a study.</summary>
/// <param name="Deployment">The deployment.</param>
/// <param name="Adversary">The variant of the organizations; null for as stated.</param>
/// <param name="Key">What stands for all that decides its replications.</param>
internal sealed record PackedArm(string Deployment, string? Adversary, string Key)
{
    public Arm ToArm() => new(Deployment, Adversary);
}
