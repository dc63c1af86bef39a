using SimInterdiction.Engine.Randomness;

namespace SimInterdiction.Experiments.Statistics;

/// <summary>Uniform numbers strictly between 0 and 1, one after another: always the same ones for a stream and the
/// thing in it that they belong to.</summary>
/// <param name="key">The stream.</param>
/// <param name="entity">Which resample, trajectory, row or draw.</param>
public sealed class UniformSequence(StreamKey key, ulong entity)
{
    private uint drawn;
    private double? second;

    /// <summary>The next number, of 52 random bits.</summary>
    public double Next()
    {
        if (second is { } kept)
        {
            second = null;
            return kept;
        }

        RandomBlock block = Philox.Draw(key, 0, entity, drawn++);
        second = block.SecondFine;
        return block.FirstFine;
    }

    /// <summary>A whole number from 0 up to but not including <paramref name="limit"/>.</summary>
    public int NextBelow(int limit) => (int)(Next() * limit);
}
