using SimInterdiction.Application.Validations;
using SimInterdiction.Experiments;
using SimInterdiction.Experiments.Oracles;
using SimInterdiction.Experiments.Results;
using SimInterdiction.Scenarios;

namespace SimInterdiction.Tests.Verification;

/// <summary>
/// The simulation against theory, from scenario text to result. Error rate: one check in a thousand over all seeds; the
/// seeds are fixed in the scenarios.
/// </summary>
public sealed class OracleTests
{
    // The same law at other numbers, or a long simulation, which takes seconds each.
    private static readonly string[] Long =
    [
        "loss_5_4",
        "loss_10_7",
        "wait_four_lanes",
        "wait_some_variation",
        "wait_much_variation",
        "many_rings",
        "secondary_loss",
        "more_lanes",
        "limited_queue",
        "leads_that_die",
        "open_traces",
        "rings_known",
        "secondary_waits",
        "in_a_row",
        "wait_three_lanes",
        "wait_no_variation",
        "months",
        "loss_fixed",
    ];

    private static IEnumerable<TestCaseData> Oracles => Named(OracleCatalog.All.Where(o => !Long.Contains(o.Name)));

    private static IEnumerable<TestCaseData> More => Named(Long.Select(name => OracleCatalog.All.Single(o => o.Name == name)));

    [TestCaseSource(nameof(Oracles))]
    public void Simulation_agrees_with_theory(Oracle oracle) => AssertAgrees(oracle);

    [TestCaseSource(nameof(More))]
    [Explicit("Half a minute.")]
    [Category("Slow")]
    public void So_it_does_in_long_simulations(Oracle oracle) => AssertAgrees(oracle);

    [Test]
    public void Laws_have_different_names() => Assert.That(OracleCatalog.All.Select(o => o.Law), Is.Unique);

    private static IEnumerable<TestCaseData> Named(IEnumerable<Oracle> oracles) =>
        oracles.Select(o => new TestCaseData(o).SetArgDisplayNames(o.Name));

    private static void AssertAgrees(Oracle oracle)
    {
        ScenarioReading reading = ScenarioReader.ReadText(oracle.Yaml);
        Assert.That(reading.Problems.Where(p => p.IsError).Select(p => $"{p.Line}: {p.Message}"), Is.Empty);

        StudyResult result = Study.Run(reading.Scenario!, new StudyOptions { Jobs = 2 }, progress: null, CancellationToken.None);

        using (Assert.EnterMultipleScope())
        {
            foreach (OracleCheck check in OracleCheck.Of(oracle.Expectations, result))
            {
                string what = $"{check.Expectation}: {check.Simulated} +- {check.HalfWidth}";
                Assert.That(check.Agrees, Is.True, what);
                Assert.That(check.IsSharp, Is.True, "Too wide to mean anything: " + what);
            }
        }
    }
}
