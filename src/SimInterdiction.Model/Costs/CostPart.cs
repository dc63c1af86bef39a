namespace SimInterdiction.Model.Costs;

/// <summary>A part of what a replication takes.</summary>
/// <param name="Of">What takes it.</param>
/// <param name="Path">Where the scenario says so.</param>
/// <param name="Count">How many of them there are; of overtime, how many hours.</param>
/// <param name="Steps">How many steps.</param>
/// <param name="Bytes">How much memory.</param>
public sealed record CostPart(CostOf Of, IReadOnlyList<string> Path, double Count, double Steps, double Bytes);

public enum CostOf
{
    Shipments,

    /// <summary>Shipments of loads that are spread over many vehicles.</summary>
    SplitLoads,
    Vehicles,
    Lanes,

    /// <summary>What leaves after the window while the last shipments in it are still held.</summary>
    Overtime,

    /// <summary>Rings, each counted anew when another takes its place.</summary>
    Rings,
}
