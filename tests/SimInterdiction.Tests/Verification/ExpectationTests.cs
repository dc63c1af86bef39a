using CsCheck;
using SimInterdiction.Model;
using SimInterdiction.Model.Expectations;
using SimInterdiction.Model.Measures;
using SimInterdiction.Model.Simulation;
using SimInterdiction.Model.Study;
using SimInterdiction.Model.World;

namespace SimInterdiction.Tests.Verification;

/// <summary>What theory expects, against what is simulated.</summary>
public sealed class ExpectationTests
{
    private const int Replications = 1_000;

    [Test]
    public void Expected_seizures_are_the_simulations_average() => Compare("0000rKHxJ3N1", 300);

    private static void Compare(string seed, int scenarios)
    {
        var scores = new List<(double Score, string Text)>();
        RandomScenarios.Any.Sample(
            scenario =>
            {
                Scenario roomy = scenario with
                {
                    TeamTypes = RandomScenarios.Map(scenario.TeamTypes, type => type with { Lanes = null }),
                };
                CompiledScenario world = CompiledScenario.Compile(roomy);
                ExpectedSeizures expected = ExpectedSeizures.Of(world, new Arm("posted"));
                double[][] seized = Simulated(world);
                for (int checkpoint = 0; checkpoint < seized[0].Length; checkpoint++)
                {
                    double mean = seized.Average(each => each[checkpoint]);
                    double variance = seized.Sum(each => Math.Pow(each[checkpoint] - mean, 2)) / (Replications - 1);
                    double theory = expected.SeizedBy(Dimension.Checkpoint)[checkpoint];
                    double error = Math.Sqrt(variance / Replications);
                    scores.Add((error > 0 ? (mean - theory) / error : mean == 0 && theory < 0.01 ? 0 : double.PositiveInfinity,
                        $"{mean} +- {error}, theory {theory} at {checkpoint}\n{RandomScenarios.Describe(scenario)}"));
                }
            },
            seed: seed,
            iter: scenarios,
            threads: 1
        );
        double[] finite = [.. scores.Select(s => s.Score).Where(s => s != 0)];
        TestContext.Out.WriteLine($"{finite.Length} scores, mean square {finite.Average(s => s * s):0.000}, greatest {finite.Max(Math.Abs):0.00}");
        foreach ((double score, string text) in scores.OrderByDescending(s => Math.Abs(s.Score)).Take(3))
        {
            TestContext.Out.WriteLine($"{score:0.00}: {text}\n");
        }

        Assert.That(finite.Max(Math.Abs), Is.LessThan(4.5));
    }

    private static double[][] Simulated(CompiledScenario world)
    {
        using var replication = new Replication(world, new Arm("posted"));
        var seized = new double[Replications][];
        for (int number = 0; number < Replications; number++)
        {
            var record = new ReplicationRecord(world.EntryCounts);
            replication.Run(number, record);
            seized[number] = [.. record.By(Dimension.Checkpoint).Select(totals => totals[(int)Total.FirearmsSeized])];
        }

        return seized;
    }
}
