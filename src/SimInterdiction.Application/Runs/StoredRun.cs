using System.Diagnostics.CodeAnalysis;
using SimInterdiction.Cli.Doubt;
using SimInterdiction.Experiments;
using SimInterdiction.Experiments.Results;
using SimInterdiction.Experiments.Store;
using SimInterdiction.Model;
using SimInterdiction.Reporting.Figures;
using SimInterdiction.Scenarios;
using SimInterdiction.Scenarios.Describing;

namespace SimInterdiction.Cli.Running;

/// <summary>A run on disk, finished or not: what it was asked, and what it came to, without simulating
/// anything.</summary>
internal sealed class StoredRun
{
    private readonly ScenarioReading reading;
    private readonly TextWriter? error;
    private readonly HashSet<string> told = [];

    private StoredRun(string folder, RunManifest manifest, ScenarioReading reading, TextWriter? error)
    {
        this.error = error;
        Folder = folder;
        Manifest = manifest;
        this.reading = reading;
    }

    public string Folder { get; }

    public RunManifest Manifest { get; }

    /// <summary>The folder of results that holds it: it lies in its scenario's folder there.</summary>
    public string Results => Path.GetDirectoryName(Path.GetDirectoryName(Path.GetFullPath(Folder))) ?? Folder;

    public Scenario Scenario => reading.Scenario!;

    public ResolvedScenario Resolved => reading.Resolved;

    /// <summary>The study as it was asked for, with its store.</summary>
    private StudyOptions Options =>
        new()
        {
            Replications = Manifest.ReplicationsAsked,
            Seed = Manifest.Seed,
            Only = Manifest.Only,
            Adaptive = Manifest.IsAdaptive,
            Drawn = Manifest.UncertainAt is { } paths ? UncertainFile.OfResolved(reading, paths) : null,
            Store = new RunStore { Folder = RunFolder.ChunksOf(Folder), Opened = TellDamage },
        };

    /// <summary>Where its numbers come from, as it is burned into figures.</summary>
    public Provenance Provenance =>
        new()
        {
            ScenarioFile = Manifest.Scenario.File,
            Sha256 = Manifest.Scenario.Sha256,
            Run = Manifest.Run,
            Version = Manifest.Version,
            Date = Manifest.Date,
            Command = Manifest.Command,
            ElapsedSeconds = Manifest.Sessions.Sum(s => s.ElapsedS),
            Uncertain = Manifest.Uncertain,
            Differences = KeyDifferences.Of(Resolved, Scenario.Baseline),
            ResolvedYaml = Manifest.ResolvedYaml,
        };

    /// <summary>Finds a run and reads what it was asked.</summary>
    /// <param name="name">Its folder, or its id in the folder of results.</param>
    /// <param name="results">The folder of results.</param>
    /// <param name="run">The run.</param>
    /// <param name="problem">What is wrong, in words for people, where there is none.</param>
    /// <param name="error">Told which of its chunks are damaged.</param>
    public static bool TryFind(
        string name,
        string results,
        [NotNullWhen(true)] out StoredRun? run,
        [NotNullWhen(false)] out string? problem,
        TextWriter? error = null
    )
    {
        run = null;
        problem = null;
        string[] folders = [.. Folders(name, results)];
        if (folders is not [string folder])
        {
            problem =
                folders.Length == 0
                    ? $"{Names.Missing("run", name, RunsIn(results).Select(run => Path.GetFileName(run)).Distinct())} Give its "
                        + $"folder, or its id, with --out where results are not in '{results}'."
                    : $"several runs are called '{name}': {string.Join(", ", folders)}.";
        }
        else if (RunManifest.Read(folder) is not { } manifest)
        {
            problem = $"the manifest of '{folder}' is damaged, or not one that this version can read.";
        }
        else
        {
            ScenarioReading reading = ScenarioReader.ReadText(manifest.ResolvedYaml, manifest.Scenario.File);
            problem =
                reading.Scenario is null ? $"the scenario of '{folder}' can't be read by this version: {reading.Problems[0].Message}."
                : manifest.Only?.FirstOrDefault(d => !reading.Scenario.Deployments.ContainsKey(d)) is { } unknown
                    ? $"the manifest of '{folder}' is damaged: its scenario has no deployment '{unknown}'."
                : null;
            run = problem is null ? new StoredRun(folder, manifest, reading, error) : null;
        }

        return run is not null;
    }

    /// <summary>What it came to, for figures and documents; as far as it got, where it was never finished. Null where
    /// no replication is there yet.</summary>
    /// <param name="deployment">The deployment that figures about a single one tell of; null for the one that the
    /// answer tells of.</param>
    public FigureSubject? Subject(string? deployment = null)
    {
        StoredStudy study = Study(jobs: 1);
        StudyResult result = StoredSensitivity.AddTo(study.Result(), Folder, Manifest.Uncertain, Manifest.IsAdaptive);
        return result.Replications == 0 ? null : new FigureSubject(result, Provenance) { Deployment = deployment }.WithExampleFrom(study);
    }

    /// <param name="jobs">Threads for what is simulated again; 0 for one per core.</param>
    public StoredStudy Study(int jobs) => new(Scenario, Options with { Jobs = jobs });

    private void TellDamage(StoreContent content)
    {
        foreach (string file in content.Damaged.Where(told.Add))
        {
            error?.WriteLine($"Damaged, and left out: {file}. The command that made the run simulates it again.");
        }
    }

    private static IEnumerable<string> Folders(string name, string results) =>
        File.Exists(Path.Combine(name, RunFolder.ManifestName)) ? [Path.TrimEndingDirectorySeparator(name)]
        : Path.GetFileName(name) == name && name.Length > 0 ? RunsIn(results).Where(run => IsCalled(Path.GetFileName(run), name))
        : [];

    // The day and digits of a key; the digits alone tell one run from another.
    private static bool IsCalled(string run, string name) =>
        run == name || (name.Length >= RunFolder.FewestDigits && run.EndsWith($"-{name}", StringComparison.OrdinalIgnoreCase));

    private static IEnumerable<string> RunsIn(string results) =>
        Directory.Exists(results)
            ? Directory
                .EnumerateDirectories(results)
                .SelectMany(Directory.EnumerateDirectories)
                .Where(run => File.Exists(Path.Combine(run, RunFolder.ManifestName)))
            : [];
}
