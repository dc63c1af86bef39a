namespace SimInterdiction.Experiments.Results;

/// <summary>What more of a resource brings: from the best that takes no more than the baseline, step by step to the
/// best that takes whatever it takes.</summary>
/// <param name="Resource">Of which there is more.</param>
/// <param name="Steps">In the order of what they take; never empty.</param>
public sealed record Expansion(Resource Resource, IReadOnlyList<ExpansionStep> Steps);

/// <summary>The next deployment that does better than all that take less.</summary>
/// <param name="More">How much more it takes than the step before: officer-hours, or USD on average.</param>
/// <param name="Gain">It against the step before. The intervals of any two deployments hold together in 95 % of
/// studies, so it counts for nothing that these were picked by what came out.</param>
public sealed record ExpansionStep(double More, Comparison Gain);
