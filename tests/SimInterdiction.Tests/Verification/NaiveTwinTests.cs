using SimInterdiction.Model;
using SimInterdiction.Model.Interdiction;
using SimInterdiction.Model.Measures;
using SimInterdiction.Model.Simulation;
using SimInterdiction.Model.Study;
using SimInterdiction.Model.World;
using SimInterdiction.Tests.Verification.Twin;

namespace SimInterdiction.Tests.Verification;

/// <summary>The fast simulation against one written as simply as can be, on the same random numbers: no statistics,
/// every number must be the same.</summary>
public sealed class NaiveTwinTests
{
    private const double HoursWithin = 1e-9;

    private static readonly Total[] Counts =
    [
        Total.ShipmentsDispatched,
        Total.FirearmsDispatched,
        Total.ShipmentsSeized,
        Total.FirearmsSeized,
        Total.Stops,
        Total.Searches,
        Total.WavedThrough,
        Total.Hits,
        Total.LegitimateStops,
        Total.ShipmentsSeizedByPartners,
        Total.FirearmsSeizedByPartners,
        Total.ShipmentsSeizedOnLeads,
        Total.FirearmsSeizedOnLeads,
        Total.TracesSubmitted,
        Total.TracesEnded,
        Total.Leads,
        Total.StaleLeads,
        Total.LeadsOfEndedRings,
        Total.LeadsOfOtherCases,
        Total.LeadsActedOn,
        Total.ShipmentsOfKnownRings,
        Total.CasesOpened,
        Total.CasesClosed,
        Total.OrganizationsDisrupted,
        Total.RingsDismantled,
        Total.PassagesOffDuty,
        Total.PassagesOnDuty,
        Total.Referrals,
        Total.ReferralsWavedThrough,
        Total.FirearmsSeizedAtSecondary,
    ];

    private static readonly Total[] Sums =
    [
        Total.WaitHours,
        Total.BusyLaneHours,
        Total.LaneHours,
        Total.LegitimateDelayHours,
        Total.SecondaryWaitHours,
        Total.SecondaryBusyLaneHours,
        Total.SecondaryLaneHours,
        Total.OfficerHours,
        Total.CostUsd,
        Total.TraceCostUsd,
        Total.OpenTraceHours,
        Total.CaseWaitHours,
        Total.LeadAgeHours,
        Total.DisruptedHours,
        Total.WindowHours,
        Total.ShipmentsByLuck,
        Total.FirearmsByLuck,
    ];

    [Test]
    public void No_total_is_left_out_of_the_comparison() =>
        Assert.That(Enum.GetValues<Total>(), Is.EquivalentTo((Total[])[.. Counts, .. Sums, Total.DelayMedianHours, Total.DelayP95Hours]));

    [Test]
    public void Every_total_is_that_of_a_simulation_with_an_event_for_everything() =>
        RandomScenarios.Any.SampleRepeatably(Compare, iter: 75, seed: 1, RandomScenarios.Describe);

    [Test]
    public void So_it_is_when_todays_deployment_acts_during_the_warm_up() =>
        RandomScenarios.Any.SampleRepeatably(any => Compare(WithToday(any)), iter: 40, seed: 2, RandomScenarios.Describe);

    [Test]
    public void So_it_is_when_organizations_adapt_and_programmes_act() =>
        RandomAdversaries.Any.SampleRepeatably(any => Compare(any), iter: 30, seed: 3, RandomAdversaries.Describe);

    [Test]
    public void So_it_is_when_organizations_are_frozen() =>
        RandomAdversaries.Any.SampleRepeatably(
            any => Compare(any, new Arm("posted", Arm.Frozen)),
            iter: 50,
            seed: 40,
            RandomAdversaries.Describe
        );

    [Test]
    public void So_it_is_against_a_variant_of_the_organizations() =>
        RandomAdversaries.Any.SampleRepeatably(
            any => Compare(any, new Arm("posted", "swapped")),
            iter: 30,
            seed: 5,
            RandomAdversaries.Describe
        );

    [Test]
    [Explicit]
    [Category("Slow")]
    public void So_it_is_in_many_cases_more()
    {
        RandomScenarios.Any.SampleRepeatably(Compare, iter: 600, seed: 78, RandomScenarios.Describe);
        RandomScenarios.Any.SampleRepeatably(any => Compare(WithToday(any)), iter: 150, seed: 79, RandomScenarios.Describe);
        RandomAdversaries.Any.SampleRepeatably(any => Compare(any), iter: 600, seed: 77, RandomAdversaries.Describe);
        RandomAdversaries.Any.SampleRepeatably(
            any => Compare(any, new Arm("posted", Arm.Frozen)),
            iter: 150,
            seed: 4,
            RandomAdversaries.Describe
        );
    }

