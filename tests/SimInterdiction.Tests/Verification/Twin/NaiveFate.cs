namespace SimInterdiction.Tests.Verification.Twin;

/// <summary>What an organization hears of one shipment, and when.</summary>
/// <param name="HeardAt">When it hears.</param>
/// <param name="Corridor">The corridor taken.</param>
/// <param name="Passed">The places passed.</param>
/// <param name="LostAt">The place it was lost at; null for one delivered.</param>
internal sealed record NaiveFate(double HeardAt, string Corridor, IReadOnlyList<string> Passed, string? LostAt);
