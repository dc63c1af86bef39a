using SimInterdiction.Experiments;
using SimInterdiction.Experiments.Store;
using SimInterdiction.Model;
using SimInterdiction.Model.Study;
using SimInterdiction.Tests.Experiments.Batches;

namespace SimInterdiction.Tests.Experiments.Store;

/// <summary>
/// Whatever became of the files of a run: what is damaged is named and kept, and the numbers are as if nothing had
/// happened.
/// </summary>
public sealed class DamagedChunksTests
{
    private readonly Scenario scenario = FakeWorld.ScenarioOf(2, new ExperimentPlan { Replications = 100, Seed = 7 });
    private StoredStudies studies = new();

    [SetUp]
    public void MakeFolder()
    {
        studies = new StoredStudies();
        studies.Run(scenario, new StudyOptions { Jobs = 2 });
    }

    [TearDown]
    public void RemoveFolder() => studies.Dispose();

    private string Whole => StoredStudies.Everything(FakeWorld.Run(scenario, new StudyOptions { Jobs = 2 }));

    private string[] Arms => [.. Directory.GetDirectories(studies.Chunks()).Order(StringComparer.Ordinal)];

    private static string[] FilesOf(string arm) => [.. Directory.GetFiles(arm, "*.parquet").Order(StringComparer.Ordinal)];

    [Test]
    public void A_sound_chunk_of_another_arm_is_set_aside_also_where_it_is_the_only_one()
    {
        string other = FilesOf(Arms[1])[0];
        foreach (string file in FilesOf(Arms[0]))
        {
            File.Delete(file);
        }

        string wrong = Path.Combine(Arms[0], Path.GetFileName(other));
        File.Copy(other, wrong);
        AssertMended(wrong);
    }

    [TestCase(1)]
    [TestCase(-1)]
    [TestCase(1_000_000)]
    public void A_chunk_renamed_to_other_replications_than_it_holds_is_set_aside(int more)
    {
        string file = FilesOf(Arms[0])[1];
        string[] parts = Path.GetFileName(file).Split('-');
        string renamed = Path.Combine(Arms[0], $"{parts[0]}-{int.Parse(parts[1]) + more:D6}-{parts[2]}");
        File.Move(file, renamed);
        AssertMended(renamed);
    }

    [TestCase("000000-2147483647")]
    [TestCase("2147483646-2147483647")]
    [TestCase("999999999999-999999999999")]
    [TestCase("000009-000003")]
    [TestCase("000000-000001")]
    public void A_chunk_of_an_absurd_name_is_set_aside(string range)
    {
        string file = FilesOf(Arms[0])[0];
        string renamed = Path.Combine(Arms[0], $"{range}-{Path.GetFileName(file).Split('-')[2]}");
        File.Move(file, renamed);
        AssertMended(renamed);
    }

    [Test]
    public void A_file_that_looks_like_a_chunk_but_has_no_name_of_one_is_set_aside()
    {
        string stranger = Path.Combine(Arms[0], "copy of a chunk.parquet");
        File.Copy(FilesOf(Arms[0])[0], stranger);
        AssertMended(stranger);
    }

    [Test]
    public void A_chunk_of_another_seed_is_set_aside()
    {
        using var elsewhere = new StoredStudies();
        elsewhere.Run(scenario with { Experiment = scenario.Experiment with { Seed = 8 } }, new StudyOptions());
        string other = elsewhere.ChunkFiles()[0];
        foreach (string file in FilesOf(Arms[0]))
        {
            File.Delete(file);
        }

        string wrong = Path.Combine(Arms[0], Path.GetFileName(other));
        File.Copy(other, wrong);
        AssertMended(wrong);
    }

    [Test]
    public void The_same_chunk_under_two_names_is_used_once()
    {
        string file = FilesOf(Arms[0])[0];
        string[] parts = Path.GetFileName(file).Split('-');
        File.Copy(file, Path.Combine(Arms[0], $"0{parts[0]}-0{parts[1]}-{parts[2]}"));
        Assert.That(StoredStudies.Everything(studies.Run(scenario, new StudyOptions())), Is.EqualTo(Whole));
        Assert.That((studies.Simulated, studies.Content.Damaged.Count), Is.EqualTo((0, 0)));
    }

