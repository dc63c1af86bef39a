using SimInterdiction.Engine.Vectors;
using SimInterdiction.Model.Risks;

namespace SimInterdiction.Model.Expectations;

/// <summary>Shipments on their way: how many are where they are in each cell of time and, of rotations that matter to
/// them twice, while the teams are at which checkpoint.</summary>
/// <remarks>Whether a team that was not met at one place is met at the next hangs on both visits being in one period of
/// its rotation. So it is known with the shipments where teams are, until their period ends.</remarks>
internal sealed class Underway
{
    /// <summary>In place of a checkpoint: at none that matters.</summary>
    public const int Elsewhere = -1;

    private const int Redrawn = -2;

    private readonly int cells;
    private readonly DrawnRotation[] known;
    private readonly double[][] chances;
    private readonly int[][] wheres;
    private readonly double[][] shipments;

    private Underway(int cells, DrawnRotation[] known, int[][] wheres, double[][] shipments)
    {
        this.cells = cells;
        this.known = known;
        this.wheres = wheres;
        this.shipments = shipments;

        // What is left to a rotation's checkpoints that are not told apart is elsewhere.
        chances =
        [
            .. known.Select(
                (rotation, i) =>
                {
                    int[] told = [.. wheres.Select(where => where[i]).Where(checkpoint => checkpoint >= 0).Distinct()];
                    return wheres.Select(where => where[i] >= 0 ? rotation.ShareOf(where[i]) : 1 - told.Sum(rotation.ShareOf)).ToArray();
                }
            ),
        ];
    }

    /// <summary>How many cases there are of where teams are.</summary>
    public int Cases => wheres.Length;

    /// <summary>In all cases together, by cell.</summary>
    public double[] Together
    {
        get
        {
            var all = new double[cells];
            Array.ForEach(shipments, each => Series.AddMultiple(each, 1, all));
            return all;
        }
    }

    /// <summary>Shipments of which nothing need be known.</summary>
    /// <param name="shipments">How many leave in each cell.</param>
    public static Underway Leaving(double[] shipments) =>
        new(
            shipments.Length,
            [],
            [
                [],
            ],
            [shipments]
        );

    /// <summary>The shipments of a case, by cell.</summary>
    public double[] In(int @case) => shipments[@case];

    /// <summary>At which checkpoint the teams of a rotation are in a case, or <see cref="Elsewhere"/>; null where that
    /// is not known.</summary>
    public int? WhereIs(DrawnRotation rotation, int @case)
    {
        int i = Array.IndexOf(known, rotation);
        return i < 0 ? null : wheres[@case][i];
    }

    /// <summary>The same cases with other shipments.</summary>
    public Underway With(double[][] others) => new(cells, known, wheres, others);

    /// <summary>Without a part of others in the same cases.</summary>
    public Underway Less(Underway others, double part) => Plus(others, -part);

    /// <summary>With a part of others in the same cases.</summary>
    public Underway Plus(Underway others, double part) => With([.. shipments.Zip(others.shipments, (own, other) =>
            {
                double[] sum = [.. own];
                Series.AddMultiple(other, part, sum);
                return sum;
            })]);

    /// <summary>The same shipments told apart by where the teams of one more rotation are.</summary>
    /// <param name="rotation">Nothing was known of it.</param>
    /// <param name="checkpoints">Those of its checkpoints that matter.</param>
    public Underway Knowing(DrawnRotation rotation, IReadOnlyList<int> checkpoints)
    {
        (int Checkpoint, double Chance)[] places =
        [
            .. checkpoints.Select(checkpoint => (checkpoint, rotation.ShareOf(checkpoint))),
            (Elsewhere, 1 - checkpoints.Sum(rotation.ShareOf)),
        ];
        return new Underway(
            cells,
            [.. known, rotation],
            [.. wheres.SelectMany(where => places.Select(place => (int[])[.. where, place.Checkpoint]))],
            [.. shipments.SelectMany(each => places.Select(place => Multiplied(each, place.Chance)))]
        );
    }

    /// <summary>The same shipments, told apart only by what still matters.</summary>
    /// <param name="checkpointsOf">Those checkpoints of a rotation that matter; none where it no longer does.</param>
    public Underway KnowingOnly(Func<DrawnRotation, IReadOnlyList<int>> checkpointsOf)
    {
        IReadOnlyList<int>[] matter = [.. known.Select(checkpointsOf)];
        if (matter.Length == 0)
        {
            return this;
        }

        int[] stay = [.. Enumerable.Range(0, known.Length).Where(i => matter[i].Count > 0)];
        var together = new OrderedDictionary<string, (int[] Where, double[] Shipments)>();
        for (int i = 0; i < wheres.Length; i++)
        {
            int[] where = [.. stay.Select(k => matter[k].Contains(wheres[i][k]) ? wheres[i][k] : Elsewhere)];
            string key = string.Join(' ', where);
            if (!together.TryGetValue(key, out var same))
            {
                together[key] = same = (where, new double[cells]);
            }

            Series.AddMultiple(shipments[i], 1, same.Shipments);
        }

        return new Underway(
            cells,
            [.. stay.Select(k => known[k])],
            [.. together.Values.Select(each => each.Where)],
            [.. together.Values.Select(each => each.Shipments)]
        );
    }

    /// <summary>The same shipments later.</summary>
    public Underway Moved(ITransfer by)
    {
        double[][] moved = [.. wheres.Select(_ => new double[cells])];
        if (known.Length == 0)
        {
            by.Add(shipments[0], moved[0]);
            return With(moved);
        }

        int[] begins = [0, .. known.SelectMany(rotation => rotation.Changes).Distinct().Order(), cells];
        var arriving = new double[cells];
        for (int a = 0; a < begins.Length - 1; a++)
        {
            for (int b = a; b < begins.Length - 1 && begins[b] - begins[a + 1] < by.MostCells; b++)
            {
                Move(by, begins[a]..begins[a + 1], begins[b]..begins[b + 1], arriving, moved);
            }
        }

        return With(moved);
    }

    // From one time in which nothing changes to another: of what has changed in between nothing is known any more.
    private void Move(ITransfer by, Range from, Range to, double[] arriving, double[][] moved)
    {
        bool[] isRedrawn = [.. known.Select(rotation => !rotation.IsOnePeriod(from.Start.Value, to.Start.Value))];
        foreach (
            var alike in Enumerable.Range(0, Cases).GroupBy(i => string.Join(' ', wheres[i].Select((at, k) => isRedrawn[k] ? Redrawn : at)))
        )
        {
            Array.Clear(arriving, to.Start.Value, to.End.Value - to.Start.Value);
            foreach (int i in alike)
            {
                by.Add(shipments[i], arriving, from, to);
            }

            foreach (int i in alike)
            {
                double chance = Enumerable.Range(0, known.Length).Where(k => isRedrawn[k]).Aggregate(1.0, (all, k) => all * chances[k][i]);
                Series.AddMultiple(arriving.AsSpan(to), chance, moved[i].AsSpan(to));
            }
        }
    }

    private static double[] Multiplied(double[] numbers, double factor)
    {
        var product = new double[numbers.Length];
        Series.AddMultiple(numbers, factor, product);
        return product;
    }
}
