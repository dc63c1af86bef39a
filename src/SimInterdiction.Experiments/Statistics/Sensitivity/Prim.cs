using MathNet.Numerics.Distributions;

namespace SimInterdiction.Experiments.Statistics.Sensitivity;

/// <summary>How a box is peeled.</summary>
/// <param name="Share">Of the points in the box, a peel takes at least so many, and at least one (alpha).</param>
/// <param name="Least">No box holds fewer points than that (beta), at least 1.</param>
public readonly record struct Peeling(double Share, int Least);

/// <summary>The patient rule induction method (Friedman and Fisher 1999): a box of the inputs in which much is of
/// interest, as Bryant and Lempert (2010) use it to discover scenarios.</summary>
/// <remarks>
/// A peel takes a slice off one side: that which raises the mean interest most for each point it takes, so that inputs
/// of few values, whose slices are thick, are judged as fairly as others. Points of equal value are never parted. Of
/// the boxes on the way the clearest is taken (<see cref="PrimBox.Clarity"/>), and slices are pasted back that are at
/// least as dense. Limits are values of points within.
/// </remarks>
public sealed class Prim
{
    private readonly IReadOnlyList<double[]> points;
    private readonly Peeling peeling;
    private readonly int[][] rising;
    private readonly int[][] falling;

    /// <param name="points">Where the interest is known: at least one, each with as many inputs.</param>
    /// <param name="peeling">How.</param>
    public Prim(IReadOnlyList<double[]> points, Peeling peeling)
    {
        ArgumentNullException.ThrowIfNull(points);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(points.Count);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(peeling.Least);
        this.points = points;
        this.peeling = peeling;
        rising = [.. points[0].Select((_, input) => Enumerable.Range(0, points.Count).OrderBy(i => points[i][input]).ToArray())];
        falling = [.. rising.Select(order => order.Reverse().ToArray())];
    }

    /// <summary>The boxes from all points down to the smallest, each within the one before. They end where everything
    /// inside is of interest.</summary>
    /// <param name="interest">By point, from 0 to 1.</param>
    public IReadOnlyList<PrimBox> Peel(double[] interest)
    {
        var boxes = new List<PrimBox> { Box([.. rising.Select(_ => Unlimited)], interest) };
        while (boxes[^1].Density < 1 && Peeled(boxes[^1], interest) is { } smaller)
        {
            boxes.Add(smaller);
        }

        return boxes;
    }

    /// <summary>The clearest box of the way, with the slices that are worth pasting back.</summary>
    /// <param name="interest">By point, from 0 to 1.</param>
    public PrimBox Find(double[] interest)
    {
        PrimBox box = Peel(interest).MaxBy(each => each.Clarity)!;
        while (Pasted(box, interest) is { } larger && larger.Density >= box.Density && larger.Coverage > box.Coverage)
        {
            box = larger;
        }

        return box;
    }

    /// <summary>The chance that as many points of a box would be of interest if one of its limits made no difference:
    /// the quasi-p-value of Bryant and Lempert (2010). Points that are neither of interest (1) nor not (0) decide
    /// nothing.</summary>
    /// <param name="box">The box.</param>
    /// <param name="limit">One of its limits.</param>
    /// <param name="interest">By point, from 0 to 1.</param>
    public double QuasiP(PrimBox box, PrimLimit limit, double[] interest)
    {
        (int inside, int of) = Known(box, interest);
        (int insideWithout, int ofWithout) = Known(Without(box, limit, interest), interest);
        return of == 0 ? 1 : Binomial.CDF(1 - ((double)insideWithout / ofWithout), of, of - inside);
    }

    /// <summary>The box without the limits that chance may be behind: the least sure is lifted first, and the rest is
    /// judged anew.</summary>
    /// <param name="box">The box.</param>
    /// <param name="interest">By point, from 0 to 1.</param>
    /// <param name="level">The highest quasi-p-value that a limit may keep.</param>
    public PrimBox Lift(PrimBox box, double[] interest, double level)
    {
        ArgumentNullException.ThrowIfNull(box);
        while (box.Limits.Any())
        {
            (PrimLimit limit, double worst) = box.Limits.Select(each => (each, QuasiP(box, each, interest))).MaxBy(each => each.Item2);
            if (worst <= level)
            {
                break;
            }

            box = Without(box, limit, interest);
        }

        return box;
    }

