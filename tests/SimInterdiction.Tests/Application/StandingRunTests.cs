using SimInterdiction.Application.Manifests;
using SimInterdiction.Application.Requests;
using SimInterdiction.Application.Runs;
using SimInterdiction.Application.Sensitivities;
using SimInterdiction.Experiments.Results;

namespace SimInterdiction.Tests.Application;

/// <summary>A finished run asked for again: what it wrote stands where nothing has changed, and nothing of the past
/// stands beside a newer answer.</summary>
public sealed class StandingRunTests
{
    private static readonly Effort Drawing = new() { Jobs = 2, WithFigures = true };

    private Desk desk = null!;
    private FinishedRun first = null!;
    private DateTime written;

    [SetUp]
    public void MakeRun()
    {
        desk = new Desk();
        first = desk.Completed(effort: Drawing);
        written = new DateTime(2026, 11, 1, 12, 0, 0, DateTimeKind.Utc);
        foreach (string file in Files)
        {
            File.SetLastWriteTimeUtc(file, written);
        }
    }

    [TearDown]
    public void RemoveDesk() => desk.Dispose();

    [Test]
    public void Asked_for_again_every_file_stands_and_the_run_keeps_its_date()
    {
        RunManifest before = RunManifest.Read(first.Folder)!;
        FinishedRun again = Later(Drawing with { WithFigures = false });
        Assert.That((first.Stands, again.Stands), Is.EqualTo((false, true)));
        Assert.That(again.Provenance.Date, Is.EqualTo(first.Provenance.Date));
        Assert.That(Files.Where(file => File.GetLastWriteTimeUtc(file) != written), Is.Empty);
        RunManifest after = RunManifest.Read(first.Folder)!;
        Assert.That((after.Date, after.DrawnFrom), Is.EqualTo((before.Date, before.DrawnFrom)));
        Assert.That(after.OutputSha256, Is.EqualTo(before.OutputSha256));
        Assert.That((after.Sessions.Count, after.Sessions[^1].ElapsedS), Is.EqualTo((2, 0.0)));
        Assert.That(ManifestSummary.Read(first.Folder)!.LastAsked, Is.GreaterThan(before.Date.AddMinutes(59)));
        Assert.That(Later(Drawing).Stands, Is.True, "and once more");
    }

    [Test, Explicit("draws every figure again and again"), Category("Slow")]
    public void Another_label_is_drawn()
    {
        Relabel();
        FinishedRun again = Later(Drawing);
        Assert.That((again.Stands, again.Folder), Is.EqualTo((false, first.Folder)));
        Assert.That(Report(), Does.Contain("Another label"));
        Assert.That(again.Provenance.Date, Is.GreaterThan(first.Provenance.Date));
    }

    [Test, Explicit("draws every figure again and again"), Category("Slow")]
    public void An_analysis_made_since_is_shown()
    {
        var outcome = new SensitivityStudy(desk.Workspace).Execute(
            desk.Run.Sensitivity(SensitivityMethod.Tornado) with
            {
                Replications = 20,
            },
            desk.Effort,
            new Ear(),
            CancellationToken.None
        );
        Assert.That(outcome, Is.InstanceOf<SensitivityOutcome.Completed>());
        Assert.That(Later(Drawing).Stands, Is.False);
        Assert.That(Directory.GetFiles(Figures, "*tornado.png"), Has.Length.EqualTo(1));
        Assert.That(Later(Drawing).Stands, Is.True);

        foreach (string analysis in Directory.GetDirectories(Path.GetDirectoryName(first.Folder)!, "sensitivity-*"))
        {
            Directory.Delete(analysis, recursive: true);
        }

        Assert.That(Later(Drawing).Stands, Is.False);
        Assert.That(Directory.GetFiles(Figures, "*tornado.*"), Is.Empty, "a figure of what is gone");
    }

    [Explicit("draws every figure again and again"), Category("Slow")]
    [TestCase("figures/01-answer.png")]
    [TestCase("report.html")]
    [TestCase("result.json")]
    public void A_file_that_was_changed_or_removed_is_made_again(string name)
    {
        string file = Path.Combine(first.Folder, name);
        File.AppendAllText(file, "changed");
        Assert.That(Later(Drawing).Stands, Is.False);
        Assert.That(File.ReadAllText(file), Does.Not.EndWith("changed"));
        File.Delete(file);
        Assert.That(Later(Drawing).Stands, Is.False);
        Assert.That(File.Exists(file), Is.True);
    }

    [Test, Explicit("draws every figure again and again"), Category("Slow")]
    public void Pictures_that_another_program_drew_are_drawn_anew()
    {
        string manifest = Path.Combine(first.Folder, RunManifest.FileName);
        string drawnFrom = RunManifest.Read(first.Folder)!.DrawnFrom!;
        File.WriteAllText(manifest, File.ReadAllText(manifest).Replace(drawnFrom, new string('0', 64), StringComparison.Ordinal));
        Assert.That(Later(Drawing).Stands, Is.False);
        Assert.That(RunManifest.Read(first.Folder)!.DrawnFrom, Is.Not.EqualTo(new string('0', 64)));
    }

    [Test, Explicit("draws every figure again and again"), Category("Slow")]
    public void Without_figures_those_of_an_older_answer_are_removed()
    {
        Relabel();
        Assert.That(Later(desk.Effort).Stands, Is.False);
        Assert.That(Directory.GetFiles(Figures), Is.Empty);
        Assert.That(File.Exists(Path.Combine(first.Folder, RunOutput.Report)), Is.False);
        RunManifest manifest = RunManifest.Read(first.Folder)!;
        Assert.That(manifest.DrawnFrom, Is.Null);
        Assert.That(manifest.OutputSha256.Keys.Where(RunOutput.IsPicture), Is.Empty);
        Assert.That(Later(Drawing).Stands, Is.False);
        Assert.That(Report(), Does.Contain("Another label"));
    }

    [Test, Explicit("draws every figure again and again"), Category("Slow")]
    public void Simulated_again_everything_is_written_again()
    {
        Assert.That(Later(Drawing with { IsFresh = true }).Stands, Is.False);
        Assert.That(File.GetLastWriteTimeUtc(Path.Combine(first.Folder, RunOutput.Report)), Is.GreaterThan(written));
    }

    private string Figures => Path.Combine(first.Folder, "figures");

    private IEnumerable<string> Files =>
        Directory
            .EnumerateFiles(first.Folder, "*", SearchOption.AllDirectories)
            .Where(file => Path.GetFileName(file) is not (RunManifest.FileName or ".lock"));

    private string Report() => File.ReadAllText(Path.Combine(first.Folder, RunOutput.Report));

    // It changes no number.
    private void Relabel() =>
        File.WriteAllText(
            desk.File,
            File.ReadAllText(desk.File).Replace("one_team: {", "one_team: { label: Another label,", StringComparison.Ordinal)
        );

    // An hour later.
    private FinishedRun Later(Effort effort) => desk.CompletedAt(Desk.Evening.AddHours(1), effort);
}
