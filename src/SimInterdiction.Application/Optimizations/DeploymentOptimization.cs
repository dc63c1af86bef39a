using System.Text;
using SimInterdiction.Application.Expectations;
using SimInterdiction.Application.Folders;
using SimInterdiction.Application.Requests;
using SimInterdiction.Engine.Numerics;
using SimInterdiction.Experiments.Results;
using SimInterdiction.Experiments.Store;
using SimInterdiction.Model;
using SimInterdiction.Model.Expectations;
using SimInterdiction.Model.Interdiction;
using SimInterdiction.Model.Previews;
using SimInterdiction.Model.Study;
using SimInterdiction.Model.World;
using SimInterdiction.Optimization.Coverage;
using SimInterdiction.Optimization.Highs;
using SimInterdiction.Optimization.Processes;
using SimInterdiction.Optimization.Selections;
using SimInterdiction.Scenarios;
using SimInterdiction.Scenarios.Proposals;

namespace SimInterdiction.Application.Optimizations;

/// <summary>Searches the deployment that theory expects to seize most within limits, and proves how much better any
/// other could be.</summary>
/// <param name="workspace">For whom.</param>
/// <param name="program">What solves, in a process of its own.</param>
public sealed class DeploymentOptimization(Workspace workspace, SolverProgram program)
{
    private const string Best = "best";
    private const double Gap = 1e-7;
    private static readonly IObserveSelection Unobserved = new NoObserver();
    private const int MostRunnersUp = 2;

    // What the search against the traffickers that are asked for may take of it; the other has the rest.
    private const double ShareOfTime = 0.7;

    // Of the scenario's own that are better, so many are simulated too.
    private const int MostBetter = 2;

    // Places and hours in which a runner-up differs at least.
    private const int ClearlyDifferent = 3;

    /// <param name="request">Which limits.</param>
    /// <param name="observer">Hears how it progresses.</param>
    /// <param name="stop">Ends it; the best so far and its bound are the outcome.</param>
    public OptimizationOutcome Execute(OptimizationRequest request, IObserveOptimization observer, CancellationToken stop)
    {
        long began = workspace.Clock.GetTimestamp();
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
        var postings = new PostingCandidates(scenario, plan);
        if (postings.Candidates.BrokenByKept.ToArray() is { Length: > 0 } broken)
        {
            return new OptimizationOutcome.Impossible(broken, plan.Keep);
        }

        if (postings.Candidates.Count == 0)
        {
            return new OptimizationOutcome.NothingToPost();
        }

        observer.Begins(postings.Candidates.Count);
        double SecondsLeft() => request.Seconds - workspace.Clock.GetElapsedTime(began).TotalSeconds;
        Traffickers others = plan.Against == Traffickers.Fixed ? Traffickers.BestRoute : Traffickers.Fixed;
        Selection found = Search(postings, plan.Against, SecondsLeft() * ShareOfTime, observer, stop);
        Selection foundAgainstOthers = Search(postings, others, SecondsLeft(), Unobserved, stop);
        double seconds = workspace.Clock.GetElapsedTime(began).TotalSeconds;
        Proposal[] proposed = [.. Proposed(scenario, postings, found, foundAgainstOthers, others)];
        (string? file, SaveFailure? notSaved) = Save(request, plan, reading, scenario, proposed);
        Scenario all = postings.With(proposed.Select(each => KeyValuePair.Create(each.Name, each.Deployment)));
        string[] names = [scenario.InForce, .. proposed.Select(each => each.Name)];
        (string Name, double Share)[] better = [.. Better(all, names, plan)];
        names = [.. names, .. better.Select(each => each.Name).Except(names).Take(MostBetter)];
        StudyResult? simulated = request.Replications > 0 ? Confirmation.Of(all, names, request.Replications, stop) : null;
        return new OptimizationOutcome.Found
        {
            Deployments = [.. Expected(all, names, simulated)],
            Better = better,
            Simulated = simulated,
            Prices = postings.PricesOf(found.Chosen!, plan.Against),
            Against = plan.Against,
            Worth = found.Worth,
            Bound = found.Bound,
            WorthAgainstOthers = foundAgainstOthers.Worth,
            BoundAgainstOthers = foundAgainstOthers.Bound,
            End = found.End,
            HadSolver = HighsSolver.IsAvailable,
            Limits =
            [
                .. postings.Candidates.Limits.Select(
                    (limit, i) =>
                        (limit, limit.UsedBy(each => found.Chosen![each]), found.Prices.Count > i ? found.Prices[i] : (double?)null)
                ),
            ],
            Candidates = postings.Candidates.Count,
            Seconds = seconds,
            File = file,
            NotSaved = notSaved,
        };
    }

    private static string FileOf(OptimizationRequest request) =>
        Path.Combine(
            Path.GetDirectoryName(request.Source.File) ?? string.Empty,
            request.Save is null ? $"{Path.GetFileNameWithoutExtension(request.Source.File)}-best.yaml"
                : Path.HasExtension(request.Save) ? request.Save
                : $"{request.Save}.yaml"
        );

    private static Refusal? ObjectionTo(OptimizationRequest request) =>
        request.Save is { } name && Path.GetFileName(name) != name ? new Refusal.NotBeside(name)
        : Path.GetFullPath(FileOf(request)) == Path.GetFullPath(request.Source.File) ? new Refusal.WouldReplaceScenario()
        : OutputPath.Objection(FileOf(request), ".yaml", request.MayReplace);

