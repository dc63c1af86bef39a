namespace SimInterdiction.Engine.Distributions;

/// <summary>The functions the distributions need that the runtime lacks. Relative errors are about 1e-13 unless
/// stated.</summary>
internal static class SpecialFunctions
{
    private const double Epsilon = 1.1102230246251565e-16;
    private const double HalfLogTwoPi = 0.91893853320467274178;

    // From here on five terms of Stirling's series are exact to the last digit.
    private const double StirlingFrom = 16;

    // Lanczos, g = 7, nine terms (coefficients of Godfrey 2001).
    private static readonly double[] Lanczos =
    [
        0.99999999999980993,
        676.5203681218851,
        -1259.1392167224028,
        771.32342877765313,
        -176.61502916214059,
        12.507343278686905,
        -0.13857109526572012,
        9.9843695780195716e-6,
        1.5056327351493116e-7,
    ];

    /// <summary>exp(x) - 1, exact near 0.</summary>
    /// <remarks>Kahan's correction (Higham, Accuracy and Stability of Numerical Algorithms, 2002, section 1.14.1); the
    /// runtime's ExpM1 subtracts.</remarks>
    public static double ExpMinusOne(double x)
    {
        double power = Math.Exp(x);
        double difference = power - 1;
        if (power == 1)
        {
            return x;
        }

        return difference == -1 || double.IsInfinity(power) ? difference : difference * (x / Math.Log(power));
    }

    /// <summary>The natural logarithm of the gamma function, x &gt; 0.</summary>
    public static double LogGamma(double x)
    {
        if (x >= StirlingFrom)
        {
            return ((x - 0.5) * Math.Log(x)) - x + HalfLogTwoPi + StirlingRest(x);
        }

        double sum = Lanczos[0];
        for (int i = 1; i < Lanczos.Length; i++)
        {
            sum += Lanczos[i] / (x - 1 + i);
        }

        double t = x + 6.5;
        return HalfLogTwoPi + ((x - 0.5) * Math.Log(t)) - t + Math.Log(sum);
    }

    /// <summary>The regularised lower incomplete gamma function P(a, x): the chance that a gamma draw of shape a and
    /// scale 1 is at most x.</summary>
    public static double GammaLower(double shape, double x)
    {
        if (x <= 0)
        {
            return 0;
        }

        return x < shape + 1 ? Series(shape, x) : 1 - Fraction(shape, x);
    }

    /// <summary>Q(a, x) = 1 - P(a, x), exact far out.</summary>
    public static double GammaUpper(double shape, double x)
    {
        if (x <= 0)
        {
            return 1;
        }

        return x < shape + 1 ? 1 - Series(shape, x) : Fraction(shape, x);
    }

    /// <summary>The x with P(shape, x) = u.</summary>
    /// <remarks>Halley's steps on the logarithm of the smaller tail against the logarithm of x, where it is concave and
    /// nearly straight in the tail, so that no start goes astray.</remarks>
    public static double GammaQuantile(double shape, double u)
    {
        if (u <= 0)
        {
            return 0;
        }

        if (u >= 1)
        {
            return double.PositiveInfinity;
        }

        bool isLowerTail = u <= 0.5;
        double logTail = Math.Log(isLowerTail ? u : 1 - u);
        double logX = LogStart(shape, u);
        for (int step = 0; step < 60; step++)
        {
            // That near 0 the first term, the start, is all there is, and x itself may be too small for a double.
            if (logX < -700)
            {
                break;
            }

            double x = Math.Exp(logX);
            double move = isLowerTail ? LowerStep(shape, x, logTail) : UpperStep(shape, x, logTail);
            logX += move;

            // Halley's steps cube the error: after a step this small the next one would change nothing.
            if (Math.Abs(move) < 1e-6)
            {
                break;
            }
        }

        return Math.Exp(logX);
    }

    /// <summary>The chance that a standard normal draw is at most z.</summary>
    public static double NormalCdf(double z)
    {
        double half = 0.5 * GammaUpper(0.5, 0.5 * z * z);
        return z <= 0 ? half : 1 - half;
    }

