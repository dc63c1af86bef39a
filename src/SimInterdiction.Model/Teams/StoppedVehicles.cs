using SimInterdiction.Engine.Distributions;
using SimInterdiction.Engine.Randomness;
using SimInterdiction.Engine.Scheduling;
using SimInterdiction.Engine.Vectors;
using SimInterdiction.Model.World;

namespace SimInterdiction.Model.Teams;

/// <summary>The legitimate vehicles that one team stops, hour by hour of the clock: a Poisson process while it is on
/// duty, thinned where traffic is not the same at all times (Lewis and Shedler 1979).</summary>
/// <remarks>
/// Each hour of the clock has its own random numbers, keyed by the place: teams that are on duty in the same hour of
/// two deployments stop the same vehicles. The exponential has no memory, so a Poisson process may begin again each
/// hour. Assumed: a vehicle that two teams of one place stop counts as two stops, independent of each other. An hour's
/// vehicles are drawn together, before the lanes see any, so that random numbers come eight at once.
/// </remarks>
/// <param name="station">The team.</param>
/// <param name="earlierTeams">The teams of its type at the place that try before it.</param>
/// <param name="keys">Random numbers of the place and the team's rank there.</param>
/// <param name="cancellation">Ends a replication before it is done.</param>
internal sealed class StoppedVehicles(Station station, IEnumerable<Station> earlierTeams, TrafficKeys keys, Cancellation cancellation)
{
    // Copies, since this runs behind the clock and a duty calendar is never asked about the past.
    private readonly DutyCalendar duty = station.NewDuty();
    private readonly DutyCalendar[] earlier = [.. earlierTeams.Select(team => team.NewDuty())];
    private readonly Intensity? traffic = station.Place.Traffic;
    private readonly double mostOfTraffic = station.Stopping.PartWith(station.Place.Traffic?.Maximum ?? 1);
    private readonly double meanGapHours =
        1 / (station.Stopping.LegitimatePerHour * station.Stopping.PartWith(station.Place.Traffic?.Maximum ?? 1));
    private readonly Distribution searchHours = station.SearchHours;
    private StoppedVehicle[] vehicles = new StoppedVehicle[RandomBlocks.Count];
    private double?[] referredFor = [];
    private int count;
    private uint replication;

    /// <summary>Those of the hour drawn last, in the order of their arrival.</summary>
    public ReadOnlySpan<StoppedVehicle> Drawn => vehicles.AsSpan(0, count);

    /// <summary>Of a team with secondary inspection, how long a vehicle of the hour drawn last would be searched there;
    /// null where it is not referred.</summary>
    public double? ReferredFor(int vehicle) => referredFor[vehicle];

    /// <summary>Begins a replication.</summary>
    public void Begin(uint replicationNumber)
    {
        replication = replicationNumber;
        count = 0;
        duty.Begin(replicationNumber);
        foreach (DutyCalendar calendar in earlier)
        {
            calendar.Begin(replicationNumber);
        }
    }

    /// <summary>The first hour of the clock, from one on, in which the team is on duty; infinite when none will
    /// come.</summary>
    /// <param name="from">The first hour that may be meant; after the hour drawn last, and never before the last one
    /// asked about.</param>
    public double NextHour(double from) =>
        duty.CurrentOrNext(new Instant(from)) is { } shift ? Math.Max(from, Math.Floor(shift.From.Hours)) : double.PositiveInfinity;

    /// <summary>Draws the vehicles that the team stops in an hour of the clock.</summary>
    /// <param name="hour">One that <see cref="NextHour"/> gave, or in which the team is on duty.</param>
    public void Draw(double hour)
    {
        count = 0;
        double end = hour + 1;
        Shift shift = duty.CurrentOrNext(new Instant(hour)) ?? default;
        bool isCovered = shift.From.Hours <= hour && shift.To.Hours >= end && earlier.Length == 0 && traffic is null;
        double at = hour;
        Span<double> gaps = stackalloc double[RandomBlocks.Count];
        Span<double> searches = stackalloc double[RandomBlocks.Count];
        Span<double> acts = stackalloc double[RandomBlocks.Count];
        for (uint vehicle = 0; ; vehicle += RandomBlocks.Count)
        {
            cancellation.ThrowIfRequested();
            RandomBlocks luck = Philox.DrawsOf(keys.Vehicles, replication, (ulong)hour, vehicle);
            EightNumbers.ExponentialGaps(luck.FirstFine, meanGapHours, gaps);
            EightNumbers.Copy(searchHours.Quantile(luck.Third), searches);
            EightNumbers.Copy(luck.Fourth, acts);
            for (int i = 0; i < RandomBlocks.Count; i++)
            {
                at += gaps[i];
                if (at >= end)
                {
                    return;
                }

                var instant = new Instant(at);
                if (
                    isCovered
                    || (duty.IsOnDuty(instant, out shift) && acts[i] < station.PartOfChance(IsFurther(instant)) * PartOfMost(instant))
                )
                {
                    Keep(new StoppedVehicle(instant, searches[i], shift));
                    if (station.Secondary is { } secondary)
                    {
                        Refer(secondary, (ulong)hour, vehicle + (uint)i);
                    }
                }
            }
        }
    }

    private void Refer(SecondaryLanes secondary, ulong hour, uint vehicle)
    {
        if (referredFor.Length < vehicles.Length)
        {
            Array.Resize(ref referredFor, vehicles.Length);
        }

        RandomBlock luck = Philox.Draw(keys.Referrals, replication, hour, vehicle);
        referredFor[count - 1] = luck.First < secondary.RefersOfTraffic ? secondary.SearchHours.Quantile(luck.Third) : null;
    }

    private double PartOfMost(Instant at) => traffic is null ? 1 : station.Stopping.PartWith(traffic.At(at)) / mostOfTraffic;

    private bool IsFurther(Instant at)
    {
        foreach (DutyCalendar calendar in earlier)
        {
            if (calendar.IsOnDuty(at, out _))
            {
                return true;
            }
        }

        return false;
    }

    private void Keep(StoppedVehicle vehicle)
    {
        if (count == vehicles.Length)
        {
            Array.Resize(ref vehicles, count * 2);
        }

        vehicles[count++] = vehicle;
    }
}

/// <summary>A legitimate vehicle that a team stops.</summary>
internal readonly struct StoppedVehicle(Instant at, double searchHours, Shift shift)
{
    /// <summary>When it arrives.</summary>
    public readonly Instant At = at;

    /// <summary>How long it is searched, if it is.</summary>
    public readonly double SearchHours = searchHours;

    /// <summary>The team's shift.</summary>
    public readonly Shift Shift = shift;
}
