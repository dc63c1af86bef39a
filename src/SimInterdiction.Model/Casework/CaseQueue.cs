using SimInterdiction.Engine.Lanes;
using SimInterdiction.Engine.Scheduling;
using SimInterdiction.Model.Facts;
using SimInterdiction.Model.Intelligence;

namespace SimInterdiction.Model.Casework;

/// <summary>The trafficking group's cases: collects leads until they open a case, and gives cases to investigators in
/// the order they were opened.</summary>
internal sealed class CaseQueue
{
    private readonly TraffickingGroup rules;
    private readonly LaneBank investigators;
    private readonly UnusedLeads[] unused;

    public CaseQueue(TraffickingGroup rules, int organizations)
    {
        this.rules = rules;
        investigators = new LaneBank(rules.Capacity, int.MaxValue);
        unused = [.. Enumerable.Range(0, organizations).Select(_ => new UnusedLeads())];
    }

    /// <summary>How the group works.</summary>
    public TraffickingGroup Rules => rules;

    public void Clear()
    {
        investigators.Clear();
        foreach (UnusedLeads leads in unused)
        {
            leads.Clear();
        }
    }

    /// <summary>Takes in a lead.</summary>
    /// <returns>Whether it opens a case: the last that was missing, each from another shipment and none too old. They
    /// are used up by it.</returns>
    public bool TryOpen(in Lead lead)
    {
        UnusedLeads leads = unused[lead.Organization];
        if (rules.WithinHours is { } within)
        {
            leads.ForgetBefore(lead.CameUp.Hours - within);
        }

        leads.Add(in lead);
        if (leads.Shipments < rules.OpensAtLeads)
        {
            return false;
        }

        leads.UseUp();
        return true;
    }

    /// <summary>Gives the case just opened to an investigator.</summary>
    /// <param name="now">When it was opened.</param>
    /// <param name="takesHours">How long it will take.</param>
    /// <param name="begins">When an investigator is free for it.</param>
    /// <returns>When it will be closed.</returns>
    public Instant Assign(Instant now, double takesHours, out Instant begins)
    {
        investigators.TryServe(now, takesHours, Instant.Never, out begins);
        return begins + takesHours;
    }
}
