using SimInterdiction.Application.Requests;
using SimInterdiction.Experiments.Batches;
using SimInterdiction.Experiments.Results;
using SimInterdiction.Experiments.Store;
using SimInterdiction.Optimization.Selections;
using SimInterdiction.Reporting.Words;

namespace SimInterdiction.Application.Optimizations;

/// <summary>What came of a search for the best deployment.</summary>
public abstract record OptimizationOutcome
{
    private OptimizationOutcome() { }

    /// <summary>Nothing was searched.</summary>
    /// <param name="Why">Why not.</param>
    public sealed record Refused(Refusal Why) : OptimizationOutcome;

    /// <summary>What is kept is already above a limit.</summary>
    /// <param name="Limits">The limits that it breaks.</param>
    /// <param name="Kept">What is kept.</param>
    public sealed record Impossible(IReadOnlyList<Limit> Limits, IReadOnlyList<string> Kept) : OptimizationOutcome
    {
        /// <summary>Why, a sentence for each limit, as it follows on a name.</summary>
        public IEnumerable<string> Objections
        {
            get
            {
                string kept = Kept.Count > 0 ? $"what is kept ({string.Join(", ", Kept)})" : "its group";
                return Limits.Select(limit =>
                    $"{kept} already takes more than there is: {limit.Name}, at most {Digits.Whole(limit.AtMost)}."
                );
            }
        }
    }

    /// <summary>There is nothing to choose from.</summary>
    public sealed record NothingToPost : OptimizationOutcome;

    /// <summary>No posting is within the budget.</summary>
    /// <param name="Unit">Of what there is too little: officer-hours or USD.</param>
    /// <param name="Left">What the budget leaves for postings.</param>
    /// <param name="Least">What the cheapest takes.</param>
    public sealed record NothingAffordable(string Unit, double Left, double Least) : OptimizationOutcome
    {
        /// <summary>Why, as it follows on a name.</summary>
        public string Objection =>
            $"the budget leaves {Digits.Whole(Math.Max(0, Left))} {Unit}, and the cheapest posting takes {Digits.Whole(Least)}: nobody "
            + "could be posted.";
    }

    /// <summary>Other machines could not simulate what was found; what they did is saved, and the same request goes on
    /// from there.</summary>
    public sealed record NotSimulated(ExecutionFault Why) : OptimizationOutcome;

    /// <summary>There is a best deployment, proven or the best until it was stopped.</summary>
    /// <param name="Stored">What was found.</param>
    /// <param name="File">The scenario with the deployments; null where it could not be written.</param>
    /// <param name="Folder">The folder of the results; null where it could not be written.</param>
    /// <param name="NotSaved">Why one of them could not; null where both are there.</param>
    public sealed record Found(StoredOptimization Stored, string? File, string? Folder, SaveFailure? NotSaved) : OptimizationOutcome
    {
        public OptimizationResult Result => Stored.Result;

        /// <summary>The file that was asked for, where somebody made one of that name meanwhile; null where nobody
        /// did.</summary>
        public string? Taken =>
            DeploymentOptimization.FileOf(Stored.Request) is var asked && File is { } file && file != asked ? asked : null;
    }
}

/// <summary>Hears of a search.</summary>
public interface IObserveOptimization : IObserveScenario, IObserveSelection
{
    /// <summary>The search begins.</summary>
    /// <param name="candidates">Among so many postings.</param>
    void Begins(int candidates) { }

    /// <summary>The best is found; now others are, such as those for other budgets.</summary>
    void GoesOn() { }
}
