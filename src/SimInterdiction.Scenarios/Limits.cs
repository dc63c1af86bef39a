using System.Globalization;

namespace SimInterdiction.Scenarios;

/// <summary>
/// All limits of reading, in one place. They keep time and memory bounded for any input; none is near what a plan
/// needs. What is beyond one is a problem that names it, never a crash.
/// </summary>
public static class Limits
{
    /// <summary>Bytes of one file. The largest sensible scenario is a hundred times smaller.</summary>
    public const long FileBytes = 16L << 20;

    /// <summary>Bytes of a scenario with all that it is based on and its tables, which are in memory
    /// together.</summary>
    public const long AllBytes = 48L << 20;

    /// <summary>Files that one scenario is made of.</summary>
    public const int Files = 32;

    /// <summary>Scenario files that are based on one another.</summary>
    public const int FilesInAChain = 8;

    /// <summary>Deployments, or team types, that are based on one another; each is resolved inside the one
    /// before.</summary>
    public const int NamesInAChain = 100;

    /// <summary>Single values, once aliases and <c>based_on</c> are written out: short texts can stand for endless
    /// ones.</summary>
    public const long Values = 1_000_000;

    /// <summary>Maps and lists inside one another; a scenario needs seven.</summary>
    public const int Levels = 40;

    /// <summary>Characters of one value: a long note has some thousands.</summary>
    public const int TextLength = 20_000;

    /// <summary>Characters of a number with its unit. What searches for numbers in longer texts may take
    /// long.</summary>
    public const int NumberLength = 200;

    /// <summary>Columns of a table; a flow has about ten keys.</summary>
    public const int TableColumns = 200;

    /// <summary>Rows of a table.</summary>
    public const int TableRows = 100_000;

    /// <summary>Postings of one deployment: who is on duty when is looked at for all of them together.</summary>
    public const int Postings = 2_000;

    /// <summary>Roads over which corridors are generated: paths over many times as many take gigabytes.</summary>
    public const int RoadsWithCorridors = 2_000;

    /// <summary>Pairs of origin and end, times paths, times the square of the roads, about what finding corridors
    /// costs: minutes at the most.</summary>
    public const double CorridorWork = 4e9;

    /// <summary>Problems that are shown; the rest is counted. A file that is wrong throughout should not bury its
    /// reader.</summary>
    public const int ProblemsShown = 50;

    /// <summary>Characters of one sentence of a problem, which may quote the file.</summary>
    public const int SentenceLength = 400;

    /// <summary>The limits that a planner may meet, in words.</summary>
    public static IReadOnlyList<(string What, string Most)> InWords { get; } =
    [
        ("size of one file", $"{FileBytes >> 20} MB"),
        ("size of a scenario with everything it is based on, and its tables", $"{AllBytes >> 20} MB"),
        ("files that a scenario is made of", Number(Files)),
        ("scenario files based on one another", Number(FilesInAChain)),
        ("deployments, or team types, based on one another", Number(NamesInAChain)),
        ("single values, with aliases and `based_on` written out", Number(Values)),
        ("maps and lists inside one another", Number(Levels)),
        ("characters of one value", Number(TextLength)),
        ("columns of a table", Number(TableColumns)),
        ("rows of a table", Number(TableRows)),
        ("postings of one deployment", Number(Postings)),
        ("roads over which corridors are generated", Number(RoadsWithCorridors)),
        ("problems shown (the rest is counted)", Number(ProblemsShown)),
    ];

    private static string Number(long number) => number.ToString("#,##0", CultureInfo.InvariantCulture);
}
