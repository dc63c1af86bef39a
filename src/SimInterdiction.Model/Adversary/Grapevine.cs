using SimInterdiction.Engine.Scheduling;

namespace SimInterdiction.Model.Adversary;

/// <summary>The fate of a shipment, as its organization will hear of it.</summary>
/// <param name="At">When it hears.</param>
/// <param name="Corridor">The corridor taken.</param>
/// <param name="LastStep">The last place reached, as its index on the corridor.</param>
/// <param name="IsSeized">Whether it was lost there; otherwise it was delivered there.</param>
internal readonly record struct Fate(Instant At, int Corridor, int LastStep, bool IsSeized);

/// <summary>Fates on their way to an organization. All take equally long, so they arrive in the order they happened.</summary>
internal sealed class Grapevine
{
    private Fate[] fates = new Fate[64];
    private int head;
    private int count;

    public void Clear()
    {
        head = 0;
        count = 0;
    }

    public void Add(Fate fate)
    {
        if (count == fates.Length)
        {
            Grow();
        }

        fates[(head + count++) & (fates.Length - 1)] = fate;
    }

    /// <summary>The next fate that has arrived by now, if there is one.</summary>
    public bool TryHear(Instant now, out Fate fate)
    {
        fate = count > 0 ? fates[head] : default;
        if (count == 0 || fate.At > now)
        {
            return false;
        }

        head = (head + 1) & (fates.Length - 1);
        count--;
        return true;
    }

    private void Grow()
    {
        var larger = new Fate[count * 2];
        for (int i = 0; i < count; i++)
        {
            larger[i] = fates[(head + i) & (fates.Length - 1)];
        }

        fates = larger;
        head = 0;
    }
}
