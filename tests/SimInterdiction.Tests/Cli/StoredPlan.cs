using SimInterdiction.Application.Manifests;
using SimInterdiction.Cli;

namespace SimInterdiction.Tests.Cli;

/// <summary>A file of two deployments that runs in a moment, in a folder of its own, and its runs.</summary>
internal sealed class StoredPlan : IDisposable
{
    public const string Good = """
        places: { depot: { at: [29.42, -98.49] }, bridge: { at: [27.50, -99.51], kind: port } }
        corridors: { road: { path: [depot, bridge] } }
        flows: { guns: { rate: 10 shipments per day, routes: { road: 100% } } }
        team_types: { team: { officers: 4, stops: 30%, finds: 50% } }
        task_forces: { border: { home: bridge, teams: { team: 1 } } }
        checkpoints: { bridge: {} }
        deployments: { nobody: {}, one_team: { post: { bridge: { task_force: border, team: team } } } }
        experiment: { replications: 20, seed: 3, smallest_difference_that_matters: 2 points }
        """;

    public StoredPlan()
    {
        File = Path.Combine(Folder, "plan.yaml");
        System.IO.File.WriteAllText(File, Good);
    }

    public TemporaryFolder Folder { get; } = new();

    public string File { get; }

    /// <summary>The folders of its runs, by date.</summary>
    public string[] Runs => [.. Directory.GetDirectories(Path.Combine(Folder, "plan")).OrderBy(run => RunManifest.Read(run)!.Date)];

    /// <summary>Runs it, which must succeed.</summary>
    public SimintCall Run(params string[] more)
    {
        SimintCall run = Simint.Call(["run", File, "--out", Folder, "--no-figures", .. more]);
        Assert.That(run.Code, Is.EqualTo(ExitCode.Ok), run.Error);
        return run;
    }

    public void Dispose() => Folder.Dispose();
}
