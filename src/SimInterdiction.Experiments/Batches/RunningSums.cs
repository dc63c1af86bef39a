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
    private readonly Breakdown[] breakdowns;

    /// <param name="entryCounts">How many entries each <see cref="Dimension"/> has, in the enum's order.</param>
    public RunningSums(IReadOnlyList<int> entryCounts)
    {
        breakdowns = [.. Enum.GetValues<Dimension>().Select(dimension => new Breakdown(dimension, entryCounts[(int)dimension]))];
    }

    /// <summary>Adds one replication; to be called in replication order.</summary>
    /// <param name="record">What it came to.</param>
    /// <param name="unit">Which independent observation it belongs to: those that share drawn inputs follow each other,
    /// and count as their mean.</param>
    public void Add(ReplicationRecord record, int unit)
    {
        foreach (Breakdown breakdown in breakdowns)
        {
            breakdown.Add(record, unit);
        }
    }

    /// <summary>The estimate of a measure of <see cref="BreakdownMeasures"/> for one entry. Nothing more belongs to the
    /// last observation after that.</summary>
    public PointEstimate Estimate(Dimension dimension, int entry, int measure)
    {
        breakdowns[(int)dimension].Complete();
        return breakdowns[(int)dimension].Moments[entry][measure].Estimate();
    }

    private sealed class Breakdown
    {
        private readonly Measure[] measures;
        private readonly (double Y, double X, Searches? Searches)[][] open;
        private int openUnit;
        private int openCount;

        public Breakdown(Dimension dimension, int entries)
        {
            Dimension = dimension;
            measures = [.. BreakdownMeasures.Of(dimension)];
            Moments =
            [
                .. Enumerable
                    .Range(0, entries)
                    .Select(_ => measures.Select(m => new ControlledMoments(SearchedValues.PerSeizedOf(m.Searched))).ToArray()),
            ];
            open = [.. Moments.Select(_ => new (double, double, Searches?)[measures.Length])];
        }

        public Dimension Dimension { get; }

        /// <summary>By entry and measure. A mean is a ratio whose denominator is always 1.</summary>
        public ControlledMoments[][] Moments { get; }

        public void Add(ReplicationRecord record, int unit)
        {
            if (unit != openUnit)
            {
                Complete();
                openUnit = unit;
            }

            bool isFirst = openCount++ == 0;
            double[][] entries = record.By(Dimension);
            for (int entry = 0; entry < Moments.Length; entry++)
            {
                for (int i = 0; i < measures.Length; i++)
                {
                    Measure measure = measures[i];
                    (double y, double x) = (measure.Numerator(entries[entry]), measure.Denominator?.Invoke(entries[entry]) ?? 1);
                    Searches? searches = measure.Searched?.In(entries[entry], record.Totals);
                    (double Y, double X, Searches? Searches) before = open[entry][i];
                    open[entry][i] = isFirst ? (y, x, searches) : (before.Y + y, before.X + x, before.Searches + searches);
                }
            }
        }

        /// <summary>Counts what was added since the last observation as one.</summary>
        public void Complete()
        {
            for (int entry = 0; openCount > 0 && entry < Moments.Length; entry++)
            {
                for (int i = 0; i < measures.Length; i++)
                {
                    (double y, double x, Searches? searches) = open[entry][i];
                    Moments[entry][i].Add(y / openCount, x / openCount, searches?.Over(openCount));
                }
            }

            openCount = 0;
        }
    }
}
