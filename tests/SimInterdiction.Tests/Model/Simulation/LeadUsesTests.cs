using SimInterdiction.Engine.Scheduling;
using SimInterdiction.Model.Facts;
using SimInterdiction.Model.Measures;
using SimInterdiction.Model.Simulation;
using SimInterdiction.Model.World;

namespace SimInterdiction.Tests.Model.Simulation;

public sealed class LeadUsesTests
{
    private readonly Ring ended = new(0, 1, 0);
    private readonly Ring next = new(0, 1, 1);
    private readonly Ring investigated = new(1, 2, 0);
    private readonly Ring actedOn = new(2, 3, 0);
    private readonly LeadUses uses = new();

    [Test]
    public void A_lead_counts_under_the_most_that_came_of_its_ring()
    {
        Add(ended, 1);
        Add(next, 2);
        Add(investigated, 3);
        Add(actedOn, 4);
        Add(actedOn, 6);
        uses.ActedOn(in actedOn, Instant.Zero + 5);
        uses.ActedOn(in actedOn, Instant.Zero + 4.5);
        uses.ActedOn(in investigated, Instant.Zero + 5);
        uses.CaseOpened(in investigated);
        uses.CaseOpened(in ended);
        uses.RingEnded(in ended);
        Total[] expected = [Total.LeadsOfEndedRings, Total.LeadsOfOtherCases, Total.LeadsActedOn];
        Assert.That(uses.Uses(), Is.EqualTo(expected.Select(total => (0, total))), "not the next ring's, nor one after the last stop");
        uses.Clear();
        Assert.That(uses.Uses(), Is.Empty);
    }

    private void Add(Ring ring, double at) => uses.CameUp(new Lead(0, 0, ring, new ShipmentName(0, 1), 0, Instant.Zero + at));
}
