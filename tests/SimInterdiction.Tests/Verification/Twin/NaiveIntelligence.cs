using SimInterdiction.Engine.Randomness;
using SimInterdiction.Model;
using SimInterdiction.Model.Intelligence;
using SimInterdiction.Model.Measures;
using SimInterdiction.Model.Study;
using SimInterdiction.Model.World;

namespace SimInterdiction.Tests.Verification.Twin;

/// <summary>A lead: on whom, from which vehicle, whose, and since when.</summary>
internal sealed record NaiveLead(string Organization, NaiveRing Ring, (string Flow, ulong Number) From, string? TaskForce, double CameUp);

/// <summary>Traces and leads: every trace an event, every lead kept for ever.</summary>
internal sealed class NaiveIntelligence(
    NaiveTwin twin,
    NaiveBooks books,
    Scenario scenario,
    Identities words,
    CompiledScenario given,
    Arm arm,
    StreamRegister register,
    uint replication
)
{
    private readonly List<NaiveLead> leads = [];
    private readonly Dictionary<string, NaiveRings> rings = scenario
        .Flows.Select(flow => flow.Value.Organization ?? flow.Key)
        .Distinct()
        .ToDictionary(name => name, name => new NaiveRings(twin, given, arm, name, register, replication));
    private readonly List<NaiveGroup> groups = [];
    private readonly List<NaiveRing> endedInWindow = [];
    private readonly List<(NaiveRing Ring, double At)> stopsOnLeads = [];
    private readonly Dictionary<string, (double Until, TraffickingGroup By)> disrupted = [];
    private readonly HashSet<string> closedInWindow = [];
    private readonly Dictionary<string, ulong> casesOpened = [];

    public void Seized(NaiveShipment shipment, string taskForce)
    {
        for (int firearm = shipment.FirstFirearm; firearm < shipment.FirstFirearm + shipment.Firearms; firearm++)
        {
            if (On().Tracing is { } tracing && TraceLuck(shipment, firearm).First < tracing.Submitted)
            {
                Trace(shipment, firearm, tracing, taskForce);
            }
        }
    }

    public void Delivered(NaiveShipment shipment)
    {
        Programmes on = On();
        if (on.Tracing is not { } tracing || on.MexicanAccess is not { } access)
        {
            return;
        }

        for (int firearm = shipment.FirstFirearm; firearm < shipment.FirstFirearm + shipment.Firearms; firearm++)
        {
            RandomBlock luck = Philox.Draw(
                register.KeyOf("recovery", words.WordOfFlow(shipment.LuckOf)),
                replication,
                shipment.Planned,
                (uint)firearm
            );
            if (luck.First < access.Recovered && luck.Third < access.Submitted)
            {
                int one = firearm;
                twin.At(twin.Now + access.AfterHours.Quantile(luck.Second), NaivePhase.Trace, shipment, () =>
                    Trace(shipment, one, tracing, null)
                );
            }
        }
    }

    /// <summary>The largest factor of the live leads that a task force holds on the ring of a shipment; 1 without
    /// any.</summary>
    public double FactorFor(string taskForce, NaiveShipment shipment) =>
        Holds(taskForce, shipment) ? (On().Tracing?.Lead ?? new LeadEffect()).RaisesStops : 1;

    /// <summary>Whether any task force holds a live lead on the ring of a shipment.</summary>
    public bool IsKnown(NaiveShipment shipment) => scenario.TaskForces.Keys.Any(taskForce => Holds(taskForce, shipment));

    private bool Holds(string taskForce, NaiveShipment shipment)
    {
        Programmes on = On();
        LeadEffect effect = on.Tracing?.Lead ?? new LeadEffect();
        bool isSharedWith = on.Sharing is { } sharing && (sharing.With is null || sharing.With.Contains(taskForce));
        return leads.Exists(lead =>
            lead.Ring == shipment.Ring
            && IsAtWork(lead.Organization, lead.Ring)
            && twin.Now < lead.CameUp + effect.LifeHours
            && (lead.TaskForce == taskForce || (isSharedWith && lead.CameUp + on.Sharing!.DelayHours <= twin.Now))
        );
    }

    /// <summary>Whether a ring has neither been replaced nor ended.</summary>
    public bool IsAtWork(string organization, NaiveRing ring) => rings[organization].AreAtWork(ring);

    /// <summary>The flow under which a planned dispatch goes out, and the ring that sends it; null if it is
    /// lost.</summary>
    public (string? Under, NaiveRing? Ring) SenderOf(string flow, ulong number)
    {
        string? under = FlowFor(flow, number);
        RandomBlock luck = Philox.Draw(register.KeyOf("sender", words.WordOfFlow(flow)), replication, number);
        return (under, under is null ? null : rings[OrganizationOf(under)].SenderOf(luck));
    }

    private string? FlowFor(string flow, ulong number)
    {
        string organization = OrganizationOf(flow);
        if (disrupted.GetValueOrDefault(organization) is not { By: { } group } disruption || twin.Now >= disruption.Until)
        {
            return flow;
        }

        RandomBlock luck = Philox.Draw(register.KeyOf("disruption", words.WordOfFlow(flow)), replication, number);
        if (luck.First >= group.Disruption)
        {
            return flow;
        }

        (string Flow, double Rate)[] others =
        [
            .. words
                .Flows.Where(f => OrganizationOf(f) != organization)
                .Select(f => (f, NaiveDispatch.ShipmentsPerHour(scenario.Flows[f]))),
        ];
        double upTo = 0;
        return luck.Second >= group.Substitution || others.Length == 0
            ? null
            : others.FirstOrDefault(o => luck.Third < (upTo += o.Rate / others.Sum(p => p.Rate)), others[^1]).Flow;
    }

    /// <summary>The number of the next case about an organization, whichever group opens it.</summary>
    public ulong NextCaseOf(string organization)
    {
        ulong number = casesOpened.GetValueOrDefault(organization);
        casesOpened[organization] = number + 1;
        return number;
    }

    /// <summary>A case of a group about a ring was closed.</summary>
    public void Dismantle(string organization, NaiveRing ring, TraffickingGroup group)
    {
        bool isInTime = IsAtWork(organization, ring);
        if (books.IsObserved(twin.Now))
        {
            books.CountBy(organization, Total.CasesClosed, 1);
            books.CountBy(organization, Total.RingsDismantled, isInTime ? 1 : 0);
            endedInWindow.AddRange(isInTime ? [ring] : Array.Empty<NaiveRing>());
        }

        if (isInTime)
        {
            rings[organization].End(ring, group);
        }
    }

    /// <summary>A case of a group about a whole organization was closed.</summary>
    public void Disrupt(string organization, TraffickingGroup group)
    {
        double before = disrupted.TryGetValue(organization, out (double Until, TraffickingGroup By) last) ? last.Until : 0;
        double until = twin.Now + group.RecoveryHours;
        books.CountBy(organization, Total.DisruptedHours, books.HoursObserved(Math.Max(before, twin.Now), until));
        disrupted[organization] = (until, group);
        if (books.IsObserved(twin.Now))
        {
            books.CountBy(organization, Total.CasesClosed, 1);
            books.CountBy(organization, Total.OrganizationsDisrupted, closedInWindow.Add(organization) ? 1 : 0);
        }
    }

    /// <summary>Counts the waits of cases that are still waiting.</summary>
    public void Finish()
    {
        groups.ForEach(group => group.Finish());
        foreach (NaiveLead lead in leads.Where(lead => books.IsObserved(lead.CameUp)))
        {
            bool isEnded = endedInWindow.Contains(lead.Ring);
            bool isInvestigated = groups.Exists(group => group.OpenedInWindow.Contains(lead.Ring));
            bool isActedOn = stopsOnLeads.Exists(stop => stop.Ring == lead.Ring && stop.At > lead.CameUp);
            books.CountBy(lead.Organization, Total.LeadsOfEndedRings, isEnded ? 1 : 0);
            books.CountBy(lead.Organization, Total.LeadsOfOtherCases, isInvestigated && !isEnded ? 1 : 0);
            books.CountBy(lead.Organization, Total.LeadsActedOn, isActedOn && !isInvestigated && !isEnded ? 1 : 0);
        }
    }

    /// <summary>A team stopped a shipment only because of a lead.</summary>
    public void StoppedOnLead(NaiveShipment shipment)
    {
        if (books.IsObserved(twin.Now))
        {
            stopsOnLeads.Add((shipment.Ring, twin.Now));
        }
    }

    private RandomBlock TraceLuck(NaiveShipment shipment, int firearm) =>
        Philox.Draw(register.KeyOf("trace", words.WordOfFlow(shipment.LuckOf)), replication, shipment.Planned, (uint)firearm);

    private void Trace(NaiveShipment shipment, int firearm, Tracing tracing, string? taskForce)
    {
        RandomBlock luck = TraceLuck(shipment, firearm);
        double ends = twin.Now + tracing.TakesHours.Quantile(luck.Second);
        books.Count(Total.OpenTraceHours, books.HoursObserved(twin.Now, ends));
        if (books.IsObserved(twin.Now))
        {
            books.Count(Total.TracesSubmitted, 1);
            books.Count(Total.CostUsd, tracing.CostUsd);
            books.Count(Total.TraceCostUsd, tracing.CostUsd);
        }

        twin.At(ends, NaivePhase.Trace, shipment, () => EndTrace(shipment, taskForce, luck.Third < tracing.Resolved));
    }

    private void EndTrace(NaiveShipment shipment, string? taskForce, bool isLead)
    {
        string organization = OrganizationOf(shipment.Flow);
        books.CountBy(organization, Total.TracesEnded, books.IsObserved(twin.Now) ? 1 : 0);
        if (!isLead)
        {
            return;
        }

        bool isStale = !IsAtWork(organization, shipment.Ring);
        if (books.IsObserved(twin.Now))
        {
            books.CountBy(organization, Total.Leads, 1);
            books.CountBy(organization, Total.LeadAgeHours, twin.Now - shipment.Left);
            books.CountBy(organization, Total.StaleLeads, isStale ? 1 : 0);
        }

        if (isStale)
        {
            return;
        }

        var lead = new NaiveLead(organization, shipment.Ring, (shipment.LuckOf, shipment.Number), taskForce, twin.Now);
        leads.Add(lead);
        GroupOf(On())?.Take(lead);
    }

    private NaiveGroup? GroupOf(Programmes on)
    {
        if (on.TraffickingGroup is not { } rules)
        {
            return null;
        }

        // It works on across the beginning of the window, if nothing about it changes then.
        NaiveGroup? group = groups.Find(known => known.Rules == rules);
        if (group is null)
        {
            groups.Add(group = new NaiveGroup(twin, books, this, rules, words, register, replication));
        }

        return group;
    }

    private Programmes On()
    {
        bool isToday = scenario.Experiment.DuringWarmUp == DuringWarmUp.Today && twin.Now < scenario.WarmUpHours;
        return scenario.Deployments[isToday ? scenario.InForce : arm.Deployment].Programmes ?? new Programmes();
    }

    private string OrganizationOf(string flow) => scenario.Flows[flow].Organization ?? flow;
}
