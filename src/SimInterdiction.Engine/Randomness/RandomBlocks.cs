using System.Runtime.Intrinsics;

namespace SimInterdiction.Engine.Randomness;

/// <summary>Eight blocks side by side: the same numbers as eight of <see cref="RandomBlock"/>.</summary>
public readonly struct RandomBlocks
{
    /// <summary>How many blocks there are.</summary>
    public const int Count = 8;

    private readonly Vector512<ulong> word0;
    private readonly Vector512<ulong> word1;
    private readonly Vector512<ulong> word2;
    private readonly Vector512<ulong> word3;

    internal RandomBlocks(Vector512<ulong> word0, Vector512<ulong> word1, Vector512<ulong> word2, Vector512<ulong> word3)
    {
        this.word0 = word0;
        this.word1 = word1;
        this.word2 = word2;
        this.word3 = word3;
    }

    /// <summary><see cref="RandomBlock.First"/> of each block.</summary>
    public Vector512<double> First => Uniform(word0);

    /// <summary><see cref="RandomBlock.Third"/> of each block.</summary>
    public Vector512<double> Third => Uniform(word2);

    /// <summary><see cref="RandomBlock.Fourth"/> of each block.</summary>
    public Vector512<double> Fourth => Uniform(word3);

    /// <summary><see cref="RandomBlock.FirstFine"/> of each block.</summary>
    public Vector512<double> FirstFine => Fine(word0, word1);

    /// <summary><see cref="RandomBlock.SecondFine"/> of each block.</summary>
    public Vector512<double> SecondFine => Fine(word2, word3);

    private static Vector512<double> Uniform(Vector512<ulong> word) =>
        (Vector512.ConvertToDouble(word) + Vector512.Create(0.5)) * RandomBlock.Step32;

    private static Vector512<double> Fine(Vector512<ulong> high, Vector512<ulong> low) =>
        (Vector512.ConvertToDouble((high << 20) | (low >>> 12)) + Vector512.Create(0.5)) * RandomBlock.Step52;
}
