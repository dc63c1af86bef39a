using SimInterdiction.Engine.Scheduling;
using SimInterdiction.Model.World;

namespace SimInterdiction.Model.Behaviours;

/// <summary>Something an organization does about what it hears or knows. It takes part in the decisions whose
/// interfaces it implements, and keeps what it remembers in one replication.</summary>
internal interface IBehaviour
{
    /// <summary>Begins a replication: nothing is remembered.</summary>
    void Begin(uint replication);
}

/// <summary>Depends on what becomes of shipments, as far as the organization has heard of it.</summary>
internal interface IHearFates : IBehaviour
{
    /// <summary>Whether it must hear of deliveries too. Their instants are computed only where somebody wants to
    /// know.</summary>
    bool HearsOfDeliveries => false;

    /// <summary>Told at a loss: when the organization will hear of it.</summary>
    void WillHearOfLoss(Instant at) { }

    /// <summary>The organization hears of a fate. Instants never go back.</summary>
    void Hear(in HeardFate fate, Instant at);
}

/// <summary>Keeps shipments from leaving for a while.</summary>
internal interface IHoldBack : IBehaviour
{
    /// <summary>Until when nothing leaves, and what becomes of the shipments meanwhile; null if they may
    /// leave.</summary>
    Pause? PauseAt(Instant now);
}

/// <summary>Perceives other risks than at the beginning.</summary>
internal interface IPerceiveRisks : IBehaviour
{
    /// <summary>Computes the perceived chance of loss on each corridor of a flow.</summary>
    /// <returns>Whether it differs from that at the beginning; if not, nothing is computed.</returns>
    bool TryPerceive(int flow, Instant now, Span<double> risks);
}

/// <summary>Spreads loads over several vehicles.</summary>
internal interface ISplitLoads : IBehaviour
{
    /// <summary>Over how many vehicles a load is spread, from 1; no vehicle goes empty.</summary>
    int VehiclesFor(int firearms, Instant now);
}

/// <summary>Makes a driver wait before leaving.</summary>
internal interface IDelayDepartures : IBehaviour
{
    /// <summary>How many hours the shipment waits; 0 if it leaves at once.</summary>
    double WaitHours(in Shipment shipment, Instant now);
}

/// <summary>A time in which nothing leaves.</summary>
/// <param name="Until">When it ends.</param>
/// <param name="LosesShipments">Whether what should leave meanwhile is given up; otherwise it waits.</param>
internal readonly record struct Pause(Instant Until, bool LosesShipments);

/// <summary>The fate of a shipment, as its organization hears of it.</summary>
/// <param name="Corridor">The corridor taken.</param>
/// <param name="LastStep">The last place reached, as its index on the corridor.</param>
/// <param name="IsSeized">Whether it was lost there; otherwise it was delivered there.</param>
internal readonly record struct HeardFate(int Corridor, int LastStep, bool IsSeized);
