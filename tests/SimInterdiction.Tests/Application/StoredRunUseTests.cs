using System.Text.Json.Nodes;
using SimInterdiction.Application.Comparisons;
using SimInterdiction.Application.Documents;
using SimInterdiction.Application.Manifests;
using SimInterdiction.Application.Replays;
using SimInterdiction.Application.Requests;
using SimInterdiction.Application.Runs;
using SimInterdiction.Application.Validations;
using SimInterdiction.Application.Verifications;
using SimInterdiction.Cli.Wording;

namespace SimInterdiction.Tests.Application;

/// <summary>What is done with a run that is there, and what needs none, without a console.</summary>
public sealed class StoredRunUseTests
{
    private Desk desk = null!;

    [SetUp]
    public void MakeDesk() => desk = new Desk();

    [TearDown]
    public void RemoveDesk() => desk.Dispose();

    [Test]
    public void A_dry_run_forecasts_and_saves_nothing()
    {
        var dry = new DryRun(desk.Workspace);
        DryRunOutcome outcome = dry.Execute(desk.Run, desk.Effort, new Ear(), CancellationToken.None);
        var completed = (DryRunOutcome.Completed)outcome;
        Assert.That((completed.Asked, completed.Forecast.Comparisons.Count), Is.EqualTo((40, 2)));
        Assert.That((completed.Seconds, completed.MemoryBytes), Is.GreaterThan((0.0, 0.0)));
        Assert.That(Directory.Exists(desk.Workspace.Results), Is.False);
        using var stop = new CancellationTokenSource();
        stop.Cancel();
        Assert.That(dry.Execute(desk.Run, desk.Effort, new Ear(), stop.Token), Is.InstanceOf<DryRunOutcome.Stopped>());
    }

    [Test]
    public void A_dry_run_counts_the_memory_that_drawing_takes()
    {
        var dry = new DryRun(desk.Workspace);
        double without = BytesWith(figures: false);
        Assert.That(BytesWith(figures: true) - without, Is.GreaterThan(60e6));

        double BytesWith(bool figures) =>
            (
                (DryRunOutcome.Completed)
                    dry.Execute(desk.Run, desk.Effort with { WithFigures = figures }, new Ear(), CancellationToken.None)
            ).MemoryBytes;
    }

    [Test]
    public void A_sound_run_verifies_and_a_changed_file_is_told_before_anything_is_simulated()
    {
        FinishedRun run = desk.Completed();
        var completed = (VerificationOutcome.Completed)Verify(run.Folder, new Ear());
        Assert.That((completed.IsSound, completed.Check.Replications), Is.EqualTo((true, 7)));

        File.AppendAllText(Path.Combine(run.Folder, "summary.csv"), "x");
        var ear = new Ear();
        var changed = (VerificationOutcome.Completed)Verify(run.Folder, ear);
        Assert.That((changed.IsSound, changed.Check.Differing.Count), Is.EqualTo((false, 0)));
        Assert.That(changed.Files.Changed, Is.EqualTo(new[] { new ChangedFile("summary.csv", null) }));
        Assert.That(
            ear.Heard,
            Is.EqualTo(new[] { "1 changed", "reading", "opened", "read one", "was read", "begins", "opened", "progressed", "ends" })
        );
    }

    [Test]
    public void A_stopped_verification_says_what_it_checked_so_far()
    {
        FinishedRun run = desk.Completed();
        using var stop = new CancellationTokenSource();
        stop.Cancel();
        var stopped = (VerificationOutcome.Stopped)
            new RunVerification(desk.Workspace).Execute(new VerificationRequest(run.Folder, 7), desk.Effort, new Ear(), stop.Token);
        Assert.That((stopped.Files.Changed.Count, stopped.Check.Replications), Is.EqualTo((0, 0)));
    }

