namespace SimInterdiction.Optimization.Selections;

/// <summary>A linear function of a choice that is nowhere below its worth.</summary>
/// <param name="Constant">Its value where nothing is chosen.</param>
/// <param name="Slopes">What choosing a candidate adds to it.</param>
public sealed record LinearBound(double Constant, IReadOnlyList<(int Candidate, double Slope)> Slopes)
{
    /// <summary>Its value at a point of fractions.</summary>
    public double At(IReadOnlyList<double> point) => Constant + Slopes.Sum(slope => slope.Slope * point[slope.Candidate]);
}
