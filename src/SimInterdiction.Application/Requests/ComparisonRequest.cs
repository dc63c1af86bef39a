namespace SimInterdiction.Application.Requests;

/// <summary>What differs between runs.</summary>
/// <param name="Runs">Their folders or ids; the others are compared with the first.</param>
/// <param name="Measure">What is compared; null for the first run's measure.</param>
public sealed record ComparisonRequest(IReadOnlyList<string> Runs, string? Measure);
