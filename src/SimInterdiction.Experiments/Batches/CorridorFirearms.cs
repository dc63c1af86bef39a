using SimInterdiction.Model.Measures;

namespace SimInterdiction.Experiments.Batches;

/// <summary>Firearms dispatched on each corridor, added up in groups of replications: enough for shares over all of
/// them, and for how sure these are.</summary>
/// <param name="corridors">How many corridors there are.</param>
internal sealed class CorridorFirearms(int corridors)
{
    public const int Groups = 20;

    private readonly double[][] groups = [.. Enumerable.Range(0, Groups).Select(_ => new double[corridors])];
    private int used;

    public int Corridors => corridors;

    /// <summary>The sums of each group; independent observations go round the groups in their order.</summary>
    public IReadOnlyList<double[]> Sums => groups[..used];

    public void Add(double[][] entries, int unit)
    {
        double[] group = groups[unit % Groups];
        used = Math.Min(Groups, Math.Max(used, unit + 1));
        for (int corridor = 0; corridor < group.Length; corridor++)
        {
            group[corridor] += entries[corridor][(int)Total.FirearmsDispatched];
        }
    }
}
