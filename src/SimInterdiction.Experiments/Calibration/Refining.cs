using MathNet.Numerics.LinearAlgebra;
using SimInterdiction.Experiments.Statistics.Sensitivity;

namespace SimInterdiction.Experiments.Calibration;

/// <summary>
/// Moves a setting that fits in a single period to where the averages come to the figures, by the shortest way: where
/// the figures leave a ridge of settings, straight onto it (Gauss-Newton with the pseudo-inverse). In shares of the
/// ranges, and of the figures' give-or-take.
/// </summary>
/// <param name="inputs">The unknowns.</param>
/// <param name="targets">The figures.</param>
/// <param name="averages">What they come to at given values, on common random numbers.</param>
/// <param name="start">Where to begin.</param>
internal sealed class Refining(
    IReadOnlyList<UncertainRange> inputs,
    IReadOnlyList<CalibrationTarget> targets,
    Func<double[], double[]> averages,
    double[] start
)
{
    private const int MostSteps = 4;
    private const double Probe = 0.02;
    private const double NearEnough = 0.02;

    /// <summary>About how many settings are tried: two steps, each after a probe of every unknown.</summary>
    public static int DesignPointsOf(int unknowns) => 2 + (2 * (unknowns + 1));

    /// <summary>The setting, among those passed through, whose averages are nearest to the figures.</summary>
    public double[] Best()
    {
        double[] at = [.. start];
        double[] best = at;
        double[] off = Off(at);
        double least = Worst(off);
        for (int step = 0; step < MostSteps && least > NearEnough; step++)
        {
            at = Step(at, off);
            off = Off(at);
            if (!(Worst(off) < least))
            {
                break;
            }

            (best, least) = (at, Worst(off));
        }

        return best;
    }

    private static double Worst(double[] off) => off.Max(Math.Abs);

    private double[] Off(double[] values) =>
        [.. averages(values).Zip(targets, (average, target) => (average - target.Value) / target.GiveOrTake)];

    private double[] Step(double[] at, double[] off)
    {
        Matrix<double> slopes = Matrix<double>.Build.Dense(targets.Count, inputs.Count);
        for (int i = 0; i < inputs.Count; i++)
        {
            double range = inputs[i].High - inputs[i].Low;
            double probe = (at[i] + (Probe * range) <= inputs[i].High ? Probe : -Probe) * range;
            double[] moved = [.. at];
            moved[i] += probe;
            slopes.SetColumn(i, [.. Off(moved).Zip(off, (there, here) => (there - here) * range / probe)]);
        }

        // Where nothing moves the averages there is no way to go, and no pseudo-inverse.
        if (slopes.Enumerate().All(slope => slope == 0))
        {
            return at;
        }

        Vector<double> shares = -(slopes.PseudoInverse() * Vector<double>.Build.Dense(off));
        return
        [
            .. at.Select((value, i) => Math.Clamp(value + (shares[i] * (inputs[i].High - inputs[i].Low)), inputs[i].Low, inputs[i].High)),
        ];
    }
}
