using SimInterdiction.Benchmarks.Micro;
using SimInterdiction.Benchmarks.Programs;
using SimInterdiction.Benchmarks.Tables;

const string Usage = """
    side-by-side [ROUNDS]     M/M/1 and the corridor benchmark: the product against C, straightforward C# and SimPy
    main-job [ROUNDS]         southbound.yaml as shipped, and what is asked of the finished run: time and memory
    study [ROUNDS]            what a shipment costs in a study, beside the C program
    memory [ROUNDS]           peak memory and time as deployments, replications, corridors, organizations and traffic grow
    growth [--ten-million]    time per shipment as shipments, corridors and checkpoints grow
    threads [ROUNDS]          one thread against two
    decision [REPLICATIONS]   CPU time until a difference is known: independent luck, the same luck, and a control variate
    choose [SEEDS]            how many replications choosing among forty deployments takes
    adaptation [ROUNDS]       traffickers who learn against frozen ones
    expectation [ROUNDS]      how long theory takes for a deployment, beside one replication of it
    forecast [ROUNDS]         how long an analysis is said to take, beside what it takes
    selections [ROUNDS]       how long it takes to prove the best postings against traffic that keeps its corridors
    machines [ROUNDS]         what it costs to have workers simulate, beside threads of one process (needs nats-server)
    head [CHUNKS]             what a head takes for a chunk, beside up to 1,000 workers that answer at once
    page [ROUNDS]             how long whoever works in the planners' page waits, and its memory
    rings [ROUNDS]            2,000 rings against organizations without any
    start [ROUNDS]            how long simint takes to start, published
    micro [FILTER...]         calendar, random numbers, laws and lanes, in nanoseconds
    program NAME SIZE ...     one of the programs that the others measure
    """;

string[] rest = args.Length > 1 ? args[1..] : [];
switch (args.FirstOrDefault())
{
    case "side-by-side":
        return SideBySide.Run(Rounds(9));
    case "main-job":
        return MainJob.Run(Rounds(5));
    case "study":
        return ShipmentsOfStudies.Run(Rounds(5));
    case "memory":
        return Memory.Run(Rounds(1));
    case "growth":
        return Growth.Run(rest.Contains("--ten-million"));
    case "threads":
        return Threads.Run(Rounds(3));
    case "decision":
        return Decision.Run(Rounds(100));
    case "choose":
        return ChoosingAmongMany.Run(Rounds(3));
    case "adaptation":
        return Adaptation.Run(Rounds(21));
    case "expectation":
        return ExpectationTime.Run(Rounds(9));
    case "forecast":
        return Forecast.Run(Rounds(3));
    case "selections":
        return SelectionTime.Run(Rounds(3));
    case "machines":
        return Machines.Run(Rounds(5));
    case "head":
        return LoneHead.Run(Rounds(4000));
    case "page":
        return PlannersPage.Run(Rounds(3));
    case "rings":
        return RingsOverNone.Run(Rounds(21));
    case "start":
        return Start.Run(Rounds(15));
    case "micro":
        return MicroBenchmarks.Run(rest);
    case "program":
        return ProgramCatalog.Run(rest);
    default:
        Console.WriteLine(Usage);
        return 2;
}

int Rounds(int standard) => rest.Length > 0 && int.TryParse(rest[0], out int asked) && asked > 0 ? asked : standard;
