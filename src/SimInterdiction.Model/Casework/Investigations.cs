using System.Diagnostics.CodeAnalysis;
using SimInterdiction.Engine.Randomness;
using SimInterdiction.Engine.Scheduling;
using SimInterdiction.Model.Facts;
using SimInterdiction.Model.Intelligence;
using SimInterdiction.Model.Measures;
using SimInterdiction.Model.Study;
using SimInterdiction.Model.World;

namespace SimInterdiction.Model.Casework;

/// <summary>
/// The programmes of one deployment at work in one replication: firearms are traced, traces end as leads, leads raise
/// stops and open cases, cases disrupt organizations or end rings. With every programme off nothing ever happens here.
/// </summary>
/// <remarks>On the calendar stand the ends of traces and of cases, nothing else: a lead is held, shared and dies by the
/// clock alone.</remarks>
internal sealed class Investigations
{
    private readonly CompiledScenario world;
    private readonly Programmes own;
    private readonly Programmes todays;
    private readonly LeadBoard ownBoard;
    private readonly LeadBoard todaysBoard;
    private readonly CaseQueue? ownCases;
    private readonly CaseQueue? todaysCases;
    private readonly EventCalendar calendar;
    private readonly IObserveFacts observer;
    private readonly Cancellation cancellation;
    private readonly RingsAtWork rings;
    private readonly StructPool<Pending> pending = new();
    private readonly Instant[] disruptedUntil;
    private readonly TraffickingGroup?[] disruptedBy;
    private readonly ulong[] casesOpened;
    private uint replication;
    private int traces;
    private int leads;
    private int cases;

    /// <param name="world">The scenario.</param>
    /// <param name="deployment">Whose programmes; with <c>during_warm_up: today</c> today's until the window
    /// begins.</param>
    /// <param name="rings">Which rings are at work.</param>
    /// <param name="calendar">Where traces and cases end.</param>
    /// <param name="observer">Is notified of what happens.</param>
    /// <param name="cancellation">Ends a replication before it is done.</param>
    public Investigations(
        CompiledScenario world,
        string deployment,
        RingsAtWork rings,
        EventCalendar calendar,
        IObserveFacts observer,
        Cancellation cancellation
    )
    {
        this.world = world;
        this.rings = rings;
        this.calendar = calendar;
        this.observer = observer;
        this.cancellation = cancellation;
        bool isTodayFirst = world.Scenario.Experiment.DuringWarmUp == DuringWarmUp.Today;
        own = world.Scenario.Deployments[deployment].Programmes ?? new Programmes();
        todays = isTodayFirst ? world.Scenario.Deployments[world.Scenario.InForce].Programmes ?? new Programmes() : own;
        AwaitsDelivery = own.MexicanAccess is not null || todays.MexicanAccess is not null;
        ownBoard = BoardOf(own);
        todaysBoard = isTodayFirst ? BoardOf(todays) : ownBoard;
        int organizations = world.EntryNames(Dimension.Organization).Count;
        ownCases = own.TraffickingGroup is { } group ? new CaseQueue(group, rings.PlaceCount, world.Timeline.WindowEnd) : null;

        // A group that both have works on across the beginning of the window; another one finishes its cases while the
        // deployment's own begins again.
        todaysCases =
            todays.TraffickingGroup == own.TraffickingGroup ? ownCases
            : todays.TraffickingGroup is { } todaysGroup ? new CaseQueue(todaysGroup, rings.PlaceCount, world.Timeline.WindowEnd)
            : null;
        disruptedUntil = new Instant[organizations];
        disruptedBy = new TraffickingGroup?[organizations];
        casesOpened = new ulong[organizations];
    }

    /// <summary>The deployment's trafficking group; null where there is none.</summary>
    public TraffickingGroup? Group => own.TraffickingGroup;

    private bool IsWarmUp => calendar.Now < world.Timeline.WindowStart;

    private LeadBoard Board => IsWarmUp ? todaysBoard : ownBoard;

    private Programmes Now => At(calendar.Now);

    /// <summary>Begins a replication.</summary>
    public void Begin(uint number)
    {
        replication = number;
        traces = 0;
        leads = 0;
        cases = 0;
        pending.Clear();
        ownBoard.Clear();
        todaysBoard.Clear();
        ownCases?.Clear();
        todaysCases?.Clear();
        Array.Clear(disruptedUntil);
        Array.Clear(disruptedBy);
        Array.Clear(casesOpened);
    }

