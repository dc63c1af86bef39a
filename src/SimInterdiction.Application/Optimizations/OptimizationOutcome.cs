using SimInterdiction.Application.Expectations;
using SimInterdiction.Application.Requests;
using SimInterdiction.Experiments.Results;
using SimInterdiction.Experiments.Store;
using SimInterdiction.Model.Interdiction;
using SimInterdiction.Model.Study;
using SimInterdiction.Optimization.Selections;

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
    public sealed record Impossible(IReadOnlyList<Limit> Limits, IReadOnlyList<string> Kept) : OptimizationOutcome;

    /// <summary>There is nothing to choose from.</summary>
    public sealed record NothingToPost : OptimizationOutcome;

    /// <summary>There is a best deployment, proven or the best until it was stopped.</summary>
    public sealed record Found : OptimizationOutcome
    {
        /// <summary>The deployment in force, the best found, then others that are nearly as good and clearly
        /// different, and the best against the other traffickers, where that is none of these; then those of the
        /// scenario that are better (<see cref="Better"/>).</summary>
        public required IReadOnlyList<ProposedDeployment> Deployments { get; init; }

        /// <summary>Deployments of the scenario within the budget that theory expects to seize a larger share than the
        /// best found, the largest first: they post teams as the search does not.</summary>
        public required IReadOnlyList<(string Name, double Share)> Better { get; init; }

        /// <summary>These deployments simulated on the same luck; null where they were not.</summary>
        public required StudyResult? Simulated { get; init; }

        /// <summary>What one change more than the limits allow would bring, the best of each kind first.</summary>
        public required IReadOnlyList<PricedChange> Prices { get; init; }

        /// <summary>Against which traffickers the best was asked for.</summary>
        public required Traffickers Against { get; init; }

        /// <summary>By the search's own reckoning, the share that the best seizes.</summary>
        public required double Worth { get; init; }

        /// <summary>By the same, no deployment within the limits seizes a larger share.</summary>
        public required double Bound { get; init; }

        /// <summary>The same of the best against the other traffickers.</summary>
        public required double WorthAgainstOthers { get; init; }

        /// <inheritdoc cref="Bound"/>
        public required double BoundAgainstOthers { get; init; }

        /// <summary>How the search ended.</summary>
        public required SelectionEnd End { get; init; }

        /// <summary>Whether there was a solver; without one the best is only good, and the bound loose.</summary>
        public required bool HadSolver { get; init; }

        /// <summary>Each limit, how much of it the best uses, and the share that one unit more would bring by the
        /// price of the problem in which teams may be divided; null where that was not worked out.</summary>
        public required IReadOnlyList<(Limit Limit, double Used, double? Price)> Limits { get; init; }

        /// <summary>Among how many postings was chosen.</summary>
        public required int Candidates { get; init; }

        /// <summary>How long the search took.</summary>
        public required double Seconds { get; init; }

        /// <summary>The file with the deployments; null where it could not be written.</summary>
        public required string? File { get; init; }

        /// <summary>Why it could not.</summary>
        public SaveFailure? NotSaved { get; init; }
    }
}

/// <summary>A deployment, and what theory expects of it.</summary>
/// <param name="Deployment">Its postings.</param>
/// <param name="OfficerHours">In the window.</param>
/// <param name="CostUsd">The same at their cost.</param>
/// <param name="Expected">What is seized.</param>
/// <param name="ShareOnBestRoutes">The share that is seized where all of each flow takes the corridor on which least
/// is; by the reckoning of the search.</param>
/// <param name="Simulated">The same simulated; null where it was not.</param>
/// <param name="IsContradicted">Whether that differs from what is expected by more than chance makes it.</param>
public sealed record ProposedDeployment(
    Deployment Deployment,
    double OfficerHours,
    double CostUsd,
    ExpectedDeployment Expected,
    double ShareOnBestRoutes,
    DeploymentResult? Simulated,
    bool IsContradicted
);

/// <summary>Hears of a search.</summary>
public interface IObserveOptimization : IObserveScenario, IObserveSelection
{
    /// <summary>The search begins.</summary>
    /// <param name="candidates">Among so many postings.</param>
    void Begins(int candidates) { }
}
