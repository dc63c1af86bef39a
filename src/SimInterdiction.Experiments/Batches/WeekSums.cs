using SimInterdiction.Model.Measures;

namespace SimInterdiction.Experiments.Batches;

/// <summary>Firearms dispatched and seized in each week of the window, added up in groups of replications: enough to
/// tell how surely one week differs from another, and never larger with more replications.</summary>
/// <remarks>
/// What the luck of the searches took in a week is taken off what was seized in it. Its mean is 0 and its slope is that
/// of everything seized, 1, so nothing is biased; what is left varies by what leaves in one week and is seized in the
/// next, and by busy lanes.
/// </remarks>
/// <param name="weeks">How many entries the dimension has.</param>
internal sealed class WeekSums(int weeks)
{
    private const int Groups = 20;

    private readonly Sums[][] groups = [.. Enumerable.Range(0, Groups).Select(_ => new Sums[weeks])];
    private int used;
    private double finds;
    private double luck;

    /// <summary>The sums of each group by week; independent observations go round the groups in their order.</summary>
    public IReadOnlyList<Sums[]> Of => groups[..used];

    /// <summary>The square of the firearms that one find takes, as luck tells; 0 where nothing was ever left to
    /// luck.</summary>
    public double SquaredFind => finds > 0 ? luck / finds : 0;

    /// <summary>Adds one replication; to be called in replication order.</summary>
    /// <param name="record">What it came to.</param>
    /// <param name="unit">Which independent observation it belongs to.</param>
    public void Add(ReplicationRecord record, int unit)
    {
        Sums[] group = groups[unit % Groups];
        used = Math.Min(Groups, Math.Max(used, unit + 1));
        double[][] entries = record.By(Dimension.Week);
        for (int week = 0; week < group.Length; week++)
        {
            double[] entry = entries[week];
            double seized = entry[(int)Total.FirearmsSeized] - entry[(int)Total.FirearmsByLuck];
            group[week] += new Sums(seized, entry[(int)Total.FirearmsDispatched]);
        }

        finds += Squared(record.Totals[(int)Total.ShipmentsByLuck]);
        luck += Squared(record.Totals[(int)Total.FirearmsByLuck]);
    }

    private static double Squared(double value) => value * value;

    /// <summary>What was seized, without the luck of it, and dispatched.</summary>
    internal readonly record struct Sums(double Seized, double Dispatched)
    {
        /// <summary>NaN where nothing was dispatched.</summary>
        public double Rate => Dispatched > 0 ? Seized / Dispatched : double.NaN;

        public static Sums operator +(Sums one, Sums other) => new(one.Seized + other.Seized, one.Dispatched + other.Dispatched);

        public static Sums operator -(Sums all, Sums part) => new(all.Seized - part.Seized, all.Dispatched - part.Dispatched);
    }
}
