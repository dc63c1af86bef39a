using SimInterdiction.Application.Requests;
using SimInterdiction.Model.Expectations;
using SimInterdiction.Model.World;

namespace SimInterdiction.Application.Expectations;

/// <summary>What came of working out what theory expects.</summary>
public abstract record ExpectationOutcome
{
    private ExpectationOutcome() { }

    /// <summary>It was not worked out.</summary>
    /// <param name="Why">Why not.</param>
    public sealed record Refused(Refusal Why) : ExpectationOutcome;

    /// <summary>It was stopped before the last deployment.</summary>
    public sealed record Stopped : ExpectationOutcome;

    /// <summary>It was.</summary>
    /// <param name="World">The scenario, whose entries results go by.</param>
    /// <param name="Deployments">In the file's order.</param>
    public sealed record Completed(CompiledScenario World, IReadOnlyList<ExpectedDeployment> Deployments) : ExpectationOutcome
    {
        /// <summary>The smallest difference of the seizure rate that matters; 0 where the scenario says none.</summary>
        public double SmallestShareThatMatters =>
            World.Scenario.Experiment is { Measure: "seizure_rate" } plan ? plan.SmallestDifferenceThatMatters : 0;
    }
}

/// <summary>What theory expects of one deployment.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Frozen">As long as organizations stay as they are.</param>
/// <param name="Known">Once they know every risk and choose their corridors by it; null where nobody
/// learns.</param>
public sealed record ExpectedDeployment(string Name, ExpectedSeizures Frozen, ExpectedSeizures? Known);
