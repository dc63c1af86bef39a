using SimInterdiction.Benchmarks.Measuring;

namespace SimInterdiction.Benchmarks.Tables;

/// <summary>The product beside the references: each program a process, all of them in turn in each round, user CPU
/// time.</summary>
internal static class SideBySide
{
    private const int Full = 1_000_000;

    // A customer takes so little that a million are over before everything has been compiled.
    private const int FullMm1 = 4 * Full;

    // SimPy is given fewer; what it takes for each is compared.
    private const int FewerForSimPy = 40_000;

    public static int Run(int rounds)
    {
        Console.WriteLine(Machine.Describe());
        Console.WriteLine();
        Contest("M/M/1, for each customer", rounds, Mm1(), Theory.CheckMm1);
        Contest("Corridor benchmark, for each shipment", rounds, Corridor(), Theory.CheckCorridor);
        return 0;
    }

    private static List<Contestant> Mm1() =>
        Those(
            new Contestant("the engine alone", Child.Own("mm1-engine"), FullMm1),
            Of("C, four-ary heap", ReferencePrograms.C("mm1"), FullMm1),
            new Contestant("straightforward C#", Child.Own("mm1-straightforward"), FullMm1),
            Of("SimPy", ReferencePrograms.SimPy("mm1"), FewerForSimPy)
        );

    private static List<Contestant> Corridor() =>
        Those(
            new Contestant("the product", Child.Own("corridor-product"), Full),
            Of("C, four-ary heap", ReferencePrograms.C("corridor"), Full),
            Of("the same with the product's short cut", ReferencePrograms.C("corridor_ahead"), Full),
            new Contestant("straightforward C#", Child.Own("corridor-straightforward"), Full),
            Of("SimPy", ReferencePrograms.SimPy("corridor"), FewerForSimPy)
        );

    private static Contestant? Of(string title, string[]? command, int size) =>
        command is null ? null : new Contestant(title, command, size);

    private static List<Contestant> Those(params Contestant?[] contestants) => [.. contestants.OfType<Contestant>()];

    private static void Contest(string title, int rounds, List<Contestant> contestants, Action<string, double> check)
    {
        foreach (Contestant each in contestants)
        {
            check(each.Answer(), each.Size);
        }

        for (int round = 0; round < rounds; round++)
        {
            // Another begins each round, so that none always runs behind the same one.
            for (int i = 0; i < contestants.Count; i++)
            {
                contestants[(round + i) % contestants.Count].Measure();
            }
        }

        Print(title, rounds, contestants);
    }

    private static void Print(string title, int rounds, List<Contestant> contestants)
    {
        Contestant? c = contestants.Find(each => each.Title.StartsWith("C,", StringComparison.Ordinal));
        Contestant csharp = contestants.Find(each => each.Title.StartsWith("straight", StringComparison.Ordinal))!;
        Console.WriteLine($"{title} ({rounds} rounds, medians, least and greatest in brackets)");
        Console.WriteLine();
        Console.WriteLine("| program | given | whole process, s | x C | ns each, further ones | x C | x straightforward C# |");
        Console.WriteLine("|---|---|---|---|---|---|---|");
        foreach (Contestant each in contestants)
        {
            string wholeOverC = c is null ? "-" : Ratio(each.WholeNanoseconds, c.WholeNanoseconds);
            string overC = c is null ? "-" : Ratio(each.FurtherNanoseconds, c.FurtherNanoseconds);
            string whole = $"{each.Size:N0} | {Sample.Median(each.WholeSeconds):0.000} | {wholeOverC}";
            string further =
                $"{Sample.MedianAndRange(each.FurtherNanoseconds, "0.0")} | {overC} | "
                + $"{Ratio(each.FurtherNanoseconds, csharp.FurtherNanoseconds)}";
            Console.WriteLine($"| {each.Title} | {whole} | {further} |");
        }

        Console.WriteLine();
    }

    private static string Ratio(IReadOnlyList<double> mine, IReadOnlyList<double> others) =>
        Sample.MedianAndRange([.. mine.Zip(others, (m, o) => m / o)], "0.00");
}
