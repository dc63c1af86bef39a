using SimInterdiction.Engine.Scheduling;
using SimInterdiction.Model.World;

namespace SimInterdiction.Model.Behaviours;

/// <summary>An organization at work in one replication: news on its way to it, and its behaviours, asked one after
/// another.</summary>
internal sealed class OrganizationState
{
    private readonly OrganizationPlan plan;
    private readonly IBehaviour[] behaviours;
    private readonly IHearFates[] listeners;
    private readonly IHoldBack[] holders;
    private readonly ISplitLoads[] splitters;
    private readonly IDelayDepartures[] delayers;
    private readonly IPerceiveRisks? perceiver;
    private readonly DelayLine<HeardFate> news;

    /// <param name="plan">The organization.</param>
    /// <param name="behaviours">What it does.</param>
    /// <param name="shipmentsPerHour">How much it sends.</param>
    public OrganizationState(OrganizationPlan plan, IBehaviour[] behaviours, double shipmentsPerHour)
    {
        this.plan = plan;
        this.behaviours = behaviours;
        listeners = [.. behaviours.OfType<IHearFates>()];
        holders = [.. behaviours.OfType<IHoldBack>()];
        splitters = [.. behaviours.OfType<ISplitLoads>()];
        delayers = [.. behaviours.OfType<IDelayDepartures>()];
        perceiver = behaviours.OfType<IPerceiveRisks>().SingleOrDefault();
        HearsOfDeliveries = listeners.Any(listener => listener.HearsOfDeliveries);
        news = new DelayLine<HeardFate>(shipmentsPerHour, plan.HearsAfterHours);
    }

    /// <summary>Whether it wants to know when its shipments are delivered.</summary>
    public bool HearsOfDeliveries { get; }

    /// <summary>Begins a replication.</summary>
    public void Begin(uint replication)
    {
        news.Clear();
        foreach (IBehaviour behaviour in behaviours)
        {
            behaviour.Begin(replication);
        }
    }

    /// <summary>A shipment was seized; the organization will hear of it.</summary>
    public void Lost(in Shipment shipment, Instant at)
    {
        if (listeners.Length == 0)
        {
            return;
        }

        Instant heard = at + plan.HearsAfterHours;
        news.Add(heard, new HeardFate(shipment.Corridor, shipment.Step, IsSeized: true));
        foreach (IHearFates listener in listeners)
        {
            listener.WillHearOfLoss(heard);
        }
    }

    /// <summary>A shipment is, or will be, delivered; the organization will hear of it if it wants to.</summary>
    public void Delivered(in Shipment shipment, Instant at)
    {
        if (HearsOfDeliveries)
        {
            news.Add(at + plan.HearsAfterHours, new HeardFate(shipment.Corridor, plan.LastStep(shipment.Corridor), IsSeized: false));
        }
    }

    /// <summary>Takes in what it has heard by now. Instants never go back.</summary>
    public void Listen(Instant now)
    {
        while (news.TryTake(now, out Instant at, out HeardFate fate))
        {
            foreach (IHearFates listener in listeners)
            {
                listener.Hear(in fate, at);
            }
        }
    }

    /// <summary>Whether it dispatches nothing for now; of several pauses the first one listed.</summary>
    public Pause? PauseAt(Instant now)
    {
        foreach (IHoldBack holder in holders)
        {
            if (holder.PauseAt(now) is { } pause)
            {
                return pause;
            }
        }

        return null;
    }

    /// <summary>Over how many vehicles it spreads a load: as many as the most careful behaviour wants.</summary>
    public int VehiclesFor(int firearms, Instant now)
    {
        int vehicles = 1;
        foreach (ISplitLoads splitter in splitters)
        {
            vehicles = Math.Max(vehicles, splitter.VehiclesFor(firearms, now));
        }

        return vehicles;
    }

    /// <summary>How many hours a shipment waits before it leaves: as long as the most patient behaviour
    /// wants.</summary>
    public double WaitHours(in Shipment shipment, Instant now)
    {
        double hours = 0;
        foreach (IDelayDepartures delayer in delayers)
        {
            hours = Math.Max(hours, delayer.WaitHours(in shipment, now));
        }

        return hours;
    }

    /// <summary>Computes the perceived chance of loss on each corridor of a flow.</summary>
    /// <returns>Whether it differs from that at the beginning; if not, nothing is computed.</returns>
    public bool TryPerceive(int flow, Instant now, Span<double> risks) => perceiver?.TryPerceive(flow, now, risks) == true;
}
