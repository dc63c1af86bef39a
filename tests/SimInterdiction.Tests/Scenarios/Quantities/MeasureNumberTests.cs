using SimInterdiction.Model.Measures;
using SimInterdiction.Model.Study;
using SimInterdiction.Scenarios;
using SimInterdiction.Scenarios.Problems;

namespace SimInterdiction.Tests.Scenarios.Quantities;

/// <summary>Numbers that meet a measure: differences that matter, precisions and criteria, in the measure's
/// unit.</summary>
public sealed class MeasureNumberTests
{
    private static readonly string[] Units =
    [
        "15%",
        "0.2 points",
        "10 min",
        "2_000 USD",
        "5 firearms",
        "3 shipments",
        "7 vehicles",
        "4 traces",
        "2 cases",
        "500 officer-hours",
        "1.5 per 1,000 officer-hours",
    ];

    private static IEnumerable<Measure> Decisive => MeasureCatalog.All.Where(m => m.Estimator != Estimator.Pooled);

    [TestCase("seizure_rate", "0.2 points", 0.002)]
    [TestCase("wait_h", "15 min", 0.25)]
    [TestCase("wait_h", "0.2 h", 0.2)]
    [TestCase("case_wait_h", "2 days", 48)]
    [TestCase("disruption_days", "2 days", 2)]
    [TestCase("disruption_days", "36 h", 1.5)]
    [TestCase("disruption_days", "1 week", 7)]
    [TestCase("cost_usd", "2_000 USD", 2000)]
    [TestCase("cost_per_firearm_usd", "12.5 USD per firearm", 12.5)]
    [TestCase("firearms_seized", "5 firearms", 5)]
    [TestCase("firearms_seized", "1 firearm", 1)]
    [TestCase("firearms_seized", "5", 5)]
    [TestCase("shipments_seized", "3 shipments", 3)]
    [TestCase("waved_through", "7 vehicles", 7)]
    [TestCase("leads", "0.5 leads", 0.5)]
    [TestCase("cases_closed", "1 case", 1)]
    [TestCase("firearms_per_seizure", "0.5 firearms per seizure", 0.5)]
    [TestCase("officer_hours", "500 officer-hours", 500)]
    [TestCase("seized_per_1000_officer_hours", "1.5 per 1,000 officer-hours", 1.5)]
    [TestCase("seized_per_1000_officer_hours", "1.5 firearms per 1000 officer-hours", 1.5)]
    public void A_difference_is_read_in_the_unit_of_its_measure(string measure, string written, double value)
    {
        string experiment =
            $"experiment: {{ smallest_difference_that_matters: \"{written}\", precision: \"{written}\", measure: {measure} }}";
        ExperimentPlan plan = Files.Good(Files.ReadOverBase(experiment)).Experiment;
        Assert.That((plan.SmallestDifferenceThatMatters, plan.Precision!.Value), Is.EqualTo((value, value)).Within(1e-15 * value));
    }

    [TestCase("seizure_rate", "15%", 0.15)]
    [TestCase("seizure_rate", "0.15", 0.15)]
    [TestCase("delay_p95_h", "20 min", 1 / 3.0)]
    [TestCase("cost_usd", "1_500_000 USD", 1.5e6)]
    [TestCase("shipments_delivered", "900", 900)]
    [TestCase("officer_hours", "2_880 officer-hours", 2880)]
    public void A_criterion_is_read_in_the_unit_of_its_measure(string measure, string written, double value)
    {
        foreach (string criterion in new[] { $"measure: {measure}, at_least: {written}", $"at_least: {written}, measure: {measure}" })
        {
            Requirement requirement = Files.Good(Files.ReadOverBase($"require: [{{ deployment: today, {criterion} }}]")).Require[0];
            Assert.That(requirement.AtLeast, Is.EqualTo(value).Within(1e-15 * value));
        }
    }

    [Test]
    public void Every_measure_takes_its_own_unit_and_no_other()
    {
        foreach (Measure measure in Decisive)
        {
            string own = measure.Unit.ExampleOfDifference ?? measure.Unit.Example;
            Assert.That(Codes(measure.Name, own), Is.Empty, $"{measure.Name}: {own}");
            bool isTime = measure.Unit.Example.Contains("days", StringComparison.Ordinal);
            foreach (
                string other in Units.Where(u =>
                    UnitOf(u) != UnitOf(own) && !measure.Unit.Also.Contains(UnitOf(u)) && !(isTime && UnitOf(u) == "min")
                )
            )
            {
                Assert.That(Codes(measure.Name, other), Is.EqualTo(new[] { "S437" }), $"{measure.Name}: {other}");
            }
        }
    }

    [Test]
    public void No_difference_is_none_in_every_unit()
    {
        foreach (Measure measure in Decisive)
        {
            foreach (string nothing in new[] { "0", "0 points", "0 USD" })
            {
                ScenarioReading reading = Files.ReadOverBase(
                    $"experiment: {{ measure: {measure.Name}, smallest_difference_that_matters: {nothing} }}"
                );
                Assert.That(Files.Good(reading).Experiment.SmallestDifferenceThatMatters, Is.Zero);
            }
        }
    }

    [Test]
    public void A_measure_set_on_the_command_line_decides_how_the_file_is_read()
    {
        ScenarioReading both = Files.ReadOverBase(
            "experiment: { smallest_difference_that_matters: 0.2 points }",
            "experiment.measure=wait_h",
            "experiment.smallest_difference_that_matters=3 min"
        );
        Assert.That(Files.Good(both).Experiment.SmallestDifferenceThatMatters, Is.EqualTo(0.05).Within(1e-15));
        Problem problem = Files
            .ReadOverBase("experiment: { smallest_difference_that_matters: 0.2 points }", "experiment.measure=wait_h")
            .Problems.Single(p => p.IsError);
        Assert.That((problem.Code, problem.File, problem.Related!.Mark.File), Is.EqualTo(("S437", "a.yaml", Given.Settings)));
    }

    [Test]
    public void A_difference_may_be_uncertain_in_any_unit()
    {
        ScenarioReading reading = Files.ReadOverBase(
            "experiment: { measure: cost_usd, smallest_difference_that_matters: { uncertain: [1_000 USD, 2_000 USD, 3_000 USD] } }"
        );
        Assert.That(Files.Good(reading).Experiment.SmallestDifferenceThatMatters, Is.EqualTo(2000));
    }

    [Test]
    public void Any_measure_with_a_direction_may_be_chosen_by_and_known_to_a_precision()
    {
        foreach (Measure measure in Decisive.Where(m => m.BetterWhen != 0))
        {
            string own = measure.Unit.ExampleOfDifference ?? measure.Unit.Example;
            Files.Good(
                Files.ReadOverBase(
                    $"experiment: {{ measure: {measure.Name}, choose: best, smallest_difference_that_matters: \"{own}\", "
                        + "replications: 40 }"
                )
            );
            Files.Good(Files.ReadOverBase($"experiment: {{ measure: {measure.Name}, precision: \"{own}\" }}"));
        }
    }

    [Test]
    public void A_measure_without_a_direction_is_warned_of() => Files.AssertWarning("S525", "experiment: { measure: ⟦officer_hours⟧ }");

    private static IEnumerable<string> Codes(string measure, string difference) =>
        Files
            .ReadOverBase($"experiment: {{ measure: {measure}, smallest_difference_that_matters: \"{difference}\" }}")
            .Problems.Where(p => p.IsError)
            .Select(p => p.Code);

    private static string UnitOf(string written) => written.TrimStart([.. "0123456789_.".ToArray()]).Trim();
}
