using SimInterdiction.Model.Measures;
using SimInterdiction.Model.Simulation;
using SimInterdiction.Model.Study;
using SimInterdiction.Model.World;
using SimInterdiction.Scenarios;

namespace SimInterdiction.Tests.Verification;

/// <summary>Scenarios written in a test, and the result of one replication.</summary>
internal static class SmallWorlds
{
    public static CompiledScenario Compile(string yaml)
    {
        ScenarioReading reading = ScenarioReader.ReadText(yaml);
        Assert.That(reading.Problems.Where(p => p.IsError).Select(p => p.Message), Is.Empty);
        return CompiledScenario.Compile(reading.Scenario!);
    }

    public static ReplicationRecord Run(CompiledScenario world, Arm arm, int number = 0)
    {
        using var replication = new Replication(world, arm);
        var record = new ReplicationRecord(world.EntryCounts);
        replication.Run(number, record);
        return record;
    }

    public static double[] Totals(string yaml, string deployment) => Run(Compile(yaml), new Arm(deployment)).Totals;
}
