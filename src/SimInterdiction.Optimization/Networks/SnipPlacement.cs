using SimInterdiction.Optimization.Programs;
using SimInterdiction.Optimization.Selections;

namespace SimInterdiction.Optimization.Networks;

/// <summary>So many sensors of a kind on the network of <see cref="SnipInstance"/>, and what passes the best placement
/// of them.</summary>
/// <param name="Sensors">How good they are.</param>
/// <param name="Most">How many there are.</param>
/// <param name="Passes">The share of smugglers that passes, to ten digits.</param>
public sealed record SnipPlacement(SnipSensors Sensors, int Most, double Passes)
{
    /// <summary>The share that passes no sensor at all, to ten digits.</summary>
    public const double PassesNone = 0.4218316066;

    /// <summary>What is known of the public instance: of sensors that a tenth passes as published (Chen and Luedtke,
    /// INFORMS Journal on Computing, 2022), of others solved twice.</summary>
    public static IReadOnlyList<SnipPlacement> Known { get; } =
    [
        new(SnipSensors.Half, 30, 0.2755151115),
        new(SnipSensors.Half, 60, 0.2370983382),
        new(SnipSensors.Tenth, 30, 0.2164291557),
        new(SnipSensors.Tenth, 40, 0.1996850656),
        new(SnipSensors.Tenth, 50, 0.1824386015),
        new(SnipSensors.Tenth, 60, 0.1635155578),
        new(SnipSensors.Tenth, 70, 0.1501083332),
        new(SnipSensors.Tenth, 80, 0.1330603137),
        new(SnipSensors.Tenth, 90, 0.1214854720),
        new(SnipSensors.Perfect, 30, 0.2046039878),
        new(SnipSensors.Perfect, 90, 0.0960245668),
    ];

    /// <summary>Searches the best placement.</summary>
    /// <param name="instance">The network, with such sensors.</param>
    /// <param name="solver">Solves.</param>
    /// <param name="terms">How close, and for how long.</param>
    /// <param name="observer">Told how it goes.</param>
    /// <param name="stop">Ends it early.</param>
    public Selection Search(SnipInstance instance, ISolver solver, SearchTerms terms, IObserveSelection observer, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(instance);
        var limit = new Limit("sensors", [.. Enumerable.Range(0, instance.Sensors).Select(i => (i, 1.0))], Most);
        return new SelectionSearch(
            new Candidates(instance.Sensors, [], [limit]),
            new NetworkWorth(instance.Network),
            solver,
            TimeProvider.System
        ).Search(terms, [], observer, stop);
    }
}
