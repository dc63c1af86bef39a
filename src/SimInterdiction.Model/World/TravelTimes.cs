using SimInterdiction.Engine.Distributions;
using SimInterdiction.Engine.Randomness;
using SimInterdiction.Engine.Scheduling;
using SimInterdiction.Engine.Vectors;

namespace SimInterdiction.Model.World;

/// <summary>How long shipments take for the legs of their corridors.</summary>
internal sealed class TravelTimes(CompiledScenario world)
{
    private readonly Distribution speedMph = world.Scenario.Travel.SpeedMph;
    private readonly double[] hoursOf = new double[RandomBlocks.Count];
    private readonly Instant[] arrives = new Instant[RandomBlocks.Count];

    /// <summary>When a shipment reaches each place from one on; at most eight. Valid until the next call.</summary>
    /// <param name="from">When the leg into the first of them begins.</param>
    /// <param name="corridor">The corridor.</param>
    /// <param name="step">Index of the first place.</param>
    /// <param name="count">How many places.</param>
    /// <param name="luck">The shipment's luck along the corridor from there on.</param>
    public ReadOnlySpan<Instant> Along(Instant from, int corridor, int step, int count, in RandomBlocks luck)
    {
        Drive(corridor, step, in luck);
        for (int i = 0; i < count; i++)
        {
            arrives[i] = from = world.Gates?.Through(world.Routes[corridor], step + i, from, hoursOf[i]) ?? from + hoursOf[i];
        }

        return arrives.AsSpan(0, count);
    }

    /// <summary>How long after leaving a shipment reaches each place of its corridor, if nothing holds it up and
    /// everything is open.</summary>
    public void HoursTo(in Shipment shipment, uint replication, Span<double> hours)
    {
        int places = world.Routes[shipment.Corridor].Places.Length;
        double sum = 0;
        for (int step = 0; step < places; step++)
        {
            int leg = step % RandomBlocks.Count;
            if (leg == 0)
            {
                Drive(
                    shipment.Corridor,
                    step,
                    world.Flows[shipment.LuckOf].LuckAlong(replication, shipment.Number, shipment.Corridor, step)
                );
            }

            hours[step] = sum += hoursOf[leg];
        }
    }

    // Eight legs take no longer than one or two: which side of the distribution's mode a speed falls is a branch that
    // no predictor learns, so there is none.
    private void Drive(int corridor, int step, in RandomBlocks luck) =>
        EightNumbers.Quotients(world.MilesAlong.From(corridor, step), speedMph.Quantile(luck.Fourth), hoursOf);
}
