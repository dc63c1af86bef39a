using System.Runtime.Intrinsics;

namespace SimInterdiction.Engine.Randomness;

/// <summary>Four blocks side by side, for four consecutive draws of one entity: the same numbers as four of <see cref="RandomBlock"/>.</summary>
public readonly struct RandomBlocks
{
    private readonly Vector256<ulong> word0;
    private readonly Vector256<ulong> word1;
    private readonly Vector256<ulong> word2;
    private readonly Vector256<ulong> word3;

    internal RandomBlocks(Vector256<ulong> word0, Vector256<ulong> word1, Vector256<ulong> word2, Vector256<ulong> word3)
    {
        this.word0 = word0;
        this.word1 = word1;
        this.word2 = word2;
        this.word3 = word3;
    }

    /// <summary>How many blocks there are.</summary>
    public static int Count => Vector256<ulong>.Count;

    /// <summary><see cref="RandomBlock.FirstFine"/> of each block.</summary>
    public Vector256<double> FirstFine =>
        (Vector256.ConvertToDouble((word0 << 20) | (word1 >>> 12)) + Vector256.Create(0.5)) * RandomBlock.Step52;

    /// <summary><see cref="RandomBlock.Third"/> of each block.</summary>
    public Vector256<double> Third => Uniform(word2);

    /// <summary><see cref="RandomBlock.Fourth"/> of each block.</summary>
    public Vector256<double> Fourth => Uniform(word3);

    private static Vector256<double> Uniform(Vector256<ulong> word) => (Vector256.ConvertToDouble(word) + Vector256.Create(0.5)) * RandomBlock.Step32;
}
