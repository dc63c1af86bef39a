using SimInterdiction.Engine.Scheduling;
using SimInterdiction.Model.Facts;
using SimInterdiction.Model.Intelligence;

namespace SimInterdiction.Model.Casework;

/// <summary>Which task force holds a live lead on which organization.</summary>
/// <remarks>
/// All leads of a deployment live equally long and take equally long to be shared, so of each task force's leads on an
/// organization only the latest matters, and shared ones arrive in the order they came up.
/// </remarks>
internal sealed class LeadBoard
{
    private readonly double lifeHours;
    private readonly double raisesStops;
    private readonly double sharedAfterHours;
    private readonly bool[] isSharedWith;
    private readonly Held[][] own;
    private readonly Held[] shared;
    private readonly Queue<Lead>[] underWay;

    /// <param name="effect">What a lead does.</param>
    /// <param name="sharedAfterHours">How long until the others hold it.</param>
    /// <param name="isSharedWith">By task force, whether leads are shared with it.</param>
    /// <param name="organizations">How many organizations there are.</param>
    public LeadBoard(LeadEffect effect, double sharedAfterHours, bool[] isSharedWith, int organizations)
    {
        lifeHours = effect.LifeHours;
        raisesStops = effect.RaisesStops;
        this.sharedAfterHours = sharedAfterHours;
        this.isSharedWith = isSharedWith;
        own = [.. isSharedWith.Select(_ => new Held[organizations])];
        shared = new Held[organizations];
        underWay = [.. Enumerable.Range(0, organizations).Select(_ => new Queue<Lead>())];
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
        foreach (Held[] row in own)
        {
            Array.Clear(row);
        }

        Array.Clear(shared);
        foreach (Queue<Lead> queue in underWay)
        {
            queue.Clear();
        }
    }

    /// <summary>A lead has come up.</summary>
    public void Add(in Lead lead)
    {
        if (lead.TaskForce is { } taskForce)
        {
            own[taskForce][lead.Organization] = new Held(lead.Number, lead.CameUp + lifeHours);
        }

        // Shared after its death it helps nobody.
        if (sharedAfterHours < lifeHours)
        {
            underWay[lead.Organization].Enqueue(lead);
        }
    }

    /// <summary>The factor on the chance that a task force stops the organization's shipments, and the number of the
    /// lead it owes it to.</summary>
    /// <remarks>Instants asked for never go back.</remarks>
    public double FactorFor(int taskForce, int organization, Instant now, out int lead)
    {
        Queue<Lead> queue = underWay[organization];
        while (queue.TryPeek(out Lead next) && next.CameUp + sharedAfterHours <= now)
        {
            shared[organization] = new Held(next.Number, next.CameUp + lifeHours);
            queue.Dequeue();
        }

        Held held = own[taskForce][organization];
        if (isSharedWith[taskForce] && shared[organization].Until > held.Until)
        {
            held = shared[organization];
        }

        lead = held.Lead;
        return now < held.Until ? raisesStops : 1;
    }

    private readonly record struct Held(int Lead, Instant Until);
}
