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
        return breakdowns[dimension].MomentsOf(entry)[measure].Estimate();
    }

    // Most entries of a large dimension never count anything, such as the hours in which nobody is on duty. They have
    // the same moments, which are kept once: an entry gets its own when it first counts something.
    private sealed class Breakdown
    {
        private static readonly double[] Nothing = new double[ReplicationRecord.TotalCount];

        private readonly Dimension dimension;
        private readonly Measure[] measures;
        private readonly Row blank;
        private readonly Row?[] rows;

        // By measure, the luck of the observation under way: that of every entry.
        private readonly Searches?[] luck;
        private int openUnit;
        private int openCount;

        public Breakdown(Dimension dimension, int entries)
        {
            this.dimension = dimension;
            measures = [.. BreakdownMeasures.Of(dimension)];
            luck = new Searches?[measures.Length];
            blank = new Row(
                [.. measures.Select(measure => new ControlledMoments(new SearchLuck(SearchedValues.PerSeizedOf(measure.Searched))))],
                new Sum[measures.Length]
            );
            rows = new Row?[entries];
        }

        /// <summary>By measure. A mean is a ratio whose denominator is always 1.</summary>
        public ControlledMoments[] MomentsOf(int entry) => (rows[entry] ?? blank).Moments;

        public bool IsNothing(int entry) => rows[entry] is null;

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
            for (int entry = 0; entry < rows.Length; entry++)
            {
                if (rows[entry] is null && Array.Exists(entries[entry], IsSomething))
                {
                    rows[entry] = blank.Copy();
                }

                if (rows[entry] is { } own)
                {
                    Add(own, entries[entry], isFirst);
                }
            }

            Add(blank, Nothing, isFirst);
        }

        /// <summary>Counts what was added since the last observation as one.</summary>
        public void Complete()
        {
            if (openCount > 0)
            {
                foreach (Row row in rows.OfType<Row>().Append(blank))
                {
                    row.Complete(luck, openCount);
                }
            }

            openCount = 0;
        }

        // Negative zero is something: it stays what it is.
        private static bool IsSomething(double value) => BitConverter.DoubleToInt64Bits(value) != 0;

        private void Add(Row row, double[] entry, bool isFirst)
        {
            for (int i = 0; i < measures.Length; i++)
            {
                Measure measure = measures[i];
                var more = new Sum(
                    measure.Numerator(entry),
                    measure.Denominator?.Invoke(entry) ?? 1,
                    measure.Searched?.OfNumerator?.Invoke(entry) ?? 0,
                    measure.Searched?.OfDenominator?.Invoke(entry) ?? 0
                );
                row.Open[i] = isFirst ? more : row.Open[i] + more;
            }
        }
    }

    // What one entry has come to, by measure; what belongs to the observation under way is open.
    private sealed record Row(ControlledMoments[] Moments, Sum[] Open)
    {
        public Row Copy() => new([.. Moments.Select(moments => moments.Copy())], [.. Open]);

        public void Complete(Searches?[] luck, int count)
        {
            for (int i = 0; i < Moments.Length; i++)
            {
                Sum sum = Open[i];
                Searches? searches = luck[i] is { } all
                    ? (all with { OfNumerator = sum.OfNumerator, OfDenominator = sum.OfDenominator }).Over(count)
                    : null;
                Moments[i].Add(sum.Y / count, sum.X / count, searches);
            }
        }
    }

    private readonly record struct Sum(double Y, double X, double OfNumerator, double OfDenominator)
    {
        public static Sum operator +(Sum one, Sum other) =>
            new(one.Y + other.Y, one.X + other.X, one.OfNumerator + other.OfNumerator, one.OfDenominator + other.OfDenominator);
    }
}
