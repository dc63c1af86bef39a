using System.Text;
using SimInterdiction.Application.Expectations;
using SimInterdiction.Application.Folders;
using SimInterdiction.Application.Manifests;
using SimInterdiction.Application.Requests;
using SimInterdiction.Experiments.Results;
using SimInterdiction.Experiments.Sensitivity;
using SimInterdiction.Experiments.Store;
using SimInterdiction.Model;
using SimInterdiction.Model.Expectations;
using SimInterdiction.Model.Interdiction;
using SimInterdiction.Model.Language;
using SimInterdiction.Model.Previews;
using SimInterdiction.Model.Study;
using SimInterdiction.Model.World;
using SimInterdiction.Optimization.Highs;
using SimInterdiction.Optimization.Processes;
using SimInterdiction.Optimization.Selections;
using SimInterdiction.Reporting.Words;
using SimInterdiction.Scenarios;
using SimInterdiction.Scenarios.Proposals;

namespace SimInterdiction.Application.Optimizations;

/// <summary>One search for the best deployment: searched, simulated and saved.</summary>
internal sealed class OptimizationWork(
    Workspace workspace,
    SolverProgram program,
    OptimizationRequest request,
    ScenarioReading reading,
    OptimizationPlan plan,
    PostingCandidates postings,
    IObserveOptimization observer,
    CancellationToken stop
)
{
    // What the search against the traffickers that are asked for may take of the time; the other has the rest.
    private const double ShareOfTime = 0.7;

    // Of the scenario's own that are better, so many are simulated too.
    private const int MostBetter = 2;

    private readonly Scenario scenario = reading.Scenario!;
    private readonly DeploymentSearch search = new(program, workspace.Clock, stop);

    public OptimizationOutcome.Found Do()
    {
        long began = workspace.Clock.GetTimestamp();
        observer.Begins(postings.Candidates.Count);
        double SecondsSoFar() => workspace.Clock.GetElapsedTime(began).TotalSeconds;
        Traffickers others = plan.Against == Traffickers.BestRoute ? Traffickers.Fixed : Traffickers.BestRoute;
        IBoundedWorth worth = postings.Worth(plan.Against);
        IBoundedWorth worthAgainstOthers = postings.Worth(others);
        double left = request.Seconds - SecondsSoFar();
        Selection found = search.Best(postings.Candidates, worth, left * ShareOfTime, [], observer);
        observer.GoesOn();
        left = request.Seconds - SecondsSoFar();
        Selection foundAgainstOthers = search.Best(postings.Candidates, worthAgainstOthers, left, []);
        double seconds = SecondsSoFar();
        Proposal[] proposed = [.. Proposals.Of(scenario, postings, found, foundAgainstOthers, others, worthAgainstOthers)];
        RandomResult? random =
            plan.Random && HighsSolver.IsAvailable
                ? Random(plan.Against == Traffickers.BestRoute ? found : foundAgainstOthers, ref proposed)
                : null;
        Scenario all = With(proposed);
        string[] names = [scenario.InForce, .. proposed.Select(each => each.Name)];
        DeploymentShare[] better = [.. Proposals.Better(all, names, plan)];
        names = [.. names, .. better.Select(each => each.Name).Except(names).Take(MostBetter)];
        RobustResult? robust = plan.Robust ? Robust(found, ref proposed, ref names) : null;
        all = With(proposed);
        StudyResult? simulated = Simulated(all, names);
        if (random is { Name: { } drawn })
        {
            random = random with { Against = [.. RandomConfirmation.Of(all, names[1], drawn, request.Replications, stop)] };
        }

        var leftOut = new List<ExpectedSeizures>();
        var result = new OptimizationResult
        {
            Against = plan.Against,
            Budget = plan.Budget!,
            Candidates = postings.Candidates.Count,
            ShareOfBest = found.Worth,
            Bound = Proven(found.Bound),
            ShareOfBestAgainstOthers = foundAgainstOthers.Worth,
            BoundAgainstOthers = Proven(foundAgainstOthers.Bound),
            Ended = SearchEnds.Of(found.End),
            HadSolver = HighsSolver.IsAvailable,
            Seconds = seconds,
            Deployments = [.. Expected(all, names, simulated, leftOut)],
            Better = better,
            Replications = simulated?.Replications ?? 0,
            IsAdaptive = simulated?.IsAdaptive ?? scenario.Adapts,
            SimulatedFinding = simulated is null ? null : ContestWords.Finding(simulated),
            Limits =
            [
                .. postings.Candidates.Limits.Select(
                    (limit, i) =>
                        new PricedLimit(
                            limit.Name,
                            limit.AtMost,
                            limit.UsedBy(each => found.Chosen![each]),
                            found.Prices.Count > i ? found.Prices[i] : null
                        )
                ),
            ],
            More = new MoreOfEach(scenario, plan, postings, worth, found, stop).All(),
            Prices = postings.PricesOf(found.Chosen!, worth),
            Frontier = request.HasFrontier ? [.. Frontier(worth)] : [],
            Random = random,
            Robust = robust,
            LeftOut = [.. SimplificationWords.Of(leftOut)],
        };
        return Save(result, proposed, SecondsSoFar());
    }

    private Scenario With(IEnumerable<Proposal> proposed) =>
        postings.With(proposed.Select(each => KeyValuePair.Create(each.Name, each.Deployment)));

    private RandomResult Random(Selection onBestRoutes, ref Proposal[] proposed)
    {
        var drawing = new RandomSearch(scenario, postings, search, program, workspace.Clock, stop);
        (Deployment? rotating, RandomResult random) = drawing.Best(onBestRoutes, request.Seconds, observer);
        if (rotating is null)
        {
            return random;
        }

        random = random with { Name = $"{proposed[0].Name}_random" };
        proposed = [.. proposed, new Proposal(random.Name, rotating)];
        return random;
    }

    private RobustResult Robust(Selection found, ref Proposal[] proposed, ref string[] names)
    {
        Scenario all = With(proposed);
        string[] compared = [.. names.Union(Proposals.Within(all, plan))];
        (RobustResult result, Proposal? another) = new RobustSearch(reading, plan, postings, workspace.Clock, stop).Of(
            all,
            compared,
            ($"{proposed[0].Name}_robust", "Safest found"),
            found,
            request.Seconds
        );
        proposed = another is null ? proposed : [.. proposed, another];

        // It is simulated too, whosever it is.
        names = [.. names.Union([result.Name])];
        return result;
    }

    private static double? Proven(double bound) => double.IsFinite(bound) ? bound : null;

    private StudyResult? Simulated(Scenario all, IReadOnlyList<string> names) =>
        request.Replications > 0 ? Confirmation.Of(all, names, request.Replications, isMainOnly: false, stop) : null;

    private static IEnumerable<ProposedDeployment> Expected(
        Scenario all,
        IReadOnlyList<string> names,
        StudyResult? simulated,
        List<ExpectedSeizures> leftOut
    )
    {
        CompiledScenario world = CompiledScenario.Compile(all);
        foreach (ExpectedDeployment expected in DeploymentExpectation.Of(all, names))
        {
            leftOut.Add(expected.Frozen);
            Deployment deployment = all.Deployments[expected.Name];
            DeploymentPreview preview = DeploymentPreview.Of(all, expected.Name);
            yield return new ProposedDeployment
            {
                Name = expected.Name,
                Label = Labels.Of(expected.Name, deployment.Label),
                OfficerHours = preview.OfficerHours,
                CostUsd = preview.CostUsd,
                SeizureRate = expected.Frozen.SeizureRate,
                FirearmsSeized = expected.Frozen.Seized,
                IfTheyKnewAllRisks = expected.Known?.SeizureRate,
                OnBestRoutes = TrafficWorth.OnBestRoutes(world, expected.Name),
                Simulated = Share(simulated, expected.Name, expected.Frozen.SeizureRate ?? 0),
                Post = PostingRows.Of(deployment.Post),
            };
        }
    }

    private IEnumerable<FrontierPoint> Frontier(IBoundedWorth worth)
    {
        (string Name, BudgetedChoice Choice)[] found =
        [
            .. BudgetFrontier.Of(postings, worth, search, request.Seconds, stop).Select((choice, i) => ($"for_budget_{i + 1}", choice)),
        ];
        Scenario all = postings.With(
            found.Select(each => KeyValuePair.Create(each.Name, Proposals.Deployment(scenario, postings, each.Name, each.Choice.Chosen)))
        );
        StudyResult? simulated = Simulated(all, [scenario.InForce, .. found.Select(each => each.Name)]);
        IReadOnlyList<ExpectedDeployment> expected = DeploymentExpectation.Of(all, found.Select(each => each.Name));
        foreach ((ExpectedDeployment its, (string name, BudgetedChoice choice)) in expected.Zip(found))
        {
            DeploymentPreview preview = DeploymentPreview.Of(all, name);
            yield return new FrontierPoint
            {
                Budget = new PostingBudget
                {
                    OfficerHours = choice.Share * plan.Budget!.OfficerHours,
                    CostUsd = choice.Share * plan.Budget.CostUsd,
                },
                OfficerHours = preview.OfficerHours,
                CostUsd = preview.CostUsd,
                Share = choice.Worth,
                Bound = Proven(choice.Bound),
                Simulated = Share(simulated, name, its.Frozen.SeizureRate ?? 0),
                Post = PostingRows.Of(all.Deployments[name].Post),
            };
        }
    }

    private static SimulatedShare? Share(StudyResult? simulated, string name, double expected) =>
        simulated?.Deployments.FirstOrDefault(each => each.Name == name) is { } its
            ? new SimulatedShare(
                Confirmation.ValueOf(its.Measures[Confirmation.Measure]),
                Confirmation.ValueOf(its.Frozen[Confirmation.Measure]),
                its.Contradicts(expected)
            )
            : null;

    private OptimizationOutcome.Found Save(OptimizationResult result, IReadOnlyList<Proposal> proposed, double elapsedSeconds)
    {
        UncertainValue[] uncertain = [.. reading.UncertainInputs.Select(u => new UncertainValue(u.Path, u.Written, u.Places))];
        string scenarioKey = ScenarioKey.Of(scenario, uncertain);
        string key = CanonicalText.Hash(new object?[] { scenarioKey, plan, request.HasFrontier, request.Replications });
        var stored = new StoredOptimization
        {
            Optimization = $"{OutputFolder.OptimizationBeginning}{key[..8]}",
            ScenarioKey = scenarioKey,
            Scenario = ManifestScenario.Of(reading),
            Request = request,
            Command = workspace.Wording.Of(request),
            Date = workspace.Now,
            Version = ProgramVersion.Number,
            ElapsedS = Math.Round(elapsedSeconds, 2),
            Uncertain = uncertain,
            Result = result,
        };
        (string? file, SaveFailure? notWritten) = WriteScenario(proposed);
        string path = Path.Combine(OutputFolder.Of(workspace.Results, request.Source.File), stored.Optimization);
        if (!OutputFolder.TryMake(path, out SaveFailure? noFolder))
        {
            return new OptimizationOutcome.Found(stored, file, null, notWritten ?? noFolder);
        }

        try
        {
            using ResultFolder? folder = ResultFolder.Open(path, _ => { }, stop);
            if (folder is null)
            {
                return new OptimizationOutcome.Found(stored, file, null, notWritten);
            }

            stored.Write(folder, scenario, file, workspace.Wording);
            return new OptimizationOutcome.Found(stored, file, path, notWritten);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            return new OptimizationOutcome.Found(stored, file, null, notWritten ?? SaveFailure.Of(problem, path));
        }
    }

    private (string? File, SaveFailure? NotSaved) WriteScenario(IReadOnlyList<Proposal> proposed)
    {
        string file = DeploymentOptimization.FileOf(request);
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
}
