using SimInterdiction.Model.Facts;

namespace SimInterdiction.Model.Casework;

/// <summary>The leads on one ring that no case has used up, in the order they came up, and from how many
/// shipments they are.</summary>
internal sealed class UnusedLeads
{
    private readonly Dictionary<ShipmentName, int> ofShipment = [];
    private readonly HashSet<ShipmentName> seen = [];
    private readonly List<Lead> leads = [];
    private int oldest;

    /// <summary>From how many distinct shipments they are.</summary>
    public int Shipments => ofShipment.Count;

    public void Clear()
    {
        leads.Clear();
        ofShipment.Clear();
        oldest = 0;
    }

    public void Add(in Lead lead)
    {
        leads.Add(lead);
        ofShipment[lead.From] = ofShipment.GetValueOrDefault(lead.From) + 1;
    }

    /// <summary>Lets go of leads that came up before an instant.</summary>
    public void ForgetBefore(double hours)
    {
        while (oldest < leads.Count && leads[oldest].CameUp.Hours < hours)
        {
            Remove(leads[oldest++].From);
        }

        // Moved up only once half of the list is gone, so that a lead is moved about once.
        if (oldest > leads.Count / 2)
        {
            leads.RemoveRange(0, oldest);
            oldest = 0;
        }
    }

    /// <summary>Uses up the oldest lead of each shipment; further ones of the same shipments stay for a later
    /// case.</summary>
    public void UseUp()
    {
        seen.Clear();
        int kept = 0;
        for (int i = oldest; i < leads.Count; i++)
        {
            Lead lead = leads[i];
            if (seen.Add(lead.From))
            {
                Remove(lead.From);
            }
            else
            {
                leads[kept++] = lead;
            }
        }

        leads.RemoveRange(kept, leads.Count - kept);
        oldest = 0;
    }

    private void Remove(ShipmentName shipment)
    {
        int left = ofShipment[shipment] - 1;
        if (left == 0)
        {
            ofShipment.Remove(shipment);
        }
        else
        {
            ofShipment[shipment] = left;
        }
    }
}
