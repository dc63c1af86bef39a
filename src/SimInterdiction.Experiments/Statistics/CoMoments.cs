namespace SimInterdiction.Experiments.Statistics;

/// <summary>Means, variances and covariances of pairs (y, x), and of each with a control c, in one pass, without
/// storing them.</summary>
/// <remarks>
/// The update is Welford's (1962), for covariances and for merging as in Pebay (2008): raw sums of squares lose every
/// digit when the mean is large against the spread. The result depends on the order of the pairs in the last digits, so
/// they are added in replication order.
/// </remarks>
public sealed class CoMoments
{
    private double sumYy;
    private double sumXy;
    private double sumXx;
    private double sumYc;
    private double sumXc;
    private double sumCc;

    public long Count { get; private set; }

    public double MeanY { get; private set; }

    public double MeanX { get; private set; }

    /// <summary>Mean of the controls; 0 where there are none.</summary>
    public double MeanControl { get; private set; }

    /// <summary>Unbiased variance of y; NaN before the second pair.</summary>
    public double VarianceY => Unbiased(sumYy);

    /// <summary>Unbiased covariance; NaN before the second pair.</summary>
    public double Covariance => Unbiased(sumXy);

    /// <summary>Unbiased variance of x; NaN before the second pair.</summary>
    public double VarianceX => Unbiased(sumXx);

    /// <summary>By how much y rises with the control, by least squares; 0 where the control never varies.</summary>
    public double SlopeY => sumCc > 0 ? sumYc / sumCc : 0;

    /// <summary>By how much x rises with the control; 0 where the control never varies.</summary>
    public double SlopeX => sumCc > 0 ? sumXc / sumCc : 0;

    /// <param name="y">The value, or the numerator.</param>
    /// <param name="x">The denominator; always 1 where there is none.</param>
    /// <param name="control">The control; always 0 where there is none.</param>
    public void Add(double y, double x, double control = 0)
    {
        Count++;
        double deviationY = y - MeanY;
        double deviationX = x - MeanX;
        double deviationC = control - MeanControl;
        MeanY += deviationY / Count;
        MeanX += deviationX / Count;
        MeanControl += deviationC / Count;
        sumYy += deviationY * (y - MeanY);
        sumXy += deviationY * (x - MeanX);
        sumXx += deviationX * (x - MeanX);
        sumYc += deviationY * (control - MeanControl);
        sumXc += deviationX * (control - MeanControl);
        sumCc += deviationC * (control - MeanControl);
    }

    /// <summary>Adds all that others hold.</summary>
    public void Add(CoMoments others)
    {
        if (others.Count == 0)
        {
            return;
        }

        double betweenY = others.MeanY - MeanY;
        double betweenX = others.MeanX - MeanX;
        double betweenC = others.MeanControl - MeanControl;
        double weight = (double)Count * others.Count / (Count + others.Count);
        double share = (double)others.Count / (Count + others.Count);
        Count += others.Count;
        MeanY += betweenY * share;
        MeanX += betweenX * share;
        MeanControl += betweenC * share;
        sumYy += others.sumYy + (betweenY * betweenY * weight);
        sumXy += others.sumXy + (betweenY * betweenX * weight);
        sumXx += others.sumXx + (betweenX * betweenX * weight);
        sumYc += others.sumYc + (betweenY * betweenC * weight);
        sumXc += others.sumXc + (betweenX * betweenC * weight);
        sumCc += others.sumCc + (betweenC * betweenC * weight);
    }

    /// <summary>The moments of the pairs (y - slopeY c, x - slopeX c), without their control.</summary>
    public CoMoments Corrected(double slopeY, double slopeX) =>
        new()
        {
            Count = Count,
            MeanY = MeanY - (slopeY * MeanControl),
            MeanX = MeanX - (slopeX * MeanControl),
            sumYy = sumYy - (2 * slopeY * sumYc) + (slopeY * slopeY * sumCc),
            sumXy = sumXy - (slopeX * sumYc) - (slopeY * sumXc) + (slopeX * slopeY * sumCc),
            sumXx = sumXx - (2 * slopeX * sumXc) + (slopeX * slopeX * sumCc),
        };

    /// <summary>The same, to go on by itself.</summary>
    public CoMoments Copy() => (CoMoments)MemberwiseClone();

    private double Unbiased(double sum) => Count > 1 ? sum / (Count - 1) : double.NaN;
}