    /// <summary>The z that a standard normal draw stays below with chance u; relative error about 1e-16.</summary>
    /// <remarks>Wichura, Algorithm AS 241: the percentage points of the normal distribution, Applied Statistics 37
    /// (1988), routine PPND16.</remarks>
    public static double NormalQuantile(double u)
    {
        double q = u - 0.5;
        if (Math.Abs(q) <= 0.425)
        {
            return Centre(q);
        }

        double tail = q < 0 ? u : 1 - u;
        if (tail <= 0)
        {
            return q < 0 ? double.NegativeInfinity : double.PositiveInfinity;
        }

        double r = Math.Sqrt(-Math.Log(tail));
        double z = r <= 5 ? Flank(r - 1.6) : FarTail(r - 5);
        return q < 0 ? -z : z;
    }

    private static double Centre(double q)
    {
        double r = 0.180625 - (q * q);
        double above =
            (
                (
                    (
                        (
                            (
                                (
                                    (
                                        (
                                            (
                                                ((((2.5090809287301226727e3 * r) + 3.3430575583588128105e4) * r) + 6.7265770927008700853e4)
                                                * r
                                            ) + 4.5921953931549871457e4
                                        ) * r
                                    ) + 1.3731693765509461125e4
                                ) * r
                            ) + 1.9715909503065514427e3
                        ) * r
                    ) + 1.3314166789178437745e2
                ) * r
            ) + 3.3871328727963666080e0;
        double below =
            (
                (
                    (
                        (
                            (
                                (
                                    (
                                        (
                                            (
                                                ((((5.2264952788528545610e3 * r) + 2.8729085735721942674e4) * r) + 3.9307895800092710610e4)
                                                * r
                                            ) + 2.1213794301586595867e4
                                        ) * r
                                    ) + 5.3941960214247511077e3
                                ) * r
                            ) + 6.8718700749205790830e2
                        ) * r
                    ) + 4.2313330701600911252e1
                ) * r
            ) + 1;
        return q * above / below;
    }

    private static double Flank(double r)
    {
        double above =
            (
                (
                    (
                        (
                            (
                                (
                                    (
                                        (
                                            (
                                                (
                                                    (((7.74545014278341407640e-4 * r) + 2.27238449892691845833e-2) * r)
                                                    + 2.41780725177450611770e-1
                                                ) * r
                                            ) + 1.27045825245236838258e0
                                        ) * r
                                    ) + 3.64784832476320460504e0
                                ) * r
                            ) + 5.76949722146069140550e0
                        ) * r
                    ) + 4.63033784615654529590e0
                ) * r
            ) + 1.42343711074968357734e0;
        double below =
            (
                (
                    (
                        (
                            (
                                (
                                    (
                                        (
                                            (
                                                (
                                                    (((1.05075007164441684324e-9 * r) + 5.47593808499534494600e-4) * r)
                                                    + 1.51986665636164571966e-2
                                                ) * r
                                            ) + 1.48103976427480074590e-1
                                        ) * r
                                    ) + 6.89767334985100004550e-1
                                ) * r
                            ) + 1.67638483018380384940e0
                        ) * r
                    ) + 2.05319162663775882187e0
                ) * r
            ) + 1;
        return above / below;
    }

    private static double FarTail(double r)
    {
        double above =
            (
                (
                    (
                        (
                            (
                                (
                                    (
                                        (
                                            (
                                                (
                                                    (((2.01033439929228813265e-7 * r) + 2.71155556874348757815e-5) * r)
                                                    + 1.24266094738807843860e-3
                                                ) * r
                                            ) + 2.65321895265761230930e-2
                                        ) * r
                                    ) + 2.96560571828504891230e-1
                                ) * r
                            ) + 1.78482653991729133580e0
                        ) * r
                    ) + 5.46378491116411436990e0
                ) * r
            ) + 6.65790464350110377720e0;
        double below =
            (
                (
                    (
                        (
                            (
                                (
                                    (
                                        (
                                            (
                                                (
                                                    (((2.04426310338993978564e-15 * r) + 1.42151175831644588870e-7) * r)
                                                    + 1.84631831751005468180e-5
                                                ) * r
                                            ) + 7.86869131145613259100e-4
                                        ) * r
                                    ) + 1.48753612908506148525e-2
                                ) * r
                            ) + 1.36929880922735805310e-1
                        ) * r
                    ) + 5.99832206555887937690e-1
                ) * r
            ) + 1;
        return above / below;
    }

