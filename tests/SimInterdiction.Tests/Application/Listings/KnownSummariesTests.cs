using SimInterdiction.Application.Listings;
using SimInterdiction.Application.Runs;

namespace SimInterdiction.Tests.Application.Listings;

public sealed class KnownSummariesTests
{
    [Test]
    public void A_manifest_is_read_once_and_again_when_it_has_changed()
    {
        using var desk = new Desk();
        FinishedRun run = desk.Completed();
        var known = new KnownSummaries();
        ListedRun listed = RunList.In(desk.Workspace, known).Single();
        Assert.That(RunList.In(desk.Workspace, known).Single().Summary, Is.SameAs(listed.Summary));
        Assert.That(RunList.At(run.Folder, known)!.Summary, Is.SameAs(listed.Summary));

        string manifest = Path.Combine(run.Folder, "manifest.json");
        File.WriteAllText(manifest, File.ReadAllText(manifest).Replace("\"is_adaptive\": true", "\"is_adaptive\": false"));
        Assert.That(RunList.In(desk.Workspace, known).Single().Summary!.IsAdaptive, Is.False);

        string content = File.ReadAllText(manifest);
        Directory.Delete(run.Folder, recursive: true);
        Assert.That(RunList.In(desk.Workspace, known), Is.Empty);
        Directory.CreateDirectory(run.Folder);
        File.WriteAllText(manifest, content);
        Assert.That(RunList.In(desk.Workspace, known).Single().Summary, Is.Not.SameAs(listed.Summary));
    }
}
