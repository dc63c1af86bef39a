using MathNet.Numerics;
using MathNet.Numerics.Integration;
using MathNet.Numerics.RootFinding;

namespace SimInterdiction.Experiments.Statistics.Selection;

/// <summary>
/// The largest of several Student t variables that share their denominator and have pairwise correlation 1/2, as
/// comparisons with a common control have (Dunnett 1955).
/// </summary>
public static class EqualCorrelation
{
    // Of each of the two integrals. Against 200 points: seven digits up to ten comparisons, with a single degree of
    // freedom six; with thirty comparisons six and five.
    private const int Points = 64;

    private static readonly GaussLegendreRule Shared = new(-9, 9, Points);

    // The rule copies them whenever it is asked.
    private static readonly double[] SharedPoints = Shared.Abscissas;
    private static readonly double[] SharedWeights = Shared.Weights;

    /// <summary>The t that none of them exceeds with this confidence.</summary>
    /// <param name="comparisons">How many, at least 1.</param>
    /// <param name="degreesOfFreedom">Of the common denominator, at least 1.</param>
    /// <param name="confidence">At least 0.5 and below 1.</param>
    public static double OneSided(int comparisons, int degreesOfFreedom, double confidence) =>
        Solve(comparisons, degreesOfFreedom, confidence, (t, shared) => StandardNormal.Cdf((t * Math.Sqrt(2)) + shared));

    /// <summary>The t that none of them exceeds in size with this confidence.</summary>
    /// <inheritdoc cref="OneSided"/>
    public static double TwoSided(int comparisons, int degreesOfFreedom, double confidence) =>
        Solve(comparisons, degreesOfFreedom, confidence, (t, shared) =>
            StandardNormal.Cdf((t * Math.Sqrt(2)) + shared) - StandardNormal.Cdf((-t * Math.Sqrt(2)) + shared)
        );

    // Given the normal variable that all comparisons share (with correlation 1/2 it weighs as much as their own) and
    // the denominator they are independent.
    private static double Solve(int comparisons, int degreesOfFreedom, double confidence, Func<double, double, double> single)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(comparisons);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(degreesOfFreedom);
        FourthPowerRule scales = Scales(degreesOfFreedom);
        double[] weights = [.. scales.Points.Select((scale, i) => scales.Weights[i] * ScaleDensity(scale, degreesOfFreedom))];

        double Together(double t)
        {
            double sum = 0;
            for (int i = 0; i < Points; i++)
            {
                for (int j = 0; j < Points; j++)
                {
                    double shared = SharedPoints[j];
                    double chance = Math.Pow(single(t * scales.Points[i], shared), comparisons);
                    sum += weights[i] * SharedWeights[j] * Math.Exp(-shared * shared / 2) / Constants.Sqrt2Pi * chance;
                }
            }

            return sum;
        }

        // No less than one comparison alone needs, no more than Bonferroni's for all.
        double tail = (1 - confidence) / comparisons / 2;
        return Brent.FindRoot(t => Together(t) - confidence, 0, StudentT.UpperQuantile(tail, degreesOfFreedom) + 1e-6, 1e-10);
    }

    // Beyond these lies less than 1e-11 of the chi distribution over sqrt(df), whose spread is about 1 / sqrt(2 df).
    private static FourthPowerRule Scales(int degreesOfFreedom)
    {
        double reach = 8.5 / Math.Sqrt(2.0 * degreesOfFreedom);
        return new FourthPowerRule(Math.Max(0, 1 - reach), 1 + reach, Points);
    }

    // The density of chi / sqrt(df).
    private static double ScaleDensity(double scale, int degreesOfFreedom)
    {
        double half = degreesOfFreedom / 2.0;
        double logarithm =
            Math.Log(2)
            + (half * Math.Log(half))
            - SpecialFunctions.GammaLn(half)
            + ((degreesOfFreedom - 1) * Math.Log(scale))
            - (half * scale * scale);
        return Math.Exp(logarithm);
    }
}
