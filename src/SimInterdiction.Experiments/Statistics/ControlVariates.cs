using MathNet.Numerics.LinearAlgebra;
using MathNet.Numerics.LinearAlgebra.Factorization;

namespace SimInterdiction.Experiments.Statistics;

/// <summary>Something measured in the same replications whose mean is known exactly.</summary>
/// <param name="Values">In replication order.</param>
/// <param name="Mean">The known mean.</param>
public sealed record ControlVariate(double[] Values, double Mean);

/// <summary>Corrects a mean by how far the luck of the same replications was from what it is on average.</summary>
public static class ControlVariates
{
    /// <summary>
    /// The mean of the values where each control is at its known mean, by linear regression on the controls; its standard error is that of the regression, on
    /// n - 1 - q degrees of freedom with q controls (Lavenberg and Welch 1981). Exact when values and controls are jointly normal; else biased by order 1/n.
    /// </summary>
    /// <remarks>A control that never varies says nothing about luck and is left out.</remarks>
    /// <returns>No standard error (NaN) with too few replications for the controls.</returns>
    /// <exception cref="ArgumentException">A control is a combination of the others, or has other replications.</exception>
    public static PointEstimate Estimate(double[] values, params IReadOnlyList<ControlVariate> controls)
    {
        foreach (ControlVariate control in controls)
        {
            Pairing.RequireSameLength(values, control.Values);
        }

        ControlVariate[] varying = [.. controls.Where(control => Means.Summarise(control.Values).Variance > 0)];
        PointEstimate crude = Means.Estimate(values);
        int degreesOfFreedom = values.Length - 1 - varying.Length;
        if (varying.Length == 0 || degreesOfFreedom <= 0)
        {
            return varying.Length == 0 ? crude : crude with { StandardError = double.NaN, DegreesOfFreedom = 0 };
        }

        // Centred columns: the intercept drops out, and digits are kept far from zero.
        double[] means = [.. varying.Select(control => Means.Estimate(control.Values).Value)];
        Matrix<double> columns = Matrix<double>.Build.Dense(values.Length, varying.Length, (row, column) => varying[column].Values[row] - means[column]);
        Vector<double> centred = Vector<double>.Build.Dense(values.Length, row => values[row] - crude.Value);
        QR<double> regression = columns.QR(QRMethod.Thin);
        RequireFullRank(regression.R, columns);
        Vector<double> coefficients = regression.Solve(centred);

        Vector<double> off = Vector<double>.Build.Dense(varying.Length, i => means[i] - varying[i].Mean);
        Vector<double> residuals = centred - (columns * coefficients);
        double residualVariance = residuals.DotProduct(residuals) / degreesOfFreedom;

        // off' (X'X)^-1 off with X = QR is the squared length of R'^-1 off.
        Vector<double> scaled = regression.R.Transpose().Solve(off);
        double variance = residualVariance * ((1.0 / values.Length) + scaled.DotProduct(scaled));
        return new PointEstimate(crude.Value - coefficients.DotProduct(off), Math.Sqrt(variance), degreesOfFreedom);
    }

    private static void RequireFullRank(Matrix<double> triangle, Matrix<double> columns)
    {
        for (int i = 0; i < columns.ColumnCount; i++)
        {
            if (Math.Abs(triangle[i, i]) <= 1e-10 * columns.Column(i).L2Norm())
            {
                throw new ArgumentException($"Control {i + 1} is a combination of those before it.", nameof(columns));
            }
        }
    }
}
