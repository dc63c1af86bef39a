namespace SimInterdiction.Application.Requests;

/// <summary>Whether a run's numbers come out again, and its files are as they were written.</summary>
/// <param name="Run">The run's folder or id.</param>
/// <param name="Replications">How many to simulate again, spread evenly over the run; at most all.</param>
public sealed record VerificationRequest(string Run, int Replications);
