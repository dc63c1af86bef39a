using System.Numerics;
using SimInterdiction.Experiments.Statistics;
using SimInterdiction.Model.Measures;

namespace SimInterdiction.Experiments.Batches;

/// <summary>The totals of every replication of one deployment: all that percentiles and paired comparisons need, in at
/// most 8 bytes a total.</summary>
/// <remarks>17 totals are 136 bytes a replication when each of them varies. Measures are made from them when asked for,
/// not stored.</remarks>
internal sealed class TotalsTable
{
    private readonly Column[] columns;

    public TotalsTable(int capacity)
    {
        columns = [.. Enumerable.Range(0, ReplicationRecord.TotalCount).Select(_ => new Column(capacity))];
    }

    public int Replications => columns[0].Count;

    /// <summary>The draw of the inputs that each replication has; null where nothing is drawn.</summary>
    public IReadOnlyList<int>? Draws { get; init; }

    public void Add(double[] totals)
    {
        for (int i = 0; i < columns.Length; i++)
        {
            columns[i].Add(totals[i]);
        }
    }

    /// <summary>A measure in every replication.</summary>
    public MeasureValues Values(Measure measure)
    {
        double[] numerators = new double[Replications];
        double[]? denominators = measure.Denominator is null ? null : new double[Replications];
        Searches[]? searches = measure.Searched is null ? null : new Searches[Replications];
        long[] fingerprints = new long[Replications];
        double[] totals = new double[columns.Length];
        for (int replication = 0; replication < Replications; replication++)
        {
            for (int i = 0; i < columns.Length; i++)
            {
                totals[i] = columns[i][replication];
            }

            numerators[replication] = measure.Numerator(totals);
            if (denominators is not null)
            {
                denominators[replication] = measure.Denominator!(totals);
            }

            if (searches is not null)
            {
                searches[replication] = measure.Searched!.In(totals, totals);
            }

            fingerprints[replication] = Fingerprint(totals);
        }

        SearchedValues? searched = searches is null
            ? null
            : new SearchedValues(searches, SearchedValues.PerSeizedOf(measure.Searched), SearchedValues.KnownOf(measure.Searched));
        return new MeasureValues(numerators, denominators, searched)
        {
            Fingerprints = fingerprints,
            Draws = Draws is null ? null : [.. Draws.Take(Replications)],
        };
    }

    // FNV-1a, by whole numbers instead of bytes (Fowler, Noll and Vo 1991).
    private static long Fingerprint(double[] totals)
    {
        ulong hash = 14695981039346656037;
        foreach (double total in totals)
        {
            hash = BitOperations.RotateLeft((hash ^ (ulong)BitConverter.DoubleToInt64Bits(total)) * 1099511628211, 29);
        }

        return (long)hash;
    }
}
