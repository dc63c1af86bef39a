namespace SimInterdiction.Application.Requests;

/// <summary>What theory expects of a scenario's deployments.</summary>
/// <param name="Source">The scenario.</param>
/// <param name="Only">Names of deployments; none for all.</param>
public sealed record ExpectationRequest(ScenarioSource Source, IReadOnlyList<string> Only);