    /// <summary>A shipment was seized: each of its firearms may be traced.</summary>
    public void Seized(in Shipment shipment, int taskForce)
    {
        if (Now.Tracing is not { } tracing)
        {
            return;
        }

        for (int i = 0; i < shipment.Firearms; i++)
        {
            cancellation.ThrowIfRequested();
            RandomBlock luck = world.Flows[shipment.LuckOf].TraceLuck(replication, shipment.Planned, shipment.FirstFirearm + i);
            if (luck.First < tracing.Submitted)
            {
                Submit(in shipment, tracing, taskForce, calendar.Now, in luck);
            }
        }
    }

    /// <summary>Whether anything may come of a delivery.</summary>
    public bool AwaitsDelivery { get; }

    /// <summary>The greatest factor that a lead may ever put on a team's chance.</summary>
    public double GreatestFactor => Math.Max(1, new[] { own, todays }.Max(programmes => programmes.Tracing?.Lead?.RaisesStops ?? 1));

    /// <summary>A shipment is, or will be, delivered: with access, some of its firearms are recovered some day, and may
    /// be traced then.</summary>
    public void Delivered(in Shipment shipment, Instant delivered)
    {
        if (At(delivered) is not { Tracing: { } tracing, MexicanAccess: { } access })
        {
            return;
        }

        CompiledFlow flow = world.Flows[shipment.LuckOf];
        for (int i = 0; i < shipment.Firearms; i++)
        {
            cancellation.ThrowIfRequested();
            int firearm = shipment.FirstFirearm + i;
            RandomBlock luck = flow.RecoveryLuck(replication, shipment.Planned, firearm);
            if (luck.First < access.Recovered && luck.Third < access.Submitted)
            {
                Submit(
                    in shipment,
                    tracing,
                    taskForce: null,
                    delivered + access.AfterHours.Quantile(luck.Second),
                    flow.TraceLuck(replication, shipment.Planned, firearm)
                );
            }
        }
    }

    /// <summary>Whether any lead has come up yet.</summary>
    public bool HasLeads => leads > 0;

    /// <summary>The factor on the chance that a task force stops a shipment, and the number of the lead on its ring
    /// that it owes it to.</summary>
    public double FactorFor(int taskForce, in Shipment shipment, out int lead)
    {
        lead = -1;
        return HasLeads && rings.IsAtWork(in shipment.Ring, calendar.Now)
            ? Board.FactorFor(taskForce, in shipment.Ring, calendar.Now, out lead)
            : 1;
    }

    /// <summary>Whether any task force holds a live lead on the ring of a shipment.</summary>
    public bool IsKnown(in Shipment shipment) =>
        HasLeads && rings.IsAtWork(in shipment.Ring, calendar.Now) && Board.IsHeldByAny(in shipment.Ring, calendar.Now);

    /// <summary>Whether an organization is disrupted, and by which group.</summary>
    public bool IsDisrupted(int organization, [NotNullWhen(true)] out TraffickingGroup? by)
    {
        by = disruptedBy[organization];
        return by is not null && calendar.Now < disruptedUntil[organization];
    }

    /// <summary>The replication is over: cases that wait are begun as they would be if no more leads came up.</summary>
    public void Finish()
    {
        BeginThoseWaiting(ownCases);
        BeginThoseWaiting(todaysCases);
    }

    /// <summary>What was pending in a slot is due.</summary>
    public void Handle(int slot)
    {
        Pending due = pending[slot];
        pending.Return(slot);
        if (due.CaseOf is { } queue)
        {
            Close(in due.Case, queue);
        }
        else
        {
            EndTrace(in due.Trace, due.IsResolved);
        }
    }

    private void Submit(in Shipment shipment, Tracing tracing, int? taskForce, Instant at, in RandomBlock luck)
    {
        Instant ends = at + tracing.TakesHours.Quantile(luck.Second);
        var from = new ShipmentName(shipment.LuckOf, shipment.Number);
        var trace = new Trace(++traces, world.Flows[shipment.Flow].Organization, shipment.Ring, from, taskForce, shipment.Left);
        int slot = Keep(Pending.EndOf(in trace, luck.Third < tracing.Resolved));
        calendar.Schedule(ends, Phases.Trace, Subjects.OfInquiry(slot), shipment.Departure);
        observer.TraceSubmitted(in trace, at, ends, tracing.CostUsd);
    }

