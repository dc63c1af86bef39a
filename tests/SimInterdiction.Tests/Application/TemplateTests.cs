using SimInterdiction.Application.Requests;
using SimInterdiction.Application.Runs;
using SimInterdiction.Application.Templates;
using SimInterdiction.Experiments.Store;
using SimInterdiction.Scenarios;

namespace SimInterdiction.Tests.Application;

/// <summary>What a newcomer begins with: a template, or the shipped scenario.</summary>
public sealed class TemplateTests
{
    private Desk desk = null!;

    [SetUp]
    public void MakeDesk() => desk = new Desk();

    [TearDown]
    public void RemoveDesk() => desk.Dispose();

    [Test]
    public void A_template_is_written_with_its_schema_once()
    {
        string folder = Path.Combine(desk.Folder, "mine");
        var request = new TemplateRequest("smallest", folder);
        var written = (NewScenarioOutcome.Completed)NewScenario.Write(request);
        Assert.That(ScenarioReader.ReadFile(written.File).Problems, Is.Empty);
        Assert.That(File.Exists(Path.Combine(folder, NewScenario.Schema)), Is.True);
        Assert.That(written.Next.Source.File, Is.EqualTo(written.File));
        Assert.That(Refused(request), Is.EqualTo(new Refusal.FileExists(written.File)));
        Assert.That(Refused(request with { Template = "largest" }), Is.InstanceOf<Refusal.UnknownName>());
    }

    [Test]
    public void A_file_in_the_way_of_a_folder_is_named()
    {
        var blocked = new SaveFailure(SaveFailureCause.FileInTheWay, Path.Combine(desk.File, "mine"), desk.File);
        var request = new TemplateRequest("smallest", blocked.Folder);
        Assert.That(NewScenario.Write(request), Is.EqualTo(new NewScenarioOutcome.NotSaved(blocked)));
        Workspace workspace = desk.Workspace with { Results = desk.File };
        RunOutcome run = new Run(workspace).Execute(desk.Run, desk.Effort, new Ear(), CancellationToken.None);
        Assert.That(((RunOutcome.NotSaved)run).Why, Is.EqualTo(blocked with { Folder = Path.Combine(desk.File, "plan") }));
    }

    [Test]
    public void The_demonstration_keeps_what_was_changed()
    {
        string folder = Path.Combine(desk.Workspace.Results, "demo");
        Directory.CreateDirectory(folder);
        File.Copy(desk.File, Path.Combine(folder, "demo.yaml"));
        var ear = new Ear();
        var ran = (DemonstrationOutcome.Ran)
            new Demonstration(desk.Workspace).Execute(new DemonstrationRequest(2), desk.Effort, ear, CancellationToken.None);
        Assert.That(((RunOutcome.Completed)ran.Outcome).Run.Result.Replications, Is.EqualTo(2));
        Assert.That(ear.Heard[..2], Is.EqualTo(new[] { "kept demo.yaml", "read" }));
        Assert.That(ran.Next.Replications, Is.Null, "the next one is the whole");
    }

    private static Refusal Refused(TemplateRequest request) => ((NewScenarioOutcome.Refused)NewScenario.Write(request)).Why;
}
