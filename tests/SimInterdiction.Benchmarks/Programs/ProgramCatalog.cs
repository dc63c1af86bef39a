using SimInterdiction.Benchmarks.References;

namespace SimInterdiction.Benchmarks.Programs;

/// <summary>The C# programs that are measured, each as a process of its own.</summary>
internal static class ProgramCatalog
{
    /// <summary>Runs one: its name, its size, and for the product more numbers; prints its answers, one a
    /// line.</summary>
    public static int Run(string[] args)
    {
        int size = int.Parse(args[1]);
        switch (args[0])
        {
            case "corridor-product":
                CorridorProduct.Run(CorridorShape.Parse(args[1..]));
                return 0;
            case "scenario":
                Console.Write(CorridorShape.Parse(args[1..]).ToYaml());
                return 0;
            case "study":
                ShippedStudy.Run(args[2], size, int.Parse(args[3]));
                return 0;
            case "corridor-straightforward":
                StraightforwardCorridor.Run(size);
                return 0;
            case "mm1-engine":
                Mm1OnEngine.Run(size);
                return 0;
            case "mm1-straightforward":
                StraightforwardMm1.Run(size);
                return 0;
            case "pretend-workers":
                PretendWorkers.Run(args[2], args[3], int.Parse(args[4]), size, double.Parse(args[5])).GetAwaiter().GetResult();
                return 0;
            default:
                Console.Error.WriteLine($"No program is called '{args[0]}'.");
                return 2;
        }
    }
}
