namespace SimInterdiction.Model.World;

/// <summary>Room for what is under way: a slot is used again once its tenant is done, so that nothing is
/// allocated.</summary>
internal sealed class StructPool<T>
    where T : struct
{
    // Hundreds of arms have one each, and many never put anything in it.
    private const int AtFirst = 16;

    private T[] slots = new T[AtFirst];
    private int[] free = new int[AtFirst];
    private int freeCount;
    private int used;

    /// <summary>What is in a slot; the reference holds until the next <see cref="Take"/>.</summary>
    public ref T this[int slot] => ref slots[slot];

    /// <summary>Frees every slot.</summary>
    public void Clear()
    {
        freeCount = 0;
        used = 0;
    }

    /// <summary>A free slot; what is in it is of a former tenant.</summary>
    public int Take()
    {
        if (freeCount > 0)
        {
            return free[--freeCount];
        }

        if (used == slots.Length)
        {
            Array.Resize(ref slots, used * 2);
            Array.Resize(ref free, used * 2);
        }

        return used++;
    }

    /// <summary>The tenant of a slot is done.</summary>
    public void Return(int slot) => free[freeCount++] = slot;
}