    private void EndTrace(in Trace trace, bool isResolved)
    {
        observer.TraceEnded(in trace, calendar.Now, isResolved);
        if (!isResolved)
        {
            return;
        }

        if (!rings.IsAtWork(trace.Ring, calendar.Now))
        {
            observer.LeadIsStale(in trace, calendar.Now);
            return;
        }

        var lead = new Lead(++leads, trace.Organization, trace.Ring, trace.From, trace.TaskForce, calendar.Now);
        observer.LeadCameUp(in lead, in trace);
        ownBoard.Add(in lead);
        if (todaysBoard != ownBoard)
        {
            todaysBoard.Add(in lead);
        }

        TellWhenShared(in lead);
        CaseQueue? queue = IsWarmUp ? todaysCases : ownCases;
        if (queue?.TryOpen(in lead) == true)
        {
            OpenCase(in lead, queue);
        }
    }

    // Each board counts in its own time: one that takes over with the window brings what it was told before.
    private void TellWhenShared(in Lead lead)
    {
        Instant windowStart = world.Timeline.WindowStart;
        if (ownBoard.SharedAt(in lead, notBefore: ownBoard == todaysBoard ? Instant.Zero : windowStart) is { } own)
        {
            observer.LeadShared(in lead, ownBoard.IsSharedWith, own);
        }

        if (todaysBoard != ownBoard && todaysBoard.SharedAt(in lead, Instant.Zero) is { } todays && todays < windowStart)
        {
            observer.LeadShared(in lead, todaysBoard.IsSharedWith, todays);
        }
    }

    private void OpenCase(in Lead lead, CaseQueue queue)
    {
        RandomBlock luck = Philox.Draw(world.CaseKeys[lead.Organization], replication, casesOpened[lead.Organization]++);
        var opened = new Case(++cases, lead.Organization, lead.Ring, lead.Number, calendar.Now);
        observer.CaseOpened(in opened, calendar.Now);
        queue.Add(in opened, queue.Rules.TakesHours.Quantile(luck.First));
        BeginCase(queue);
    }

    private void BeginCase(CaseQueue queue)
    {
        if (queue.TryBegin(calendar.Now, out Instant closes) is { } begun)
        {
            calendar.Schedule(closes, Phases.Case, Subjects.OfInquiry(Keep(Pending.EndOf(in begun, queue))));
            observer.CaseBegun(in begun, calendar.Now);
        }
    }

    private void Close(in Case closed, CaseQueue queue)
    {
        queue.FreeInvestigator();
        if (closed.Ring.IsOneOfMany)
        {
            bool isInTime = rings.IsAtWork(closed.Ring, calendar.Now);
            observer.RingCaseClosed(in closed, calendar.Now, isInTime ? rings.End(closed.Ring, calendar.Now, queue.Rules) : null);
        }
        else
        {
            Instant until = calendar.Now + queue.Rules.RecoveryHours;
            observer.CaseClosed(in closed, calendar.Now, disruptedUntil[closed.Organization], until);
            disruptedUntil[closed.Organization] = until;
            disruptedBy[closed.Organization] = queue.Rules;
        }

        BeginCase(queue);
    }

    private void BeginThoseWaiting(CaseQueue? queue)
    {
        while (queue?.FreeInvestigator() is { } free)
        {
            if (queue.TryBegin(free, out _) is { } begun)
            {
                observer.CaseBegun(in begun, free);
            }
        }
    }

    /// <summary>The programmes that are on at an instant.</summary>
    private Programmes At(Instant instant) => instant < world.Timeline.WindowStart ? todays : own;

    private LeadBoard BoardOf(Programmes programmes)
    {
        Sharing? sharing = programmes.Sharing;
        bool[] isSharedWith =
        [
            .. world.EntryNames(Dimension.TaskForce).Select(name => sharing is not null && (sharing.With?.Contains(name) ?? true)),
        ];
        return new LeadBoard(
            programmes.Tracing?.Lead ?? new LeadEffect(),
            sharing?.DelayHours ?? double.PositiveInfinity,
            isSharedWith,
            rings.PlaceCount
        );
    }

    private int Keep(Pending what)
    {
        int slot = pending.Take();
        pending[slot] = what;
        return slot;
    }

    /// <summary>A trace or, of a group's, a case under way.</summary>
    private struct Pending
    {
        public Trace Trace;
        public bool IsResolved;
        public Case Case;
        public CaseQueue? CaseOf;

        public static Pending EndOf(in Trace trace, bool isResolved) => new() { Trace = trace, IsResolved = isResolved };

        public static Pending EndOf(in Case begun, CaseQueue queue) => new() { Case = begun, CaseOf = queue };
    }
}