    [Test]
    public void A_replay_comes_out_as_stored_and_writes_every_fact()
    {
        FinishedRun run = desk.Completed();
        string csv = Path.Combine(desk.Folder, "facts.csv");
        var request = new ReplayRequest
        {
            Run = Path.GetFileName(run.Folder),
            Deployment = "one_team",
            Replication = 3,
            CsvFile = csv,
            MayReplace = true,
        };
        var replay = (ReplayOutcome.Completed)Replay(request);
        Assert.That((replay.Replay.IsAsStored, replay.Logs), Is.EqualTo((true, new[] { csv })));
        Assert.That(File.ReadLines(csv).Count(), Is.GreaterThan(replay.Replay.Facts.Count));
        Assert.That(Refused(Replay(request with { Replication = 40 })), Is.EqualTo(new Refusal.NoSuchReplication(40, "one_team", 40)));
        Assert.That(Refused(Replay(request with { Deployment = "three_teams" })), Is.InstanceOf<Refusal.NotInRun>());
        Assert.That(Refused(Replay(request with { Shipment = "999999" })), Is.InstanceOf<Refusal.NoSuchShipment>());
        Directory.CreateDirectory(csv + "-folder");
        Assert.That(Refused(Replay(request with { CsvFile = csv + "-folder" })), Is.EqualTo(new Refusal.NoFileToWrite(csv + "-folder")));
    }

    [Test]
    public void Runs_are_compared_by_what_differs_in_request_and_result()
    {
        FinishedRun first = desk.Completed();
        FinishedRun second = desk.Completed(desk.Run with { Source = desk.Source with { Seed = 4 }, IsAdaptive = false });
        var request = new ComparisonRequest([first.Folder, second.Folder], null);
        var compared = (ComparisonOutcome.Completed)new RunComparison(desk.Workspace).Execute(request, new Ear(), CancellationToken.None);
        Assert.That(
            compared.Table.Settings.Select(setting => setting.Path),
            Is.EquivalentTo(new[] { "experiment.seed", RunTable.AdaptiveRow })
        );
        Assert.That(
            new RunComparison(desk.Workspace).Execute(request with { Measure = "nonsense" }, new Ear(), CancellationToken.None),
            Is.InstanceOf<ComparisonOutcome.Refused>()
        );
    }

    [Test]
    public void More_runs_than_there_are_letters_are_too_many()
    {
        var request = new ComparisonRequest([.. Enumerable.Repeat("any", 27)], null);
        var refused = (ComparisonOutcome.Refused)new RunComparison(desk.Workspace).Execute(request, new Ear(), CancellationToken.None);
        Assert.That(RefusalWords.Of(refused.Why), Does.StartWith("27 runs are too many: at most 26"));
    }

    [Test]
    public void Drawn_inputs_are_compared_with_drawn_ones_only()
    {
        RunRequest draws = desk.Run with { IncludesUncertainty = true };
        FinishedRun plain = desk.Completed();
        FinishedRun drawn = desk.Completed(draws);
        FinishedRun fewer = desk.Completed(draws with { Replications = 20 });
        foreach (string[] pair in new string[][] { [plain.Folder, drawn.Folder], [fewer.Folder, plain.Folder] })
        {
            var refused = (ComparisonOutcome.Refused)Compare(pair);
            Assert.That(refused.Why, Is.InstanceOf<Refusal.DrawnAgainstFixed>());
            Assert.That(RefusalWords.Of(refused.Why), Does.Contain("make no pairs"));
        }

        // The first 20 replications are the same in both.
        var compared = (ComparisonOutcome.Completed)Compare([drawn.Folder, fewer.Folder]);
        Assert.That(compared.Table.Rows.Select(row => (row.Replications, row.IsTheSame)), Has.All.EqualTo((20, true)));

        ComparisonOutcome Compare(string[] runs) =>
            new RunComparison(desk.Workspace).Execute(new ComparisonRequest(runs, null), new Ear(), CancellationToken.None);
    }

    [Test]
    public void Documents_and_figures_are_written_and_what_is_not_there_is_refused()
    {
        FinishedRun run = desk.Completed();
        var documents = new RunDocuments(desk.Workspace);
        var ear = new Ear();
        var written = (DocumentOutcome.Completed)
            documents.Execute(new DocumentRequest(run.Folder, ["html", "xlsx"], null), ear, CancellationToken.None);
        Assert.That(ear.Heard[^2..], Is.EqualTo(new[] { "0 of 2: report.html", "1 of 2: results.xlsx" }));
        Assert.That(written.Files.Select(Path.GetFileName), Is.EqualTo(new[] { "report.html", "results.xlsx" }));
        Assert.That(
            File.ReadAllText(written.Files[0]),
            Does.Contain("[Run] of plan.yaml").And.Contain("[Sensitivity: Tornado] of plan.yaml")
        );

        var figure = (DocumentOutcome.Completed)
            documents.Execute(new FigureRequest(run.Folder, "answer", null, null), new Ear(), CancellationToken.None);
        Assert.That(figure.Files.Select(Path.GetExtension), Is.SupersetOf(new[] { ".svg", ".png", ".csv" }));

        DocumentOutcome missing = documents.Execute(
            new FigureRequest(run.Folder, "tornado", null, null),
            new Ear(),
            CancellationToken.None
        );
        Assert.That(
            ((Refusal.NoDataForFigure)((DocumentOutcome.Refused)missing).Why).Analysis!.Source.File,
            Is.EqualTo(desk.File),
            "what makes it is known"
        );
        string blocked = Path.Combine(desk.Folder, "blocked");
        File.WriteAllText(blocked, "a file");
        Assert.That(
            documents.Execute(new DocumentRequest(run.Folder, ["html"], blocked), new Ear(), CancellationToken.None),
            Is.InstanceOf<DocumentOutcome.NotSaved>()
        );
    }

