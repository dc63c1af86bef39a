using SimInterdiction.Engine.Numerics;
using SimInterdiction.Engine.Randomness;
using SimInterdiction.Model.Interdiction;
using SimInterdiction.Model.Language;

namespace SimInterdiction.Model.Teams;

/// <summary>Which of several is on which day: of a rotating posting's checkpoints, or of a deployment's plans; never
/// two.</summary>
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

    /// <param name="order">Whether by chance.</param>
    /// <param name="everyHours">How long each is on, a whole number of days.</param>
    /// <param name="shares">Their shares, in their order.</param>
    /// <param name="key">Random numbers of what rotates.</param>
    /// <param name="firstDay">The first day that will be asked for.</param>
    public Rotation(RotationOrder order, double everyHours, double[] shares, StreamKey key, DateOnly firstDay)
    {
        this.order = order;
        this.shares = Shares.InProportion(shares);
        everyDays = (int)Math.Round(everyHours / 24);
        this.key = key;
        firstPeriod = firstDay.DayNumber / everyDays;
        owed = new double[shares.Length];
    }

    /// <summary>Whether both always come to the same.</summary>
    public bool IsTheSameAs(Rotation other) =>
        (order, everyDays, key) == (other.order, other.everyDays, other.key) && shares.SequenceEqual(other.shares);

    public bool IsByChance => order == RotationOrder.Random;

    public double ShareOf(int part) => shares[part];

    /// <summary>The period that a day belongs to: one for all shifts that start in it.</summary>
    public int PeriodOf(DateOnly day) => day.DayNumber / everyDays;

    /// <summary>Which one is on, by its index, for a shift that starts on a day.</summary>
    public int PartOn(uint replication, DateOnly day)
    {
        int period = PeriodOf(day);
        return IsByChance ? Drawn(replication, period) : Planned(period - firstPeriod);
    }

    private int Drawn(uint replication, int period)
    {
        double left = Philox.Draw(key, replication, (ulong)period).First;
        int part = 0;
        while (part < shares.Length - 1 && left >= shares[part])
        {
            left -= shares[part++];
        }

        return part;
    }

    // In a fixed order each period goes to the part that is owed most, so that shares are kept as evenly as whole
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

/// <summary>What of a rotation has a team here.</summary>
/// <param name="Rotation">The rotation.</param>
/// <param name="Parts">Indices, in their order: of the posting's checkpoint, or of the plans on which it
/// stands.</param>
internal sealed record RotationPart(Rotation Rotation, IReadOnlyList<int> Parts)
{
    public bool IsHere(uint replication, DateOnly day) => Parts.Contains(Rotation.PartOn(replication, day));

    /// <summary>The chance that the team is here during its posted hours, for somebody who knows the plan but not the
    /// draw.</summary>
    public double ChanceHere => Rotation.IsByChance ? Parts.Sum(Rotation.ShareOf) : 1;

    /// <summary>Whether teams of both are always here at the same times.</summary>
    public bool IsTheSameAs(RotationPart other) => Parts.SequenceEqual(other.Parts) && Rotation.IsTheSameAs(other.Rotation);
}
