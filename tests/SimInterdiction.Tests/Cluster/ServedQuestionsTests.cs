using System.Text.Json;
using SimInterdiction.Application.Calibrations;
using SimInterdiction.Application.Manifests;
using SimInterdiction.Application.Optimizations;
using SimInterdiction.Application.Requests;
using SimInterdiction.Application.Sensitivities;
using SimInterdiction.Cli.Solving;
using SimInterdiction.Experiments.Results;
using SimInterdiction.Model.Language;
using SimInterdiction.Tests.Application;
using SimInterdiction.Tests.Web;
using SimInterdiction.Tests.Web.Runs;

namespace SimInterdiction.Tests.Cluster;

/// <summary>Questions that workers simulate come out as on one machine, to the last byte.</summary>
public sealed class ServedQuestionsTests
{
    private NatsServer server = null!;
    private ClusterDesk cluster = null!;

    [OneTimeSetUp]
    public void StartServer()
    {
        server = new NatsServer();
        cluster = new ClusterDesk(server);
        cluster.AddWorker(slots: 2);
    }

    [OneTimeTearDown]
    public void EndServer()
    {
        cluster?.Dispose();
        server?.Dispose();
    }

    [Test]
    public void A_choice_of_the_best()
    {
        (string byThreads, string byWorkers) = Both(
            (desk, effort) =>
                Desk.Numbers(desk.Completed(desk.Run with { Source = desk.Source with { Overrides = ["experiment.choose=best"] } }, effort))
        );
        Assert.That(byWorkers, Is.EqualTo(byThreads).And.Contain("choice"));
    }

    [TestCase(SensitivityMethod.Tornado)]
    [TestCase(SensitivityMethod.Verdicts)]
    public void A_sensitivity_analysis(SensitivityMethod method)
    {
        (string byThreads, string byWorkers) = Both(
            (desk, effort) =>
            {
                var request = new SensitivityRequest
                {
                    Source = desk.Source,
                    Method = method,
                    Replications = 4,
                    Deployment = method == SensitivityMethod.Verdicts ? null : "one_team",
                };
                SensitivityOutcome outcome = new SensitivityStudy(desk.Workspace).Execute(request, effort, new Ear(), default);
                Assert.That(outcome, Is.InstanceOf<SensitivityOutcome.Completed>());
                return (((SensitivityOutcome.Completed)outcome).Analysis with { ElapsedS = 0 }).ToJson();
            }
        );
        Assert.That(byWorkers, Is.EqualTo(byThreads));
    }

    [TestCase("shipments_seized of one_team = 45 +- 3")]
    [TestCase("shipments_seized of one_team = 45 +- 9", "shipments_dispatched of one_team = 300 +- 40")]
    public void A_calibration(params string[] figures)
    {
        (string byThreads, string byWorkers) = Both(
            (desk, effort) =>
            {
                var request = new CalibrationRequest
                {
                    Source = desk.Source,
                    Fits =
                        figures.Length == 1 ? ["team_types.team.stops"] : ["team_types.team.finds between 30% and 70%", "flows.guns.rate"],
                    Figures = figures,
                    Replications = 4,
                    MostDraws = 300,
                };
                CalibrationStudyOutcome outcome = new CalibrationStudy(desk.Workspace).Execute(request, effort, new Ear(), default);
                Assert.That(outcome, Is.InstanceOf<CalibrationStudyOutcome.Completed>());
                var completed = (CalibrationStudyOutcome.Completed)outcome;
                return CanonicalText.Of(completed.Report.Result.Unknowns) + File.ReadAllText(completed.File);
            }
        );
        Assert.That(byWorkers, Is.EqualTo(byThreads));
    }

    [Test]
    public void What_a_search_proposes()
    {
        (string byThreads, string byWorkers) = Both(
            (desk, effort) =>
            {
                var request = new OptimizationRequest(desk.Source with { Overrides = ["today=one_team"] })
                {
                    Replications = 6,
                    Seconds = 20,
                };
                OptimizationOutcome outcome = new DeploymentOptimization(desk.Workspace, SolverCommand.Program).Execute(
                    request,
                    effort,
                    new Searching(),
                    default
                );
                Assert.That(outcome, Is.InstanceOf<OptimizationOutcome.Found>());
                var found = (OptimizationOutcome.Found)outcome;
                Assert.That(found.Result.Replications, Is.EqualTo(6));
                Assert.That(
                    Directory.GetFiles(found.Folder!, "*.parquet", SearchOption.AllDirectories).Length > 0,
                    Is.EqualTo(effort.Cluster is not null),
                    "simulated by workers"
                );
                return CanonicalText.Of(found.Result.Deployments);
            }
        );
        Assert.That(byWorkers, Is.EqualTo(byThreads));
    }

    [Test]
    public async Task A_run_of_the_page()
    {
        await using PageVisit visit = await PageVisit.Begin(cluster: cluster.Effort.Cluster);
        JsonElement news = await visit.RunToTheEnd();
        using var alone = new Desk();
        Assert.That(News.NumbersOf(visit, news), Is.EqualTo(Desk.Numbers(alone.Completed())));
        Assert.That(RunManifest.Read(News.FolderOf(visit, news))!.Sessions.Single().Threads, Is.Null, "by workers");
    }

    private (string ByThreads, string ByWorkers) Both(Func<Desk, Effort, string> ask)
    {
        using var alone = new Desk();
        string byThreads = Of(alone, alone.Effort);
        using var served = new Desk();
        int before = cluster.Answers;
        string byWorkers = Of(served, cluster.Effort);
        Assert.That(cluster.Answers, Is.GreaterThan(before), "workers have simulated");
        return (byThreads, byWorkers);

        // Where the folder stands is not the question.
        string Of(Desk desk, Effort effort) => ask(desk, effort).Replace(desk.Folder, "", StringComparison.Ordinal);
    }

    private sealed class Searching : IObserveOptimization;
}
