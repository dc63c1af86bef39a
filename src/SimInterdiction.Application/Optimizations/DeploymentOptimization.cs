using SimInterdiction.Application.Folders;
using SimInterdiction.Application.Requests;
using SimInterdiction.Experiments.Batches;
using SimInterdiction.Model.Interdiction;
using SimInterdiction.Model.Study;
using SimInterdiction.Optimization.Processes;
using SimInterdiction.Optimization.Selections;
using SimInterdiction.Scenarios;

namespace SimInterdiction.Application.Optimizations;

/// <summary>Searches the deployment that theory expects to seize most within limits, and proves how much better any
/// other could be.</summary>
/// <param name="workspace">For whom.</param>
/// <param name="program">What solves, in a process of its own.</param>
public sealed class DeploymentOptimization(Workspace workspace, SolverProgram program)
{
    /// <param name="request">Which limits.</param>
    /// <param name="effort">Who simulates what is found.</param>
    /// <param name="observer">Hears how it progresses.</param>
    /// <param name="stop">Ends it; the best so far and its bound are the outcome.</param>
    public OptimizationOutcome Execute(OptimizationRequest request, Effort effort, IObserveOptimization observer, CancellationToken stop)
    {
        ScenarioReading reading = request.Source.Read();
        if (reading.Scenario is not { } scenario)
        {
            return new OptimizationOutcome.Refused(new Refusal.Problems(reading.Problems));
        }

        observer.Read(reading);
        if (ObjectionTo(request) is { } objection)
        {
            return new OptimizationOutcome.Refused(objection);
        }

        Deployment inForce = scenario.Deployments[scenario.InForce];
        if (request.Keep.FirstOrDefault(name => !inForce.Post.ContainsKey(name)) is { } unknown)
        {
            return new OptimizationOutcome.Refused(new Refusal.UnknownName(NamedThing.Posting, unknown, [.. inForce.Post.Keys]));
        }

        if (request.TaskForces.FirstOrDefault(name => !scenario.TaskForces.ContainsKey(name)) is { } nobody)
        {
            return new OptimizationOutcome.Refused(new Refusal.UnknownName(NamedThing.TaskForce, nobody, [.. scenario.TaskForces.Keys]));
        }

        OptimizationPlan plan = request.PlanOf(scenario);
        if (plan.Robust && reading.UncertainInputs.Count == 0)
        {
            return new OptimizationOutcome.Refused(new Refusal.NothingUncertain());
        }

        var postings = new PostingCandidates(scenario, plan);
        if (postings.Candidates.BrokenByKept.ToArray() is { Length: > 0 } broken)
        {
            return new OptimizationOutcome.Impossible(broken, plan.Keep);
        }

        if (postings.Candidates.Count == 0)
        {
            return new OptimizationOutcome.NothingToPost();
        }

        if (Unaffordable(postings.Candidates) is { } tooLittle)
        {
            return tooLittle;
        }

        try
        {
            return new OptimizationWork(workspace, program, request, effort.Cluster, reading, plan, postings, observer, stop).Do();
        }
        catch (ExecutionException problem)
        {
            return new OptimizationOutcome.NotSimulated(problem.Fault);
        }
    }

    /// <summary>The file that the best deployments are written to.</summary>
    internal static string FileOf(OptimizationRequest request) =>
        Path.Combine(
            Path.GetDirectoryName(request.Source.File) ?? string.Empty,
            request.Save is null ? $"{Path.GetFileNameWithoutExtension(request.Source.File)}-best.yaml"
                : Path.HasExtension(request.Save) ? request.Save
                : $"{request.Save}.yaml"
        );

    // What is kept is a deployment, however little is left.
    private static OptimizationOutcome.NothingAffordable? Unaffordable(Candidates candidates) =>
        candidates.Kept.Count > 0
            ? null
            : candidates
                .Limits.Where(limit => limit.Name is PostingLimits.OfficerHours or PostingLimits.Usd)
                .Select(limit => new OptimizationOutcome.NothingAffordable(limit.Name, limit.AtMost, limit.Uses.Min(use => use.Amount)))
                .FirstOrDefault(tooLittle => tooLittle.Least > tooLittle.Left + Limit.Rounding);

    private static Refusal? ObjectionTo(OptimizationRequest request) =>
        request.Save is { } name && Path.GetFileName(name) != name ? new Refusal.NotBeside(name)
        : Path.GetFullPath(FileOf(request)) == Path.GetFullPath(request.Source.File) ? new Refusal.WouldReplaceScenario()
        : OutputPath.Objection(FileOf(request), ".yaml", request.MayReplace);
}
