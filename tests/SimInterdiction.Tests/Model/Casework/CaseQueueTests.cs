using SimInterdiction.Engine.Distributions;
using SimInterdiction.Engine.Randomness;
using SimInterdiction.Engine.Scheduling;
using SimInterdiction.Model.Casework;
using SimInterdiction.Model.Facts;
using SimInterdiction.Model.Intelligence;
using SimInterdiction.Model.World;

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
        var queue = new CaseQueue(Rules(opensAt: 2), count: 1, Instant.Never);
        Assert.That(queue.TryOpen(new Lead(1, 0, default, new ShipmentName(0, 7), null, new Instant(0))), Is.False);
        Assert.That(queue.TryOpen(new Lead(2, 0, default, new ShipmentName(1, 7), null, new Instant(0))), Is.True);
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
        var queue = new CaseQueue(Rules(opensAt: 2), count: 2, Instant.Never);
        Assert.That(queue.TryOpen(new Lead(1, 0, default, new ShipmentName(0, 1), null, new Instant(0))), Is.False);
        Assert.That(queue.TryOpen(new Lead(2, 1, new Ring(1, 0, 0), new ShipmentName(0, 2), null, new Instant(0))), Is.False);
        Assert.That(queue.TryOpen(new Lead(3, 1, new Ring(1, 0, 0), new ShipmentName(0, 3), null, new Instant(0))), Is.True);
    }

    [Test]
    public void Cases_wait_for_an_investigator_in_the_order_they_were_opened() =>
        Assert.That(
            Work(Rules(opensAt: 1) with { Capacity = 2 }, (0, 10), (1, 3), (2, 1), (3, 20), (30, 1)),
            Is.EqualTo(new double[] { 0, 1, 4, 5, 30 }),
            "the second investigator is free first"
        );

    // Leads on three rings; while the first case is worked on, most come up on the third ring.
    [TestCase(CaseOrder.Oldest, "0 1 2")]
    [TestCase(CaseOrder.Largest, "0 2 1")]
    public void The_oldest_case_is_taken_up_first_or_that_of_most_leads(CaseOrder first, string expected)
    {
        var queue = new CaseQueue(Rules(opensAt: 1) with { First = first }, count: 3, Instant.Never);
        var taken = new List<int>();
        foreach ((int ring, int number) in new[] { 0, 1, 2, 2 }.Index().Select(each => (each.Item, each.Index)))
        {
            var of = new Ring(ring, ring + 1, 0);
            if (queue.TryOpen(new Lead(number, 0, of, new ShipmentName(0, (ulong)number), null, Instant.Zero)))
            {
                queue.Add(new Case(number, 0, of, number, Instant.Zero), 1);
            }

            taken.AddRange(queue.TryBegin(Instant.Zero, out _) is { } begun ? [begun.Ring.Place] : Array.Empty<int>());
        }

        while (queue.FreeInvestigator() is { } free)
        {
            taken.AddRange(queue.TryBegin(free, out _) is { } begun ? [begun.Ring.Place] : Array.Empty<int>());
        }

        Assert.That(string.Join(' ', taken), Is.EqualTo(expected));
    }

    [Test]
    public void A_ring_has_one_case_and_the_ring_after_it_one_of_its_own()
    {
        var queue = new CaseQueue(Rules(opensAt: 2), count: 1, Instant.Never);
        string opened = string.Concat(
            new[] { 0, 0, 0, 0, 1, 1, 1 }.Select(
                (generation, i) =>
                    queue.TryOpen(new Lead(i, 0, new Ring(0, 1, generation), new ShipmentName(0, (ulong)i), null, Instant.Zero)) ? 'x' : '.'
            )
        );
        Assert.That(opened, Is.EqualTo(".x...x."), "a lead on the former ring opens no case on the next one");
    }

    [Test]
    public void Nothing_is_left_of_one_replication_in_the_next()
    {
        var queue = new CaseQueue(Rules(opensAt: 2), count: 1, Instant.Never);
        queue.TryOpen(new Lead(1, 0, default, new ShipmentName(0, 1), null, Instant.Zero));
        queue.Add(new Case(1, 0, default, 1, Instant.Zero), 1000);
        Assert.That(queue.TryBegin(Instant.Zero, out _), Is.Not.Null);
        queue.Clear();
        Assert.That(queue.FreeInvestigator(), Is.Null);
        Assert.That(queue.TryOpen(new Lead(1, 0, default, new ShipmentName(0, 2), null, Instant.Zero)), Is.False);
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
                    double now = 0;
                    (double At, double Takes)[] cases =
                    [
                        .. Enumerable
                            .Range(0, 6000)
                            .Select(number => Philox.Draw(key, (uint)run, (ulong)number))
                            .Select(luck => (now -= Math.Log(luck.FirstFine) / 2, times.Quantile(luck.Third))),
                    ];
                    double[] begins = Work(Rules(opensAt: 1) with { Capacity = 3 }, cases);
                    return begins.Zip(cases, (begun, opened) => begun - opened.At).Skip(1000).Average();
                }),
        ];
        double deviation = Math.Sqrt(means.Sum(m => Math.Pow(m - means.Average(), 2)) / (means.Length - 1) / means.Length);
        Assert.That(deviation, Is.LessThan(0.005));
        Assert.That(means.Average(), Is.EqualTo(4.0 / 9).Within(3.3 * deviation));
    }

    private static TraffickingGroup Rules(int opensAt) => new() { OpensAtLeads = opensAt };

    private static string Opened(TraffickingGroup rules, params (ulong Shipment, double At)[] leads)
    {
        var queue = new CaseQueue(rules, count: 1, Instant.Never);
        return string.Concat(
            leads.Select(
                (lead, i) =>
                    queue.TryOpen(new Lead(i, 0, default, new ShipmentName(0, lead.Shipment), null, new Instant(lead.At))) ? 'x' : '.'
            )
        );
    }

    // When each of the cases begins.
    private static double[] Work(TraffickingGroup rules, params (double At, double Takes)[] cases)
    {
        var queue = new CaseQueue(rules, count: 1, Instant.Never);
        var closings = new PriorityQueue<double, double>();
        double[] begins = new double[cases.Length];
        foreach ((int number, (double at, double takes)) in cases.Index())
        {
            while (closings.TryPeek(out double closes, out _) && closes <= at)
            {
                Begin(queue.FreeInvestigator()!.Value);
            }

            queue.Add(new Case(number, 0, default, 0, new Instant(at)), takes);
            Begin(new Instant(at), isNew: true);
        }

        while (closings.Count > 0)
        {
            Begin(queue.FreeInvestigator()!.Value);
        }

        return begins;

        void Begin(Instant now, bool isNew = false)
        {
            if (!isNew)
            {
                Assert.That(closings.Dequeue(), Is.EqualTo(now.Hours));
            }

            if (queue.TryBegin(now, out Instant closes) is { } begun)
            {
                begins[begun.Number] = now.Hours;
                closings.Enqueue(closes.Hours, closes.Hours);
            }
        }
    }
}
