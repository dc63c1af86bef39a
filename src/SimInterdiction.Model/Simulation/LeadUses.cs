using SimInterdiction.Engine.Scheduling;
using SimInterdiction.Model.Facts;
using SimInterdiction.Model.Measures;
using SimInterdiction.Model.World;

namespace SimInterdiction.Model.Simulation;

/// <summary>What becomes of the leads of the window: each counts once, under the most that came of it.</summary>
internal sealed class LeadUses
{
    private readonly List<Lead> leads = [];
    private readonly HashSet<Ring> withCase = [];
    private readonly HashSet<Ring> ended = [];
    private readonly Dictionary<Ring, Instant> lastActedOn = [];

    public void Clear()
    {
        leads.Clear();
        withCase.Clear();
        ended.Clear();
        lastActedOn.Clear();
    }

    public void CameUp(in Lead lead) => leads.Add(lead);

    /// <summary>A shipment was stopped only because of a lead on its ring.</summary>
    public void ActedOn(in Ring ring, Instant at)
    {
        if (!lastActedOn.TryGetValue(ring, out Instant last) || at > last)
        {
            lastActedOn[ring] = at;
        }
    }

    public void CaseOpened(in Ring ring) => withCase.Add(ring);

    public void RingEnded(in Ring ring) => ended.Add(ring);

    /// <summary>What each lead came to: the organization it is about and the total it counts in; those of no use are
    /// left out.</summary>
    public IEnumerable<(int Organization, Total Use)> Uses()
    {
        foreach (Lead lead in leads)
        {
            Total? use =
                ended.Contains(lead.Ring) ? Total.LeadsOfEndedRings
                : withCase.Contains(lead.Ring) ? Total.LeadsOfOtherCases
                : lastActedOn.TryGetValue(lead.Ring, out Instant last) && last > lead.CameUp ? Total.LeadsActedOn
                : null;
            if (use is { } counted)
            {
                yield return (lead.Organization, counted);
            }
        }
    }
}
