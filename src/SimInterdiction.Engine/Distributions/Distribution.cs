using System.Runtime.Intrinsics;

namespace SimInterdiction.Engine.Distributions;

/// <summary>A probability distribution of one number, sampled by inversion: a draw is a pure function of one
/// uniform.</summary>
/// <remarks>
/// Distributions are values: immutable, equal when they state the same, safe to share between threads. What a draw
/// needs is computed when the distribution is made. A parameter that can't be is refused with an
/// <see cref="ArgumentException"/> naming it.
/// </remarks>
public abstract record Distribution
{
    /// <summary>The value below which a share <paramref name="u"/> of draws falls (0 &lt; u &lt; 1). Never falls as u
    /// grows, up to the last digits.</summary>
    public abstract double Quantile(double u);

    /// <summary>The same for eight shares at once, to the last digit.</summary>
    public virtual Vector512<double> Quantile(Vector512<double> u)
    {
        for (int i = 0; i < Vector512<double>.Count; i++)
        {
            u = u.WithElement(i, Quantile(u[i]));
        }

        return u;
    }

    /// <summary>The chance of a value of at most <paramref name="x"/>.</summary>
    public abstract double Cdf(double x);

    /// <summary>The chance of a value above <paramref name="x"/>; keeps its digits far out, where 1 - <see cref="Cdf"/>
    /// has none left.</summary>
    public virtual double Survival(double x) => 1 - Cdf(x);

    public abstract double Mean { get; }

    public abstract double Variance { get; }

    /// <summary>The smallest value possible; may be minus infinity for none.</summary>
    public abstract double Minimum { get; }

    /// <summary>The largest value possible; plus infinity if there is none.</summary>
    public abstract double Maximum { get; }

    /// <summary>Whether every draw is the same.</summary>
    public bool IsConstant => Minimum == Maximum;

    /// <summary>Whether single values have a chance of their own.</summary>
    internal virtual bool HasAtoms => false;

    /// <summary>The part of the mean of X^<paramref name="order"/> (order 1 or 2) that comes from values of at most
    /// <paramref name="x"/>.</summary>
    internal abstract double MomentThrough(int order, double x);

    /// <summary>The chance of a value from <paramref name="low"/> on, but below <paramref name="high"/>.</summary>
    internal double ChanceWithin(double low, double high)
    {
        double from = Math.BitDecrement(low);
        double through = Math.BitDecrement(high);
        double below = Cdf(from);

        // The smaller of the two tails has the digits.
        double chance = below <= 0.5 ? Cdf(through) - below : Survival(from) - Survival(through);
        return Math.Max(0, chance);
    }
}
