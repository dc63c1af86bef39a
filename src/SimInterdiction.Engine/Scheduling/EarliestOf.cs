using System.Numerics;

namespace SimInterdiction.Engine.Scheduling;

/// <summary>Which of a fixed number of sources is due first, each with one time. Of equal times the lowest number is
/// first.</summary>
/// <remarks>A tournament (Knuth, The Art of Computer Programming 3, 5.4.1): when a time changes, only the matches on
/// its way to the top are played again.</remarks>
public sealed class EarliestOf
{
    private readonly double[] due;
    private readonly int[] winners;

    /// <param name="sources">How many sources; none is due before its time is set.</param>
    public EarliestOf(int sources)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(sources);
        int places = (int)BitOperations.RoundUpToPowerOf2((uint)sources);
        due = new double[places];
        winners = new int[2 * places];
        for (int source = 0; source < places; source++)
        {
            due[source] = double.PositiveInfinity;
            winners[places + source] = source;
        }

        for (int match = places - 1; match > 0; match--)
        {
            winners[match] = winners[2 * match];
        }
    }

    /// <summary>The source that is due first.</summary>
    public int First => winners[1];

    /// <summary>Says when a source is due.</summary>
    public void Set(int source, Instant at)
    {
        due[source] = at.Hours;
        for (int match = (due.Length + source) / 2; match > 0; match /= 2)
        {
            (int left, int right) = (winners[2 * match], winners[(2 * match) + 1]);
            winners[match] = due[right] < due[left] ? right : left;
        }
    }
}
