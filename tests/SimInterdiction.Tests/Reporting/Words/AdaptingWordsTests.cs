using SimInterdiction.Experiments.Results;
using SimInterdiction.Model;
using SimInterdiction.Model.Adversaries;
using SimInterdiction.Model.Study;
using SimInterdiction.Reporting.Report;
using SimInterdiction.Reporting.Words;

namespace SimInterdiction.Tests.Reporting.Words;

/// <summary>What is said of traffickers follows what the scenario's organizations do.</summary>
public sealed class AdaptingWordsTests
{
    private const string Adapts = "how traffickers adapt is assumed";
    private const string Still = "traffickers don't adapt in this model";

    private static readonly Organization[] Behaviours =
    [
        new() { RouteChoice = new RouteChoice { RiskAversion = 1 } },
        new()
        {
            RouteChoice = new RouteChoice { RiskAversion = 1, Learns = Learning.Known },
        },
        new() { SplitsLoads = new LoadSplitting { AfterSeizures = 1 } },
        new()
        {
            Watches = new Scouting { Share = 0.5, PatienceHours = 1 },
        },
        new() { LiesLow = new LyingLow { ForHours = 1 } },
    ];

    [Test]
    public void Every_behaviour_is_tried() =>
        Assert.That(
            typeof(Organization)
                .GetProperties()
                .Where(p => typeof(IAdaptation).IsAssignableFrom(p.PropertyType))
                .Where(p => Behaviours.All(b => p.GetValue(b) is null)),
            Is.Empty
        );

    [TestCaseSource(nameof(Behaviours))]
    public void Whoever_adapts_is_said_to(Organization organization)
    {
        Scenario scenario = With(organization);
        Assert.That(Provenance(scenario), Does.Contain(Adapts).And.Not.Contain(Still));
        Assert.That(Doubt(scenario), Does.Contain(Adapts).And.Not.Contain(Still));
        Assert.That(
            Behaviour(scenario, isAdaptive: true),
            Is.Not.EquivalentTo(Behaviour(With(new Organization()), isAdaptive: true)).And.No.Member("Nobody adapts.")
        );
        Assert.That(Behaviour(scenario, isAdaptive: false), Has.Member("Nobody adapts."));
    }

    [TestCaseSource(nameof(Behaviours))]
    public void One_who_sends_nothing_changes_no_word(Organization organization)
    {
        Scenario scenario = With(organization) with { Flows = SampleScenario.Make(["Today"]).Flows };
        Assert.That(Provenance(scenario), Does.Contain(Still));
        Assert.That(Doubt(scenario), Does.Contain(Still));
        Assert.That(Behaviour(scenario, isAdaptive: true), Has.Member("Nobody adapts."));
    }

    [Test]
    public void Fixed_beliefs_and_drivers_of_whom_none_watches_are_not_adapting()
    {
        Organization still = new()
        {
            RouteChoice = new RouteChoice { RiskAversion = 1, Learns = Learning.Off },
            Watches = new Scouting { Share = 0, PatienceHours = 1 },
        };
        Assert.That(Provenance(With(still)), Does.Contain(Still));
    }

    [TestCaseSource(nameof(Behaviours))]
    public void A_variant_that_adapts_counts_where_it_was_simulated(Organization organization)
    {
        Scenario scenario = With(new Organization());
        StudyResult study = SampleStudy.All["adapting"] with
        {
            IsAdaptive = false,
            Scenario = scenario with
            {
                Experiment = scenario.Experiment with
                {
                    Adversaries = SampleScenario.Ordered([
                        ("variant", new AdversaryVariant { Organizations = SampleScenario.Ordered([("gang", organization)]) }),
                    ]),
                },
            },
        };
        Assert.That(ProvenanceBlock.Of(study, SampleStudy.Provenance).NotCovered, Does.Contain(Adapts));
        Assert.That(ProvenanceBlock.Of(study with { Adversaries = [] }, SampleStudy.Provenance).NotCovered, Does.Contain(Still));
    }

    private static IEnumerable<string> Behaviour(Scenario scenario, bool isAdaptive) =>
        Mechanisms.OfBehaviours(scenario, new ModelFacts(scenario, scenario.Deployments.Keys, isAdaptive));

    private static Scenario With(Organization organization)
    {
        Scenario scenario = SampleScenario.Make(["Today"]);
        return scenario with
        {
            Organizations = SampleScenario.Ordered([("gang", organization)]),
            Flows = SampleScenario.Ordered(scenario.Flows.Select(f => (f.Key, f.Value with { Organization = "gang" }))),
        };
    }

    private static string Provenance(Scenario scenario) =>
        ProvenanceBlock
            .Of(SampleStudy.All["one"] with { Scenario = scenario, IsAdaptive = scenario.Adapts }, SampleStudy.Provenance)
            .NotCovered;

    private static string Doubt(Scenario scenario) =>
        new SensitivityView(SampleSensitivity.Verdicts().Result, scenario, SampleStudy.Provenance).Block.NotCovered;
}
