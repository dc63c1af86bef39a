using SimInterdiction.Engine.Scheduling;
using SimInterdiction.Model.Facts;
using SimInterdiction.Model.Intelligence;
using SimInterdiction.Model.World;

namespace SimInterdiction.Model.Casework;

/// <summary>The trafficking group's cases: collects leads until they open a case, and gives cases to investigators as
/// they fall free.</summary>
/// <remarks>
/// A ring is investigated once: what comes up on it while its case is open belongs to that case. Leads and cases from
/// after the observed window give no precedence, so how long the cases of the window wait does not hang on when a
/// replication ends.
/// </remarks>
internal sealed class CaseQueue
{
    private const int None = -1;

    private readonly TraffickingGroup rules;
    private readonly Instant windowEnd;
    private readonly PlaceOfLeads[] places;
    private readonly Dictionary<Ring, int> cameUp = [];
    private readonly List<Waiting> waiting = [];
    private readonly PriorityQueue<Instant, double> closings = new();
    private int first;

    /// <param name="rules">How the group works.</param>
    /// <param name="count">How many places of rings there are.</param>
    /// <param name="windowEnd">When the observed window ends.</param>
    public CaseQueue(TraffickingGroup rules, int count, Instant windowEnd)
    {
        this.rules = rules;
        this.windowEnd = windowEnd;
        places = [.. Enumerable.Range(0, count).Select(_ => new PlaceOfLeads())];
    }

    /// <summary>How the group works.</summary>
    public TraffickingGroup Rules => rules;

    public void Clear()
    {
        cameUp.Clear();
        waiting.Clear();
        closings.Clear();
        first = 0;
        foreach (PlaceOfLeads place in places)
        {
            place.Clear();
        }
    }

    /// <summary>Takes in a lead.</summary>
    /// <returns>Whether it opens a case: the last that was missing, each from another shipment and none too old. They
    /// are used up by it.</returns>
    public bool TryOpen(in Lead lead)
    {
        PlaceOfLeads place = places[lead.Ring.Place];
        if (place.Generation != lead.Ring.Generation)
        {
            place.Clear();
            place.Generation = lead.Ring.Generation;
        }

        if (rules.First == CaseOrder.Largest && lead.CameUp < windowEnd)
        {
            cameUp[lead.Ring] = cameUp.GetValueOrDefault(lead.Ring) + 1;
        }

        if (place.HasCase)
        {
            return false;
        }

        if (rules.WithinHours is { } within)
        {
            place.Unused.ForgetBefore(lead.CameUp.Hours - within);
        }

        place.Unused.Add(in lead);
        if (place.Unused.Shipments < rules.OpensAtLeads)
        {
            return false;
        }

        place.Unused.UseUp();
        place.HasCase = lead.Ring.IsOneOfMany;
        return true;
    }

    /// <summary>A case just opened waits for an investigator.</summary>
    /// <param name="opened">The case.</param>
    /// <param name="takesHours">How long it will take.</param>
    public void Add(in Case opened, double takesHours) => waiting.Add(new Waiting(opened, takesHours));

    /// <summary>Gives a case to an investigator who is free; null if there is none, or no case.</summary>
    /// <param name="now">When it begins.</param>
    /// <param name="closes">When it will be closed.</param>
    public Case? TryBegin(Instant now, out Instant closes)
    {
        closes = Instant.Never;
        if (first == waiting.Count || closings.Count == rules.Capacity)
        {
            return null;
        }

        Waiting next = TakeNext();
        closes = now + next.TakesHours;
        closings.Enqueue(closes, closes.Hours);
        return next.Case;
    }

    /// <summary>The case that closes next is closed: its investigator is free.</summary>
    /// <returns>When that is; null if none is under way.</returns>
    public Instant? FreeInvestigator() => closings.TryDequeue(out Instant closed, out _) ? closed : null;

    private Waiting TakeNext()
    {
        int taken = first;
        for (int i = first + 1; rules.First == CaseOrder.Largest && i < waiting.Count; i++)
        {
            taken = LeadsOn(waiting[i].Case) > LeadsOn(waiting[taken].Case) ? i : taken;
        }

        Waiting next = waiting[taken];
        if (taken > first)
        {
            waiting.RemoveAt(taken);
            return next;
        }

        // Moved up only once half of the list is gone, so that a case is moved about once.
        if (++first > waiting.Count / 2)
        {
            waiting.RemoveRange(0, first);
            first = 0;
        }

        return next;
    }

    private int LeadsOn(in Case about) => about.Opened < windowEnd ? cameUp[about.Ring] : 0;

    /// <param name="Case">A case that no investigator has taken up.</param>
    /// <param name="TakesHours">How long it will take.</param>
    private readonly record struct Waiting(Case Case, double TakesHours);

    /// <summary>What has come up on the ring at a place.</summary>
    private sealed class PlaceOfLeads
    {
        public UnusedLeads Unused { get; } = new();

        /// <summary>Of the ring that it is about.</summary>
        public int Generation { get; set; } = None;

        public bool HasCase { get; set; }

        public void Clear()
        {
            Unused.Clear();
            Generation = None;
            HasCase = false;
        }
    }
}
