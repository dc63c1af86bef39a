using SimInterdiction.Engine.Numerics;

namespace SimInterdiction.Experiments.Statistics;

/// <summary>How narrow an interval is to be before simulating stops.</summary>
/// <remarks>
/// Judged after each replication in their order, from a first stage on, simulating until it is reached gives intervals
/// whose confidence tends to the nominal one as the precision becomes finer (Chow and Robbins 1965); with a first stage
/// of a few replications only it falls somewhat short.
/// </remarks>
public abstract record Precision
{
    private Precision() { }

    /// <summary>The half-width allowed around an estimate of this value.</summary>
    public abstract double HalfWidthAt(double value);

    /// <summary>Whether the interval is narrow enough; never where it is undefined.</summary>
    public bool IsReachedBy(PointEstimate estimate, double confidence) =>
        Tolerance.IsAtMost(estimate.HalfWidth(confidence), HalfWidthAt(estimate.Value));

    /// <summary>
    /// About how many replications in all reach the precision if value and spread stay as they are, at least those done
    /// (Law 2015, section 9.4.1); null where no number would.
    /// </summary>
    public int? ReplicationsNeeded(PointEstimate estimate, double confidence) =>
        SampleSize.ForHalfWidth(estimate, HalfWidthAt(estimate.Value), confidence, (int)estimate.DegreesOfFreedom + 1);

    /// <summary>A half-width in the units of the estimate.</summary>
    /// <param name="HalfWidth">Above 0.</param>
    public sealed record Absolute(double HalfWidth) : Precision
    {
        /// <inheritdoc/>
        public override double HalfWidthAt(double value) => HalfWidth;
    }

    /// <summary>A relative error of the estimate against the truth. Against the estimate the half-width may then be g /
    /// (1 + g) (Law and Kelton 1982).</summary>
    /// <param name="Share">g, above 0, such as 0.1.</param>
    public sealed record Relative(double Share) : Precision
    {
        /// <inheritdoc/>
        public override double HalfWidthAt(double value) => Math.Abs(value) * Share / (1 + Share);
    }
}
