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
    private Marginal ofY;
    private Marginal ofX;
    private Marginal ofControl;
    private double products;

    /// <summary>Of no pairs.</summary>
    public CoMoments() { }

    /// <param name="count">Of how many pairs.</param>
    /// <param name="ofY">The moments of y.</param>
    /// <param name="ofX">The moments of x.</param>
    /// <param name="products">Sum of the products of what y and x differ from their means by.</param>
    /// <param name="ofControl">The moments of the control.</param>
    internal CoMoments(long count, in Marginal ofY, in Marginal ofX, double products, in Marginal ofControl)
    {
        Count = count;
        this.ofY = ofY;
        this.ofX = ofX;
        this.products = products;
        this.ofControl = ofControl;
    }

    public long Count { get; private set; }

    public double MeanY => ofY.Mean;

    public double MeanX => ofX.Mean;

    /// <summary>Mean of the controls; 0 where there are none.</summary>
    public double MeanControl => ofControl.Mean;

    /// <summary>Unbiased variance of y; NaN before the second pair.</summary>
    public double VarianceY => Unbiased(ofY.Squares);

    /// <summary>Unbiased covariance; NaN before the second pair.</summary>
    public double Covariance => Unbiased(products);

    /// <summary>Unbiased variance of x; NaN before the second pair.</summary>
    public double VarianceX => Unbiased(ofX.Squares);

    /// <summary>By how much y rises with the control, by least squares; 0 where the control never varies.</summary>
    public double SlopeY => ofControl.Squares > 0 ? ofY.WithControl / ofControl.Squares : 0;

    /// <summary>By how much x rises with the control; 0 where the control never varies.</summary>
    public double SlopeX => ofControl.Squares > 0 ? ofX.WithControl / ofControl.Squares : 0;

    /// <param name="y">The value, or the numerator.</param>
    /// <param name="x">The denominator; always 1 where there is none.</param>
    /// <param name="control">The control; always 0 where there is none.</param>
    public void Add(double y, double x, double control = 0)
    {
        Count++;
        ofControl.Add(control, Count, controlLeft: 0);
        double controlLeft = control - ofControl.Mean;
        double deviation = ofY.Add(y, Count, controlLeft);
        ofX.Add(x, Count, controlLeft);
        products += deviation * (x - ofX.Mean);
    }

    /// <summary>Adds all that others hold.</summary>
    public void Add(CoMoments others)
    {
        if (others.Count == 0)
        {
            return;
        }

        double weight = (double)Count * others.Count / (Count + others.Count);
        double share = (double)others.Count / (Count + others.Count);
        Count += others.Count;
        double betweenControls = ofControl.Add(others.ofControl, share, weight, betweenControls: 0);
        double betweenY = ofY.Add(others.ofY, share, weight, betweenControls);
        double betweenX = ofX.Add(others.ofX, share, weight, betweenControls);
        products += others.products + (betweenX * betweenY * weight);
    }

    /// <summary>The moments of the pairs (y - slopeY c, x - slopeX c), without their control.</summary>
    public CoMoments Corrected(double slopeY, double slopeX) =>
        new(
            Count,
            ofY.Less(slopeY, ofControl),
            ofX.Less(slopeX, ofControl),
            products - (slopeX * ofY.WithControl) - (slopeY * ofX.WithControl) + (slopeX * slopeY * ofControl.Squares),
            ofControl: default
        );

    private double Unbiased(double sum) => Count > 1 ? sum / (Count - 1) : double.NaN;
}
