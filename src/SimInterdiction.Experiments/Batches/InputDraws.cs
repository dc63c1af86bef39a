namespace SimInterdiction.Experiments.Batches;

/// <summary>How often uncertain inputs are drawn anew.</summary>
/// <param name="Inputs">How many there are.</param>
/// <param name="Replications">How many replications in a row share a draw.</param>
internal sealed record InputDraws(int Inputs, int Replications)
{
    /// <summary>The number of the draw that a replication has, both from 0.</summary>
    public int Of(int replication) => replication / Replications;
}
