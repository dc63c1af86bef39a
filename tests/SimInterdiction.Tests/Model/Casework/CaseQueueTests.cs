using SimInterdiction.Engine.Distributions;
using SimInterdiction.Engine.Randomness;
using SimInterdiction.Engine.Scheduling;
using SimInterdiction.Model.Casework;
using SimInterdiction.Model.Facts;
using SimInterdiction.Model.Intelligence;

namespace SimInterdiction.Tests.Model.Casework;

public sealed class CaseQueueTests
{
    [Test]
    public void Enough_leads_of_different_shipments_open_a_case_and_are_used_up() =>
        Assert.That(Opened(Rules(opensAt: 3), (1, 0), (2, 1), (3, 2), (4, 3), (5, 4), (6, 5)), Is.EqualTo("..x..x"));

    [Test]
    public void One_lead_may_be_enough() => Assert.That(Opened(Rules(opensAt: 1), (1, 0), (1, 0), (2, 5)), Is.EqualTo("xxx"));

    [Test]
    public void Further_leads_of_the_same_shipment_open_nothing_but_count_for_the_next_case() =>
        Assert.That(Opened(Rules(opensAt: 2), (1, 0), (1, 1), (1, 2), (2, 3), (2, 4), (2, 5)), Is.EqualTo("...xxx"));

    [Test]
    public void Vehicles_of_two_flows_with_one_number_are_two_shipments()
    {
        var queue = new CaseQueue(Rules(opensAt: 2), organizations: 1);
        Assert.That(queue.TryOpen(new Lead(1, 0, new ShipmentName(0, 7), null, new Instant(0))), Is.False);
        Assert.That(queue.TryOpen(new Lead(2, 0, new ShipmentName(1, 7), null, new Instant(0))), Is.True);
    }

    [TestCase(10, ".x")]
    [TestCase(10.001, "..")]
    public void Leads_count_for_as_long_as_they_are_young_enough(double second, string expected) =>
        Assert.That(Opened(Rules(opensAt: 2) with { WithinHours = 10 }, (1, 0), (2, second)), Is.EqualTo(expected));

    [Test]
    public void Without_a_limit_leads_never_grow_old() => Assert.That(Opened(Rules(opensAt: 2), (1, 0), (2, 1e6)), Is.EqualTo(".x"));

    [Test]
    public void Leads_on_different_organizations_are_never_added_up()
    {
        var queue = new CaseQueue(Rules(opensAt: 2), organizations: 2);
        Assert.That(queue.TryOpen(new Lead(1, 0, new ShipmentName(0, 1), null, new Instant(0))), Is.False);
        Assert.That(queue.TryOpen(new Lead(2, 1, new ShipmentName(0, 2), null, new Instant(0))), Is.False);
        Assert.That(queue.TryOpen(new Lead(3, 1, new ShipmentName(0, 3), null, new Instant(0))), Is.True);
    }

    [Test]
    public void Cases_wait_for_an_investigator_in_the_order_they_were_opened()
    {
        var queue = new CaseQueue(Rules(opensAt: 1) with { Capacity = 2 }, organizations: 1);
        Assert.That(Assign(queue, 0, 10), Is.EqualTo((0, 10)));
        Assert.That(Assign(queue, 1, 3), Is.EqualTo((1, 4)));
        Assert.That(Assign(queue, 2, 1), Is.EqualTo((4, 5)), "the second investigator is free first");
        Assert.That(Assign(queue, 3, 20), Is.EqualTo((5, 25)));
        Assert.That(Assign(queue, 30, 1), Is.EqualTo((30, 31)));
    }

    [Test]
    public void Nothing_is_left_of_one_replication_in_the_next()
    {
        var queue = new CaseQueue(Rules(opensAt: 2), organizations: 1);
        queue.TryOpen(new Lead(1, 0, new ShipmentName(0, 1), null, Instant.Zero));
        Assign(queue, 0, 1000);
        queue.Clear();
        Assert.That(queue.TryOpen(new Lead(1, 0, new ShipmentName(0, 2), null, Instant.Zero)), Is.False);
        Assert.That(Assign(queue, 1, 1), Is.EqualTo((1, 2)));
    }

    // M/M/3, two busy on demand: mean wait C(3, 2) / (3 - 2) = 4/9 of a case's mean time. 200 runs of 5,000 cases; 3.3
    // standard errors are an error rate of .001, the seed is fixed.
    [Test]
    public void Cases_that_come_at_random_wait_as_at_three_exponential_servers()
    {
        var times = new Exponential(1);
        StreamKey key = new StreamRegister(9).KeyOf("cases");
        double[] means =
        [
            .. Enumerable
                .Range(0, 200)
                .Select(run =>
                {
                    var queue = new CaseQueue(Rules(opensAt: 1) with { Capacity = 3 }, organizations: 1);
                    double now = 0;
                    double waited = 0;
                    for (int number = 0; number < 6000; number++)
                    {
                        RandomBlock luck = Philox.Draw(key, (uint)run, (ulong)number);
                        now -= Math.Log(luck.FirstFine) / 2;
                        queue.Assign(new Instant(now), times.Quantile(luck.Third), out Instant begins);
                        waited += number < 1000 ? 0 : begins.Hours - now;
                    }

                    return waited / 5000;
                }),
        ];
        double deviation = Math.Sqrt(means.Sum(m => Math.Pow(m - means.Average(), 2)) / (means.Length - 1) / means.Length);
        Assert.That(deviation, Is.LessThan(0.005));
        Assert.That(means.Average(), Is.EqualTo(4.0 / 9).Within(3.3 * deviation));
    }

    private static TraffickingGroup Rules(int opensAt) => new() { OpensAtLeads = opensAt };

    private static string Opened(TraffickingGroup rules, params (ulong Shipment, double At)[] leads)
    {
        var queue = new CaseQueue(rules, organizations: 1);
        return string.Concat(
            leads.Select(
                (lead, i) => queue.TryOpen(new Lead(i, 0, new ShipmentName(0, lead.Shipment), null, new Instant(lead.At))) ? 'x' : '.'
            )
        );
    }

    private static (double Begins, double Closes) Assign(CaseQueue queue, double now, double takes)
    {
        Instant closes = queue.Assign(new Instant(now), takes, out Instant begins);
        return (begins.Hours, closes.Hours);
    }
}
