using SimInterdiction.Experiments.Results;
using SimInterdiction.Optimization.Selections;

namespace SimInterdiction.Application.Optimizations;

/// <summary>How searches ended, as results say it.</summary>
internal static class SearchEnds
{
    /// <param name="end">Not <see cref="SelectionEnd.Impossible"/>.</param>
    public static SearchEnd Of(SelectionEnd end) =>
        end switch
        {
            SelectionEnd.Proven => SearchEnd.Proven,
            SelectionEnd.Bounded => SearchEnd.Bounded,
            SelectionEnd.Stopped => SearchEnd.Stopped,
            _ => SearchEnd.SolverFailed,
        };
}
