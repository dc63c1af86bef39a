using System.Runtime.Intrinsics;
using SimInterdiction.Engine.Distributions;
using SimInterdiction.Engine.Randomness;
using SimInterdiction.Engine.Scheduling;

namespace SimInterdiction.Model.Simulation;

/// <summary>How long shipments take for the legs of their corridors.</summary>
internal sealed class Legs(CompiledScenario world)
{
    private readonly Distribution speedMph = world.Scenario.Travel.SpeedMph;
    private readonly double[] speedLuck = new double[RandomBlocks.Count];

    /// <summary>When a shipment reaches a place, over all legs from the one into <paramref name="step"/> on; at most eight.</summary>
    /// <param name="from">When the first of them begins.</param>
    /// <param name="route">The corridor.</param>
    /// <param name="step">Index of the place that the first leg leads to.</param>
    /// <param name="count">How many legs.</param>
    /// <param name="luck">The shipment's luck along the corridor from there on.</param>
    public Instant After(Instant from, RouteLegs route, int step, int count, in RandomBlocks luck)
    {
        luck.Fourth.CopyTo(speedLuck);
        for (int i = 0; i < count; i++)
        {
            from += route.MilesInto[step + i] / speedMph.Quantile(speedLuck[i]);
        }

        return from;
    }

    /// <summary>How long after leaving a shipment reaches each place of its corridor, if nothing holds it up.</summary>
    public void HoursTo(in Shipment shipment, uint replication, Span<double> hours)
    {
        RouteLegs route = world.Routes[shipment.Corridor];
        Instant at = Instant.Zero;
        for (int step = 0; step < route.Places.Length; step++)
        {
            RandomBlocks luck = world.Flows[shipment.LuckOf].LuckAlong(replication, shipment.Number, shipment.Corridor, step);
            at = After(at, route, step, 1, in luck);
            hours[step] = at.Hours;
        }
    }
}
