namespace SimInterdiction.Model.Measures;

/// <summary>What one replication of one deployment came to: the totals, and the same totals by entry of each
/// dimension.</summary>
/// <remarks>Made once and used again for replication after replication; <see cref="Clear"/> between them.</remarks>
public sealed class ReplicationRecord
{
    /// <summary>How many <see cref="Total"/>s there are.</summary>
    public static readonly int TotalCount = Enum.GetValues<Total>().Length;

    private readonly double[][][] by;

    /// <param name="entryCounts">How many entries each <see cref="Dimension"/> has, in the enum's order.</param>
    public ReplicationRecord(IReadOnlyList<int> entryCounts)
    {
        by = [.. entryCounts.Select(count => Enumerable.Range(0, count).Select(_ => new double[TotalCount]).ToArray())];
        Rows = [Totals, .. by.SelectMany(entries => entries)];
    }

    /// <summary>The totals of everything together, indexed by <see cref="Total"/>.</summary>
    public double[] Totals { get; } = new double[TotalCount];

    /// <summary>All of it in one order: the totals of everything together, then those of the entries of each
    /// dimension.</summary>
    public IReadOnlyList<double[]> Rows { get; }

    /// <summary>The totals of each entry of a dimension.</summary>
    public double[][] By(Dimension dimension) => by[(int)dimension];

    public void Clear()
    {
        foreach (double[] row in Rows)
        {
            Array.Clear(row);
        }
    }
}
