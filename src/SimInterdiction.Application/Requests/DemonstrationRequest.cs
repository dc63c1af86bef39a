namespace SimInterdiction.Application.Requests;

/// <summary>The shipped scenario, run small.</summary>
/// <param name="Replications">How many times each deployment is simulated.</param>
public sealed record DemonstrationRequest(int Replications = DemonstrationRequest.Few)
{
    /// <summary>Enough to see a report, too few to decide on.</summary>
    public const int Few = 20;
}