    [Test]
    public void Whatever_reads_a_run_tells_what_it_holds_and_can_be_stopped()
    {
        FinishedRun run = desk.Completed();
        var documents = new RunDocuments(desk.Workspace);
        var wanted = new DocumentRequest(run.Folder, ["xlsx"], null);
        var quick = new Ear();
        documents.Execute(wanted, quick, CancellationToken.None);
        Assert.That(
            quick.Heard,
            Is.EqualTo(new[] { "reading", "opened", "was read", "opened", "0 of 1: results.xlsx" }),
            "its result was kept"
        );
        File.Delete(Path.Combine(run.Folder, "analysis.json"));

        using var stop = new CancellationTokenSource();
        var half = new Ear { AtFile = file => StopAt(file == "results.xlsx") };
        Assert.That(documents.Execute(wanted, half, stop.Token), Is.InstanceOf<DocumentOutcome.Completed>(), "the last file was begun");
        Assert.That(half.Heard, Is.EqualTo(new[] { "reading", "opened", "read one", "was read", "opened", "0 of 1: results.xlsx" }));
        using var early = new CancellationTokenSource();
        var first = new Ear { AtFile = _ => early.Cancel() };
        DocumentRequest both = wanted with { Formats = ["xlsx", "html"] };
        Assert.That(((DocumentOutcome.Stopped)documents.Execute(both, first, early.Token)).Files, Has.Count.EqualTo(1));
        Assert.That(((DocumentOutcome.Stopped)documents.Execute(wanted, new Ear(), early.Token)).Files, Is.Empty);

        using var reading = new CancellationTokenSource();
        var twice = new ComparisonRequest([run.Folder, run.Folder], null);
        var second = new Ear { AtReplication = number => CancelAt(reading, number == 41) };
        Assert.That(new RunComparison(desk.Workspace).Execute(twice, second, reading.Token), Is.InstanceOf<ComparisonOutcome.Stopped>());
        Assert.That(second.Heard.Count(what => what == "reading"), Is.EqualTo(2), "it was stopped in the second run");

        void StopAt(bool isThere) => CancelAt(stop, isThere);
    }

    [Test]
    public void A_replay_and_a_validation_tell_what_they_simulate_and_can_be_stopped()
    {
        FinishedRun run = desk.Completed();
        var request = new ReplayRequest
        {
            Run = run.Folder,
            Deployment = "one_team",
            Replication = 3,
        };
        var ear = new Ear();
        new RunReplay(desk.Workspace).Execute(request, ear, CancellationToken.None);
        Assert.That(ear.Heard, Is.EqualTo(new[] { "simulating 3 of one_team", "opened" }));
        using var stop = new CancellationTokenSource();
        stop.Cancel();
        Assert.That(new RunReplay(desk.Workspace).Execute(request, ear, stop.Token), Is.InstanceOf<ReplayOutcome.Stopped>());

        var validated = new Ear();
        new Validation(desk.Workspace).Execute(new ValidationRequest(["extremes"], 0), desk.Effort, validated, CancellationToken.None);
        Assert.That(validated.Heard, Is.EqualTo(new[] { "begins", "0 of 1: extremes", "ends" }));
        ValidationOutcome stopped = new Validation(desk.Workspace).Execute(
            new ValidationRequest([], 0),
            desk.Effort,
            new Ear(),
            stop.Token
        );
        Assert.That(((ValidationOutcome.Stopped)stopped).Certificate.Checks, Is.Zero);
    }

