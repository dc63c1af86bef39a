using SimInterdiction.Experiments;
using SimInterdiction.Experiments.Results;
using SimInterdiction.Scenarios;

namespace SimInterdiction.Benchmarks.Programs;

/// <summary>The corridor benchmark by the product, on the path of <c>simint run</c>: a scenario file is read, checked,
/// compiled and given to <see cref="Study"/>.</summary>
internal static class CorridorProduct
{
    public static void Run(CorridorShape shape)
    {
        string file = Path.Combine(Path.GetTempPath(), $"corridor-{Environment.ProcessId}.yaml");
        File.WriteAllText(file, shape.ToYaml());
        try
        {
            ScenarioReading reading = ScenarioReader.ReadFile(file, new ReadingOptions());
            if (reading.Scenario is null)
            {
                throw new InvalidOperationException(string.Join('\n', reading.Problems));
            }

            StudyResult result = Study.Run(reading.Scenario, new StudyOptions { Jobs = shape.Jobs }, null, CancellationToken.None);
            IReadOnlyDictionary<string, Estimate> measures = result.Deployments[0].Measures;
            double dispatched = measures["shipments_dispatched"].Mean!.Value;
            Console.WriteLine($"seized {measures["shipments_seized"].Mean / dispatched:0.000000}");
            Console.WriteLine($"waved_through {measures["waved_through"].Mean / dispatched:0.000000}");
            Console.WriteLine($"searched {measures["searches"].Mean / dispatched:0.000000}");
            Console.WriteLine($"events {result.Work.Events / (double)result.Work.Shipments:0.000}");
            Console.WriteLine($"shipments {result.Work.Shipments}");
        }
        finally
        {
            File.Delete(file);
        }
    }
}
