using SimInterdiction.Engine.Scheduling;
using SimInterdiction.Model.Adversaries;
using SimInterdiction.Model.Behaviours;
using SimInterdiction.Model.World;

namespace SimInterdiction.Tests.Model.Behaviours;

public sealed class OrganizationStateTests
{
    private const double Delay = 10;
    private static readonly Shipment OnFirstCorridor = new() { Corridor = 0, Step = 0 };

    [Test]
    public void Whoever_hears_nothing_asks_for_no_deliveries_and_leaves_at_once()
    {
        OrganizationState state = With();
        state.Begin(0);
        state.Lost(in OnFirstCorridor, new Instant(1));
        state.Listen(new Instant(100));
        Assert.That(state.HearsOfDeliveries, Is.False);
        Assert.That(state.PauseAt(new Instant(100)), Is.Null);
        Assert.That(state.VehiclesFor(7, new Instant(100)), Is.EqualTo(1));
        Assert.That(state.WaitHours(in OnFirstCorridor, new Instant(100)), Is.Zero);
    }

    [Test]
    public void A_behaviour_hears_of_a_loss_once_the_news_has_arrived()
    {
        var listener = new Listener();
        OrganizationState state = With(listener);
        state.Begin(0);
        state.Lost(in OnFirstCorridor, new Instant(1));
        Assert.That(listener.Foretold, Is.EqualTo(new[] { 1 + Delay }));
        state.Listen(new Instant(1 + Delay - 0.1));
        Assert.That(listener.Heard, Is.Empty);
        state.Listen(new Instant(50));
        Assert.That(listener.Heard, Is.EqualTo(new[] { (1 + Delay, true) }));
    }

    [Test]
    public void Deliveries_are_heard_of_only_by_whoever_wants_to([Values] bool wantsTo)
    {
        var listener = new Listener { HearsOfDeliveries = wantsTo };
        OrganizationState state = With(listener);
        state.Begin(0);
        state.Delivered(in OnFirstCorridor, new Instant(2));
        state.Listen(new Instant(50));
        Assert.That(state.HearsOfDeliveries, Is.EqualTo(wantsTo));
        Assert.That(listener.Heard, Has.Count.EqualTo(wantsTo ? 1 : 0));
    }

    [Test]
    public void News_of_one_replication_is_not_heard_in_the_next()
    {
        var listener = new Listener();
        OrganizationState state = With(listener);
        state.Begin(0);
        state.Lost(in OnFirstCorridor, new Instant(1));
        state.Begin(1);
        state.Listen(new Instant(50));
        Assert.That(listener.Heard, Is.Empty);
        Assert.That(listener.Began, Is.EqualTo(new uint[] { 0, 1 }));
    }

    [Test]
    public void Of_several_behaviours_the_most_careful_one_decides()
    {
        OrganizationState state = With(new Careful(2, 5), new Careful(4, 1));
        Assert.That(state.VehiclesFor(7, Instant.Zero), Is.EqualTo(4));
        Assert.That(state.WaitHours(in OnFirstCorridor, Instant.Zero), Is.EqualTo(5));
    }

    private static OrganizationState With(params IBehaviour[] behaviours) =>
        new(
            new OrganizationPlan(
                0,
                new Organization { RouteChoice = new RouteChoice { HearsAfterHours = Delay } },
                IsByCorridor: true,
                Subjects:
                [
                    [0],
                ],
                Prior: [0]
            ),
            behaviours,
            shipmentsPerHour: 1
        );

    private sealed class Listener : IHearFates
    {
        public bool HearsOfDeliveries { get; init; }

        public List<double> Foretold { get; } = [];

        public List<(double At, bool IsSeized)> Heard { get; } = [];

        public List<uint> Began { get; } = [];

        public void Begin(uint replication) => Began.Add(replication);

        public void WillHearOfLoss(Instant at) => Foretold.Add(at.Hours);

        public void Hear(in HeardFate fate, Instant at) => Heard.Add((at.Hours, fate.IsSeized));
    }

    private sealed class Careful(int vehicles, double hours) : ISplitLoads, IDelayDepartures
    {
        public void Begin(uint replication) { }

        public int VehiclesFor(int firearms, Instant now) => vehicles;

        public double WaitHours(in Shipment shipment, Instant now) => hours;
    }
}
