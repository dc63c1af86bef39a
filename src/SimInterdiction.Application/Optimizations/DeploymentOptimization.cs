using System.Text;
using SimInterdiction.Application.Expectations;
using SimInterdiction.Application.Folders;
using SimInterdiction.Application.Requests;
using SimInterdiction.Experiments.Store;
using SimInterdiction.Model;
using SimInterdiction.Model.Intelligence;
using SimInterdiction.Model.Interdiction;
using SimInterdiction.Model.Previews;
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
    private const int MostRunnersUp = 2;

    // Postings in which a runner-up differs at least.
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

        DeploymentPreview today = DeploymentPreview.Of(scenario, scenario.InForce);
        OptimizationRequest asked =
            request.OfficerHours is null && request.CostUsd is null ? request with { OfficerHours = today.OfficerHours } : request;
        var postings = new PostingCandidates(scenario, asked);
        Candidates candidates = postings.Candidates;
        if (candidates.BrokenByKept.ToArray() is { Length: > 0 } broken)
        {
            return new OptimizationOutcome.Impossible(broken);
        }

        observer.Begins(postings.Count);
        bool hasSolver = HighsSolver.IsAvailable;
        Selection found = Search(postings, candidates, asked, hasSolver, observer, stop);
        (string Name, Deployment Deployment)[] proposed = Proposed(scenario, postings, found);
        (string? file, SaveFailure? notSaved) = Save(request, reading, scenario, proposed);
        return new OptimizationOutcome.Found
        {
            Deployments = [.. Expected(scenario, postings, proposed)],
            Worth = found.Worth,
            Bound = found.Bound,
            End = found.End,
            HadSolver = hasSolver,
            Limits =
            [
                .. candidates.Limits.Select(
                    (limit, i) =>
                        (limit, limit.UsedBy(each => found.Chosen![each]), found.Prices.Count > i ? found.Prices[i] : (double?)null)
                ),
            ],
            Candidates = postings.Count,
            Seconds = workspace.Clock.GetElapsedTime(began).TotalSeconds,
            File = file,
            NotSaved = notSaved,
        };
    }

    private static string FileOf(OptimizationRequest request) =>
        Path.Combine(
            Path.GetDirectoryName(request.Source.File) ?? string.Empty,
            request.Save ?? $"{Path.GetFileNameWithoutExtension(request.Source.File)}-best.yaml"
        );

    private static Refusal? ObjectionTo(OptimizationRequest request) =>
        request.Save is { } name && Path.GetFileName(name) != name ? new Refusal.NotBeside(name)
        : Path.GetFullPath(FileOf(request)) == Path.GetFullPath(request.Source.File) ? new Refusal.WouldReplaceScenario()
        : OutputPath.Objection(FileOf(request), ".yaml", request.MayReplace);

    private Selection Search(
        PostingCandidates postings,
        Candidates candidates,
        OptimizationRequest request,
        bool hasSolver,
        IObserveSelection observer,
        CancellationToken stop
    )
    {
        CoverageWorth worth = postings.Worth(request.Against);
        Selection greedy = new GreedySearch(candidates, worth).Search(stop);
        if (!hasSolver)
        {
            return greedy;
        }

        using var solver = new SolverProcess(program);
        var search = new SelectionSearch(candidates, worth, solver, workspace.Clock);
        Selection found = search.Search(new SearchTerms(Gap, request.Seconds), [greedy.Chosen!], observer, stop);
        return found with { Bound = Math.Min(found.Bound, greedy.Bound) };
    }

    private static (string, Deployment)[] Proposed(Scenario scenario, PostingCandidates postings, Selection found)
    {
        var chosen = new List<bool[]> { found.Chosen! };
        foreach ((bool[] other, _) in found.Others)
        {
            if (chosen.Count <= MostRunnersUp && chosen.TrueForAll(each => Differences(each, other) >= ClearlyDifferent))
            {
                chosen.Add(other);
            }
        }

        string name = Best;
        while (scenario.Deployments.Keys.Any(key => key.StartsWith(name, StringComparison.Ordinal)))
        {
            name += "_found";
        }

        Programmes? programmes = scenario.Deployments[scenario.InForce].Programmes;
        return
        [
            .. chosen.Select(
                (each, i) =>
                    (
                        i == 0 ? name : $"{name}_{i + 1}",
                        new Deployment
                        {
                            Label = i == 0 ? "Best found" : $"Best found, {i + 1}",
                            Post = postings.PostingsOf(each),
                            Programmes = programmes,
                        }
                    )
            ),
        ];
    }

    private static int Differences(bool[] one, bool[] other) => one.Zip(other).Count(each => each.First && !each.Second);

    private static IEnumerable<ProposedDeployment> Expected(
        Scenario scenario,
        PostingCandidates postings,
        (string Name, Deployment Deployment)[] proposed
    )
    {
        Scenario all = postings.With(proposed.Select(each => KeyValuePair.Create(each.Name, each.Deployment)));
        IEnumerable<string> names = proposed.Select(each => each.Name).Prepend(scenario.InForce);
        foreach (ExpectedDeployment expected in DeploymentExpectation.Of(all, names))
        {
            DeploymentPreview preview = DeploymentPreview.Of(all, expected.Name);
            yield return new ProposedDeployment(all.Deployments[expected.Name], preview.OfficerHours, preview.CostUsd, expected);
        }
    }

    private static (string? File, SaveFailure? NotSaved) Save(
        OptimizationRequest request,
        ScenarioReading reading,
        Scenario scenario,
        (string Name, Deployment Deployment)[] proposed
    )
    {
        string file = FileOf(request);
        string text = ProposedFile.Write(
            Path.GetFileName(request.Source.File),
            proposed,
            (scenario.InForce, scenario.Deployments[scenario.InForce].Post.Keys),
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
}
