using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace SimInterdiction.Engine.Randomness;

/// <summary>Philox4x32-10: a counter-based generator; the block is a pure function of key and counter.</summary>
/// <remarks>
/// Salmon, Moraes, Dror and Shaw, Parallel random numbers: as easy as 1, 2, 3, SC11 (2011). Passes BigCrush for every
/// key and counter pattern tried there. Eight blocks at once take little longer than one; on a machine without 512-bit
/// vectors, than two.
/// </remarks>
public static class Philox
{
    private const int Rounds = 10;
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

    /// <summary>Eight draws of one entity: <paramref name="firstDraw"/> and the seven after it.</summary>
    public static RandomBlocks DrawsOf(StreamKey key, uint replication, ulong entity, uint firstDraw) =>
        Blocks(
            Vector512.Create(key.Bits),
            Vector512.Create(entity),
            replication,
            Vector512.Create((ulong)firstDraw) + Vector512<ulong>.Indices
        );

    /// <summary>The same draw of eight entities: <paramref name="firstEntity"/> and the seven after it.</summary>
    public static RandomBlocks EntitiesFrom(StreamKey key, uint replication, ulong firstEntity, uint draw) =>
        Blocks(
            Vector512.Create(key.Bits),
            Vector512.Create(firstEntity) + Vector512<ulong>.Indices,
            replication,
            Vector512.Create((ulong)draw)
        );

    /// <summary>The same draw of one entity on eight streams, the first of <paramref name="keys"/>.</summary>
    public static RandomBlocks OnStreams(ReadOnlySpan<StreamKey> keys, uint replication, ulong entity, uint draw) =>
        Blocks(
            Vector512.Create(MemoryMarshal.Cast<StreamKey, ulong>(keys)),
            Vector512.Create(entity),
            replication,
            Vector512.Create((ulong)draw)
        );

    /// <summary>The bare generator, for the known answers.</summary>
    public static RandomBlock Block(uint key0, uint key1, uint c0, uint c1, uint c2, uint c3)
    {
        for (int round = 0; round < Rounds; round++)
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

    // A 32-bit word in each 64-bit lane. What a round leaves in the upper half of a lane never counts: a product takes
    // the lower halves only.
    private static RandomBlocks Blocks(Vector512<ulong> keys, Vector512<ulong> entities, uint replication, Vector512<ulong> draws)
    {
        Vector512<ulong> c0 = entities;
        Vector512<ulong> c1 = entities >>> 32;
        Vector512<ulong> c2 = Vector512.Create((ulong)replication);
        Vector512<ulong> c3 = draws;
        Vector512<ulong> key0 = keys;
        Vector512<ulong> key1 = keys >>> 32;
        for (int round = 0; round < Rounds; round++)
        {
            Vector512<ulong> a = Product(c0, MultiplierA);
            Vector512<ulong> b = Product(c2, MultiplierB);
            c0 = (b >>> 32) ^ c1 ^ key0;
            c1 = b;
            c2 = (a >>> 32) ^ c3 ^ key1;
            c3 = a;
            key0 += Vector512.Create((ulong)WeylA);
            key1 += Vector512.Create((ulong)WeylB);
        }

        Vector512<ulong> word = Vector512.Create((ulong)uint.MaxValue);
        return new RandomBlocks(c0 & word, c1 & word, c2 & word, c3 & word);
    }

    private static Vector512<ulong> Product(Vector512<ulong> words, uint multiplier) =>
        Avx512F.IsSupported
            ? Avx512F.Multiply(words.AsUInt32(), Vector512.Create((ulong)multiplier).AsUInt32())
            : Vector512.Create(Product(words.GetLower(), multiplier), Product(words.GetUpper(), multiplier));

    private static Vector256<ulong> Product(Vector256<ulong> words, uint multiplier) =>
        Avx2.IsSupported
            ? Avx2.Multiply(words.AsUInt32(), Vector256.Create((ulong)multiplier).AsUInt32())
            : (words & Vector256.Create((ulong)uint.MaxValue)) * Vector256.Create((ulong)multiplier);
}
