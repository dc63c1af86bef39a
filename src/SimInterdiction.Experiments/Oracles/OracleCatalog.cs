namespace SimInterdiction.Experiments.Oracles;

/// <summary>The laws that the simulation must obey, each as a scenario file with the answer.</summary>
public static class OracleCatalog
{
    public static IReadOnlyList<Oracle> All { get; } = [.. DetectionOracles.All, .. QueueOracles.All, .. AdversaryOracles.All, .. IntelligenceOracles.All];
}