    // Today lacks the first posting, so that some teams begin with the window, some end with the warm-up, and some work
    // on.
    private static Scenario WithToday(Scenario scenario)
    {
        IReadOnlyDictionary<string, Posting> posts = scenario.Deployments["posted"].Post;
        string[] order = [.. posts.Keys.Skip(1), .. posts.Keys.Take(1)];
        Posting[] mixed = [.. posts.Values.Skip(1).Take(2), .. posts.Values.Skip(2).Reverse()];
        return scenario with
        {
            Deployments = RandomScenarios.Named(
                ["today", "posted"],
                [new Deployment { Post = RandomScenarios.Named(order, mixed) }, scenario.Deployments["posted"]]
            ),
            Experiment = scenario.Experiment with { DuringWarmUp = DuringWarmUp.Today },
        };
    }

    private static void Compare(Scenario scenario) => Compare(scenario, new Arm("posted"));

    private static void Compare(Scenario scenario, Arm arm)
    {
        CompiledScenario world = CompiledScenario.Compile(scenario);
        using var fast = new Replication(world, arm);
        var record = new ReplicationRecord(world.EntryCounts);
        var inputs = new SharedInputs(world);
        using var sharing = new Replication(world, arm, inputs: inputs);
        using var other = new Replication(world, arm with { Deployment = scenario.Deployments.Keys.First() }, inputs: inputs);
        var shared = new ReplicationRecord(world.EntryCounts);
        for (int replication = 0; replication < 3; replication++)
        {
            var naive = new NaiveTwin(world, arm, replication);
            naive.Run();
            fast.Run(replication, record);

            CompareCell(record.Totals, naive, null, "");
            foreach (Dimension dimension in Enum.GetValues<Dimension>())
            {
                IReadOnlyList<string> names = world.EntryNames(dimension);
                for (int entry = 0; entry < names.Count; entry++)
                {
                    CompareCell(record.By(dimension)[entry], naive, dimension, names[entry]);
                }
            }

            CompareDelays(record.Totals, naive.Books.Delays);
            other.Run(replication, shared);
            sharing.Run(replication, shared);
            AssertAlike(shared, record);
        }
    }

    // To the last bit: that inputs are shared with another arm changes nothing.
    private static void AssertAlike(ReplicationRecord shared, ReplicationRecord alone)
    {
        AssertAlike(shared.Totals, alone.Totals, null, 0);
        foreach (Dimension dimension in Enum.GetValues<Dimension>())
        {
            Assert.That(shared.By(dimension), Has.Length.EqualTo(alone.By(dimension).Length));
            for (int entry = 0; entry < alone.By(dimension).Length; entry++)
            {
                AssertAlike(shared.By(dimension)[entry], alone.By(dimension)[entry], dimension, entry);
            }
        }
    }

    // Constraints only say what differs: a hundred million numbers are compared.
    private static void AssertAlike(double[] shared, double[] alone, Dimension? dimension, int entry)
    {
        if (!shared.AsSpan().SequenceEqual(alone))
        {
            Assert.That(shared, Is.EqualTo(alone), $"{dimension} {entry}");
        }
    }

    private static void CompareCell(double[] fast, NaiveTwin naive, Dimension? dimension, string entry)
    {
        double[] expected = naive.Books.Totals.GetValueOrDefault((dimension, entry)) ?? new double[fast.Length];
        foreach (Total total in Counts)
        {
            if (!fast[(int)total].Equals(expected[(int)total]))
            {
                Assert.That(fast[(int)total], Is.EqualTo(expected[(int)total]), $"{total} of {dimension} {entry}");
            }
        }

        foreach (Total total in Sums)
        {
            double within = HoursWithin * Math.Max(1, expected[(int)total]);
            if (!(Math.Abs(fast[(int)total] - expected[(int)total]) <= within))
            {
                Assert.That(fast[(int)total], Is.EqualTo(expected[(int)total]).Within(within), $"{total} of {dimension} {entry}");
            }
        }
    }

    // The fast one keeps delays in bins, within 1 % (and below a millionth of an hour as none).
    private static void CompareDelays(double[] fast, List<double> delays)
    {
        if (delays.Count == 0)
        {
            Assert.That(fast[(int)Total.DelayMedianHours], Is.NaN);
            return;
        }

        delays.Sort();
        foreach ((Total total, double share) in new[] { (Total.DelayMedianHours, 0.5), (Total.DelayP95Hours, 0.95) })
        {
            double exact = delays[(int)Math.Ceiling(share * delays.Count) - 1];
            Assert.That(fast[(int)total], Is.EqualTo(exact).Within((0.01 * exact) + 1e-6), $"{total} of {delays.Count}");
        }
    }
}
