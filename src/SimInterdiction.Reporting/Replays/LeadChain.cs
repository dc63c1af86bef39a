using SimInterdiction.Model.Chronicle;

namespace SimInterdiction.Reporting.Replays;

/// <summary>How far the longest chain of a replication comes.</summary>
public enum ChainEnd
{
    /// <summary>No trace ended as a lead.</summary>
    NoLead,

    /// <summary>Leads came up, and no shipment was stopped on any.</summary>
    NoStop,

    /// <summary>Shipments were stopped on leads, and none of their loads found.</summary>
    NoSeizure,
    Seizure,
}

/// <summary>From a seizure by trace and lead to the stop that the lead brought about, and to the seizure that may come
/// of it, and so on.</summary>
/// <param name="End">How far it comes.</param>
/// <param name="Leads">How many leads are in it.</param>
/// <param name="Facts">Its facts, by time.</param>
public sealed record LeadChain(ChainEnd End, int Leads, IReadOnlyList<Fact> Facts)
{
    /// <summary>The longest chain of seizures, each but the first on a lead from the one before; of several the one
    /// that ends first.</summary>
    /// <param name="facts">All facts of a replication, by time.</param>
    public static LeadChain Longest(IReadOnlyList<Fact> facts)
    {
        var leads = facts.Where(fact => fact.Kind == FactKind.Lead).ToDictionary(fact => fact.Lead!.Value);
        if (leads.Count == 0)
        {
            return new LeadChain(ChainEnd.NoLead, 0, []);
        }

        Fact[] stops = [.. facts.Where(fact => fact is { Kind: FactKind.Stopped or FactKind.Referred, Lead: not null })];
        var seizedOn = new Dictionary<string, Fact>();
        var depths = new Dictionary<string, int>();
        Fact? last = null;
        foreach (Fact seizure in facts.Where(fact => fact is { Kind: FactKind.Seized, Lead: not null }))
        {
            // A lead comes from an earlier seizure, whose depth is known.
            int depth = 1 + depths.GetValueOrDefault(leads[seizure.Lead!.Value].Shipment!);
            depths[seizure.Shipment!] = depth;
            seizedOn[seizure.Shipment!] = seizure;
            last = last is null || depth > depths[last.Shipment!] ? seizure : last;
        }

        (ChainEnd end, Fact final) =
            last is not null ? (ChainEnd.Seizure, last)
            : stops.Length > 0 ? (ChainEnd.NoSeizure, stops[0])
            : (ChainEnd.NoStop, leads.Values.MinBy(lead => lead.At.Hours)!);
        var used = new List<Fact>();
        for (Fact? step = final; step is not null; step = seizedOn.GetValueOrDefault(used[^1].Shipment!))
        {
            used.Add(leads[step.Lead!.Value]);
        }

        return new LeadChain(end, used.Count, Links(facts, used, final.Shipment!));
    }

    /// <summary>What led to each lead, what was done with it, and what became of the shipments.</summary>
    private static Fact[] Links(IReadOnlyList<Fact> facts, List<Fact> used, string lastShipment)
    {
        var leads = used.Select(lead => lead.Lead).ToHashSet();
        var traces = used.Select(lead => lead.Trace).ToHashSet();
        var shipments = used.Select(lead => lead.Shipment).Append(lastShipment).ToHashSet();

        // A search that takes no time: stop and seizure are one.
        var seizures = facts.Where(fact => fact.Kind == FactKind.Seized).Select(fact => (fact.Shipment, fact.At)).ToHashSet();
        return
        [
            .. facts.Where(fact =>
                fact.Kind switch
                {
                    FactKind.Lead or FactKind.LeadShared or FactKind.CaseOpened => leads.Contains(fact.Lead),
                    FactKind.TraceSubmitted => traces.Contains(fact.Trace),
                    FactKind.Stopped or FactKind.Referred => fact.Lead is not null
                        && leads.Contains(fact.Lead)
                        && shipments.Contains(fact.Shipment)
                        && !seizures.Contains((fact.Shipment, fact.At)),
                    FactKind.Missed or FactKind.WavedThrough => fact.Lead is not null
                        && leads.Contains(fact.Lead)
                        && shipments.Contains(fact.Shipment),
                    FactKind.Seized or FactKind.Delivered => shipments.Contains(fact.Shipment),
                    _ => false,
                }
            ),
        ];
    }
}
