using SimInterdiction.Engine.Lanes;
using SimInterdiction.Engine.Scheduling;

namespace SimInterdiction.Model.Intelligence;

/// <summary>The trafficking group's desk: collects leads until they open a case, and gives cases to investigators in the order they were opened.</summary>
internal sealed class CaseDesk
{
    private readonly TraffickingGroup rules;
    private readonly LaneBank investigators;
    private readonly List<Lead>[] unused;

    public CaseDesk(TraffickingGroup rules, int organizations)
    {
        this.rules = rules;
        investigators = new LaneBank(rules.Capacity, int.MaxValue);
        unused = [.. Enumerable.Range(0, organizations).Select(_ => new List<Lead>())];
    }

    /// <summary>How the group works.</summary>
    public TraffickingGroup Rules => rules;

    public void Clear()
    {
        investigators.Clear();
        foreach (List<Lead> leads in unused)
        {
            leads.Clear();
        }
    }

    /// <summary>Takes in a lead.</summary>
    /// <returns>Whether it opens a case: the last that was missing, each from another shipment and none too old. They are used up by it.</returns>
    public bool Opens(in Lead lead)
    {
        List<Lead> leads = unused[lead.Organization];
        double oldest = rules.WithinHours is { } within ? lead.CameUp.Hours - within : double.NegativeInfinity;
        leads.RemoveAll(known => known.CameUp.Hours < oldest);
        leads.Add(lead);
        if (!HasEnough(leads))
        {
            return false;
        }

        UseUp(leads);
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

    private bool HasEnough(List<Lead> leads)
    {
        int shipments = 0;
        for (int i = 0; i < leads.Count; i++)
        {
            shipments += IsFirstOfItsShipment(leads, i) ? 1 : 0;
        }

        return shipments >= rules.OpensAtLeads;
    }

    // The oldest lead of each shipment; further ones of the same shipments stay for a later case. From behind, so that what is removed stands in front of nothing.
    private static void UseUp(List<Lead> leads)
    {
        for (int i = leads.Count - 1; i >= 0; i--)
        {
            if (IsFirstOfItsShipment(leads, i))
            {
                leads.RemoveAt(i);
            }
        }
    }

    private static bool IsFirstOfItsShipment(List<Lead> leads, int index)
    {
        for (int i = 0; i < index; i++)
        {
            if (leads[i].From == leads[index].From)
            {
                return false;
            }
        }

        return true;
    }
}
