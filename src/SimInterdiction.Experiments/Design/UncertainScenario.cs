using SimInterdiction.Experiments.Statistics.Sensitivity;
using SimInterdiction.Model;

namespace SimInterdiction.Experiments.Design;

/// <summary>A scenario as a function of what nobody knows about it.</summary>
/// <param name="Inputs">What is uncertain, in base units; named by the path in the file.</param>
/// <param name="At">The scenario with the inputs at given values, in their order, each between its least and its most.
/// May be called from several threads. Throws <see cref="InvalidDataException"/>, with the reason in a planner's words,
/// where values together break a rule of scenarios.</param>
public sealed record UncertainScenario(IReadOnlyList<UncertainRange> Inputs, Func<IReadOnlyList<double>, Scenario> At)
{
    /// <summary>The names of the inputs that are whole numbers, to which the scenario rounds them.</summary>
    public IReadOnlySet<string> Whole { get; init; } = new HashSet<string>();
}
