using SimInterdiction.Engine.Scheduling;
using SimInterdiction.Model.Casework;
using SimInterdiction.Model.Facts;
using SimInterdiction.Model.Intelligence;
using SimInterdiction.Model.World;

namespace SimInterdiction.Tests.Model.Casework;

/// <summary>Task force 0 has seized a load of organization 1; leads are shared after five hours with task force 1, not
/// with 2, and live for a day.</summary>
public sealed class LeadBoardTests
{
    private const int Own = 0;
    private const int Friend = 1;
    private const int Stranger = 2;
    private const double Life = 24;

    [TestCase(Own, 10, ExpectedResult = 3, Description = "at once")]
    [TestCase(Own, 33.999, ExpectedResult = 3)]
    [TestCase(Own, 34, ExpectedResult = 1, Description = "dead")]
    [TestCase(Friend, 14.999, ExpectedResult = 1, Description = "under way")]
    [TestCase(Friend, 15, ExpectedResult = 3, Description = "shared")]
    [TestCase(Friend, 33.999, ExpectedResult = 3)]
    [TestCase(Friend, 34, ExpectedResult = 1, Description = "dead: the delay doesn't lengthen its life")]
    [TestCase(Stranger, 15, ExpectedResult = 1)]
    public double A_lead_is_held_at_once_by_its_own_later_by_the_others_and_dies(int taskForce, double now) =>
        Factor(With(Lead(1, 10)), taskForce, organization: 1, now);

    [Test]
    public void A_lead_says_nothing_about_other_organizations() =>
        Assert.That(Factor(With(Lead(1, 10)), Own, organization: 0, 12), Is.EqualTo(1));

    [Test]
    public void A_lead_says_nothing_about_the_ring_that_takes_the_place_of_its_own()
    {
        LeadBoard board = With(Lead(1, 10));
        Assert.That(board.FactorFor(Own, new Ring(1, 0, 1), new Instant(12), out _), Is.EqualTo(1));
        Assert.That(board.IsHeldByAny(new Ring(1, 0, 1), new Instant(12)), Is.False);
        Assert.That(board.IsHeldByAny(new Ring(1, 0, 0), new Instant(12)), Is.True);
    }

    [Test]
    public void Without_sharing_a_lead_stays_where_it_came_up()
    {
        LeadBoard board = Board(sharedAfter: double.PositiveInfinity);
        board.Add(Lead(1, 10));
        Assert.That(Factor(board, Own, 1, 12), Is.EqualTo(3));
        Assert.That(Factor(board, Friend, 1, 33), Is.EqualTo(1));
    }

    [Test]
    public void A_recovery_in_Mexico_reaches_task_forces_only_by_sharing()
    {
        LeadBoard board = With(Lead(1, 10) with { TaskForce = null });
        Assert.That(Factor(board, Own, 1, 12), Is.EqualTo(1));
        Assert.That(Factor(board, Own, 1, 15), Is.EqualTo(3), "sharing is with all that are named, whoever seized");
        Assert.That(Factor(board, Stranger, 1, 15), Is.EqualTo(1));
    }

    [Test]
    public void A_later_lead_lives_on_when_the_one_before_is_dead()
    {
        LeadBoard board = With(Lead(1, 10), Lead(2, 30));
        Assert.That(Factor(board, Friend, 1, 34.5), Is.EqualTo(1), "the first is dead, the second under way");
        Assert.That(Factor(board, Friend, 1, 35), Is.EqualTo(3));
        Assert.That(Factor(board, Own, 1, 53.9), Is.EqualTo(3));
        Assert.That(Factor(board, Own, 1, 54), Is.EqualTo(1));
    }

    [Test]
    public void A_lead_that_dies_before_it_is_shared_helps_only_its_own()
    {
        LeadBoard board = Board(sharedAfter: Life);
        board.Add(Lead(1, 10));
        Assert.That(Factor(board, Own, 1, 33), Is.EqualTo(3));
        Assert.That(Factor(board, Friend, 1, 34), Is.EqualTo(1));
    }

    [Test]
    public void It_says_which_lead_helped()
    {
        LeadBoard board = With(Lead(1, 10), Lead(2, 12));
        board.FactorFor(Own, new Ring(1, 0, 0), new Instant(12), out int lead);
        Assert.That(lead, Is.EqualTo(2));
        board.FactorFor(Friend, new Ring(1, 0, 0), new Instant(16), out lead);
        Assert.That(lead, Is.EqualTo(1));
    }

    [Test]
    public void Nothing_is_left_of_one_replication_in_the_next()
    {
        LeadBoard board = With(Lead(1, 10));
        board.FactorFor(Friend, new Ring(1, 0, 0), new Instant(20), out _);
        board.Add(Lead(2, 20));
        board.Clear();
        Assert.That(new[] { Own, Friend }.Select(force => Factor(board, force, 1, 25)), Is.All.EqualTo(1));
    }

    private static LeadBoard With(params Lead[] leads)
    {
        LeadBoard board = Board(sharedAfter: 5);
        foreach (Lead lead in leads)
        {
            board.Add(in lead);
        }

        return board;
    }

    private static LeadBoard Board(double sharedAfter) =>
        new(
            new LeadEffect { RaisesStops = 3, LifeHours = Life },
            sharedAfter,
            double.IsFinite(sharedAfter) ? [true, true, false] : [false, false, false],
            places: 2
        );

    private static Lead Lead(int number, double cameUp) =>
        new(number, Organization: 1, new Ring(1, 0, 0), new ShipmentName(0, (ulong)number), Own, new Instant(cameUp));

    private static double Factor(LeadBoard board, int taskForce, int organization, double now) =>
        board.FactorFor(taskForce, new Ring(organization, 0, 0), new Instant(now), out _);
}
