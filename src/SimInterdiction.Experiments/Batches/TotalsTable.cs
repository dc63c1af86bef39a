using SimInterdiction.Model.Measures;

namespace SimInterdiction.Experiments.Batches;

/// <summary>The totals of every replication of one deployment: all that percentiles and paired comparisons need, in at most 8 bytes a total.</summary>
/// <remarks>17 totals are 136 bytes a replication when each of them varies. Measures are made from them when asked for, not stored.</remarks>
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
        double[]? controls = measure.Control is null ? null : new double[Replications];
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

            if (controls is not null)
            {
                controls[replication] = measure.ControlIn(totals)!.Value;
            }
        }

        return new MeasureValues(numerators, denominators, controls) { Draws = Draws is null ? null : [.. Draws.Take(Replications)] };
    }
}