    [Test]
    public void A_device_or_a_file_outside_in_the_place_of_a_chunk_is_set_aside_unread()
    {
        Assume.That(OperatingSystem.IsLinux(), Is.True);
        string file = FilesOf(Arms[0])[0];
        File.Delete(file);
        File.CreateSymbolicLink(file, "/dev/zero");
        AssertMended(file);
    }

    [Test]
    public void A_damaged_chunk_of_another_run_is_not_taken_over()
    {
        string file = FilesOf(Arms[0])[0];
        string[] parts = Path.GetFileName(file).Split('-');
        File.Move(file, Path.Combine(Arms[0], $"{parts[0]}-{int.Parse(parts[1]) + 50:D6}-{parts[2]}"));
        Assert.That(StoredStudies.Everything(studies.Run(scenario, new StudyOptions(), run: "second")), Is.EqualTo(Whole));
        Assert.That(StoredStudies.Everything(studies.Run(scenario, new StudyOptions(), run: "second")), Is.EqualTo(Whole));
    }

    [TestCase("{}")]
    [TestCase("null")]
    [TestCase("[1]")]
    [TestCase(
        "{\"deployment\":null,\"adversary\":null,\"sections\":null,\"deployment_hash\":null,"
            + "\"adversary_hash\":null,\"seed\":1,\"model_version\":null}"
    )]
    public void A_damaged_key_of_an_arm_is_written_again(string text)
    {
        File.WriteAllText(Path.Combine(Arms[0], "arm.json"), text);
        Assert.That(
            new StoredStudy(scenario, Stored, s => new FakeWorld(s)).Result().Replications,
            Is.Zero,
            "nothing says whose chunks they are"
        );
        Assert.That(StoredStudies.Everything(studies.Run(scenario, new StudyOptions())), Is.EqualTo(Whole));
        Assert.That(StoredStudies.Everything(new StoredStudy(scenario, Stored, s => new FakeWorld(s)).Result()), Is.EqualTo(Whole));
    }

    [Test]
    [Explicit("Thousands of replications, written and read.")]
    [Category("Slow")]
    public void Many_replications_are_read_part_by_part_to_the_last_bit()
    {
        Scenario many = scenario with { Experiment = scenario.Experiment with { Replications = 9000 } };
        using var patient = new StoredStudies { Clock = TimeProvider.System };
        string run = StoredStudies.Everything(patient.Run(many, new StudyOptions { Jobs = 2 }));
        var stored = new StoredStudy(many, new StudyOptions { Store = new RunStore { Folder = patient.Chunks() } }, s => new FakeWorld(s));
        Assert.That(StoredStudies.Everything(stored.Result()), Is.EqualTo(run));
    }

    private StudyOptions Stored => new() { Store = new RunStore { Folder = studies.Chunks() } };

    private void AssertMended(string damaged)
    {
        byte[]? content = new FileInfo(damaged).LinkTarget is null ? File.ReadAllBytes(damaged) : null;
        StoredStudy reading = new(scenario, Stored, s => new FakeWorld(s));
        Assert.That(reading.Result().Replications, Is.LessThanOrEqualTo(100), "reading alone neither fails nor mends");
        Assert.That(StoredStudies.Everything(studies.Run(scenario, new StudyOptions { Jobs = 2 })), Is.EqualTo(Whole));
        Assert.That(studies.Content.Damaged, Is.EqualTo(new[] { damaged }));
        Assert.That(content is null || File.ReadAllBytes($"{damaged}.damaged").SequenceEqual(content), Is.True, "kept as it was");
        Assert.That(StoredStudies.Everything(studies.Run(scenario, new StudyOptions())), Is.EqualTo(Whole));
        Assert.That((studies.Content.Damaged.Count, studies.Simulated), Is.EqualTo((0, 0)), "and then all is sound");
    }
}
