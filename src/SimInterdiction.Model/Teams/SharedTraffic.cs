using SimInterdiction.Engine.Lanes;
using SimInterdiction.Engine.Scheduling;
using SimInterdiction.Engine.Tallies;
using SimInterdiction.Model.World;

namespace SimInterdiction.Model.Teams;

/// <summary>
/// The legitimate vehicles of a team, by how they fare otherwise than in the course that they have without shipments
/// and that all arms share (<see cref="TrafficCourse"/>): from each shipment that is stopped until the lanes agree with
/// that course again.
/// </summary>
/// <remarks>Exact: what lanes do later depends on nothing but when those that are busy fall free, and on the queue. A
/// team whose course no other arm has is let through its lanes at once, which comes to the same.</remarks>
/// <param name="station">The team.</param>
/// <param name="course">The course.</param>
/// <param name="vehicles">The vehicles.</param>
/// <param name="delays">Where delays are counted.</param>
/// <param name="cancellation">Ends a replication before it is done.</param>
internal sealed class SharedTraffic(
    Station station,
    TrafficCourse course,
    StoppedVehicles vehicles,
    LogHistogram delays,
    Cancellation cancellation
) : ITraffic
{
    private readonly StoppedTraffic alone = new(station, vehicles, delays, cancellation);
    private readonly LaneBank lanes = station.Bank!;
    private readonly LaneBank undisturbed = station.NewBank();
    private readonly List<double> state = [];
    private readonly List<double> stateUndisturbed = [];
    private uint replication;
    private bool isAlone;
    private bool isApart;
    private int next;
    private double nextHour;

    /// <inheritdoc/>
    public void Begin(uint number)
    {
        replication = number;
        isAlone = course.Users == 1;
        isApart = false;
        alone.Begin(number);
    }

    /// <inheritdoc/>
    public void AdvanceTo(Instant now)
    {
        if (isAlone)
        {
            alone.AdvanceTo(now);
            return;
        }

        Follow(now);
        if (!isApart)
        {
            LeaveCourse(now);
        }
    }

    /// <inheritdoc/>
    public void End(Instant windowEnd)
    {
        if (isAlone)
        {
            alone.End(windowEnd);
            return;
        }

        Follow(windowEnd);
        course.AdvanceTo(replication, windowEnd);
        course.AddTo(station, delays);
    }

    /// <summary>While the lanes differ from the course, lets the vehicles through both and counts the
    /// difference.</summary>
    private void Follow(Instant now)
    {
        while (isApart)
        {
            for (; next < vehicles.Drawn.Length && vehicles.Drawn[next].At <= now; next++)
            {
                Look();
                Compare(in vehicles.Drawn[next]);
            }

            if (next < vehicles.Drawn.Length || nextHour > now.Hours)
            {
                return;
            }

            double hour = vehicles.NextHour(nextHour);
            isApart = !double.IsPositiveInfinity(hour) && !AreAlike(new Instant(hour));
            if (isApart)
            {
                DrawHour(hour);
            }
        }
    }

    private void Compare(in StoppedVehicle vehicle)
    {
        bool wasServed = undisturbed.TryServe(vehicle.At, vehicle.SearchHours, vehicle.Shift.To, out Instant wasAt);
        bool isServed = lanes.TryServe(vehicle.At, vehicle.SearchHours, vehicle.Shift.To, out Instant at);
        if (isServed != wasServed || at != wasAt)
        {
            station.TurnHourTo(vehicle.At);
            station.CountLegitimateStop(in vehicle, wasServed, wasAt, delays, times: -1);
            station.CountLegitimateStop(in vehicle, isServed, at, delays, times: 1);
        }
    }

    /// <summary>Makes the lanes what they are in the course at an instant on duty; from there on they go their own
    /// way.</summary>
    private void LeaveCourse(Instant now)
    {
        course.AdvanceTo(replication, now);
        double hour = Math.Floor(now.Hours);
        course.SetLanes(new Instant(hour), undisturbed);
        for (DrawHour(hour); next < vehicles.Drawn.Length && vehicles.Drawn[next].At <= now; next++)
        {
            Look();
            ref readonly StoppedVehicle vehicle = ref vehicles.Drawn[next];
            undisturbed.TryServe(vehicle.At, vehicle.SearchHours, vehicle.Shift.To, out _);
        }

        stateUndisturbed.Clear();
        undisturbed.AppendState(now, stateUndisturbed);
        lanes.Restore(stateUndisturbed);
        isApart = true;
    }

    private void DrawHour(double hour)
    {
        vehicles.Draw(hour);
        next = 0;
        nextHour = hour + 1;
    }

    private bool AreAlike(Instant at)
    {
        state.Clear();
        lanes.AppendState(at, state);
        stateUndisturbed.Clear();
        undisturbed.AppendState(at, stateUndisturbed);
        return state.SequenceEqual(stateUndisturbed);
    }

    private void Look()
    {
        if (next % StoppedTraffic.VehiclesBetweenLooks == 0)
        {
            cancellation.ThrowIfRequested();
        }
    }
}
