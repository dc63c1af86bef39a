namespace SimInterdiction.Cluster.Wire;

/// <summary>What tells a chunk from all others that were ever asked for.</summary>
/// <param name="Session">Which time its head was at work: a head that begins anew counts anew.</param>
/// <param name="Number">Which of the chunks of that time.</param>
internal sealed record ChunkName(string Session, int Number);
