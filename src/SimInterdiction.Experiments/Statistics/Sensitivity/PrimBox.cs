namespace SimInterdiction.Experiments.Statistics.Sensitivity;

/// <summary>A box in the space of the inputs.</summary>
/// <param name="Sides">By input, the least and the most within; infinite where it is not limited.</param>
/// <param name="Points">How many points it holds.</param>
/// <param name="Coverage">Its share of all interest.</param>
/// <param name="Density">Interest per point; 0 without any.</param>
public sealed record PrimBox(IReadOnlyList<Interval> Sides, int Points, double Coverage, double Density)
{
    /// <summary>The harmonic mean of coverage and density: high only where both are.</summary>
    public double Clarity => Coverage > 0 ? 2 * Coverage * Density / (Coverage + Density) : 0;

    /// <summary>How many inputs it limits.</summary>
    public int LimitedInputs => Sides.Count(side => double.IsFinite(side.Low) || double.IsFinite(side.High));

    /// <summary>Its limits, by input, the least before the most.</summary>
    public IEnumerable<PrimLimit> Limits =>
        Sides.SelectMany(
            (side, input) =>
                new[] { new PrimLimit(input, IsLeast: true, side.Low), new PrimLimit(input, IsLeast: false, side.High) }.Where(limit =>
                    double.IsFinite(limit.Value)
                )
        );

    /// <summary>Whether a point lies within.</summary>
    public bool Holds(IReadOnlyList<double> point)
    {
        ArgumentNullException.ThrowIfNull(point);
        for (int input = 0; input < Sides.Count; input++)
        {
            if (!(Sides[input].Low <= point[input] && point[input] <= Sides[input].High))
            {
                return false;
            }
        }

        return true;
    }
}

/// <summary>A limit of a box.</summary>
/// <param name="Input">Index of the input.</param>
/// <param name="IsLeast">Whether it is the least within; else the most.</param>
/// <param name="Value">Where.</param>
public readonly record struct PrimLimit(int Input, bool IsLeast, double Value);
