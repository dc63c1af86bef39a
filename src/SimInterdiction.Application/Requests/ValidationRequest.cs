namespace SimInterdiction.Application.Requests;

/// <summary>The simulation compared with what theory says.</summary>
/// <param name="Only">Only these laws; empty for all.</param>
/// <param name="Seed">Added to the seed of each law's scenario, so that 0 repeats what the developers saw.</param>
public sealed record ValidationRequest(IReadOnlyList<string> Only, long Seed);
