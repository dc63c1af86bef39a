using SimInterdiction.Engine.Randomness;

namespace SimInterdiction.Model.World;

/// <summary>A value for each place of each corridor, of which eight in a row are read at once. Immutable.</summary>
/// <remarks>All corridors in one array, so that with many of them the nearest caches hold values, not references and
/// lengths.</remarks>
internal sealed class AlongCorridors<T>
    where T : struct
{
    private readonly int[] starts;
    private readonly T[] values;

    /// <param name="corridors">By corridor, a value for each of its places; none for a corridor that is never asked
    /// for.</param>
    public AlongCorridors(IEnumerable<IReadOnlyList<T>> corridors)
    {
        var from = new List<int>();
        var all = new List<T>();
        foreach (IReadOnlyList<T> corridor in corridors)
        {
            from.Add(all.Count);
            all.AddRange(corridor);
            all.AddRange(new T[RandomBlocks.Count]);
        }

        starts = [.. from];
        values = [.. all];
    }

    /// <summary>The values of eight places of a corridor from one on; behind its last place they mean
    /// nothing.</summary>
    public ReadOnlySpan<T> From(int corridor, int step) => values.AsSpan(starts[corridor] + step, RandomBlocks.Count);
}
