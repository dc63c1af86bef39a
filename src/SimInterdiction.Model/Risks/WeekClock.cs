using SimInterdiction.Engine.Distributions;
using SimInterdiction.Engine.Scheduling;
using SimInterdiction.Model.World;

namespace SimInterdiction.Model.Risks;

/// <summary>When in the week shipments are where, as shares of each half-hour: how departures spread over the week, and
/// how a leg moves and blurs them.</summary>
internal sealed class WeekClock
{
    /// <summary>Half-hours of a week.</summary>
    public const int Bins = 7 * 24 * 2;

    private const double BinHours = 0.5;
    private const double Negligible = 1e-12;

    private readonly Distribution speedMph;
    private readonly Dictionary<double, double[]> legs = [];

    /// <param name="speedMph">Speed of a leg.</param>
    public WeekClock(Distribution speedMph)
    {
        this.speedMph = speedMph;
    }

    /// <summary>The half-hours of an interval, or what of the first and the last lies in it.</summary>
    public static IEnumerable<(int Bin, Instant From, Instant To)> HalfHours(Instant from, Instant to)
    {
        long first = (long)Math.Floor(from.Hours / BinHours);
        long last = (long)Math.Ceiling(to.Hours / BinHours);
        for (long i = first; i < last; i++)
        {
            yield return (
                (int)(i % Bins),
                new Instant(Math.Max(from.Hours, i * BinHours)),
                new Instant(Math.Min(to.Hours, (i + 1) * BinHours))
            );
        }
    }

    /// <summary>How departures spread over the week on average over the window.</summary>
    public static double[] Departures(Intensity? intensity, Timeline timeline)
    {
        var week = new double[Bins];
        var hours = new double[Bins];
        foreach ((int bin, Instant from, Instant to) in HalfHours(timeline.WindowStart, timeline.WindowEnd))
        {
            week[bin] += (intensity?.Between(from, to) ?? 1) * (to - from);
            hours[bin] += to - from;
        }

        // A window shorter than a week shows only some of it.
        double sum = 0;
        for (int bin = 0; bin < Bins; bin++)
        {
            week[bin] = hours[bin] > 0 ? week[bin] / hours[bin] : 0;
            sum += week[bin];
        }

        return [.. week.Select(w => w / sum)];
    }

    /// <summary>How what comes waits at something that is not always open; null for always.</summary>
    public static WaitingAtGates? WaitingAt(OpeningHours? hours) =>
        hours is null ? null : new WaitingAtGates(hours, Instant.Zero, BinHours, Bins, recurs: true);

    /// <summary>What leaves at these times arrives so much later.</summary>
    public double[] AfterLeg(double[] leaving, double miles)
    {
        if (miles == 0)
        {
            return leaving;
        }

        double[] takes = Leg(miles);
        var arriving = new double[Bins];
        for (int from = 0; from < Bins; from++)
        {
            for (int later = 0; later < takes.Length; later++)
            {
                arriving[(from + later) % Bins] += leaving[from] * takes[later];
            }
        }

        return arriving;
    }

    // The chance that a leg ends so many half-hours after the one it began in: from the middle of that one.
    private double[] Leg(double miles)
    {
        if (legs.TryGetValue(miles, out double[]? known))
        {
            return known;
        }

        var takes = new List<double>();
        double before = 0;
        while (before < 1 - Negligible && takes.Count < 4 * Bins)
        {
            double through = speedMph.Survival(Math.BitDecrement(miles / ((takes.Count + 0.5) * BinHours)));
            takes.Add(through - before);
            before = through;
        }

        return legs[miles] = [.. takes];
    }
}
