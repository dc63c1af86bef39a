using SimInterdiction.Engine.Distributions;
using SimInterdiction.Engine.Lanes;
using SimInterdiction.Engine.Scheduling;
using SimInterdiction.Engine.Tallies;
using SimInterdiction.Model.Interdiction;
using SimInterdiction.Model.Measures;
using SimInterdiction.Model.World;

namespace SimInterdiction.Model.Teams;

/// <summary>The lanes of secondary inspection behind a team's own, and the legitimate vehicles on their way to
/// them.</summary>
/// <remarks>
/// Vehicles leave primary lanes in another order than they came, so those referred are kept until all that may reach
/// secondary before them are known. What happens here counts if it begins inside the window; who is referred after the
/// end of a shift goes free.
/// </remarks>
/// <param name="inspection">What it can do.</param>
/// <param name="duty">When the team is on duty; its own copy, asked in the order in which vehicles are
/// referred.</param>
/// <param name="timeline">The clock.</param>
internal sealed class SecondaryLanes(SecondaryInspection inspection, DutyCalendar duty, Timeline timeline)
{
    private readonly LaneBank bank = new(
        inspection.Lanes ?? int.MaxValue,
        inspection.WhenFull == WhenFull.Wait ? inspection.QueueLimit ?? int.MaxValue : 0
    );
    private readonly PriorityQueue<Referral, (double At, long Number)> coming = new();
    private long referred;
    private int referrals;
    private int wavedThrough;
    private HoursSum waits;
    private HoursSum busy;

    /// <summary>How many lanes; <see cref="int.MaxValue"/> for as many as are needed.</summary>
    public int Lanes => inspection.Lanes ?? int.MaxValue;

    /// <summary>How many vehicles may wait; <see cref="int.MaxValue"/> for no limit.</summary>
    public int QueueLimit => inspection.WhenFull == WhenFull.Wait ? inspection.QueueLimit ?? int.MaxValue : 0;

    public Distribution SearchHours => inspection.SearchHours;

    /// <summary>Share of the legitimate vehicles inspected that is referred.</summary>
    public double RefersOfTraffic => inspection.ReferredOfTraffic;

    /// <summary>Chance that a shipment that was searched and not found is referred.</summary>
    /// <param name="leadFactor">The factor that a lead puts on the chance; 1 without.</param>
    public double ChanceToRefer(double leadFactor = 1) => Math.Min(1, inspection.Refers * leadFactor);

    /// <summary>Chance that a search here finds a load.</summary>
    /// <param name="loadFactor">How many times it is as if the load were searched for its size; 1 where size has no
    /// effect.</param>
    public double FindsShare(double loadFactor) => 1 - Math.Pow(1 - inspection.Finds, loadFactor);

    /// <summary>Begins a replication.</summary>
    public void Begin(uint replication)
    {
        bank.Clear();
        coming.Clear();
        duty.Begin(replication);
        (referred, referrals, wavedThrough) = (0, 0, 0);
        (waits, busy) = (default, default);
    }

    /// <summary>A legitimate vehicle will be here.</summary>
    /// <param name="at">When; not before the instant served up to.</param>
    /// <param name="heldHours">How long it has been held by then.</param>
    /// <param name="searchHours">How long it is searched, if it is.</param>
    public void Expect(Instant at, double heldHours, double searchHours) =>
        coming.Enqueue(new Referral(at, heldHours, searchHours), (at.Hours, referred++));

    /// <summary>Serves the legitimate vehicles that come up to an instant.</summary>
    /// <param name="now">Up to when all that primary inspection refers are known.</param>
    /// <param name="station">Counts how long they are held.</param>
    /// <param name="delays">Takes the same.</param>
    public void AdvanceTo(Instant now, Station station, LogHistogram delays)
    {
        while (coming.TryPeek(out Referral vehicle, out _) && vehicle.At <= now)
        {
            coming.Dequeue();
            bool isServed = TryServe(vehicle.At, vehicle.SearchHours, out Instant at);
            if (timeline.IsObserved(vehicle.At))
            {
                double here = isServed ? at - vehicle.At + vehicle.SearchHours : at - vehicle.At;
                station.CountDelay(vehicle.HeldHours + here, delays, times: 1);
            }
        }
    }

    /// <summary>A vehicle asks for a lane.</summary>
    /// <param name="now">When; not before the one before it.</param>
    /// <param name="holdsLaneHours">How long it will hold its lane.</param>
    /// <param name="at">When it gets its lane, or goes free.</param>
    /// <returns>Whether it is searched.</returns>
    public bool TryServe(Instant now, double holdsLaneHours, out Instant at)
    {
        at = now;
        bool isServed = duty.IsOnDuty(now, out Shift shift) && bank.TryServe(now, holdsLaneHours, shift.To, out at);
        if (timeline.IsObserved(now))
        {
            referrals++;
            wavedThrough += isServed ? 0 : 1;
            waits += HoursSum.Of(isServed ? at - now : 0);
        }

        if (isServed && inspection.Lanes is not null)
        {
            CountBusy(at, at + holdsLaneHours);
        }

        return isServed;
    }

    /// <summary>Puts down what was done in this replication.</summary>
    /// <param name="dutyHours">Hours on duty inside the window.</param>
    /// <param name="done">Takes it, by <see cref="Total"/>.</param>
    public void CountHours(double dutyHours, double[] done)
    {
        done[(int)Total.Referrals] = referrals;
        done[(int)Total.ReferralsWavedThrough] = wavedThrough;
        done[(int)Total.SecondaryWaitHours] = waits.Hours;
        done[(int)Total.SecondaryBusyLaneHours] = busy.Hours;
        done[(int)Total.SecondaryLaneHours] = (inspection.Lanes ?? 0) * dutyHours;
    }

    private void CountBusy(Instant from, Instant to)
    {
        Instant first = from > timeline.WindowStart ? from : timeline.WindowStart;
        Instant last = to < timeline.WindowEnd ? to : timeline.WindowEnd;
        if (first < last)
        {
            busy += HoursSum.Of(duty.HoursWithin(first, last));
        }
    }

    private readonly record struct Referral(Instant At, double HeldHours, double SearchHours);
}