    private Selection Search(
        PostingCandidates postings,
        Traffickers against,
        double seconds,
        IObserveSelection observer,
        CancellationToken stop
    )
    {
        CoverageWorth worth = postings.Worth(against);
        Selection greedy = new GreedySearch(postings.Candidates, worth).Search(stop);
        if (!HighsSolver.IsAvailable)
        {
            return greedy;
        }

        using var solver = new SolverProcess(program);
        var search = new SelectionSearch(postings.Candidates, worth, solver, workspace.Clock);
        Selection found = search.Search(new SearchTerms(Gap, seconds), [greedy.Chosen!], observer, stop);
        return found with { Bound = Math.Min(found.Bound, greedy.Bound) };
    }

    private static IEnumerable<Proposal> Proposed(
        Scenario scenario,
        PostingCandidates postings,
        Selection found,
        Selection foundAgainstOthers,
        Traffickers others
    )
    {
        var chosen = new List<bool[]> { found.Chosen! };
        foreach ((bool[] other, _) in found.Others)
        {
            if (chosen.Count <= MostRunnersUp && chosen.TrueForAll(each => postings.Differences(each, other) >= ClearlyDifferent))
            {
                chosen.Add(other);
            }
        }

        string name = Best;
        while (scenario.Deployments.Keys.Any(key => key.StartsWith(name, StringComparison.Ordinal)))
        {
            name += "_found";
        }

        foreach ((int i, bool[] each) in chosen.Index())
        {
            yield return Of(i == 0 ? name : $"{name}_{i + 1}", i == 0 ? "Best found" : $"Best found, {i + 1}", each);
        }

        CoverageWorth worth = postings.Worth(others);
        if (chosen.TrueForAll(each => worth.Of(foundAgainstOthers.Chosen!) > worth.Of(each) + Gap))
        {
            (string suffix, string whom) =
                others == Traffickers.BestRoute
                    ? ("best_route", "those who take the best route")
                    : ("fixed", "those who keep their shares");
            yield return Of($"{name}_against_{suffix}", $"Best found against {whom}", foundAgainstOthers.Chosen!);
        }

        Proposal Of(string key, string label, bool[] choice) =>
            new(
                key,
                new Deployment
                {
                    Label = label,
                    Post = postings.PostingsOf(choice),
                    Programmes = scenario.Deployments[scenario.InForce].Programmes,
                }
            );
    }

    private static IEnumerable<(string Name, double Share)> Better(Scenario all, string[] names, OptimizationPlan plan)
    {
        string[] own =
        [
            .. all
                .Deployments.Keys.Except(names[1..])
                .Except(all.Experiment.Hypothetical)
                .Where(name => IsWithin(DeploymentPreview.Of(all, name))),
        ];
        ExpectedDeployment[] expected = [.. DeploymentExpectation.Of(all, [names[1], .. own])];
        return expected[1..]
            .Select(each => (each.Name, Share: each.Frozen.SeizureRate ?? 0))
            .Where(each => each.Share > expected[0].Frozen.SeizureRate + Gap)
            .OrderByDescending(each => each.Share);

        bool IsWithin(DeploymentPreview preview) =>
            Tolerance.IsAtMost(preview.OfficerHours, plan.Budget?.OfficerHours ?? double.PositiveInfinity)
            && Tolerance.IsAtMost(preview.CostUsd, plan.Budget?.CostUsd ?? double.PositiveInfinity);
    }

    private static IEnumerable<ProposedDeployment> Expected(Scenario all, IReadOnlyList<string> names, StudyResult? simulated)
    {
        CompiledScenario world = CompiledScenario.Compile(all);
        foreach (ExpectedDeployment expected in DeploymentExpectation.Of(all, names))
        {
            DeploymentPreview preview = DeploymentPreview.Of(all, expected.Name);
            DeploymentResult? result = simulated?.Deployments.First(each => each.Name == expected.Name);
            yield return new ProposedDeployment(
                all.Deployments[expected.Name],
                preview.OfficerHours,
                preview.CostUsd,
                expected,
                PostingChances.Of(world, expected.Name).ShareSeizedOnBestRoutes,
                result,
                result?.Contradicts(expected.Frozen.SeizureRate ?? 0) == true
            );
        }
    }

    private static (string? File, SaveFailure? NotSaved) Save(
        OptimizationRequest request,
        OptimizationPlan plan,
        ScenarioReading reading,
        Scenario scenario,
        Proposal[] proposed
    )
    {
        string file = FileOf(request);
        string text = ProposedFile.Write(
            Path.GetFileName(request.Source.File),
            [.. proposed.Select(each => (each.Name, each.Deployment))],
            scenario.InForce,
            [.. scenario.Deployments[scenario.InForce].Post.Keys.Except(plan.Keep)],
            plan.Keep,
            [
                $"{reading.FileName} with the best deployments that were found for it.",
                "Synthetic shipments: they are the best as far as theory goes, which is as far as the scenario's assumptions go.",
            ]
        );
        try
        {
            WholeFile.Write(file, Encoding.UTF8.GetBytes(text));
            return (file, null);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            return (null, SaveFailure.Of(problem, Path.GetDirectoryName(Path.GetFullPath(file))!));
        }
    }

    private sealed record Proposal(string Name, Deployment Deployment);

    private sealed class NoObserver : IObserveSelection;
}
