namespace SimInterdiction.Experiments.Statistics;

/// <summary>A point estimate with the standard error of it and that error's degrees of freedom; NaN where
/// undefined.</summary>
public readonly record struct PointEstimate(double Value, double StandardError, double DegreesOfFreedom)
{
    /// <summary>The part of the squared error that falls with the square of the replications, not with them: that of
    /// finds that did not show (<see cref="UnseenFinds"/>).</summary>
    public double Unseen { get; init; }

    /// <summary>The two-sided Student t interval around the value; NaN where there is no standard error (a single
    /// replication, 0/0).</summary>
    /// <param name="confidence">Between 0 and 1, such as 0.95.</param>
    public Interval At(double confidence)
    {
        double halfWidth = HalfWidth(confidence);
        return new Interval(Value - halfWidth, Value + halfWidth);
    }

    /// <summary>Half the width of that interval; NaN where undefined.</summary>
    public double HalfWidth(double confidence)
    {
        if (!double.IsFinite(Value) || !double.IsFinite(StandardError) || !(DegreesOfFreedom > 0))
        {
            return double.NaN;
        }

        // What never varies needs no quantile.
        return StandardError == 0 ? 0 : StudentT.TwoSidedQuantile(confidence, DegreesOfFreedom) * StandardError;
    }
}

/// <summary>An interval, both ends included; NaN where undefined.</summary>
public readonly record struct Interval(double Low, double High);
