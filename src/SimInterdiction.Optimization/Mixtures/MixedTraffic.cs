using SimInterdiction.Optimization.Coverage;

namespace SimInterdiction.Optimization.Mixtures;

/// <summary>Traffic that knows how often each choice is drawn, but not which one is: each part takes the route on which
/// least of it is stopped on average.</summary>
public sealed class MixedTraffic
{
    // Solvers lose what counts less.
    private const double Negligible = 1e-10;

    private readonly IReadOnlyList<TrafficPart> parts;

    /// <param name="parts">What passes.</param>
    public MixedTraffic(IReadOnlyList<TrafficPart> parts)
    {
        ArgumentNullException.ThrowIfNull(parts);
        this.parts = parts;
        Routes = parts.Sum(part => part.Routes.Count);
    }

    /// <summary>How many routes all parts have together.</summary>
    public int Routes { get; }

    /// <summary>What each part counts, with how many routes.</summary>
    internal IEnumerable<(double Weight, int Routes)> Parts => parts.Select(part => (part.Weight, part.Routes.Count));

    /// <summary>The share that is stopped on each route, those of a part one after the other.</summary>
    public double[] StoppedBy(bool[] chosen) => [.. parts.SelectMany(part => part.Routes.Select(route => route.StoppedBy(chosen)))];

    /// <summary>What is stopped where each part takes its best route.</summary>
    /// <param name="stopped">The share that is stopped on each route, on average.</param>
    public double WorthOf(double[] stopped)
    {
        double sum = 0;
        int first = 0;
        foreach ((double weight, int routes) in Parts)
        {
            sum += weight * stopped[first..(first + routes)].Min();
            first += routes;
        }

        return sum;
    }

    /// <summary>What is stopped by a mixture where each part takes its best route.</summary>
    public double WorthOf(IEnumerable<MixedChoice> choices)
    {
        ArgumentNullException.ThrowIfNull(choices);
        var stopped = new double[Routes];
        foreach (MixedChoice choice in choices)
        {
            foreach ((int route, double share) in StoppedBy(choice.Chosen).Index())
            {
                stopped[route] += choice.Chance * share;
            }
        }

        return WorthOf(stopped);
    }

    /// <summary>The same traffic where it keeps to its routes.</summary>
    /// <param name="weights">How much what is stopped on each route counts.</param>
    /// <returns>What a choice is worth, but for routes that hardly count; and what these count at most.</returns>
    internal (CoverageWorth Worth, double Uncounted) KeptTo(double[] weights) =>
        (
            new CoverageWorth([
                .. parts
                    .SelectMany(part => part.Routes)
                    .Zip(weights, (route, weight) => new TrafficPart(weight, [route]))
                    .Where(part => part.Weight >= Negligible),
            ]),
            weights.Where(weight => weight < Negligible).Sum()
        );
}
