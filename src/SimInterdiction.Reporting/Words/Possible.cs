using SimInterdiction.Experiments.Results;
using SimInterdiction.Model.Measures;

namespace SimInterdiction.Reporting.Words;

/// <summary>
/// Averages as people see them: within what can be. With the luck of the searches taken out, an average of few
/// replications, or the end of an interval, may lie a little outside; files for further work keep it as it is, since
/// only so it errs to neither side.
/// </summary>
public static class Possible
{
    /// <summary>The estimate and its interval, nothing below 0, no share above 1, no part above the whole.</summary>
    /// <param name="measure">The measure's name.</param>
    /// <param name="estimate">As estimated.</param>
    /// <param name="of">The whole by its name, for measures that are part of one.</param>
    public static Estimate Of(string measure, Estimate estimate, Func<string, double?> of)
    {
        if (
            MeasureCatalog.Find(measure) is not { } known
            || known is { Estimator: Estimator.Pooled, Name: not MeasureCatalog.Displacement }
        )
        {
            return estimate;
        }

        double most =
            known.Unit == MeasureUnit.Share ? 1
            : known.PartOf is { } whole ? Math.Max(0, of(whole) ?? double.PositiveInfinity)
            : double.PositiveInfinity;
        return estimate with
        {
            Mean = Within(estimate.Mean),
            Low = Within(estimate.Low),
            High =
                known.PartOf is null ? Within(estimate.High)
                : estimate.High is { } high ? Math.Max(0, high)
                : null,
        };

        double? Within(double? value) => value is { } v ? Math.Clamp(v, 0, most) : null;
    }
}
