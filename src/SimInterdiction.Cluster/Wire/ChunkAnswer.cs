using System.Buffers.Binary;
using System.Security.Cryptography;
using SimInterdiction.Experiments;

namespace SimInterdiction.Cluster.Wire;

/// <summary>What a worker answers to a job, or to a part of it.</summary>
internal sealed record ChunkAnswer
{
    /// <summary>The hash of the study's package.</summary>
    public required string Study { get; init; }

    /// <summary>To which chunk.</summary>
    public required ChunkName Chunk { get; init; }

    public required AnswerKind Kind { get; init; }

    /// <summary>Who answers: <see cref="WorkerState.Id"/>.</summary>
    public required string WorkerId { get; init; }

    /// <summary>The machine that answers and its processor, for people.</summary>
    public required string Worker { get; init; }

    /// <summary>Why not, where nothing was simulated.</summary>
    public string? Reason { get; init; }

    /// <summary>How long simulating took, in seconds; all of it in the first answer of several.</summary>
    public double Seconds { get; init; }

    /// <summary>What was simulated, in the order in which it is sent.</summary>
    public IReadOnlyList<AnswerPart> Parts { get; init; } = [];

    /// <summary>SHA-256 of all that was simulated, in lower-case hexadecimal digits.</summary>
    public string Sha256 { get; init; } = string.Empty;

    /// <summary>The answer and what was simulated as one message.</summary>
    public static byte[] Write(ChunkAnswer answer, IReadOnlyList<SimulatedChunk> chunks)
    {
        byte[] content = new byte[chunks.Sum(chunk => chunk.Content.Length)];
        int at = 0;
        foreach (SimulatedChunk chunk in chunks)
        {
            chunk.Content.CopyTo(content, at);
            at += chunk.Content.Length;
        }

        byte[] head = WireJson.Write(
            answer with
            {
                Parts = [.. chunks.Select(chunk => new AnswerPart(chunk.Arm, chunk.First, chunk.Last, chunk.Content.Length))],
                Sha256 = Hash(content),
            }
        );
        byte[] message = new byte[sizeof(int) + head.Length + content.Length];
        BinaryPrimitives.WriteInt32LittleEndian(message, head.Length);
        head.CopyTo(message, sizeof(int));
        content.CopyTo(message, sizeof(int) + head.Length);
        return message;
    }

    /// <summary>Reads a message.</summary>
    /// <param name="message">Any bytes.</param>
    /// <param name="contents">What was simulated, part by part.</param>
    /// <returns>Null where it is no answer, or was damaged on the way.</returns>
    public static ChunkAnswer? Read(byte[] message, out IReadOnlyList<byte[]> contents)
    {
        contents = [];
        if (message.Length < sizeof(int))
        {
            return null;
        }

        int length = BinaryPrimitives.ReadInt32LittleEndian(message);
        if (length < 0 || length > message.Length - sizeof(int))
        {
            return null;
        }

        byte[] content = message[(sizeof(int) + length)..];
        if (
            WireJson.Read<ChunkAnswer>(message.AsSpan(sizeof(int), length)) is not { } answer
            || answer.Parts.Any(part => part is null || part.Bytes < 0)
            || answer.Parts.Sum(part => (long)part.Bytes) != content.Length
            || answer.Sha256 != Hash(content)
            || !WireText.IsToken(answer.WorkerId)
        )
        {
            return null;
        }

        var parts = new List<byte[]>();
        int at = 0;
        foreach (AnswerPart part in answer.Parts)
        {
            parts.Add(content[at..(at + part.Bytes)]);
            at += part.Bytes;
        }

        contents = parts;
        return answer with { Worker = WireText.Shown(answer.Worker), Reason = answer.Reason is { } why ? WireText.Shown(why) : null };
    }

    private static string Hash(byte[] content) => Convert.ToHexStringLower(SHA256.HashData(content));
}

/// <summary>A part of an answer.</summary>
/// <param name="Arm">Of which arm, as an index.</param>
/// <param name="First">The first replication.</param>
/// <param name="Last">The last.</param>
/// <param name="Bytes">How many bytes it has.</param>
internal sealed record AnswerPart(int Arm, int First, int Last, int Bytes);

/// <summary>What an answer says.</summary>
internal enum AnswerKind
{
    /// <summary>It was simulated.</summary>
    Simulated,

    /// <summary>It was not begun or not finished, and goes back.</summary>
    Returned,

    /// <summary>It can't be simulated.</summary>
    GivenUp,
}
