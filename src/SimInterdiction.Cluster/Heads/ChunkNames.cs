using System.Security.Cryptography;
using SimInterdiction.Cluster.Wire;

namespace SimInterdiction.Cluster.Heads;

/// <summary>What the chunks of a study are called while a head is at work on it, in all its stages.</summary>
internal sealed class ChunkNames
{
    private const int Digits = 12;

    private int number;

    /// <summary>What no other head's work is called, nor this one's at another time.</summary>
    public string Session { get; } = RandomNumberGenerator.GetHexString(Digits, lowercase: true);

    /// <summary>The next one.</summary>
    public ChunkName Next() => new(Session, ++number);
}
