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
    ICluster? cluster,
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
    private readonly UncertainValue[] uncertain = [.. reading.UncertainInputs.Select(u => new UncertainValue(u.Path, u.Written, u.Places))];
    private ServedConfirmation? served;

    private string ScenarioKeyed => ScenarioKey.Of(scenario, uncertain);

    // What is found is kept under what was asked.
    private string Name =>
        $"{OutputFolder.OptimizationBeginning}"
        + CanonicalText.Hash(new object?[] { ScenarioKeyed, plan, request.HasFrontier, request.Replications })[..8];

    private string FolderPath => Path.Combine(OutputFolder.Of(workspace.Results, request.Source.File), Name);

    public OptimizationOutcome.Found Do()
    {
        (OptimizationResult result, IReadOnlyList<Proposal> proposed, double seconds) found;
        using (served = ServedConfirmation.Open(request.Replications > 0 ? cluster : null, FolderPath, Reading, stop))
        {
            found = Find();
        }

        return Save(found.result, found.proposed, found.seconds);
    }

    private (OptimizationResult Result, IReadOnlyList<Proposal> Proposed, double Seconds) Find()
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
        IReadOnlyList<bool[]> ranked = ChoiceRanking.Of(scenario, plan.Against, postings, found);
        Selection best = found with { Chosen = ranked[0], Worth = worth.Of(ranked[0]) };
        Proposal[] proposed = [.. Proposals.Of(scenario, postings, ranked, foundAgainstOthers, others, worthAgainstOthers)];
        string nameOfFound = proposed[0].Name;
        RandomResult? random =
            plan.Random && HighsSolver.IsAvailable
                ? Random(plan.Against == Traffickers.BestRoute ? found : foundAgainstOthers, ref proposed)
                : null;
        Scenario all = With(proposed);
        (string nameOfBest, IReadOnlyList<DeploymentShare> better) = Proposals.BestOf(all, nameOfFound, plan);
        string[] names =
        [
            .. new[] { scenario.InForce, nameOfBest }
                .Concat(proposed.Select(each => each.Name))
                .Concat(better.Select(each => each.Name).Take(MostBetter))
                .Distinct(),
        ];
        RobustResult? robust = plan.Robust ? Robust(best, ref proposed, ref names) : null;
        all = With(proposed);
        StudyResult? simulated = Simulated(all, names);
        if (random is { Name: { } drawn })
        {
            random = random with { Against = [.. RandomConfirmation.Of(all, nameOfBest, drawn, request.Replications, stop)] };
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
            BestName = nameOfBest,
            FoundName = nameOfFound,
            Better = better,
            Replications = simulated?.Replications ?? 0,
            IsAdaptive = simulated?.IsAdaptive ?? scenario.Adapts,
            SimulatedFinding = simulated is null ? null : Answer.Of(simulated).Finding,
            Limits =
            [
                .. postings.Candidates.Limits.Select(
                    (limit, i) =>
                        new PricedLimit(
                            limit.Name,
                            limit.AtMost,
                            limit.UsedBy(each => best.Chosen![each]),
                            found.Prices.Count > i ? found.Prices[i] : null
                        )
                ),
            ],
            More = new MoreOfEach(scenario, plan, postings, worth, best, stop).All(),
            Prices = postings.PricesOf(best.Chosen!, worth),
            Frontier = request.HasFrontier ? [.. Frontier(worth)] : [],
            Random = random,
            Robust = robust,
            LeftOut = [.. SimplificationWords.Of(leftOut), .. OtherProgrammes()],
            Labels = new PostingLabels(
                scenario.Checkpoints.Keys.ToDictionary(key => key, scenario.LabelOfCheckpoint),
                scenario.TaskForces.ToDictionary(each => each.Key, each => Labels.Of(each.Key, each.Value.Label)),
                scenario.TeamTypes.ToDictionary(each => each.Key, each => Labels.Of(each.Key, each.Value.Label)),
                scenario.Deployments.ToDictionary(each => each.Key, each => Labels.Of(each.Key, each.Value.Label))
            ),
        };
        return (result, proposed, SecondsSoFar());
    }

    // Only postings are chosen.
    private IEnumerable<string> OtherProgrammes()
    {
        Deployment inForce = scenario.Deployments[scenario.InForce];
        string its = CanonicalText.Of(inForce.Programmes);
        return scenario.Deployments.Values.Any(each => CanonicalText.Of(each.Programmes) != its)
            ?
            [
                $"Programmes stay as under {Labels.Of(scenario.InForce, inForce.Label)}: what those of other deployments add, such as "
                    + "leads, is left out.",
            ]
            : [];
    }

    private Scenario With(IEnumerable<Proposal> proposed) =>
        postings.With(proposed.Where(each => each.IsNew).Select(each => KeyValuePair.Create(each.Name, each.Deployment)));

    private RandomResult Random(Selection onBestRoutes, ref Proposal[] proposed)
    {
        var drawing = new RandomSearch(scenario, postings, search, program, workspace.Clock, stop);
        (Deployment? rotating, RandomResult random) = drawing.Best(onBestRoutes, request.Seconds, observer);
        if (rotating is null)
        {
            return random;
        }

        random = random with { Name = $"{Proposals.FreeName(scenario)}_random" };
        proposed = [.. proposed, new Proposal(random.Name, rotating, IsNew: true)];
        return random;
    }

    private RobustResult Robust(Selection found, ref Proposal[] proposed, ref string[] names)
    {
        Scenario all = With(proposed);
        string[] compared = [.. names.Union(new OwnDeployments(all, plan).WithinBudget())];
        (RobustResult result, Proposal? another) = new RobustSearch(reading, plan, postings, workspace.Clock, stop).Of(
            all,
            compared,
            ($"{Proposals.FreeName(scenario)}_robust", "Safest found"),
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
        request.Replications > 0
            ? Confirmation.Of(
                all,
                names,
                request.Replications,
                isMainOnly: false,
                served is null ? null : (alone, options) => served.With(alone, scenario.Deployments, options),
                stop
            )
            : null;

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
        var stored = new StoredOptimization
        {
            Optimization = Name,
            ScenarioKey = ScenarioKeyed,
            Scenario = ManifestScenario.Of(reading),
            Request = request,
            Command = workspace.Wording.Of(request),
            Date = workspace.Now,
            Version = ProgramVersion.Number,
            ElapsedS = Math.Round(elapsedSeconds, 2),
            Uncertain = uncertain,
            Result = result,
        };
        (string? file, SaveFailure? notWritten) = WriteScenario(proposed, isRandom: result.Random?.Name is not null);
        string path = FolderPath;
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

    private string Text(IReadOnlyList<Proposal> proposed, bool isRandom) =>
        ProposedFile.Write(
            Path.GetFileName(request.Source.File),
            [.. proposed.Where(each => each.IsNew).Select(each => (each.Name, each.Deployment))],
            scenario.InForce,
            [.. scenario.Deployments[scenario.InForce].Post.Keys.Except(plan.Keep)],
            plan.Keep,
            isRandom ? RandomConfirmation.Adversaries(scenario) : null,
            [
                proposed.Any(each => each.IsNew)
                    ? $"{reading.FileName} with the best deployments that were found for it."
                    : $"{reading.FileName}: of what was found for it, it has all.",
                "Synthetic shipments: they are the best as far as theory goes, which is as far as the scenario's assumptions go.",
            ]
        );

    // The scenario with what is proposed, as others would read it.
    private ScenarioReading Reading(IReadOnlyList<Proposal> proposed) =>
        ScenarioReader.ReadText(
            Text(proposed, isRandom: false),
            "proposed.yaml",
            Path.GetDirectoryName(Path.GetFullPath(request.Source.File)),
            new ReadingOptions
            {
                Overrides = request.Source.Overrides,
                AsksWhatIfs = false,
                Files = request.Source.Files,
            }
        );

    private (string? File, SaveFailure? NotSaved) WriteScenario(IReadOnlyList<Proposal> proposed, bool isRandom)
    {
        string file = DeploymentOptimization.FileOf(request);
        string text = Text(proposed, isRandom);
        try
        {
            return (FreeFile.Write(file, Encoding.UTF8.GetBytes(text), request.MayReplace), null);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            return (null, SaveFailure.Of(problem, Path.GetDirectoryName(Path.GetFullPath(file))!));
        }
    }
}
