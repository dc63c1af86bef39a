using System.Text.Json.Nodes;
using SimInterdiction.Application.Designs;
using SimInterdiction.Application.Documents;
using SimInterdiction.Application.Replays;
using SimInterdiction.Application.Requests;
using SimInterdiction.Application.Runs;
using SimInterdiction.Application.Templates;
using SimInterdiction.Application.Validations;
using SimInterdiction.Application.Verifications;
using SimInterdiction.Experiments.Batches;
using SimInterdiction.Experiments.Store;
using SimInterdiction.Model.Study;
using SimInterdiction.Scenarios;

namespace SimInterdiction.Tests.Application;

/// <summary>A folder with a small scenario and its results: what a front end without a console has.</summary>
internal sealed class Desk : IDisposable
{
    private const string Plan = """
        places: { depot: { at: [29.42, -98.49] }, bridge: { at: [27.50, -99.51], kind: port } }
        corridors: { road: { path: [depot, bridge] } }
        flows: { guns: { rate: { uncertain: [8 shipments per day, 10 shipments per day, 12 shipments per day] }, routes: { road: 100% } } }
        team_types: { team: { officers: 4, stops: { uncertain: [20%, 30%, 40%] }, finds: 50% } }
        task_forces: { border: { home: bridge, teams: { team: 2 } } }
        checkpoints: { bridge: {} }
        deployments:
          nobody: {}
          one_team: { post: { bridge: { task_force: border, team: team } } }
          two_teams: { post: { bridge: { task_force: border, team: team, count: 2 } } }
        length: 30 days
        experiment: { replications: 40, seed: 3, smallest_difference_that_matters: 2 points }
        """;

    public Desk() => System.IO.File.WriteAllText(File, Plan);

    public TemporaryFolder Folder { get; } = new();

    public string File => Path.Combine(Folder, "plan.yaml");

    public ScenarioSource Source => new() { File = File };

    /// <summary>Eleven in the evening in Texas is the next day in universal time.</summary>
    public static DateTimeOffset Evening { get; } = new(2026, 11, 28, 23, 15, 0, TimeSpan.FromHours(-6));

    public Workspace Workspace => WorkspaceAt(Evening);

    public Effort Effort { get; } = new() { Jobs = 2, WithFigures = false };

    public RunRequest Run => new() { Source = Source };

    /// <summary>Adds a line to the scenario.</summary>
    public void Append(string line) => System.IO.File.AppendAllText(File, $"\n{line}\n");

    /// <summary>Changes a part of the scenario.</summary>
    public void Replace(string part, string by) =>
        System.IO.File.WriteAllText(File, System.IO.File.ReadAllText(File).Replace(part, by, StringComparison.Ordinal));

    /// <summary>Makes the scenario one that takes seconds.</summary>
    public void MakeBusy(int replications = 200) =>
        System.IO.File.WriteAllText(
            File,
            Plan.Replace("{ uncertain: [8 shipments per day, 10 shipments per day, 12 shipments per day] }", "300 shipments per day")
                .Replace("replications: 40", $"replications: {replications}")
        );

    /// <summary>Runs the scenario to its end.</summary>
    public FinishedRun Completed(RunRequest? request = null, Effort? effort = null) => Completed(Workspace, request, effort);

    /// <summary>The same at another time.</summary>
    public FinishedRun CompletedAt(DateTimeOffset now, Effort effort) => Completed(WorkspaceAt(now), null, effort);

    /// <summary>Every number of a run, as scripts get them, without its name, which holds the day, and how long it
    /// took.</summary>
    public static string Numbers(FinishedRun run) => NumbersIn(run.Folder);

    /// <summary>The same of a run's folder.</summary>
    public static string NumbersIn(string run)
    {
        JsonObject result = JsonNode.Parse(System.IO.File.ReadAllText(Path.Combine(run, "result.json")))!.AsObject();
        Assert.That(result.Remove("run") && result.Remove("elapsed_s"), "The result names its run and how long it took.");
        return System.IO.File.ReadAllText(Path.Combine(run, "summary.csv")) + result;
    }

    public void Dispose() => Folder.Dispose();

    private Workspace WorkspaceAt(DateTimeOffset now) =>
        new(Path.Combine(Folder, "results"), new PlainWording()) { Clock = new StandingClock(now) };

