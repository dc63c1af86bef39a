namespace SimInterdiction.Application.Validations;

/// <summary>Laws about one part of the model.</summary>
/// <param name="Title">Which part, in plain words.</param>
/// <param name="Oracles">Its laws.</param>
public sealed record OracleFamily(string Title, IReadOnlyList<Oracle> Oracles);

/// <summary>The laws that the simulation must obey, each as a scenario file with the answer.</summary>
public static class OracleCatalog
{
    public static IReadOnlyList<OracleFamily> Families { get; } =
    [
        new("Who is found, where and when", DetectionOracles.All),
        new("Lanes: who is waved through, and who waits how long", QueueOracles.All),
        new("Primary and secondary inspection", SecondaryOracles.All),
        new("Traffickers who choose their corridors", AdversaryOracles.All),
        new("Traces, leads and cases", IntelligenceOracles.All),
        new("Rings: whom a trace leads to", RingOracles.All),
    ];

    public static IReadOnlyList<Oracle> All { get; } = [.. Families.SelectMany(family => family.Oracles)];
}
