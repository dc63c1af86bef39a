using SimInterdiction.Optimization.Selections;

namespace SimInterdiction.Optimization.Mixtures;

/// <summary>Choices of which one is drawn each time, and what is proven about better mixtures.</summary>
/// <param name="Choices">Each with the chance that it is drawn, above 0; together 1. Those drawn most often
/// first.</param>
/// <param name="Worth">What they are worth together.</param>
/// <param name="Bound">No mixture of choices within the limits is worth more.</param>
/// <param name="End">How the search ended.</param>
public sealed record Mixture(IReadOnlyList<MixedChoice> Choices, double Worth, double Bound, SelectionEnd End);

/// <summary>A choice of a mixture.</summary>
/// <param name="Chosen">A flag a candidate.</param>
/// <param name="Chance">The chance that it is drawn.</param>
public sealed record MixedChoice(bool[] Chosen, double Chance);
