using System.Text.Json;
using System.Text.Json.Serialization;
using SimInterdiction.Experiments;
using SimInterdiction.Experiments.Results;
using SimInterdiction.Experiments.Store;
using SimInterdiction.Model;
using SimInterdiction.Model.Study;
using SimInterdiction.Tests.Experiments.Batches;

namespace SimInterdiction.Tests.Experiments.Store;

/// <summary>Studies of the fake world with a store in a folder that is removed afterwards.</summary>
internal sealed class StoredStudies : IDisposable
{
    private static readonly JsonSerializerOptions Exact = new()
    {
        IncludeFields = true,
        NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals,
    };

    private int simulated;

    public TemporaryFolder Folder { get; } = new();

    /// <summary>As of <see cref="FakeWorld.Chance"/>.</summary>
    public Func<int, double> Chance { get; init; } = new FakeWorld(FakeWorld.ScenarioOf(1, new ExperimentPlan())).Chance;

    public bool OwnLuck { get; init; }

    public TimeProvider Clock { get; init; } = new Hasty();

    /// <summary>What the store said it held, the last time.</summary>
    public StoreContent Content => Recorder.Content;

    public RunStore Store { get; private set; } = new() { Folder = "" };

    /// <summary>What became of the store, the last time.</summary>
    public StoreRecorder Recorder { get; private set; } = new();

    /// <summary>Replications of one arm simulated, the last time.</summary>
    public int Simulated => simulated;

    /// <summary>Every number and word of a result, to the last bit.</summary>
    public static string Everything(StudyResult result) =>
        string.Concat(
            JsonSerializer.Serialize(result.Deployments, Exact),
            JsonSerializer.Serialize(result.Comparisons, Exact),
            JsonSerializer.Serialize(result.AlsoCompared, Exact),
            JsonSerializer.Serialize(result.Work, Exact),
            JsonSerializer.Serialize(result.Failed, Exact),
            JsonSerializer.Serialize(result.Best, Exact),
            JsonSerializer.Serialize(result.Steps, Exact),
            JsonSerializer.Serialize(result.Choice, Exact),
            JsonSerializer.Serialize(result.Precision, Exact),
            JsonSerializer.Serialize(result.Adversaries, Exact),
            $"{result.Replications} {result.ReplicationsAsked} {result.InputsDrawn} {result.IsAdaptive} ",
            $"{result.Measure.Name} {result.Baseline}"
        );

    public string Chunks(string run = "run") => Path.Combine(Folder, run, "chunks");

    public string[] ChunkFiles(string run = "run") =>
        Directory.Exists(Chunks(run))
            ? [.. Directory.GetFiles(Chunks(run), "*.parquet", SearchOption.AllDirectories).Order(StringComparer.Ordinal)]
            : [];

    /// <param name="scenario">What to run.</param>
    /// <param name="options">How.</param>
    /// <param name="during">Called in every replication.</param>
    /// <param name="run">The run's folder; others' chunks are taken from.</param>
    /// <param name="stopAfter">Replications after which it is stopped.</param>
    public StudyResult Run(
        Scenario scenario,
        StudyOptions options,
        Action<string, int>? during = null,
        string run = "run",
        int? stopAfter = null
    )
    {
        simulated = 0;
        Recorder = new StoreRecorder();
        Store = new RunStore
        {
            Folder = Chunks(run),
            Others =
            [
                .. Directory.GetDirectories(Folder).Select(Path.GetFileName).Where(name => name != run).Select(name => Chunks(name!)),
            ],
            Clock = Clock,
            Observer = Recorder,
        };
        using var stop = new CancellationTokenSource();
        return Study.Run(
            scenario,
            options with
            {
                Store = Store,
            },
            s => new FakeWorld(s)
            {
                During = Count,
                Chance = Chance,
                OwnLuck = OwnLuck,
            },
            progress => _ = progress.Done == stopAfter ? Stop() : 0,
            stop.Token
        );

        void Count(string deployment, int replication)
        {
            Interlocked.Increment(ref simulated);
            during?.Invoke(deployment, replication);
        }

        int Stop()
        {
            stop.Cancel();
            return 0;
        }
    }

    public void Dispose() => Folder.Dispose();

    /// <summary>A clock by which it is time to save every ten replications or so.</summary>
    public sealed class Hasty : TimeProvider
    {
        private long now;

        public override long TimestampFrequency => 3;

        public override long GetTimestamp() => Interlocked.Increment(ref now);
    }
}
