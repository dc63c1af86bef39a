using SimInterdiction.Engine.Lanes;
using SimInterdiction.Engine.Scheduling;
using SimInterdiction.Engine.Tallies;
using SimInterdiction.Model.World;

namespace SimInterdiction.Model.Teams;

/// <summary>The legitimate vehicles that one team stops, let through its lanes from one moment of interest to the next,
/// since nothing else can see the lanes in between.</summary>
/// <param name="station">The team.</param>
/// <param name="vehicles">The vehicles.</param>
/// <param name="delays">Where delays are counted.</param>
/// <param name="cancellation">Ends a replication before it is done.</param>
/// <param name="history">Keeps what the lanes are like at the beginning of each hour on duty; null for nobody who wants
/// to know.</param>
internal sealed class StoppedTraffic(
    Station station,
    StoppedVehicles vehicles,
    LogHistogram delays,
    Cancellation cancellation,
    LaneHistory? history = null
) : ITraffic
{
    /// <summary>Between two looks whether to stop: finding a free lane among very many is what takes longest.</summary>
    public const int VehiclesBetweenLooks = 16;

    private int next;
    private double nextHour;

    /// <inheritdoc/>
    public void Begin(uint replication)
    {
        next = 0;
        nextHour = 0;
        vehicles.Begin(replication);
        history?.Clear();
    }

    /// <inheritdoc/>
    public void AdvanceTo(Instant now)
    {
        StopThrough(now);
        station.Secondary?.AdvanceTo(now, station, delays);
    }

    /// <inheritdoc/>
    public void End(Instant windowEnd) => AdvanceTo(windowEnd);

    private void StopThrough(Instant now)
    {
        while (true)
        {
            // Up to the end of the hour by which work is counted, so that no vehicle of its own has to ask which hour
            // it is.
            StopUntil(now < station.HourEnds ? now : new Instant(Math.BitDecrement(station.HourEnds.Hours)));
            if (next < vehicles.Drawn.Length && vehicles.Drawn[next].At <= now)
            {
                station.TurnHourTo(vehicles.Drawn[next].At);
            }
            else if (next < vehicles.Drawn.Length || nextHour > now.Hours)
            {
                return;
            }
            else
            {
                DrawNextHour();
            }
        }
    }

    private void StopUntil(Instant now)
    {
        LaneBank lanes = station.Bank!;
        ReadOnlySpan<StoppedVehicle> drawn = vehicles.Drawn;
        for (; next < drawn.Length && drawn[next].At <= now; next++)
        {
            if (next % VehiclesBetweenLooks == 0)
            {
                cancellation.ThrowIfRequested();
            }

            ref readonly StoppedVehicle vehicle = ref drawn[next];
            bool isServed = lanes.TryServe(vehicle.At, vehicle.SearchHours, vehicle.Shift.To, out Instant at);
            bool isReferred = isServed && station.Secondary is not null && TryRefer(in vehicle, at);
            station.CountLegitimateStop(in vehicle, isServed, at, isReferred ? null : delays, times: 1);
        }
    }

    private bool TryRefer(in StoppedVehicle vehicle, Instant begins)
    {
        if (vehicles.ReferredFor(next) is not { } searchHours)
        {
            return false;
        }

        Instant leaves = begins + vehicle.SearchHours;
        station.Secondary!.Expect(leaves, leaves - vehicle.At, searchHours);
        return true;
    }

    // Whoever comes from now on leaves later, so those referred up to now are all known.
    private void DrawNextHour()
    {
        station.Secondary?.AdvanceTo(new Instant(nextHour), station, delays);
        double hour = vehicles.NextHour(nextHour);
        nextHour = hour + 1;
        if (!double.IsPositiveInfinity(hour))
        {
            history?.Keep(new Instant(hour), station.Bank!);
            vehicles.Draw(hour);
            next = 0;
        }
    }
}

/// <summary>The legitimate vehicles of one team, caught up with when somebody wants to know what its lanes are
/// like.</summary>
internal interface ITraffic
{
    /// <summary>Begins a replication.</summary>
    void Begin(uint replication);

    /// <summary>Brings the lanes to an instant at which the team stops another vehicle; never before an earlier
    /// one.</summary>
    void AdvanceTo(Instant now);

    /// <summary>Sees to it that the team has counted everything up to the end of the window.</summary>
    void End(Instant windowEnd);
}
