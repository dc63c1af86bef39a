using SimInterdiction.Experiments.Statistics;
using SimInterdiction.Model.Measures;

namespace SimInterdiction.Experiments.Batches;

/// <summary>Everything reported by the entries of the dimensions, as running moments: its size does not depend on the
/// number of replications.</summary>
/// <remarks>
/// The control of an entry's measure is that of the whole replication, not the entry's own: regression is linear, so
/// with one control for all what entries come to adds up to what is estimated of everything together.
/// </remarks>
internal sealed class RunningSums
{
    private readonly Dictionary<Dimension, Breakdown> breakdowns;

    /// <param name="entryCounts">How many entries each <see cref="Dimension"/> has, in the enum's order.</param>
    /// <param name="dimensions">Which of them are added up.</param>
    public RunningSums(IReadOnlyList<int> entryCounts, IEnumerable<Dimension> dimensions)
    {
        breakdowns = dimensions.ToDictionary(dimension => dimension, dimension => new Breakdown(dimension, entryCounts[(int)dimension]));
    }

    /// <summary>How many moments are kept, which is what takes room.</summary>
    public int Held => breakdowns.Values.Sum(breakdown => breakdown.Held);

    /// <summary>Adds one replication; to be called in replication order.</summary>
    /// <param name="record">What it came to.</param>
    /// <param name="unit">Which independent observation it belongs to: those that share drawn inputs follow each other,
    /// and count as their mean.</param>
    public void Add(ReplicationRecord record, int unit)
    {
        foreach (Breakdown breakdown in breakdowns.Values)
        {
            breakdown.Add(record, unit);
        }
    }

    /// <summary>Whether an entry has never counted anything: all such entries of a dimension are alike.</summary>
    public bool IsNothing(Dimension dimension, int entry) => breakdowns[dimension].IsNothing(entry);

    /// <summary>The estimate of a measure of <see cref="BreakdownMeasures"/> for one entry. Nothing more belongs to the
    /// last observation after that.</summary>
    /// <exception cref="KeyNotFoundException">That dimension is not added up.</exception>
    public PointEstimate Estimate(Dimension dimension, int entry, int measure)
    {
        breakdowns[dimension].Complete();
        return breakdowns[dimension].MomentsOf(entry, measure).Estimate();
    }

    // Most entries never come to anything by most measures, such as seizures in the hours in which nobody is on duty.
    // They have the same moments, which are kept once: an entry gets its own by a measure when it first comes to
    // something by it.
    private sealed class Breakdown
    {
        private static readonly double[] Nothing = new double[ReplicationRecord.TotalCount];

        private readonly Dimension dimension;
        private readonly Measure[] measures;

        // By measure: what an entry comes to that counts nothing.
        private readonly Sum[] nothing;
        private readonly Cell[] blank;

        // By entry that has counted something, and by measure.
        private readonly Cell?[]?[] cells;

        // By measure, the luck of the observation under way: that of every entry.
        private readonly Searches?[] luck;
        private int openUnit;
        private int openCount;

        public Breakdown(Dimension dimension, int entries)
        {
            this.dimension = dimension;
            measures = [.. BreakdownMeasures.Of(dimension)];
            nothing = [.. measures.Select(measure => SumOf(measure, Nothing))];
            luck = new Searches?[measures.Length];
            blank =
            [
                .. measures.Select(measure => new Cell(
                    new ControlledMoments(new SearchLuck(SearchedValues.PerSeizedOf(measure.Searched)))
                )),
            ];
            cells = new Cell?[entries][];
        }

        /// <summary>How many moments there are, those kept once included.</summary>
        public int Held => blank.Length + cells.Sum(own => own?.Count(cell => cell is not null) ?? 0);

        /// <summary>A mean is a ratio whose denominator is always 1.</summary>
        public ControlledMoments MomentsOf(int entry, int measure) => (cells[entry]?[measure] ?? blank[measure]).Moments;

        public bool IsNothing(int entry) => cells[entry] is null;

        public void Add(ReplicationRecord record, int unit)
        {
            if (unit != openUnit)
            {
                Complete();
                openUnit = unit;
            }

            bool isFirst = openCount++ == 0;
            for (int i = 0; i < measures.Length; i++)
            {
                Searches? more = measures[i].Searched?.In(Nothing, record.Totals);
                luck[i] = isFirst ? more : luck[i] + more;
            }

            double[][] entries = record.By(dimension);
            for (int entry = 0; entry < cells.Length; entry++)
            {
                if (cells[entry] is null && Array.Exists(entries[entry], IsSomething))
                {
                    cells[entry] = new Cell?[measures.Length];
                }

                if (cells[entry] is { } own)
                {
                    Add(own, entries[entry], isFirst);
                }
            }

            for (int i = 0; i < measures.Length; i++)
            {
                blank[i].Add(in nothing[i], isFirst);
            }
        }

        /// <summary>Counts what was added since the last observation as one.</summary>
        public void Complete()
        {
            if (openCount > 0)
            {
                foreach (Cell?[] own in cells.OfType<Cell?[]>().Append(blank))
                {
                    for (int i = 0; i < own.Length; i++)
                    {
                        own[i]?.Complete(luck[i], openCount);
                    }
                }
            }

            openCount = 0;
        }

        // Negative zero is something: it stays what it is.
        private static bool IsSomething(double value) => BitConverter.DoubleToInt64Bits(value) != 0;

        private static Sum SumOf(Measure measure, double[] entry) =>
            new(
                measure.Numerator(entry),
                measure.Denominator?.Invoke(entry) ?? 1,
                measure.Searched?.OfNumerator?.Invoke(entry) ?? 0,
                measure.Searched?.OfDenominator?.Invoke(entry) ?? 0
            );

        private void Add(Cell?[] own, double[] entry, bool isFirst)
        {
            for (int i = 0; i < measures.Length; i++)
            {
                Sum more = SumOf(measures[i], entry);
                if (own[i] is null && !more.IsSameAs(in nothing[i]))
                {
                    own[i] = blank[i].Copy();
                }

                own[i]?.Add(in more, isFirst);
            }
        }
    }

    // What one entry has come to by one measure; what belongs to the observation under way is open.
    private sealed class Cell(ControlledMoments moments)
    {
        private Sum open;

        public ControlledMoments Moments => moments;

        public Cell Copy() => new(moments.Copy()) { open = open };

        public void Add(in Sum more, bool isFirst) => open = isFirst ? more : open + more;

        public void Complete(Searches? luck, int count)
        {
            Searches? searches = luck is { } all
                ? (all with { OfNumerator = open.OfNumerator, OfDenominator = open.OfDenominator }).Over(count)
                : null;
            moments.Add(open.Y / count, open.X / count, searches);
        }
    }

    private readonly record struct Sum(double Y, double X, double OfNumerator, double OfDenominator)
    {
        public static Sum operator +(Sum one, Sum other) =>
            new(one.Y + other.Y, one.X + other.X, one.OfNumerator + other.OfNumerator, one.OfDenominator + other.OfDenominator);

        // To the last bit, so that 0 and negative zero differ.
        public bool IsSameAs(in Sum other) =>
            IsSame(Y, other.Y)
            && IsSame(X, other.X)
            && IsSame(OfNumerator, other.OfNumerator)
            && IsSame(OfDenominator, other.OfDenominator);

        private static bool IsSame(double one, double other) =>
            BitConverter.DoubleToInt64Bits(one) == BitConverter.DoubleToInt64Bits(other);
    }
}
