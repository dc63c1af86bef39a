namespace SimInterdiction.Reporting.Geography;

/// <summary>Chooses a spot for each of many names, so that together they are found as easily as possible: one after the
/// other first, then by moving a name to another spot and those in its way with it, as long as that helps.</summary>
internal sealed class NameChoice
{
    // In pixels of distance: a name that is left out.
    private const double LeftOut = 1_000;

    // How many spots a name is pushed to, and how often at most any is.
    private const int Pushes = 16;
    private const int MostPushes = 1_500;
    private const double Gain = 1e-6;

    private readonly IReadOnlyList<NameSpot>[] spots;
    private readonly int[] order;

    private NameChoice(IReadOnlyList<NameSpot>[] spots)
    {
        this.spots = spots;

        // Those with the least choice first.
        order = [.. Enumerable.Range(0, spots.Length).OrderByDescending(name => spots[name].Count > 0 ? spots[name][0].Cost : 0)];
    }

    /// <summary>A spot for each name; null for those that are left out.</summary>
    /// <param name="spots">For each name where it could stand, the best first.</param>
    public static NameSpot?[] Of(IReadOnlyList<NameSpot>[] spots) => new NameChoice(spots).Find();

    private NameSpot?[] Find()
    {
        var best = new NameSpot?[spots.Length];
        Settle(best, order);
        int pushes = 0;
        bool isBetter = true;
        while (isBetter && pushes < MostPushes)
        {
            isBetter = false;
            foreach (int name in order.OrderByDescending(name => CostOf(name, best[name], best)).ToArray())
            {
                foreach (NameSpot spot in spots[name].Take(Pushes).Where(spot => CostOf(name, best[name], best) > spot.Cost + Gain))
                {
                    pushes++;
                    if (spot != best[name] && Pushed(best, name, spot) is { } other && Total(other) < Total(best) - Gain)
                    {
                        best = other;
                        isBetter = true;
                    }
                }
            }
        }

        return best;
    }

    // With a name at another spot, and the others where they do best then.
    private NameSpot?[] Pushed(NameSpot?[] chosen, int name, NameSpot spot)
    {
        var other = (NameSpot?[])chosen.Clone();
        other[name] = spot;
        int[] inTheWay = [.. order.Where(o => o != name && other[o] is { } stands && stands.Against(spot) > 0)];
        Settle(other, inTheWay);
        Settle(
            other,
            [.. order.Where(o => o != name && CostOf(o, other[o], other) > spots[o].Select(s => s.Cost).FirstOrDefault(LeftOut) + Gain)]
        );
        return other;
    }

    private void Settle(NameSpot?[] chosen, IReadOnlyList<int> names)
    {
        foreach (int name in names)
        {
            chosen[name] = null;
        }

        foreach (int name in names)
        {
            double least = LeftOut;
            foreach (NameSpot spot in spots[name])
            {
                if (spot.Cost >= least)
                {
                    break;
                }

                if (CostOf(name, spot, chosen) is var cost && cost < least)
                {
                    least = cost;
                    chosen[name] = spot;
                }
            }
        }
    }

    private static double CostOf(int name, NameSpot? spot, NameSpot?[] chosen)
    {
        if (spot is null)
        {
            return LeftOut;
        }

        double cost = spot.Cost;
        for (int other = 0; other < chosen.Length; other++)
        {
            cost += other != name && chosen[other] is { } stands ? spot.Against(stands) : 0;
        }

        return cost;
    }

    // What two names cost each other counts for both: only comparisons matter.
    private static double Total(NameSpot?[] chosen) => Enumerable.Range(0, chosen.Length).Sum(name => CostOf(name, chosen[name], chosen));
}
