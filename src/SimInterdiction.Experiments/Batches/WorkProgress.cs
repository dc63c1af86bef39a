namespace SimInterdiction.Experiments.Batches;

/// <summary>How far an analysis is.</summary>
/// <param name="Doing">What is under way, in words for those who wait.</param>
/// <param name="Done">How much of it is done.</param>
/// <param name="All">Of how much; 0 where nobody knows.</param>
public readonly record struct WorkProgress(string Doing, double Done, double All);
