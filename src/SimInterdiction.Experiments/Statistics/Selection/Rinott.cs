using MathNet.Numerics;
using MathNet.Numerics.RootFinding;

namespace SimInterdiction.Experiments.Statistics.Selection;

/// <summary>The two-stage selection of Rinott (1978), for independent samples.</summary>
public static class Rinott
{
    // Of each of the two integrals over a chi-square density.
    private const int Points = 96;

    /// <summary>
    /// How many replications each system needs in all so that the one with the largest mean is within
    /// <paramref name="smallestThatMatters"/> of the best with this confidence: h^2 S_i^2 / d^2, at least those of the
    /// first stage.
    /// </summary>
    /// <param name="firstStage">Independent samples.</param>
    /// <param name="smallestThatMatters">d, above 0.</param>
    /// <param name="confidence">Such as 0.95.</param>
    /// <exception cref="InvalidOperationException">The samples share their random numbers.</exception>
    public static IReadOnlyList<double> Replications(SystemSamples firstStage, double smallestThatMatters, double confidence)
    {
        Validity.Require(Procedure.Rinott, firstStage.Sampling);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(smallestThatMatters);
        double scale = Constant(firstStage.Systems, firstStage.Replications, confidence) / smallestThatMatters;
        return
        [
            .. Enumerable
                .Range(0, firstStage.Systems)
                .Select(system => Math.Max(firstStage.Replications, Math.Ceiling(scale * scale * firstStage.Variance(system)))),
        ];
    }

    /// <summary>
    /// Rinott's h: the solution of E_y[(E_x Phi(h / sqrt((n0 - 1)(1/x + 1/y))))^(k - 1)] = P with x and y independent
    /// chi-squares on n0 - 1 degrees of freedom.
    /// </summary>
    /// <param name="systems">k, at least 2.</param>
    /// <param name="firstStage">n0, at least 2; from 3 on h has eight digits (against three times as many
    /// points).</param>
    /// <param name="confidence">P, above 1/k.</param>
    public static double Constant(int systems, int firstStage, double confidence)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(systems, 2);
        ArgumentOutOfRangeException.ThrowIfLessThan(firstStage, 2);
        int degreesOfFreedom = firstStage - 1;
        FourthPowerRule rule = Range(degreesOfFreedom);
        double[] weights = [.. rule.Points.Select((x, i) => rule.Weights[i] * Density(x, degreesOfFreedom))];

        double Chance(double h)
        {
            double outer = 0;
            for (int i = 0; i < Points; i++)
            {
                double inner = 0;
                for (int j = 0; j < Points; j++)
                {
                    inner +=
                        weights[j] * StandardNormal.Cdf(h / Math.Sqrt(degreesOfFreedom * ((1 / rule.Points[i]) + (1 / rule.Points[j]))));
                }

                outer += weights[i] * Math.Pow(inner, systems - 1);
            }

            return outer;
        }

        double high = 4;
        while (Chance(high) < confidence)
        {
            high *= 2;
        }

        return Brent.FindRoot(h => Chance(h) - confidence, 0, high, 1e-9);
    }

    // Wilson and Hilferty's cube bounds the quantiles; beyond 9 deviations lies less than 1e-15.
    private static FourthPowerRule Range(int degreesOfFreedom)
    {
        double spread = 2 / (9.0 * degreesOfFreedom);
        double low = Math.Max(0, 1 - spread - (9 * Math.Sqrt(spread)));
        double high = 1 - spread + (9 * Math.Sqrt(spread));
        return new FourthPowerRule(degreesOfFreedom * low * low * low, degreesOfFreedom * high * high * high, Points);
    }

    private static double Density(double x, int degreesOfFreedom)
    {
        double half = degreesOfFreedom / 2.0;
        return Math.Exp(((half - 1) * Math.Log(x)) - (x / 2) - (half * Math.Log(2)) - SpecialFunctions.GammaLn(half));
    }
}
