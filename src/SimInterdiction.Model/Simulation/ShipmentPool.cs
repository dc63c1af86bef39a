namespace SimInterdiction.Model.Simulation;

/// <summary>Room for the shipments under way: a slot is used again once its shipment has met its fate, so that none is allocated.</summary>
internal sealed class ShipmentPool
{
    private Shipment[] slots = new Shipment[256];
    private int[] free = new int[256];
    private int freeCount;
    private int used;

    /// <summary>The shipment in a slot; the reference holds until the next <see cref="Take"/>.</summary>
    public ref Shipment this[int slot] => ref slots[slot];

    /// <summary>Frees every slot.</summary>
    public void Clear()
    {
        freeCount = 0;
        used = 0;
    }

    /// <summary>A free slot; what is in it is of a former shipment.</summary>
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

    /// <summary>The shipment in a slot has met its fate.</summary>
    public void Return(int slot) => free[freeCount++] = slot;
}
