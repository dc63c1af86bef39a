namespace SimInterdiction.Experiments.Batches;

/// <summary>One total of every replication, in order. Takes no room while it never varies (officer-hours, cost), and 8
/// bytes a replication from then on.</summary>
internal sealed class Column
{
    // Blocks of 8 KiB: nothing is copied as the column grows, and none is a large object.
    private const int BlockSize = 1024;

    private readonly int capacity;
    private List<double[]>? blocks;
    private double constant;

    /// <param name="capacity">The most values there can be.</param>
    public Column(int capacity)
    {
        this.capacity = capacity;
    }

    public int Count { get; private set; }

    public double this[int index] => blocks is null ? constant : blocks[index / BlockSize][index % BlockSize];

    public void Add(double value)
    {
        if (Count == 0)
        {
            constant = value;
        }
        else if (blocks is null && !value.Equals(constant))
        {
            SpellOutConstant();
        }

        Count++;
        if (blocks is not null)
        {
            Set(Count - 1, value);
        }
    }

    private void SpellOutConstant()
    {
        blocks = [];
        for (int i = 0; i < Count; i++)
        {
            Set(i, constant);
        }
    }

    private void Set(int index, double value)
    {
        if (index % BlockSize == 0)
        {
            blocks!.Add(new double[Math.Min(BlockSize, capacity - index)]);
        }

        blocks![index / BlockSize][index % BlockSize] = value;
    }
}