    private FinishedRun Completed(Workspace workspace, RunRequest? request, Effort? effort)
    {
        RunOutcome outcome = new Run(workspace).Execute(request ?? Run, effort ?? Effort, new Ear(), CancellationToken.None);
        Assert.That(outcome, Is.InstanceOf<RunOutcome.Completed>());
        return ((RunOutcome.Completed)outcome).Run;
    }

    private sealed class StandingClock(DateTimeOffset now) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => now.ToUniversalTime();
    }
}

/// <summary>A front end that has no commands.</summary>
internal sealed class PlainWording : IRequestWording
{
    public string Of(RunRequest request) => $"[Run] of {Path.GetFileName(request.Source.File)}";

    public string Of(SensitivityRequest request) => $"[Sensitivity: {request.Method}] of {Path.GetFileName(request.Source.File)}";

    public string Of(CalibrationRequest request) => $"[Calibrate] {Path.GetFileName(request.Source.File)}";

    public string Of(ValidationRequest request) => $"[Validate] {string.Join(' ', request.Only)}";

    public string Of(OptimizationRequest request) => $"[Optimize] {Path.GetFileName(request.Source.File)}";
}

/// <summary>Takes down what it hears, in order; may act on it.</summary>
internal sealed class Ear
    : IObserveDemonstration,
        IObserveDesign,
        IObserveDocuments,
        IObserveReplay,
        IObserveVerification,
        IObserveValidation
{
    private int progressed;

    public List<string> Heard { get; } = [];

    public RunPlan? Plan { get; private set; }

    public StoreContent? Content { get; private set; }

    /// <summary>Called after each replication, with how many there were.</summary>
    public Action<int>? AtReplication { get; init; }

    public Action<FinishedRun>? AtResult { get; init; }

    public Action? AtWaiting { get; init; }

    /// <summary>Called before each file of a document is made.</summary>
    public Action<string>? AtFile { get; init; }

    public void Read(ScenarioReading reading) => Heard.Add("read");

    public void Waiting(string folder)
    {
        Heard.Add("waiting");
        AtWaiting?.Invoke();
    }

    public void Planned(RunPlan plan)
    {
        Heard.Add("planned");
        Plan = plan;
    }

    public void Chose(ChosenDeployment chosen) => Heard.Add($"chose {chosen.Name} of {chosen.Of}");

    public void Planned(DesignPlan plan) => Heard.Add("planned");

    public void Opened(StoreContent content, string run) => Opened(content);

    public void Opened(StoreContent content)
    {
        Content = content;
        Hear("opened");
    }

    public void Kept(string file) => Heard.Add($"kept {Path.GetFileName(file)}");

    public void ReadingBegins(string run) => Heard.Add("reading");

    public void Read(StudyProgress progress)
    {
        Hear("read one");
        AtReplication?.Invoke(Interlocked.Increment(ref progressed));
    }

    public void ReadingEnds() => Heard.Add("was read");

    public void Making(string file, int done, int all)
    {
        Heard.Add($"{done} of {all}: {file}");
        AtFile?.Invoke(file);
    }

    public void Simulating(Arm arm, int replication) => Heard.Add($"simulating {replication} of {arm}");

    public void FilesChecked(FileCheck files) => Heard.Add($"{files.Changed.Count} changed");

    public void Begins() => Heard.Add("begins");

    public void Checking(string law, int done, int all) => Heard.Add($"{done} of {all}: {law}");

    public void Ends() => Heard.Add("ends");

    public void SimulationBegins() => Heard.Add("begins");

    // Each replication counts, not the deployments of the first.
    public void Progressed(StudyProgress progress)
    {
        if (progress.Done > 0)
        {
            Progressed();
        }
    }

    public void Progressed(WorkProgress progress, int simulated) => Progressed();

    public void SimulationEnds() => Heard.Add("ends");

    public void SimulationEnds(SimInterdiction.Application.Folders.StoreUse use) => Heard.Add("ends");

    public void Analysed(FinishedRun run)
    {
        Heard.Add("analysed");
        AtResult?.Invoke(run);
    }

    private void Progressed()
    {
        Hear("progressed");
        AtReplication?.Invoke(Interlocked.Increment(ref progressed));
    }

    // Once each.
    private void Hear(string what)
    {
        if (Heard.Count == 0 || Heard[^1] != what)
        {
            Heard.Add(what);
        }
    }
}
