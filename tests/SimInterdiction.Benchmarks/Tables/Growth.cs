using SimInterdiction.Benchmarks.Measuring;
using SimInterdiction.Benchmarks.Programs;
using SimInterdiction.Experiments.Statistics;

namespace SimInterdiction.Benchmarks.Tables;

/// <summary>What a shipment costs the product as the scenario grows.</summary>
internal static class Growth
{
    private const int Rounds = 3;
    private const int Million = 1_000_000;

    // When the runtime compiles a busy method differs from run to run by a tenth of a second: of so many shipments
    // little.
    private const int Enough = 6 * Million;

    public static int Run(bool toTenMillion)
    {
        Console.WriteLine(Machine.Describe());
        Console.WriteLine();
        Console.WriteLine(
            "| shipments in a replication | corridors | checkpoints on each | events for each shipment | ns for each "
                + "shipment | ns for each event |"
        );
        Console.WriteLine("|---|---|---|---|---|---|");
        int[] shipments = toTenMillion ? [10_000, 100_000, Million, 10 * Million] : [10_000, 100_000, Million];
        CorridorShape[] shapes =
        [
            .. shipments.Select(n => new CorridorShape { Shipments = n }),
            .. new[] { 1, 60, 100, 600 }.Select(n => new CorridorShape { Shipments = Million, Corridors = n }),
            .. new[] { 30, 300 }.Select(n => new CorridorShape { Shipments = 100_000, Checkpoints = n }),
        ];
        foreach (CorridorShape shape in shapes)
        {
            Print(shape);
        }

        return 0;
    }

    // All rows have a control variate alike. The same file with some and with three times as many replications: the
    // difference is nothing but replications. Also the shorter run is long enough for everything to have been compiled
    // to the end, whatever the size of one replication.
    private static void Print(CorridorShape shape)
    {
        int few = Math.Max(ControlledMoments.FewestReplications, Enough / (1 + (shape.Checkpoints / 100)) / shape.Shipments);
        int many = 3 * few;
        var nanoseconds = new List<double>();
        double events = 0;
        for (int round = 0; round < Rounds; round++)
        {
            ChildRun shortRun = Run(shape with { Replications = few });
            ChildRun longRun = Run(shape with { Replications = many });
            nanoseconds.Add((longRun.UserSeconds - shortRun.UserSeconds) / ((double)(many - few) * shape.Shipments) * 1e9);
            events = double.Parse(longRun.Output.Split('\n').First(line => line.StartsWith("events ", StringComparison.Ordinal))[7..]);
        }

        double each = Sample.Median(nanoseconds);
        Console.WriteLine(
            $"| {shape.Shipments:N0} | {shape.Corridors} | {shape.Checkpoints} | {events:0.00} | "
                + $"{Sample.MedianAndRange(nanoseconds, "0")} | {each / events:0.0} |"
        );
    }

    private static ChildRun Run(CorridorShape shape) => Child.Run(Child.Own("corridor-product", shape.ToWords()));
}
