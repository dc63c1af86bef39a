using System.Diagnostics;
using SimInterdiction.Experiments;
using SimInterdiction.Experiments.Results;
using SimInterdiction.Model;
using SimInterdiction.Model.Study;
using SimInterdiction.Tests.Experiments.Batches;

namespace SimInterdiction.Tests.Experiments.Store;

/// <summary>Disks fill up and files are damaged; no number is ever wrong or lost for it.</summary>
public sealed class TroubleTests
{
    private readonly Scenario scenario = FakeWorld.ScenarioOf(2, new ExperimentPlan { Replications = 100, Seed = 7 });
    private StoredStudies studies = new();

    [SetUp]
    public void MakeFolder() => studies = new StoredStudies();

    [TearDown]
    public void RemoveFolder() => studies.Dispose();

    private string Whole => StoredStudies.Everything(FakeWorld.Run(scenario, new StudyOptions { Jobs = 2 }));

    [TestCase("flipped")]
    [TestCase("cut off")]
    [TestCase("empty")]
    [TestCase("another's")]
    public void A_damaged_chunk_is_named_and_only_its_replications_are_simulated_again(string how)
    {
        studies.Run(scenario, new StudyOptions { Jobs = 2 });
        string[] files = studies.ChunkFiles();
        string bad = files[files.Length / 4];
        byte[] content = File.ReadAllBytes(bad);
        int middle = content.Length / 2;
        byte[] damaged = how switch
        {
            "flipped" => [.. content[..middle], (byte)(content[middle] ^ 1), .. content[(middle + 1)..]],
            "cut off" => content[..middle],
            "empty" => [],
            _ => File.ReadAllBytes(files[0]),
        };
        File.WriteAllBytes(bad, damaged);
        string[] range = Path.GetFileName(bad).Split('-');
        StudyResult mended = studies.Run(scenario, new StudyOptions { Jobs = 2 });
        Assert.That(StoredStudies.Everything(mended), Is.EqualTo(Whole));
        Assert.That(studies.Content.Damaged, Is.EqualTo(new[] { bad }));
        Assert.That(studies.Simulated, Is.EqualTo(int.Parse(range[1]) - int.Parse(range[0]) + 1));
        studies.Run(scenario, new StudyOptions());
        Assert.That((studies.Content.Damaged.Count, studies.Simulated), Is.EqualTo((0, 0)), "and then it is sound");
    }

    [Test]
    public void What_a_killed_process_left_unfinished_is_no_chunk()
    {
        studies.Run(scenario, new StudyOptions { Jobs = 2 }, stopAfter: 50);
        string folder = Path.GetDirectoryName(studies.ChunkFiles()[0])!;
        File.WriteAllText(Path.Combine(folder, "000050-000080-0123456789abcdef.parquet.part"), "half of it");
        Assert.That(StoredStudies.Everything(studies.Run(scenario, new StudyOptions { Jobs = 2 })), Is.EqualTo(Whole));
        Assert.That(Directory.GetFiles(folder, "*.part"), Is.Empty);
    }

    [Test]
    public void Overlapping_chunks_of_two_runs_are_each_used_once()
    {
        studies.Run(scenario, new StudyOptions { Jobs = 1 }, run: "one", stopAfter: 40);
        using var elsewhere = new StoredStudies { Clock = TimeProvider.System };
        elsewhere.Run(scenario, new StudyOptions { Jobs = 2 }, run: "two", stopAfter: 70);
        CopyChunks(elsewhere.Chunks("two"), studies.Chunks("two"));
        StudyResult result = studies.Run(scenario, new StudyOptions { Jobs = 2 }, run: "one");
        Assert.That(StoredStudies.Everything(result), Is.EqualTo(Whole));
        Assert.That(studies.Simulated, Is.LessThanOrEqualTo(2 * 30));
    }

    [Test]
    public void A_study_that_can_no_longer_write_stops_with_what_it_has_and_resumes_later()
    {
        // The folder of an arm becomes a file: as with a full disk, no chunk can be written.
        string? folder = null;
        StudyResult stopped = studies.Run(scenario, new StudyOptions { Jobs = 2 }, during: (_, replication) =>
        {
            if (replication == 30 && Interlocked.CompareExchange(ref folder, Path.GetDirectoryName(studies.ChunkFiles()[0]), null) is null)
            {
                Directory.Move(folder!, folder + ".away");
                File.WriteAllText(folder!, "in the way");
            }
        });
        Assert.That(stopped.Failed, Is.Empty);
        Assert.That(studies.Recorder.Trouble, Is.Not.Null);
        Assert.That(stopped.Replications, Is.InRange(30, 99));
        File.Delete(folder!);
        Directory.Move(folder + ".away", folder!);
        StudyResult resumed = studies.Run(scenario, new StudyOptions { Jobs = 2 });
        Assert.That(studies.Recorder.Trouble, Is.Null);
        Assert.That(studies.Content.Arms.Min(a => a.Own), Is.GreaterThan(5));
        Assert.That(StoredStudies.Everything(resumed), Is.EqualTo(Whole));
    }

    [Test]
    public void A_full_disk_stops_the_study_and_loses_nothing_that_was_saved()
    {
        string disk = Path.Combine(studies.Folder, "disk");
        Directory.CreateDirectory(disk);
        if (!OperatingSystem.IsLinux() || !Command("mount", "-t", "tmpfs", "-o", "size=400k", "tmpfs", disk))
        {
            Assert.Ignore("A small file system can be mounted only on Linux, by root.");
        }

        try
        {
            StudyResult stopped = studies.Run(scenario, new StudyOptions { Jobs = 2, Replications = 20_000 }, run: "disk");
            Assert.That(studies.Recorder.Trouble!.Detail, Does.Contain("No space left").And.Not.Contain(".part"));
            Assert.That(stopped.Replications, Is.InRange(10, 19_999));
            int saved = Saved();
            Assert.That(
                studies.Run(scenario, new StudyOptions { Jobs = 2, Replications = saved }, run: "disk").Replications,
                Is.EqualTo(saved)
            );
            Assert.That(studies.Simulated, Is.Zero);
            Assert.That(
                Directory.GetFiles(disk, "*.part", SearchOption.AllDirectories),
                Is.Empty,
                "what could not be finished takes no room"
            );
            Assert.That(Command("mount", "-o", "remount,size=100m", disk), Is.True);
            StudyResult resumed = studies.Run(scenario, new StudyOptions { Jobs = 2, Replications = saved + 100 }, run: "disk");
            Assert.That(
                StoredStudies.Everything(resumed),
                Is.EqualTo(StoredStudies.Everything(FakeWorld.Run(scenario, new StudyOptions { Replications = saved + 100 })))
            );
        }
        finally
        {
            Command("umount", disk);
        }

        int Saved() =>
            studies
                .ChunkFiles("disk")
                .Select(f => (Arm: Path.GetDirectoryName(f), Last: int.Parse(Path.GetFileName(f).Split('-')[1]) + 1))
                .GroupBy(f => f.Arm)
                .Min(g => g.Max(f => f.Last));
    }

    private static bool Command(string program, params string[] arguments)
    {
        using Process process = Process.Start(
            new ProcessStartInfo(program, arguments) { RedirectStandardError = true, RedirectStandardOutput = true }
        )!;
        process.WaitForExit();
        return process.ExitCode == 0;
    }

    private static void CopyChunks(string from, string to)
    {
        foreach (string file in Directory.GetFiles(from, "*", SearchOption.AllDirectories))
        {
            string target = Path.Combine(to, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }
    }
}
