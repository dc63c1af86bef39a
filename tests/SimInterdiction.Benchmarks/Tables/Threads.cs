using SimInterdiction.Benchmarks.Measuring;
using SimInterdiction.Benchmarks.Programs;

namespace SimInterdiction.Benchmarks.Tables;

/// <summary>A batch of replications on one thread and on two. Here the clock on the wall counts, so the machine should
/// have nothing else to do; each takes some thirty seconds on one.</summary>
internal static class Threads
{
    public static int Run(int rounds)
    {
        Console.WriteLine(Machine.Describe());
        Console.WriteLine();
        Console.WriteLine("| batch | one thread, s | two threads, s | as fast as one | CPU time, two over one |");
        Console.WriteLine("|---|---|---|---|---|");
        string file = Path.Combine(Machine.Repository(), "scenarios", "southbound.yaml");
        Print("southbound.yaml, all deployments, 100 replications", rounds, jobs => Child.Own("study", "100", file, jobs.ToString()));
        Print("corridor benchmark, 2,000 replications of 100,000 shipments", rounds, jobs => Child.Own(
                "corridor-product",
                new CorridorShape
                {
                    Shipments = 100_000,
                    Replications = 2000,
                    Jobs = jobs,
                }.ToWords()
            ));
        return 0;
    }

    private static void Print(string title, int rounds, Func<int, string[]> command)
    {
        var one = new List<ChildRun>();
        var two = new List<ChildRun>();
        for (int round = 0; round < rounds; round++)
        {
            one.Add(Child.Run(command(1)));
            two.Add(Child.Run(command(2)));
        }

        if (one[0].Output != two[0].Output)
        {
            throw new InvalidOperationException("The number of threads changed the result.");
        }

        double[] faster = [.. one.Zip(two, (a, b) => a.WallSeconds / b.WallSeconds)];
        double[] dearer = [.. one.Zip(two, (a, b) => b.UserSeconds / a.UserSeconds)];
        Console.WriteLine(
            $"| {title} | {Sample.Median(one.Select(r => r.WallSeconds)):0.00} | "
                + $"{Sample.Median(two.Select(r => r.WallSeconds)):0.00} | {Sample.MedianAndRange(faster, "0.00")} | "
                + $"{Sample.MedianAndRange(dearer, "0.00")} |"
        );
    }
}
