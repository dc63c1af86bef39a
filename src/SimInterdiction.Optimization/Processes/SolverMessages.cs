using SimInterdiction.Optimization.Programs;

namespace SimInterdiction.Optimization.Processes;

/// <summary>What two processes tell each other: what is new of a program, bounds on the way, and the answer.</summary>
internal static class SolverMessages
{
    private const byte Bound = 1;
    private const byte Answer = 2;

    public static void WriteRequest(BinaryWriter to, LinearProgram program, Known known, SolverTerms terms)
    {
        to.Write(terms.IsRelaxed);
        to.Write(terms.Gap);
        to.Write(terms.Seconds);
        to.Write(terms.IsPresolved);
        (int Index, double Objective)[] changed =
        [
            .. known
                .Objectives.Index()
                .Where(each => program.Columns[each.Index].Objective != each.Item)
                .Select(each => (each.Index, program.Columns[each.Index].Objective)),
        ];
        to.Write(changed.Length);
        foreach ((int index, double objective) in changed)
        {
            to.Write(index);
            to.Write(objective);
        }

        to.Write(program.Columns.Count - known.Objectives.Count);
        foreach (Column column in program.Columns.Skip(known.Objectives.Count))
        {
            to.Write(column.Objective);
            to.Write(column.Lower);
            to.Write(column.Upper);
            to.Write(column.IsWhole);
        }

        WriteRows(to, program, known.Rows);
        to.Flush();
        known.Objectives = [.. program.Columns.Select(column => column.Objective)];
        known.Rows = program.Rows.Count;
    }

    /// <summary>Reads a request, and adds what is new to the program.</summary>
    public static SolverTerms ReadRequest(BinaryReader from, LinearProgram program)
    {
        var terms = new SolverTerms(from.ReadBoolean(), from.ReadDouble(), from.ReadDouble(), from.ReadBoolean());
        for (int left = from.ReadInt32(); left > 0; left--)
        {
            program.SetObjective(from.ReadInt32(), from.ReadDouble());
        }

        for (int left = from.ReadInt32(); left > 0; left--)
        {
            program.AddColumn(new Column(from.ReadDouble(), from.ReadDouble(), from.ReadDouble(), from.ReadBoolean()));
        }

        for (int left = from.ReadInt32(); left > 0; left--)
        {
            double lower = from.ReadDouble();
            double upper = from.ReadDouble();
            var row = new (int, double)[from.ReadInt32()];
            for (int i = 0; i < row.Length; i++)
            {
                row[i] = (from.ReadInt32(), from.ReadDouble());
            }

            program.AddRow(lower, upper, row);
        }

        return terms;
    }

    public static void WriteBound(BinaryWriter to, double bound)
    {
        to.Write(Bound);
        to.Write(bound);
        to.Flush();
    }

    public static void WriteAnswer(BinaryWriter to, SolverAnswer answer)
    {
        to.Write(Answer);
        to.Write((int)answer.End);
        to.Write(answer.Bound);
        to.Write(answer.Values is not null);
        WriteNumbers(to, answer.Values ?? []);
        WriteNumbers(to, answer.Prices);
        to.Flush();
    }

    /// <summary>Reads up to the answer.</summary>
    /// <param name="from">What the solver writes.</param>
    /// <param name="bound">Told of the bounds before it.</param>
    /// <exception cref="EndOfStreamException">There is no answer.</exception>
    /// <exception cref="InvalidDataException">It is none of this protocol.</exception>
    public static SolverAnswer ReadAnswer(BinaryReader from, Action<double> bound)
    {
        for (byte kind = from.ReadByte(); kind != Answer; kind = from.ReadByte())
        {
            if (kind != Bound)
            {
                throw new InvalidDataException("What came is no answer of a solver.");
            }

            bound(from.ReadDouble());
        }

        var end = (SolverEnd)from.ReadInt32();
        double proven = from.ReadDouble();
        bool hasValues = from.ReadBoolean();
        double[] values = ReadNumbers(from);
        return new SolverAnswer(end, hasValues ? values : null, proven, ReadNumbers(from));
    }

    private static void WriteRows(BinaryWriter to, LinearProgram program, int first)
    {
        int[] starts = program.StartsFrom(first);
        ReadOnlySpan<int> indices = program.IndicesFrom(first);
        ReadOnlySpan<double> values = program.ValuesFrom(first);
        to.Write(program.Rows.Count - first);
        for (int row = first; row < program.Rows.Count; row++)
        {
            to.Write(program.Rows[row].Lower);
            to.Write(program.Rows[row].Upper);
            to.Write(starts[row - first + 1] - starts[row - first]);
            for (int i = starts[row - first]; i < starts[row - first + 1]; i++)
            {
                to.Write(indices[i]);
                to.Write(values[i]);
            }
        }
    }

    private static void WriteNumbers(BinaryWriter to, IReadOnlyList<double> numbers)
    {
        to.Write(numbers.Count);
        foreach (double number in numbers)
        {
            to.Write(number);
        }
    }

    private static double[] ReadNumbers(BinaryReader from)
    {
        var numbers = new double[from.ReadInt32()];
        for (int i = 0; i < numbers.Length; i++)
        {
            numbers[i] = from.ReadDouble();
        }

        return numbers;
    }

    /// <summary>What the other process has been told.</summary>
    public sealed class Known
    {
        public IReadOnlyList<double> Objectives { get; set; } = [];

        public int Rows { get; set; }
    }
}
