using SimInterdiction.Engine.Scheduling;
using SimInterdiction.Model.Adversaries;
using SimInterdiction.Model.Network;
using SimInterdiction.Model.Teams;
using SimInterdiction.Model.World;

namespace SimInterdiction.Model.Behaviours;

/// <summary>An organization at work in one replication: what it has heard, what it believes, and what it does about
/// it.</summary>
internal sealed class Adversary
{
    private readonly OrganizationPlan plan;
    private readonly Grapevine grapevine;
    private readonly Beliefs beliefs;
    private readonly double[] passing;
    private readonly Losses? losses;
    private Instant lowUntil;
    private bool hasHeard;

    /// <param name="plan">How it behaves.</param>
    /// <param name="shipmentsPerHour">How much it sends.</param>
    public Adversary(OrganizationPlan plan, double shipmentsPerHour)
    {
        this.plan = plan;
        Learns = plan.Learns;
        grapevine = new Grapevine(shipmentsPerHour, plan.HearsAfterHours);
        RouteChoice choice = plan.Behaviour.RouteChoice ?? new RouteChoice();
        beliefs = new Beliefs(plan.Learns ? plan.Prior : [], choice.PriorWeight, choice.MemoryHours);
        passing = new double[beliefs.Room];
        losses = plan.Behaviour.SplitsLoads is { } splitting ? new Losses(splitting) : null;
    }

    public bool Learns { get; }

    /// <summary>How it watches the duty hours; null if it doesn't.</summary>
    public Scouting? Watches => plan.Behaviour.Watches;

    /// <summary>Whether shipments wait while it lies low; otherwise they are lost.</summary>
    public bool Postpones => plan.Behaviour.LiesLow is { Shipments: LyingLowShipments.Postponed };

    /// <summary>Begins a replication.</summary>
    public void Begin()
    {
        grapevine.Clear();
        beliefs.Clear();
        losses?.Clear();
        lowUntil = Instant.Zero;
        hasHeard = false;
    }

    /// <summary>A shipment was seized; the organization will hear of it.</summary>
    public void Lost(in Shipment shipment, Instant at)
    {
        if (plan.Listens)
        {
            grapevine.Add(new HeardFate(at + plan.HearsAfterHours, shipment.Corridor, shipment.Step, IsSeized: true));
        }
    }

    /// <summary>When it lies low after a loss; null if it doesn't.</summary>
    public Shift? LowAfterLoss(Instant at) =>
        plan.Behaviour.LiesLow is { } low ? new Shift(at + plan.HearsAfterHours, at + plan.HearsAfterHours + low.ForHours) : null;

    /// <summary>A shipment is, or will be, delivered; the organization will hear of it.</summary>
    public void Delivered(in Shipment shipment, Instant at)
    {
        if (Learns)
        {
            grapevine.Add(new HeardFate(at + plan.HearsAfterHours, shipment.Corridor, plan.LastStep(shipment.Corridor), IsSeized: false));
        }
    }

    /// <summary>Takes in what it has heard by now. Instants never go back.</summary>
    public void Listen(Instant now)
    {
        while (grapevine.TryHear(now, out HeardFate fate))
        {
            if (Learns)
            {
                Learn(in fate);
            }

            if (fate.IsSeized)
            {
                losses?.Hear(fate.At);
                lowUntil = plan.Behaviour.LiesLow is { } low ? fate.At + low.ForHours : lowUntil;
            }
        }
    }

    /// <summary>Whether it dispatches nothing for now, and until when.</summary>
    public bool LiesLow(Instant now, out Instant until)
    {
        until = lowUntil;
        return now < lowUntil;
    }

    /// <summary>Over how many vehicles it spreads a load.</summary>
    public int VehiclesFor(int firearms, Instant now) => losses?.VehiclesFor(firearms, now) ?? 1;

    /// <summary>Works out the chance of loss on each corridor of a flow from what it believes now.</summary>
    /// <returns>Whether it differs from that before anything was heard; if not, nothing is worked out.</returns>
    public bool TryPerceive(CorridorSubjects subjects, Instant now, Span<double> risks)
    {
        if (hasHeard)
        {
            beliefs.ChancesOfPassing(beliefs.WeightAt(now.Hours), passing);
            subjects.RisksOf(passing, risks);
        }

        return hasHeard;
    }

    private void Learn(in HeardFate fate)
    {
        hasHeard = true;
        double weight = beliefs.WeightAt(fate.At.Hours);
        int[] subjects = plan.Subjects[fate.Corridor];
        if (plan.IsByCorridor)
        {
            beliefs.Hear(subjects[0], fate.IsSeized, weight);
            return;
        }

        for (int step = 0; step <= fate.LastStep; step++)
        {
            if (subjects[step] >= 0)
            {
                beliefs.Hear(subjects[step], fate.IsSeized && step == fate.LastStep, weight);
            }
        }
    }
}
