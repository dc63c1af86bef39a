using SimInterdiction.Experiments.Design;
using SimInterdiction.Experiments.Statistics;

namespace SimInterdiction.Tests.Experiments.Calibration;

/// <summary>Fits to a figure of hardly any events, of which a thinned Poisson process gives the chance exactly.</summary>
public sealed class FewEventsTests
{
    private const int MostEvents = 9;

    private static readonly UncertainScenario World = CalibrationWorlds.WhereFewLeave("team_types.team.stops between 0% and 100%");

    // What each count leads to is fitted once, on luck of its own.
    private static readonly Lazy<Interval[]> Fits = new(() =>
        [
            .. Enumerable
                .Range(0, MostEvents + 1)
                .Select(events =>
                    CalibrationWorlds
                        .Calibrated(
                            World,
                            CalibrationWorlds.Options(100, seed: 50 + events),
                            CalibrationWorlds.Target("shipments_seized", events)
                        )
                        .Unknowns[0]
                        .Interval
                ),
        ]
    );

    [TestCase(0.05)]
    [TestCase(0.1)]
    [TestCase(0.2)]
    [TestCase(0.3)]
    [TestCase(0.4)]
    public void The_interval_holds_the_truth_in_95_of_100_fits(double stops)
    {
        double mean = CalibrationWorlds.FewLeave * stops * CalibrationWorlds.Finds;
        double held = Enumerable.Range(0, MostEvents + 1).Where(n => Holds(Fits.Value[n], stops)).Sum(n => Poisson(n, mean));
        Assert.That(held, Is.AtLeast(0.95));
    }

    private static bool Holds(Interval interval, double value) => interval.Low <= value && value <= interval.High;

    private static double Poisson(int events, double mean) =>
        Math.Exp(-mean) * Math.Pow(mean, events) / Enumerable.Range(1, events).Aggregate(1.0, (product, i) => product * i);
}
