using System.Text;
using SimInterdiction.Benchmarks.Measuring;
using SimInterdiction.Benchmarks.Programs;

namespace SimInterdiction.Benchmarks.Tables;

/// <summary>Peak memory and time of <c>simint run</c>, without figures, as a study grows in one thing at a
/// time.</summary>
internal static class Memory
{
    public static int Run(int rounds)
    {
        string folder = Directory.CreateTempSubdirectory("benchmarks-").FullName;
        if (PublishedProgram.Publish(Path.Combine(folder, "simint"), ahead: false) is not { } program)
        {
            return 1;
        }

        Console.WriteLine(Machine.Describe());
        Console.WriteLine();
        Console.WriteLine("| study | peak memory, MB | user CPU, s |");
        Console.WriteLine("|---|---|---|");
        foreach ((string title, string yaml, string[] only) in Studies())
        {
            string file = Path.Combine(folder, "study.yaml");
            string results = Path.Combine(folder, "results");
            File.WriteAllText(file, yaml);
            var runs = new List<ChildRun>();
            for (int round = 0; round < rounds; round++)
            {
                runs.Add(Child.Run([program, "run", file, "--out", results, "--quiet", "--no-figures", .. only]));
                Directory.Delete(results, recursive: true);
            }

            Console.WriteLine(
                $"| {title} | {Sample.MedianAndRange([.. runs.Select(r => r.PeakMegabytes)], "0")} | "
                    + $"{Sample.MedianAndRange([.. runs.Select(r => r.UserSeconds)], "0.0")} |"
            );
        }

        Directory.Delete(folder, recursive: true);
        return 0;
    }

    private static IEnumerable<(string Title, string Yaml, string[] Only)> Studies()
    {
        foreach (int deployments in new[] { 1, 10, 50, 100, 172, 200 })
        {
            yield return (
                $"southbound.yaml, 20 replications, {deployments} deployments",
                Southbound(deployments, 20),
                ["--only", string.Join(',', Names(deployments).Prepend("today"))]
            );
        }

        foreach (int replications in new[] { 100, 300, 1_000, 9_000, 30_000, 100_000 })
        {
            yield return (
                $"corridor benchmark, {replications:N0} replications of 1,000 shipments",
                new CorridorShape { Shipments = 1_000, Replications = replications }.ToYaml(),
                []
            );
        }

        foreach (int corridors in new[] { 6, 60, 600 })
        {
            yield return (
                $"corridor benchmark, 20 replications of 100,000 shipments, {corridors} corridors",
                new CorridorShape
                {
                    Shipments = 100_000,
                    Replications = 20,
                    Corridors = corridors,
                }.ToYaml(),
                []
            );
        }

        foreach (int organizations in new[] { 1, 10, 100 })
        {
            yield return (
                $"corridor benchmark, 20 replications of 100,000 shipments, {organizations} organizations that learn",
                new CorridorShape
                {
                    Shipments = 100_000,
                    Replications = 20,
                    Organizations = organizations,
                }.ToYaml(),
                []
            );
        }

        foreach (int vehicles in new[] { 0, 10, 100, 1_000, 10_000 })
        {
            yield return (
                $"corridor benchmark, 20 replications of 10,000 shipments, {vehicles:N0} legitimate vehicles an hour",
                new CorridorShape
                {
                    Shipments = 10_000,
                    Replications = 20,
                    VehiclesPerHour = vehicles,
                }.ToYaml(),
                []
            );
        }
    }

    // Today's, and the same with the Laredo unit beginning a few minutes later in each.
    private static string Southbound(int deployments, int replications)
    {
        var yaml = new StringBuilder();
        yaml.AppendLine($"based_on: {Path.Combine(Machine.Repository(), "scenarios", "southbound.yaml")}");
        yaml.AppendLine($"experiment: {{ replications: {replications} }}");
        foreach ((int index, string name) in Names(deployments).Index())
        {
            yaml.Append(index == 0 ? "deployments:\n" : string.Empty);
            TimeOnly begins = TimeOnly.MinValue.AddMinutes(7 * (index + 1));
            yaml.AppendLine(
                $"  {name}: {{ based_on: today, post: {{ laredo: {{ hours: {begins:HH:mm}-{begins.AddHours(10):HH:mm} }} }} }}"
            );
        }

        return yaml.ToString();
    }

    private static IEnumerable<string> Names(int deployments) => Enumerable.Range(1, deployments - 1).Select(i => $"later_{i}");
}
