using SimInterdiction.Engine.Scheduling;
using SimInterdiction.Model.Facts;
using SimInterdiction.Model.Measures;
using SimInterdiction.Model.Teams;
using SimInterdiction.Model.World;

namespace SimInterdiction.Model.Chronicle;

/// <summary>The journeys of the latest replication, warm-up included, in the order in which the shipments
/// left.</summary>
/// <remarks>A place where no team can stop a shipment is no event; when it passes there is computed from the luck
/// that the simulation itself uses.</remarks>
public sealed class JourneyLog(CompiledScenario world) : IObserveFacts
{
    private readonly NamesInLogs names = new(world);
    private readonly TravelTimes travelTimes = new(world);
    private readonly Dictionary<ShipmentName, Underway> known = [];
    private uint replication;

    /// <summary>Empty until a replication is over.</summary>
    public IReadOnlyList<Journey> Journeys { get; private set; } = [];

    void IObserveFacts.Begins(uint number)
    {
        replication = number;
        known.Clear();
        Journeys = [];
    }

    void IObserveFacts.Ends(Instant at) =>
        Journeys = [.. known.Values.Select(shipment => shipment.Seen(at)).OrderBy(journey => journey.Left.Hours)];

    void IObserveFacts.Dispatched(in Shipment shipment, bool isKnown, Instant at)
    {
        var hours = new double[world.Routes[shipment.Corridor].Places.Length];
        travelTimes.HoursTo(in shipment, replication, hours);
        var journey = new Journey
        {
            Shipment = names.Of(NameOf(in shipment)),
            Organization = names.Of(Dimension.Organization, world.Flows[shipment.Flow].Organization),
            Corridor = names.Of(Dimension.Corridor, shipment.Corridor),
            Firearms = shipment.Firearms,
            Counts = shipment.IsInCohort,
            Passages = [],
            Fate = shipment.Fate,
        };
        known[NameOf(in shipment)] = new Underway(journey, [.. hours.Select(h => new Passage(at + h, at + h))]);
    }

    void IObserveFacts.Stopped(in Shipment shipment, Station team, Instant at, Fate outcome, Instant until) =>
        known[NameOf(in shipment)].IsHeld(shipment.Step, new Passage(shipment.Arrived, until));

    void IObserveFacts.Ended(in Shipment shipment) => known[NameOf(in shipment)].Ends(shipment.Fate, shipment.Step);

    private static ShipmentName NameOf(in Shipment shipment) => new(shipment.LuckOf, shipment.Number);

    /// <summary>A journey as far as it is known: where it will pass when, if nothing more holds it up.</summary>
    private sealed class Underway(Journey journey, Passage[] passages)
    {
        private Fate fate = journey.Fate;
        private int? last;

        public void IsHeld(int step, Passage held)
        {
            double longer = held.Leaves - passages[step].Leaves;
            passages[step] = held;
            for (int i = step + 1; i < passages.Length; i++)
            {
                passages[i] = new Passage(passages[i].Arrives + longer, passages[i].Leaves + longer);
            }
        }

        public void Ends(Fate reached, int step)
        {
            fate = reached;
            last = reached == Fate.Seized ? step : passages.Length - 1;
        }

        /// <summary>The journey; of one that has not ended, what it came to so far.</summary>
        public Journey Seen(Instant at) =>
            journey with
            {
                Fate = fate,
                Passages = last is { } end
                    ? passages[..(end + 1)]
                    : [.. passages.Where((passage, step) => step == 0 || passage.Arrives <= at)],
            };
    }
}
