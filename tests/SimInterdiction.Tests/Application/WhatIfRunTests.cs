using SimInterdiction.Application.Manifests;
using SimInterdiction.Application.Requests;
using SimInterdiction.Application.Runs;
using SimInterdiction.Experiments.Results;
using SimInterdiction.Scenarios;

namespace SimInterdiction.Tests.Application;

/// <summary>A run that asks what if: each question is a study of its own.</summary>
public sealed class WhatIfRunTests
{
    private Desk desk = null!;

    [SetUp]
    public void MakeDesk()
    {
        desk = new Desk();
        desk.Append("what_if: { more: { flows.guns.rate: x 2 }, blind: { label: Blind, team_types.team.stops: 0% } }");
    }

    [TearDown]
    public void RemoveDesk() => desk.Dispose();

    [Test]
    public void The_answer_to_a_question_is_that_of_a_run_with_the_value_set()
    {
        StudyResult asked = desk.Completed().Result;
        StudyResult set = desk.Completed(desk.Run with { Source = desk.Source with { Overrides = ["flows.guns.rate=x 2"] } }).Result;
        Assert.Multiple(() =>
        {
            Assert.That(asked.WhatIfs.Select(q => q.Label), Is.EqualTo(new[] { "More", "Blind" }));
            Assert.That(Told(asked.WhatIfs[0].Result), Is.EqualTo(Told(set)));
            Assert.That(Told(asked), Is.Not.EqualTo(Told(set)));
        });
    }

    [Test]
    public void Verdicts_and_winner_survive_or_not()
    {
        StudyResult asked = desk.Completed().Result;
        Assert.Multiple(() =>
        {
            Assert.That(asked.WhatIfs[0].WinnerOf(asked), Is.EqualTo(Survival.Survives));
            Assert.That(asked.WhatIfs[0].VerdictOf("one_team", asked), Is.EqualTo(Survival.Survives));
            Assert.That(asked.WhatIfs[0].VerdictOf("nobody", asked), Is.Null, "the baseline has none");
            Assert.That(asked.WhatIfs[1].WinnerOf(asked), Is.EqualTo(Survival.Falls));
            Assert.That(asked.WhatIfs[1].VerdictOf("two_teams", asked), Is.EqualTo(Survival.Falls));
        });
    }

    [Test]
    public void Without_questions_every_number_is_as_with_them()
    {
        StudyResult asked = desk.Completed().Result;
        File.WriteAllLines(desk.File, File.ReadAllLines(desk.File).Where(line => !line.StartsWith("what_if", StringComparison.Ordinal)));
        Assert.That(Told(desk.Completed().Result), Is.EqualTo(Told(asked)));
    }

    [Test]
    public void A_run_stopped_among_its_questions_goes_on_from_there()
    {
        using var stop = new CancellationTokenSource();
        var ear = new Ear { AtReplication = done => StopAt(done, 60, stop) };
        RunOutcome outcome = new Run(desk.Workspace).Execute(desk.Run, desk.Effort with { Jobs = 1 }, ear, stop.Token);
        Assert.That(outcome, Is.InstanceOf<RunOutcome.Stopped>());
        FinishedRun stopped = ((RunOutcome.Stopped)outcome).Run;
        Assert.That((stopped.Result.IsComplete, stopped.Result.WhatIfs.Count), Is.EqualTo((true, 0)));
        Assert.That(RunManifest.Read(stopped.Folder)!.IsFinished, Is.False);

        FinishedRun again = desk.Completed();
        Assert.That(again.Folder, Is.EqualTo(stopped.Folder));
        Assert.That(again.Store.Simulated, Is.InRange(3 * 40, 3 * 65), "what was there was not simulated again");
        Assert.That(RunManifest.Read(again.Folder)!.IsFinished, Is.True);
    }

    [Test]
    public void A_finished_run_tells_its_questions_again_without_its_replications()
    {
        FinishedRun run = desk.Completed();
        Assert.That(
            StoredRun.TryFind(run.Folder, desk.Workspace, new Ear(), out StoredRun? stored, out Refusal? refusal),
            Is.True,
            $"{refusal}"
        );
        var chunks = new DirectoryInfo(Path.Combine(run.Folder, "chunks"));
        StudyResult again = stored!.Subject(null, withExample: false, CancellationToken.None)!.Study;
        Assert.That(again.WhatIfs.Select(q => Told(q.Result)), Is.EqualTo(run.Result.WhatIfs.Select(q => Told(q.Result))));
        Assert.That(again.WhatIfs.Select(q => (q.Name, q.Label)), Is.EqualTo(run.Result.WhatIfs.Select(q => (q.Name, q.Label))));
        Assert.That(chunks.GetDirectories(), Has.Length.EqualTo(9), "three deployments, as stated and in two questions");
    }

    [Test]
    public void A_stored_question_with_a_deployment_that_the_run_has_not_is_left_out()
    {
        FinishedRun run = desk.Completed();
        desk.Replace("  two_teams: { post: { bridge: { task_force: border, team: team, count: 2 } } }\n", string.Empty);
        string without = ScenarioReader.ReadFile(desk.File).Resolved.ToYaml();
        RunManifest manifest = RunManifest.Read(run.Folder)!;
        RunManifest asIfAdded = manifest with
        {
            ResolvedYaml = without,
            Deployments = [.. manifest.Deployments.Where(name => name != "two_teams")],
        };
        File.WriteAllText(Path.Combine(run.Folder, "manifest.json"), asIfAdded.ToJson());
        Assert.That(StoredRun.TryFind(run.Folder, desk.Workspace, new Ear(), out StoredRun? stored, out _), Is.True);
        StudyResult again = stored!.Subject(null, withExample: false, CancellationToken.None)!.Study;
        Assert.That((again.Deployments.Count, again.Replications, again.WhatIfs.Count), Is.EqualTo((2, 40, 0)));
    }

    [Test]
    public void Drawn_inputs_are_drawn_in_questions_too()
    {
        StudyResult result = desk.Completed(desk.Run with { IncludesUncertainty = true }).Result;
        Assert.That(result.WhatIfs.Select(q => q.Result.InputsDrawn), Is.EqualTo(new[] { 2, 1 }), "blind: stops are known");
    }

    private static void StopAt(int done, int at, CancellationTokenSource stop)
    {
        if (done == at)
        {
            stop.Cancel();
        }
    }

    // Every number, to the last bit.
    private static string Told(StudyResult study) =>
        string.Join(
            '\n',
            study
                .Comparisons.Select(c => $"{c.Deployment} {c.Difference:R} {c.Low:R} {c.High:R} {c.Verdict}")
                .Concat(study.Deployments.SelectMany(d => d.Measures.Select(m => $"{d.Name} {m.Key} {m.Value.Mean:R} {m.Value.Low:R}")))
        );
}