    private static Interval Unlimited => new(double.NegativeInfinity, double.PositiveInfinity);

    private PrimBox Box(IReadOnlyList<Interval> sides, double[] interest)
    {
        var empty = new PrimBox(sides, 0, 0, 0);
        (int count, double inside, double all) = (0, 0, 0);
        for (int i = 0; i < interest.Length; i++)
        {
            all += interest[i];
            if (empty.Holds(points[i]))
            {
                count++;
                inside += interest[i];
            }
        }

        return new PrimBox(sides, count, all > 0 ? inside / all : 0, count > 0 ? inside / count : 0);
    }

    // Of equally good ones the first: of the first input, the slice at its low end.
    private PrimBox? Peeled(PrimBox box, double[] interest)
    {
        bool[] isInside = [.. points.Select(box.Holds)];
        (double Gain, Interval[]? Sides) best = (double.NegativeInfinity, null);
        for (int input = 0; input < rising.Length; input++)
        {
            foreach (bool isLeast in (ReadOnlySpan<bool>)[true, false])
            {
                Slice slice = Cut(isLeast ? rising[input] : falling[input], input, isInside, interest, box.Points);
                int left = box.Points - slice.Points;
                double gain = (((box.Density * box.Points) - slice.Interest) / left - box.Density) / slice.Points;
                if (left >= peeling.Least && slice.Next is { } next && gain > best.Gain)
                {
                    best = (gain, Moved(box, new PrimLimit(input, isLeast, next)));
                }
            }
        }

        return best.Sides is { } sides ? Box(sides, interest) : null;
    }

    private PrimBox? Pasted(PrimBox box, double[] interest) =>
        box
            .Limits.Select(limit =>
            {
                // What lies beyond that limit and no other.
                Interval[] open = Moved(box, limit with { Value = limit.IsLeast ? double.NegativeInfinity : double.PositiveInfinity });
                var wider = new PrimBox(open, 0, 0, 0);
                bool[] isBeyond = [.. points.Select(point => wider.Holds(point) && !box.Holds(point))];
                int[] outwards = limit.IsLeast ? falling[limit.Input] : rising[limit.Input];
                Slice slice = Cut(outwards, limit.Input, isBeyond, interest, box.Points);
                return Box(slice.Next is null ? open : Moved(box, limit with { Value = slice.Last }), interest);
            })
            .MaxBy(larger => larger.Density);

    // A slice of some points, in an order of one input.
    private Slice Cut(int[] order, int input, bool[] isOf, double[] interest, int boxPoints)
    {
        int enough = Math.Max(1, (int)(peeling.Share * boxPoints));
        var slice = new Slice(0, 0, double.NaN, null);
        foreach (int i in order.Where(i => isOf[i]))
        {
            double value = points[i][input];
            if (slice.Points >= enough && value != slice.Last)
            {
                return slice with { Next = value };
            }

            slice = new Slice(slice.Points + 1, slice.Interest + interest[i], value, null);
        }

        return slice;
    }

    private PrimBox Without(PrimBox box, PrimLimit limit, double[] interest) =>
        Box(Moved(box, limit with { Value = limit.IsLeast ? double.NegativeInfinity : double.PositiveInfinity }), interest);

    private static Interval[] Moved(PrimBox box, PrimLimit limit)
    {
        Interval[] sides = [.. box.Sides];
        sides[limit.Input] = limit.IsLeast ? sides[limit.Input] with { Low = limit.Value } : sides[limit.Input] with { High = limit.Value };
        return sides;
    }

    private (int OfInterest, int Of) Known(PrimBox box, double[] interest)
    {
        int[] inside = [.. Enumerable.Range(0, points.Count).Where(i => box.Holds(points[i]))];
        return (inside.Count(i => interest[i] == 1), inside.Count(i => interest[i] is 0 or 1));
    }

    /// <summary>Points at one end.</summary>
    /// <param name="Points">How many.</param>
    /// <param name="Interest">Theirs, added up.</param>
    /// <param name="Last">The value of the innermost, or outermost.</param>
    /// <param name="Next">The value behind it; null where there is none.</param>
    private readonly record struct Slice(int Points, double Interest, double Last, double? Next);
}
