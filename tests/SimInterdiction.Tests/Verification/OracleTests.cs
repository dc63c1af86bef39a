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
    private static IEnumerable<TestCaseData> Oracles => OracleCatalog.All.Select(o => new TestCaseData(o).SetArgDisplayNames(o.Name));

    [TestCaseSource(nameof(Oracles))]
    public void Simulation_agrees_with_theory(Oracle oracle)
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

    [Test]
    public void Laws_have_different_names() => Assert.That(OracleCatalog.All.Select(o => o.Law), Is.Unique);
}
