using SimInterdiction.Experiments;
using SimInterdiction.Experiments.Results;
using SimInterdiction.Scenarios;

namespace SimInterdiction.Benchmarks.Programs;

/// <summary>A study of a scenario file, as <c>simint run</c> does it, without the report.</summary>
internal static class ShippedStudy
{
    public static void Run(string file, int replications, int jobs)
    {
        ScenarioReading reading = ScenarioReader.ReadFile(file, new ReadingOptions());
        StudyResult result = Study.Run(
            reading.Scenario!,
            new StudyOptions { Replications = replications, Jobs = jobs },
            null,
            CancellationToken.None
        );
        Console.WriteLine($"measure {result.Deployments[0].Measures[result.Measure.Name].Mean:R}");
        Console.WriteLine($"shipments {result.Work.Shipments}");
    }
}
