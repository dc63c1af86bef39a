using SimInterdiction.Benchmarks.Measuring;
using SimInterdiction.Benchmarks.Programs;

namespace SimInterdiction.Benchmarks.Tables;

/// <summary>What a shipment costs in a study, control variate and breakdowns included, beside the C program on the
/// corridor benchmark: one thread, in turn in each round.</summary>
internal static class ShipmentsOfStudies
{
    private const int ShipmentsOfC = 1_000_000;
    private const int ShipmentsOfCorridor = 28_800;

    public static int Run(int rounds)
    {
        if (ReferencePrograms.C("corridor") is not { } program)
        {
            return 1;
        }

        string southbound = Path.Combine(Machine.Repository(), "scenarios", "southbound.yaml");
        var c = new Contestant("C, four-ary heap", program, ShipmentsOfC);
        Longer[] studies =
        [
            new("southbound.yaml as shipped, 100 less 20 replications", n => Child.Own("study", $"{n}", southbound, "1"), 20, 100),
            new(
                "corridor benchmark, 520 less 20 replications of 28,800 shipments",
                n => Child.Own("corridor-product", new CorridorShape { Shipments = ShipmentsOfCorridor, Replications = n }.ToWords()),
                20,
                520
            ),
        ];
        for (int round = 0; round < rounds; round++)
        {
            c.Measure();
            foreach (Longer study in studies)
            {
                study.Measure();
            }
        }

        Console.WriteLine(Machine.Describe());
        Console.WriteLine();
        Console.WriteLine("| study | ns for each shipment | x C |");
        Console.WriteLine("|---|---|---|");
        Console.WriteLine($"| {c.Title} | {Sample.MedianAndRange(c.FurtherNanoseconds, "0")} | 1 |");
        foreach (Longer study in studies)
        {
            double[] ratios = [.. study.Nanoseconds.Zip(c.FurtherNanoseconds, (mine, its) => mine / its)];
            Console.WriteLine(
                $"| {study.Title} | {Sample.MedianAndRange(study.Nanoseconds, "0")} | {Sample.MedianAndRange(ratios, "0.00")} |"
            );
        }

        return 0;
    }

    // The same with few replications and with many: the difference is nothing but replications.
    private sealed record Longer(string Title, Func<int, string[]> Command, int Few, int Many)
    {
        public List<double> Nanoseconds { get; } = [];

        public void Measure()
        {
            ChildRun few = Child.Run(Command(Few));
            ChildRun many = Child.Run(Command(Many));
            Nanoseconds.Add((many.UserSeconds - few.UserSeconds) / (Shipments(many) - Shipments(few)) * 1e9);
        }

        private static double Shipments(ChildRun run) =>
            double.Parse(run.Output.Split('\n').First(line => line.StartsWith("shipments ", StringComparison.Ordinal))[10..]);
    }
}
