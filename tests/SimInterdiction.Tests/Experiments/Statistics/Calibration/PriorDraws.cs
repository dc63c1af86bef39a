using SimInterdiction.Engine.Randomness;
using SimInterdiction.Experiments.Statistics;
using SimInterdiction.Experiments.Statistics.Calibration;

namespace SimInterdiction.Tests.Experiments.Statistics.Calibration;

/// <summary>Settings drawn and simulated one by one.</summary>
internal static class PriorDraws
{
    /// <param name="draws">How many.</param>
    /// <param name="key">The random stream of the prior.</param>
    /// <param name="distance">Of one simulation with a parameter that is even between 0 and 1; given the draw's number,
    /// for luck of its own.</param>
    public static IReadOnlyList<PriorDraw> Simulate(int draws, StreamKey key, Func<double, int, double> distance) =>
        [
            .. Enumerable
                .Range(0, draws)
                .Select(i =>
                {
                    double parameter = new UniformSequence(key, (ulong)i).Next();
                    return new PriorDraw([parameter], distance(parameter, i));
                }),
        ];
}
