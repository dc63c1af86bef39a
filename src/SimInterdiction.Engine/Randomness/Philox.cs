using System.Runtime.CompilerServices;

namespace SimInterdiction.Engine.Randomness;

/// <summary>Philox4x32-10: a counter-based generator; the block is a pure function of key and counter.</summary>
/// <remarks>Salmon, Moraes, Dror and Shaw, Parallel random numbers: as easy as 1, 2, 3, SC11 (2011). Passes BigCrush for every key and counter pattern tried there.</remarks>
public static class Philox
{
    private const uint MultiplierA = 0xD2511F53;
    private const uint MultiplierB = 0xCD9E8D57;
    private const uint WeylA = 0x9E3779B9;
    private const uint WeylB = 0xBB67AE85;

    /// <summary>Four random words for a draw of an entity in a replication.</summary>
    /// <param name="key">The stream.</param>
    /// <param name="replication">Which replication.</param>
    /// <param name="entity">Which shipment, vehicle or other thing the luck belongs to.</param>
    /// <param name="draw">Which of the entity's blocks.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static RandomBlock Draw(StreamKey key, uint replication, ulong entity, uint draw = 0) =>
        Block((uint)key.Bits, (uint)(key.Bits >> 32), (uint)entity, (uint)(entity >> 32), replication, draw);

    /// <summary>The bare generator, for the known answers.</summary>
    public static RandomBlock Block(uint key0, uint key1, uint c0, uint c1, uint c2, uint c3)
    {
        for (int round = 0; round < 10; round++)
        {
            ulong a = (ulong)MultiplierA * c0;
            ulong b = (ulong)MultiplierB * c2;
            c0 = (uint)(b >> 32) ^ c1 ^ key0;
            c1 = (uint)b;
            c2 = (uint)(a >> 32) ^ c3 ^ key1;
            c3 = (uint)a;
            key0 += WeylA;
            key1 += WeylB;
        }

        return new RandomBlock(c0, c1, c2, c3);
    }
}
