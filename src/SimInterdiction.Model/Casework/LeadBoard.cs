using SimInterdiction.Engine.Scheduling;
using SimInterdiction.Model.Facts;
using SimInterdiction.Model.Intelligence;
using SimInterdiction.Model.World;

namespace SimInterdiction.Model.Casework;

/// <summary>Which task force holds a live lead on which ring.</summary>
/// <remarks>
/// All leads of a deployment live equally long and take equally long to be shared, so of each task force's leads on a
/// place of rings only the latest matters, and shared ones arrive in the order they came up. A lead counts for
/// shipments of its ring, which whoever asks knows to be at work.
/// </remarks>
internal sealed class LeadBoard
{
    private readonly double lifeHours;
    private readonly double raisesStops;
    private readonly double sharedAfterHours;
    private readonly bool[] isSharedWith;
    private readonly bool isSharedWithAny;
    private readonly Held[] own;
    private readonly Held[] shared;
    private readonly Held[] heldByAny;
    private readonly Queue<Lead> underWay = new();

    /// <param name="effect">What a lead does.</param>
    /// <param name="sharedAfterHours">How long until the others hold it.</param>
    /// <param name="isSharedWith">By task force, whether leads are shared with it.</param>
    /// <param name="places">How many places of rings there are.</param>
    public LeadBoard(LeadEffect effect, double sharedAfterHours, bool[] isSharedWith, int places)
    {
        lifeHours = effect.LifeHours;
        raisesStops = effect.RaisesStops;
        this.sharedAfterHours = sharedAfterHours;
        this.isSharedWith = isSharedWith;
        isSharedWithAny = isSharedWith.Contains(true);
        own = new Held[places * isSharedWith.Length];
        shared = new Held[places];
        heldByAny = new Held[places];
    }

    /// <summary>By task force, whether leads are shared with it.</summary>
    public IReadOnlyList<bool> IsSharedWith => isSharedWith;

    /// <summary>When a lead is shared on a board that is not looked at before an instant; null if never in its
    /// life.</summary>
    public Instant? SharedAt(in Lead lead, Instant notBefore)
    {
        Instant dies = lead.CameUp + lifeHours;
        Instant at = lead.CameUp + sharedAfterHours;
        at = at > notBefore ? at : notBefore;
        return sharedAfterHours < lifeHours && at < dies ? at : null;
    }

    public void Clear()
    {
        Array.Clear(own);
        Array.Clear(shared);
        Array.Clear(heldByAny);
        underWay.Clear();
    }

    /// <summary>A lead has come up.</summary>
    public void Add(in Lead lead)
    {
        if (lead.TaskForce is { } taskForce)
        {
            own[IndexOf(lead.Ring, taskForce)] = Hold(in lead);
            heldByAny[lead.Ring.Place] = Hold(in lead);
        }

        // Shared after its death it helps nobody.
        if (sharedAfterHours < lifeHours)
        {
            underWay.Enqueue(lead);
        }
    }

    /// <summary>Whether any task force holds a live lead on a ring.</summary>
    /// <remarks>Instants asked for never go back.</remarks>
    public bool IsHeldByAny(in Ring ring, Instant now)
    {
        while (underWay.TryPeek(out Lead next) && next.CameUp + sharedAfterHours <= now)
        {
            shared[next.Ring.Place] = Hold(in next);
            underWay.Dequeue();
            ref Held any = ref heldByAny[next.Ring.Place];
            any = isSharedWithAny && next.CameUp + lifeHours > any.Until ? Hold(in next) : any;
        }

        return heldByAny[ring.Place].IsOn(in ring, now);
    }

    /// <summary>The factor on the chance that a task force stops shipments of a ring at work, and the number of the
    /// lead it owes it to.</summary>
    /// <remarks>Instants asked for never go back.</remarks>
    public double FactorFor(int taskForce, in Ring ring, Instant now, out int lead)
    {
        lead = -1;
        if (!IsHeldByAny(in ring, now))
        {
            return 1;
        }

        Held held = own[IndexOf(in ring, taskForce)];
        if (isSharedWith[taskForce] && shared[ring.Place].Until > held.Until)
        {
            held = shared[ring.Place];
        }

        lead = held.Lead;
        return held.IsOn(in ring, now) ? raisesStops : 1;
    }

    private int IndexOf(in Ring ring, int taskForce) => (ring.Place * isSharedWith.Length) + taskForce;

    private Held Hold(in Lead lead) => new(lead.Number, lead.Ring.Generation, lead.CameUp + lifeHours);

    private readonly record struct Held(int Lead, int Generation, Instant Until)
    {
        public bool IsOn(in Ring ring, Instant now) => now < Until && Generation == ring.Generation;
    }
}
