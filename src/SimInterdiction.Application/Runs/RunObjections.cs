using SimInterdiction.Application.Requests;
using SimInterdiction.Model;
using SimInterdiction.Model.Costs;
using SimInterdiction.Model.Study;
using SimInterdiction.Scenarios;
using SimInterdiction.Scenarios.Problems;

namespace SimInterdiction.Application.Runs;

/// <summary>What a run can't do of what it is asked.</summary>
internal static class RunObjections
{
    /// <summary>The first objection; null where there is none.</summary>
    public static Refusal? To(RunRequest request, ScenarioReading reading, int threads, double availableBytes)
    {
        Scenario scenario = reading.Scenario!;
        ExperimentPlan plan = scenario.Experiment;
        if (request.Only.FirstOrDefault(name => !scenario.Deployments.ContainsKey(name)) is { } unknown)
        {
            return new Refusal.UnknownName(NamedThing.Deployment, unknown, [.. scenario.Deployments.Keys]);
        }

        if (plan.Choose == Choosing.Best && request.Replications < ExperimentPlan.FewestToChooseFrom)
        {
            return new Refusal.TooFewToChoose(ExperimentPlan.FewestToChooseFrom, request.Replications.Value);
        }

        if (request.IncludesUncertainty && reading.UncertainInputs.Count == 0)
        {
            return new Refusal.NothingToDraw();
        }

        if (request.IncludesUncertainty && (plan.Precision is not null || plan.Choose == Choosing.Best))
        {
            return new Refusal.NoEnd(plan.Precision is not null);
        }

        // The file alone was found to be in bounds; the request may ask for more of it.
        var cost = StudyCost.Of(scenario, request.Replications, request.Only.Count > 0 ? request.Only : null);
        return CostWords.TooMuch(cost) is { } problem ? new Refusal.TooMuch(problem)
            : cost.PeakBytes(threads) > availableBytes
                ? new Refusal.TooLittleMemory(cost.PeakBytes(threads), availableBytes, cost.ReplicationsWithin(availableBytes, threads))
            : null;
    }
}
