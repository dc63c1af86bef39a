using SimInterdiction.Model.Measures;
using SimInterdiction.Model.Study;
using SimInterdiction.Model.World;

namespace SimInterdiction.Tests.Verification;

/// <summary>What queueing theory knows of traces and cases. Every comparison allows 3.3 standard errors, an error rate
/// of .001; the seeds are fixed.</summary>
public sealed class ProgrammeOracleTests
{
    // Ten traces a day, ten days each, whatever the law: a hundred are open (M/G/infinity, Little). They end as a
    // Poisson stream, so cases are M/M/3 with two busy on demand: mean wait (4/9) / (15 - 10) days.
    [TestCase("{ exponential: 10 days }")]
    [TestCase("{ uniform: [5 days, 15 days] }")]
    public void Open_traces_follow_Littles_law_and_cases_wait_as_at_three_servers(string takes)
    {
        CompiledScenario world = SmallWorlds.Compile(
            $$"""
            length: 1000 days
            warm_up: 100 days
            places: { city: { at: [29, -98] }, port: { at: [27, -99], kind: port } }
            corridors: { road: { path: [city, port] } }
            flows: { guns: { rate: 10 shipments per day, routes: { road: 100% } } }
            team_types: { team: { stops: 100%, finds: 100% } }
            task_forces: { all: { home: port, teams: { team: 1 } } }
            checkpoints: { port: {} }
            tracing: { submitted: 100%, takes: {{takes}}, resolved: 100% }
            trafficking_group: { opens_at: 1 lead, capacity: 3, takes: { exponential: 4.8 h } }
            deployments: { posted: { post: { port: { task_force: all, team: team } }, programmes: { tracing: on, trafficking_group: on } } }
            experiment: { seed: 31 }
            """
        );
        double[][] runs = Runs(world, 45);
        AssertMean(runs, totals => totals[(int)Total.OpenTraceHours] / totals[(int)Total.WindowHours], 100);
        AssertMean(runs, totals => totals[(int)Total.CaseWaitHours] / totals[(int)Total.CasesOpened], 4.0 / 9 / 5 * 24);
        AssertMean(runs, totals => totals[(int)Total.CasesOpened] / 1000, 10);
    }

    // The north is disrupted from the first days on: 40 % of its ten a day still go out, half of the rest under the
    // south and the east, three to one by their rates.
    [Test]
    public void A_disrupted_organization_sends_less_and_others_take_over_by_their_rates()
    {
        CompiledScenario world = SmallWorlds.Compile(
            """
            length: 1000 days
            warm_up: 100 days
            places: { city: { at: [29, -98] }, port: { at: [27, -99], kind: port }, bridge: { at: [27, -98], kind: port } }
            corridors: { road: { path: [city, port] }, other: { path: [city, bridge] } }
            organizations: { north: {}, south: {} }
            flows:
              north: { rate: 10 shipments per day, organization: north, routes: { road: 100% } }
              south: { rate: 30 shipments per day, organization: south, routes: { other: 100% } }
              east: { rate: 10 shipments per day, routes: { other: 100% } }
            team_types: { team: { stops: 100%, finds: 100% } }
            task_forces: { all: { home: port, teams: { team: 1 } } }
            checkpoints: { port: {} }
            tracing: { submitted: 100%, resolved: 100% }
            trafficking_group: { opens_at: 3 leads, capacity: 1, takes: 1 day, disruption: 60%, recovery_time: 3000 days,
                substitution: 50% }
            deployments: { posted: { post: { port: { task_force: all, team: team } }, programmes: { tracing: on, trafficking_group: on } } }
            experiment: { seed: 32 }
            """
        );
        double[] perDay = [0, 0, 0];
        for (int number = 0; number < 20; number++)
        {
            double[][] flows = SmallWorlds.Run(world, new Arm("posted"), number).By(Dimension.Flow);
            perDay = [.. perDay.Zip(flows, (sum, flow) => sum + (flow[(int)Total.ShipmentsDispatched] / 20_000))];
        }

        // Poisson counts of 20,000 days.
        foreach ((double count, double expected) in perDay.Zip([4, 30 + (3 * 0.75), 10 + (3 * 0.25)]))
        {
            Assert.That(count, Is.EqualTo(expected).Within(3.3 * Math.Sqrt(expected / 20_000)));
        }
    }

    private static double[][] Runs(CompiledScenario world, int count) =>
        [.. Enumerable.Range(0, count).Select(number => (double[])SmallWorlds.Run(world, new Arm("posted"), number).Totals.Clone())];

    private static void AssertMean(double[][] runs, Func<double[], double> measure, double expected)
    {
        double[] values = [.. runs.Select(measure)];
        double error = Math.Sqrt(values.Sum(v => Math.Pow(v - values.Average(), 2)) / (values.Length - 1) / values.Length);
        Assert.That(error, Is.LessThan(0.02 * expected));
        Assert.That(values.Average(), Is.EqualTo(expected).Within(3.3 * error));
    }
}
