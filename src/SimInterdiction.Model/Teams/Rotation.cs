using SimInterdiction.Engine.Numerics;
using SimInterdiction.Engine.Randomness;
using SimInterdiction.Model.Interdiction;
using SimInterdiction.Model.Language;

namespace SimInterdiction.Model.Teams;

/// <summary>Where a rotating posting's team is on which day: at one of its checkpoints, never at two.</summary>
/// <remarks>By chance, each period has a draw of its own, keyed by what rotates and the day, so that equal postings of
/// two deployments move alike.</remarks>
internal sealed class Rotation
{
    private readonly RotationOrder order;
    private readonly double[] shares;
    private readonly int everyDays;
    private readonly StreamKey key;
    private readonly int firstPeriod;
    private readonly List<int> planned = [];
    private readonly double[] owed;

    /// <param name="at">How the posting rotates.</param>
    /// <param name="shares">The shares of its checkpoints, in their order.</param>
    /// <param name="key">Random numbers of what rotates.</param>
    /// <param name="firstDay">The first day that will be asked for.</param>
    public Rotation(PostedAt at, double[] shares, StreamKey key, DateOnly firstDay)
    {
        order = at.Order;
        this.shares = Shares.InProportion(shares);
        everyDays = (int)Math.Round(at.EveryHours / 24);
        this.key = key;
        firstPeriod = firstDay.DayNumber / everyDays;
        owed = new double[shares.Length];
    }

    /// <summary>Whether the teams of both are always at the same place.</summary>
    public bool IsTheSameAs(Rotation other) =>
        (order, everyDays, key) == (other.order, other.everyDays, other.key) && shares.SequenceEqual(other.shares);

    public bool IsByChance => order == RotationOrder.Random;

    public double ShareOf(int checkpoint) => shares[checkpoint];

    /// <summary>The period that a day belongs to: one place for all shifts that start in it.</summary>
    public int PeriodOf(DateOnly day) => day.DayNumber / everyDays;

    /// <summary>The checkpoint, as an index into the posting's, for a shift that starts on a day.</summary>
    public int CheckpointOn(uint replication, DateOnly day)
    {
        int period = PeriodOf(day);
        return IsByChance ? Drawn(replication, period) : Planned(period - firstPeriod);
    }

    private int Drawn(uint replication, int period)
    {
        double left = Philox.Draw(key, replication, (ulong)period).First;
        int checkpoint = 0;
        while (checkpoint < shares.Length - 1 && left >= shares[checkpoint])
        {
            left -= shares[checkpoint++];
        }

        return checkpoint;
    }

    // In a fixed order each period goes to the checkpoint that is owed most, so that shares are kept as evenly as whole
    // periods allow; of two owed as much, to the more northern.
    private int Planned(int period)
    {
        while (planned.Count <= period)
        {
            int most = 0;
            for (int i = 0; i < shares.Length; i++)
            {
                owed[i] += shares[i];
                most = Tolerance.IsMore(owed[i], owed[most]) ? i : most;
            }

            owed[most]--;
            planned.Add(most);
        }

        return planned[period];
    }
}

/// <summary>One checkpoint of a rotating posting.</summary>
/// <param name="Rotation">The rotation.</param>
/// <param name="Checkpoint">Index into the posting's checkpoints.</param>
internal sealed record RotationPart(Rotation Rotation, int Checkpoint)
{
    public bool IsHere(uint replication, DateOnly day) => Rotation.CheckpointOn(replication, day) == Checkpoint;

    /// <summary>The chance that the team is here during its posted hours, for somebody who knows the plan but not the
    /// draw.</summary>
    public double ChanceHere => Rotation.IsByChance ? Rotation.ShareOf(Checkpoint) : 1;
}
