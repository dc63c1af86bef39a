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
        RouteLegs route = world.Routes[shipment.Corridor];
        known[NameOf(in shipment)] = new Underway(journey, at, hours, (step, from, leg) => world.Gates?.Through(route, step, from, leg));
    }

    void IObserveFacts.Stopped(in Shipment shipment, Station team, Instant at, Fate? outcome, Instant until) =>
        known[NameOf(in shipment)].IsHeld(shipment.Step, new Passage(shipment.Arrived, until));

    void IObserveFacts.Referred(in Shipment shipment, Station team, Instant at, Fate outcome, Instant until) =>
        known[NameOf(in shipment)].IsHeld(shipment.Step, new Passage(shipment.Arrived, until));

    void IObserveFacts.Ended(in Shipment shipment) => known[NameOf(in shipment)].Ends(shipment.Fate, shipment.Step);

    private static ShipmentName NameOf(in Shipment shipment) => new(shipment.LuckOf, shipment.Number);

    /// <summary>A journey as far as it is known: where it will pass when, if nothing more holds it up.</summary>
    private sealed class Underway
    {
        private readonly Journey journey;
        private readonly double[] hoursTo;
        private readonly Func<int, Instant, double, Instant?> through;
        private readonly Passage[] passages;
        private Fate fate;
        private int? last;

        /// <param name="journey">Without its passages.</param>
        /// <param name="left">When it leaves.</param>
        /// <param name="hoursTo">How long after that it reaches each place where everything is open.</param>
        /// <param name="through">Of a place, and when the leg into it may begin and how long it takes: when it is let
        /// in; null where everything is open.</param>
        public Underway(Journey journey, Instant left, double[] hoursTo, Func<int, Instant, double, Instant?> through)
        {
            this.journey = journey;
            this.hoursTo = hoursTo;
            this.through = through;
            fate = journey.Fate;
            passages = [.. hoursTo.Select(hours => new Passage(left + hours, left + hours))];
            WaitAtGates(0, left);
        }

        public void IsHeld(int step, Passage held)
        {
            double longer = held.Leaves - passages[step].Leaves;
            passages[step] = step == 0 ? held with { Arrives = passages[0].Arrives } : held;
            for (int i = step + 1; i < passages.Length; i++)
            {
                passages[i] = new Passage(passages[i].Arrives + longer, passages[i].Leaves + longer);
            }

            WaitAtGates(step + 1, held.Leaves);
        }

        private void WaitAtGates(int first, Instant from)
        {
            for (int i = first; i < passages.Length && through(i, from, hoursTo[i] - (i == 0 ? 0 : hoursTo[i - 1])) is { } at; i++)
            {
                passages[i] = new Passage(i == 0 ? from : at, at);
                from = at;
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
