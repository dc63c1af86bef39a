using SimInterdiction.Engine.Scheduling;

namespace SimInterdiction.Engine.Tallies;

/// <summary>The time-weighted average of a quantity that changes in steps, such as a queue's length.</summary>
public sealed class TimeAverage
{
    private readonly Instant beginning;
    private Instant since;
    private double area;

    /// <summary>Begins at level 0.</summary>
    public TimeAverage(Instant from)
    {
        beginning = from;
        since = from;
    }

    /// <summary>The level now.</summary>
    public double Level { get; private set; }

    /// <summary>The level changes to <paramref name="level"/> at <paramref name="at"/>, which is not before the last
    /// change.</summary>
    public void Set(Instant at, double level)
    {
        Require(at);
        area += Level * (at - since);
        since = at;
        Level = level;
    }

    /// <summary>The average from the beginning through <paramref name="at"/>, which is not before the last change; NaN
    /// over no time.</summary>
    public double Through(Instant at)
    {
        Require(at);
        return (area + (Level * (at - since))) / (at - beginning);
    }

    // Not-less also refuses NaN.
    private void Require(Instant at)
    {
        if (!(at >= since))
        {
            throw new ArgumentOutOfRangeException(nameof(at), at, $"The level was already known at {since}.");
        }
    }
}