    // ln(gamma function) less its leading terms (Abramowitz and Stegun 6.1.41).
    private static double StirlingRest(double x)
    {
        double inverse = 1 / x;
        double square = inverse * inverse;
        return inverse
            * ((1.0 / 12) - (square * ((1.0 / 360) - (square * ((1.0 / 1260) - (square * ((1.0 / 1680) - (square * (1.0 / 1188)))))))));
    }

    /// <summary>x^a e^-x / gamma function(a + 1), without the cancellation of its logarithm's large terms.</summary>
    private static double PoissonTerm(double shape, double x)
    {
        if (shape < StirlingFrom)
        {
            return Math.Exp((shape * Math.Log(x)) - x - LogGamma(shape + 1));
        }

        // Loader, Fast and accurate computation of binomial probabilities (2000): with x = a (1 + d) the exponent is -a
        // (d - ln(1 + d)).
        return Math.Exp((-shape * Deviance(shape, x)) - StirlingRest(shape)) / Math.Sqrt(2 * Math.PI * shape);
    }

    /// <summary>d - ln(1 + d) for x = shape (1 + d), exact near 0.</summary>
    private static double Deviance(double shape, double x)
    {
        double d = (x - shape) / shape;
        if (Math.Abs(d) > 0.1)
        {
            return d - Math.Log(x / shape);
        }

        // With r = d / (2 + d): ln(1 + d) = 2 artanh(r) = 2 (r + r^3/3 + ...), and d - 2 r = d r.
        double r = d / (2 + d);
        double square = r * r;
        double tail = 0;
        for (int k = 15; k >= 3; k -= 2)
        {
            tail = square * ((1.0 / k) + tail);
        }

        return r * (d - (2 * tail));
    }

    // Abramowitz and Stegun 6.5.29: all terms positive, best below the mean.
    private static double Series(double shape, double x)
    {
        double term = 1;
        double sum = 1;
        for (double n = shape + 1; term > sum * Epsilon; n++)
        {
            term *= x / n;
            sum += term;
        }

        return Math.Min(1, PoissonTerm(shape, x) * sum);
    }

    // Abramowitz and Stegun 6.5.31 by Lentz's method (Thompson and Barnett 1986), best above the mean.
    private static double Fraction(double shape, double x)
    {
        double term = double.IsPositiveInfinity(x) ? 0 : PoissonTerm(shape, x) * shape;
        if (term == 0)
        {
            return 0;
        }

        double b = x + 1 - shape;
        double c = double.PositiveInfinity;
        double d = 1 / b;
        double h = d;
        double change = 0;
        for (int i = 1; Math.Abs(change - 1) > 4 * Epsilon && i < 1_000_000; i++)
        {
            double a = -i * (i - shape);
            b += 2;
            d = 1 / ((a * d) + b);
            c = b + (a / c);
            change = c * d;
            h *= change;
        }

        return Math.Min(1, term * h);
    }

    private static double LogStart(double shape, double u)
    {
        // Wilson and Hilferty (1931): the cube root of a gamma draw is nearly normal.
        double root = 1 - (1 / (9 * shape)) + (NormalQuantile(u) / (3 * Math.Sqrt(shape)));
        if (shape > 1 && root > 0.3)
        {
            return Math.Log(shape) + (3 * Math.Log(root));
        }

        // The first term of the series, which is all there is near 0; far out, the exponential tail.
        double nearZero = (Math.Log(u) + LogGamma(shape + 1)) / shape;
        double turn = Math.Log(shape + 1);
        return nearZero < turn ? nearZero : Math.Log(Math.Max(shape, -Math.Log(1 - u)));
    }

    private static double LowerStep(double shape, double x, double logTail)
    {
        double lower = GammaLower(shape, x);
        double miss = Math.Log(lower) - logTail;
        double slope = shape * PoissonTerm(shape, x) / lower;
        return Halley(-miss / slope, miss * (shape - x - slope) / (2 * slope));
    }

    private static double UpperStep(double shape, double x, double logTail)
    {
        double upper = GammaUpper(shape, x);
        double miss = Math.Log(upper) - logTail;
        double slope = shape * PoissonTerm(shape, x) / upper;
        return Halley(miss / slope, -miss * (shape - x + slope) / (2 * slope));
    }

    // The correction of Newton's step is held to a half, and the step to a factor e^2, so that a poor start can't throw
    // it.
    private static double Halley(double newton, double correction) => Math.Clamp(newton / (1 - Math.Clamp(correction, -0.5, 0.5)), -2, 2);
}