    [Test]
    public void Documents_replace_no_file_but_those_of_the_runs_own_folder_of_them()
    {
        FinishedRun run = desk.Completed();
        var documents = new RunDocuments(desk.Workspace);
        string mine = Path.Combine(desk.Folder, "results.xlsx");
        File.WriteAllText(mine, "precious");
        var request = new DocumentRequest(run.Folder, ["xlsx"], desk.Folder);
        Assert.That(
            documents.Execute(request, new Ear(), CancellationToken.None),
            Is.EqualTo(new DocumentOutcome.Refused(new Refusal.FileExists(mine)))
        );
        Assert.That(File.ReadAllText(mine), Is.EqualTo("precious"));
        Assert.That(
            documents.Execute(request with { MayReplace = true }, new Ear(), CancellationToken.None),
            Is.InstanceOf<DocumentOutcome.Completed>()
        );
        Assert.That(
            documents.Execute(request with { Folder = null }, new Ear(), CancellationToken.None),
            Is.InstanceOf<DocumentOutcome.Completed>()
        );
        Assert.That(
            documents.Execute(request with { Folder = null }, new Ear(), CancellationToken.None),
            Is.InstanceOf<DocumentOutcome.Completed>()
        );

        var figure = new FigureRequest(run.Folder, "answer", null, run.Folder) { MayReplace = true };
        Assert.That(
            ((DocumentOutcome.Refused)documents.Execute(figure, new Ear(), CancellationToken.None)).Why,
            Is.InstanceOf<Refusal.InsideResults>().With.Property("Folder").EqualTo(run.Folder)
        );
    }

    [Test]
    public void A_run_of_before_requests_were_kept_opens_draws_and_verifies()
    {
        FinishedRun run = desk.Completed();
        string path = Path.Combine(run.Folder, RunManifest.FileName);
        JsonNode manifest = JsonNode.Parse(File.ReadAllText(path))!;
        manifest.AsObject().Remove("request");
        manifest["command"] = "simint run plan.yaml";
        manifest["date"] = "2026-11-24T20:05:00.1234567-06:00";
        File.WriteAllText(path, manifest.ToJsonString());
        Assert.That(((VerificationOutcome.Completed)Verify(run.Folder, new Ear())).IsSound, Is.True);
        Assert.That(StoredRun.TryFind(run.Folder, desk.Workspace, new Ear(), out StoredRun? stored, out _), Is.True);
        Assert.That(
            (stored!.Provenance.Command, stored.Provenance.SensitivityCommand, stored.Provenance.Date.Day),
            Is.EqualTo(("simint run plan.yaml", (string?)null, 25))
        );
        DocumentOutcome outcome = new RunDocuments(desk.Workspace).Execute(
            new DocumentRequest(run.Folder, ["html"], null),
            new Ear(),
            CancellationToken.None
        );
        Assert.That(
            File.ReadAllText(((DocumentOutcome.Completed)outcome).Files[0]),
            Does.Contain("simint run plan.yaml").And.Contain("A sensitivity analysis of the scenario shows")
        );
    }

    [Test]
    public void A_run_that_is_not_there_is_refused_with_those_that_are()
    {
        FinishedRun run = desk.Completed();
        var outcome = (VerificationOutcome.Refused)Verify("2020-01-01-abcd", new Ear());
        Assert.That(((Refusal.NoSuchRun)outcome.Why).Known, Is.EqualTo(new[] { Path.GetFileName(run.Folder) }));
    }

    [Test]
    public void A_validation_certifies_and_an_unknown_law_is_refused()
    {
        var validation = new Validation(desk.Workspace);
        ValidationOutcome outcome = validation.Execute(
            new ValidationRequest(["extremes"], 0),
            desk.Effort,
            new Ear(),
            CancellationToken.None
        );
        Assert.That(((ValidationOutcome.Completed)outcome).Agrees, Is.True);
        Assert.That(
            validation.Execute(new ValidationRequest(["nonsense"], 0), desk.Effort, new Ear(), CancellationToken.None),
            Is.InstanceOf<ValidationOutcome.Refused>()
        );
    }

    private static void CancelAt(CancellationTokenSource source, bool isThere)
    {
        if (isThere)
        {
            source.Cancel();
        }
    }

    private static Refusal Refused(ReplayOutcome outcome) => ((ReplayOutcome.Refused)outcome).Why;

    private ReplayOutcome Replay(ReplayRequest request) =>
        new RunReplay(desk.Workspace).Execute(request, new Ear(), CancellationToken.None);

    private VerificationOutcome Verify(string run, Ear ear) =>
        new RunVerification(desk.Workspace).Execute(new VerificationRequest(run, 7), desk.Effort, ear, CancellationToken.None);
}
