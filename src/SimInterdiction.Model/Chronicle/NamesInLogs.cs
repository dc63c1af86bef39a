using SimInterdiction.Model.Facts;
using SimInterdiction.Model.Measures;
using SimInterdiction.Model.World;

namespace SimInterdiction.Model.Chronicle;

/// <summary>Names for the numbers that a replication works with; see <see cref="Fact.Shipment"/>.</summary>
internal sealed class NamesInLogs(CompiledScenario world)
{
    public string Of(ShipmentName shipment)
    {
        ulong number = shipment.Number % Shipment.VehicleStep;
        ulong vehicle = shipment.Number / Shipment.VehicleStep;
        return vehicle == 0
            ? $"{Of(Dimension.Flow, shipment.Flow)}/{number}"
            : $"{Of(Dimension.Flow, shipment.Flow)}/{number}.{vehicle + 1}";
    }

    public string Of(Dimension dimension, int entry) => world.EntryNames(dimension)[entry];
}
