using SimInterdiction.Experiments;
using SimInterdiction.Experiments.Results;
using SimInterdiction.Experiments.Store;
using SimInterdiction.Model;
using SimInterdiction.Model.Measures;
using SimInterdiction.Model.Study;
using SimInterdiction.Tests.Experiments.Batches;

namespace SimInterdiction.Tests.Experiments.Store;

/// <summary>Reading a run without simulating, and checking it by simulating again.</summary>
public sealed class ReadingBackTests
{
    private readonly Scenario scenario = FakeWorld.ScenarioOf(
        3,
        new ExperimentPlan
        {
            Replications = 60,
            Seed = 7,
            AlsoReport = ["firearms_seized"],
        }
    );
    private StoredStudies studies = new();

    [SetUp]
    public void MakeFolder() => studies = new StoredStudies();

    [TearDown]
    public void RemoveFolder() => studies.Dispose();

    private StudyOptions Stored => new() { Store = new RunStore { Folder = studies.Chunks() } };

    [Test]
    public void A_loaded_run_is_the_run_to_the_last_bit_and_simulates_nothing()
    {
        string run = StoredStudies.Everything(studies.Run(scenario, new StudyOptions { Jobs = 2 }));
        StudyResult loaded = new StoredStudy(scenario, Stored, s => new FakeWorld(s)
        {
            During = (_, _) => throw new InvalidOperationException("simulated"),
        }).Result();
        Assert.That(StoredStudies.Everything(loaded), Is.EqualTo(run));
    }

    [Test]
    public void An_unfinished_run_loads_as_far_as_all_deployments_go()
    {
        studies.Run(scenario, new StudyOptions { Jobs = 2 });
        string bad = studies.ChunkFiles()[3];
        File.Delete(bad);
        StudyResult loaded = new StoredStudy(scenario, Stored, s => new FakeWorld(s)).Result();
        Assert.That(loaded.Replications, Is.EqualTo(int.Parse(Path.GetFileName(bad).Split('-')[0])));
        Assert.That(loaded.ReplicationsAsked, Is.EqualTo(60));
    }

    [Test]
    public void Of_a_folder_that_is_not_there_nothing_is_loaded_and_nothing_made()
    {
        Assert.That(new StoredStudy(scenario, Stored, s => new FakeWorld(s)).Result().Replications, Is.Zero);
        Assert.That(Directory.Exists(studies.Chunks()), Is.False);
    }

    [Test]
    public void A_run_of_another_version_of_the_model_is_still_read_but_never_gone_on_with()
    {
        string run = StoredStudies.Everything(studies.Run(scenario, new StudyOptions { Jobs = 2 }));
        foreach (string folder in Directory.GetDirectories(studies.Chunks()))
        {
            Become("a model of the past", folder);
        }

        Assert.That(StoredStudies.Everything(new StoredStudy(scenario, Stored, s => new FakeWorld(s)).Result()), Is.EqualTo(run));
        studies.Run(scenario, new StudyOptions(), run: "new");
        Assert.That(studies.Simulated, Is.EqualTo(3 * 60));
        Assert.That(studies.Content.Arms.Select(a => a.Changed), Is.All.EqualTo("the program's model"));
    }

    // The same replications as if another version had simulated them.
    private void Become(string version, string folder)
    {
        ArmKey key = ArmKey.FromJson(File.ReadAllText(Path.Combine(folder, "arm.json")))!;
        var layout = new RowLayout(new FakeWorld(scenario).EntryNames);
        var other = new ArmFolder(studies.Chunks(), new Arm(key.Deployment), key with { ModelVersion = version }, layout);
        other.Prepare();
        foreach (ChunkFile file in ChunkFile.In(folder))
        {
            byte[] content = ParquetChunk.Write(ChunkReader.Open(file.Content()!, layout, key.Hash).Next()!, layout, other.Key.Hash);
            ChunkFile.Write(Path.Combine(studies.Chunks(), other.Name), file.First, file.Last, content);
        }

        Directory.Delete(folder, recursive: true);
    }

    [Test]
    public void A_sound_run_is_verified_and_only_what_was_chosen_is_simulated()
    {
        studies.Run(scenario, new StudyOptions { Jobs = 2 });
        int simulated = 0;
        var study = new StoredStudy(scenario, Stored, s => new FakeWorld(s) { During = (_, _) => Interlocked.Increment(ref simulated) });
        RunCheck check = study.Verify(r => r % 10 == 3, progress: null, CancellationToken.None);
        Assert.That((check.Replications, check.Differing.Count, simulated), Is.EqualTo((6, 0, 18)));
    }

    [Test]
    public void A_replication_that_comes_out_otherwise_is_named()
    {
        static void FailIn23(string deployment, int replication) =>
            _ = (deployment, replication) == ("plan_1", 23) ? throw new InvalidOperationException() : 0;

        studies.Run(scenario, new StudyOptions { Jobs = 2 }, FailIn23);
        RunCheck check = new StoredStudy(scenario, Stored, s => new FakeWorld(s)).Verify(_ => true, progress: null, CancellationToken.None);
        Assert.That(check.Replications, Is.EqualTo(60));
        Assert.That(check.Differing, Is.EqualTo(new[] { new CheckedReplication(new Arm("plan_1"), 23) }));
    }

    [Test]
    public void A_run_less_itself_is_exactly_nothing_and_less_another_the_paired_difference()
    {
        studies.Run(scenario, new StudyOptions { Jobs = 2 }, run: "run");
        Scenario reseeded = scenario with { Experiment = scenario.Experiment with { Seed = 8, Replications = 80 } };
        studies.Run(reseeded, new StudyOptions(), run: "other");
        var one = new StoredStudy(scenario, Stored, s => new FakeWorld(s));
        var two = new StoredStudy(
            reseeded,
            new StudyOptions { Store = new RunStore { Folder = studies.Chunks("other") } },
            s => new FakeWorld(s)
        );
        Measure measure = MeasureCatalog.Find("firearms_seized")!;
        Assert.That(
            one.LessThoseOf(one, measure, _ => 60, 3).Select(c => (c.Difference, c.Low, c.High)),
            Is.All.EqualTo(((double?)0, (double?)0, (double?)0))
        );

        // The mean over the replications that both have.
        Comparison last = one.LessThoseOf(two, measure, _ => 60, 3).Single(c => c.Deployment == "plan_2");
        double[] ours = Singles(scenario, "plan_2", 60);
        double[] theirs = Singles(reseeded, "plan_2", 60);
        Assert.That(last.Difference, Is.EqualTo(ours.Zip(theirs, (a, b) => a - b).Average()).Within(1e-12));
    }

    private static double[] Singles(Scenario scenario, string deployment, int replications)
    {
        Scenario measured = scenario with { Experiment = scenario.Experiment with { Measure = "firearms_seized" } };
        return
        [
            .. FakeWorld
                .Run(measured, new StudyOptions { Replications = replications })
                .Deployments.Single(d => d.Name == deployment)
                .Periods,
        ];
    }
}
