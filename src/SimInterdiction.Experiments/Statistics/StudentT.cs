using MathNet.Numerics;

namespace SimInterdiction.Experiments.Statistics;

/// <summary>Student's t distribution, accurate in the far tail that Bonferroni intervals need.</summary>
/// <remarks>
/// MathNet.Numerics 5.0 searches its own inverse in [-800, 800], which can't reach t(1, .9999) = 3183; so the
/// regularised incomplete beta is inverted here.
/// </remarks>
public static class StudentT
{
    /// <summary>P(T > t) for t of at least 0: half of I_x(df/2, 1/2) at x = df / (df + t^2) (Abramowitz and Stegun
    /// 1964, 26.7.1).</summary>
    public static double UpperTail(double t, double degreesOfFreedom) =>
        0.5 * SpecialFunctions.BetaRegularized(degreesOfFreedom / 2, 0.5, degreesOfFreedom / (degreesOfFreedom + (t * t)));

    /// <summary>The t that is exceeded with probability <paramref name="tail"/>.</summary>
    /// <param name="tail">Above 0 and at most 1/2; given as the tail so that nothing is lost to rounding near
    /// 1.</param>
    /// <param name="degreesOfFreedom">Above 0.</param>
    public static double UpperQuantile(double tail, double degreesOfFreedom)
    {
        if (!(tail > 0 && tail <= 0.5))
        {
            throw new ArgumentOutOfRangeException(nameof(tail), tail, "A tail lies above 0 and is at most 1/2.");
        }

        if (!(degreesOfFreedom > 0))
        {
            throw new ArgumentOutOfRangeException(nameof(degreesOfFreedom), degreesOfFreedom, "Degrees of freedom are above 0.");
        }

        if (tail == 0.5)
        {
            return 0;
        }

        double low = 0;
        double high = 1;
        while (UpperTail(high, degreesOfFreedom) > tail)
        {
            low = high;
            high *= 2;
        }

        return Solve(tail, degreesOfFreedom, low, high);
    }

    /// <summary>The quantile of probability <paramref name="probability"/>, above 0 and below 1.</summary>
    public static double Quantile(double probability, double degreesOfFreedom) =>
        probability < 0.5 ? -UpperQuantile(probability, degreesOfFreedom) : UpperQuantile(1 - probability, degreesOfFreedom);

    /// <summary>The t of a two-sided interval with this confidence.</summary>
    public static double TwoSidedQuantile(double confidence, double degreesOfFreedom) =>
        UpperQuantile((1 - confidence) / 2, degreesOfFreedom);

    // Newton's method on the logarithm of the tail against the logarithm of t, which is all but straight in the tail;
    // halving where it would leave the bracket.
    private static double Solve(double tail, double degreesOfFreedom, double low, double high)
    {
        double t = high;
        for (int step = 0; step < 200; step++)
        {
            double here = UpperTail(t, degreesOfFreedom);
            if (here > tail)
            {
                low = t;
            }
            else
            {
                high = t;
            }

            double density = MathNet.Numerics.Distributions.StudentT.PDF(0, 1, degreesOfFreedom, t);
            double next = t * Math.Exp(Math.Log(here / tail) * here / (density * t));
            if (!(next > low && next < high))
            {
                next = low + ((high - low) / 2);
            }

            if (Math.Abs(next - t) <= 1e-14 * t)
            {
                return next;
            }

            t = next;
        }

        return t;
    }
}
