using MathNet.Numerics.Distributions;

namespace SimInterdiction.Experiments.Statistics.Calibration;

/// <summary>How far a figure that counts one period may lie from the average over periods.</summary>
public static class PeriodBounds
{
    /// <summary>
    /// The averages at which the figure is among the middle 95 % (say) of periods, when what is counted comes in events
    /// of independent size: Garwood's exact interval for a Poisson count (1936), with events as large as makes the
    /// periods' variance (their variance over their mean). For a figure of many events that is the average give or take
    /// 1.96 standard deviations; for one of none it reaches up to 3.7 events, never to nothing.
    /// </summary>
    /// <param name="figure">At least 0; of a negative one nothing is known.</param>
    /// <param name="event">The size of an event, above 0.</param>
    /// <param name="confidence">Such as 0.95.</param>
    public static Interval Of(double figure, double @event, double confidence)
    {
        double tail = (1 - confidence) / 2;
        double events = figure / @event;
        return new Interval(events > 0 ? @event * Gamma.InvCDF(events, 1, tail) : 0, @event * Gamma.InvCDF(events + 1, 1, 1 - tail));
    }
}
