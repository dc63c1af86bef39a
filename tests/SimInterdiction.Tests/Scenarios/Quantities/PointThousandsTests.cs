using SimInterdiction.Model;
using SimInterdiction.Scenarios;
using SimInterdiction.Scenarios.Calibration;
using SimInterdiction.Scenarios.Problems;

namespace SimInterdiction.Tests.Scenarios.Quantities;

/// <summary>A point is a decimal mark, and a number in which it may divide thousands is never read without a
/// word.</summary>
public sealed class PointThousandsTests
{
    [TestCase("flows: { houston: { rate: ⟦12.000 firearms per year⟧ } }", "12_000 firearms per year")]
    [TestCase("flows: { houston: { rate: ⟦200.000 firearms per year⟧ } }", "200_000 firearms per year")]
    [TestCase("flows: { houston: { rate: ⟦1.250 firearms per month⟧ } }", "1_250 firearms per month")]
    [TestCase("flows: { houston: { rate: ⟦12.000 per day⟧ } }", "12_000 per day")]
    [TestCase(
        "total_flow: ⟦200.000 firearms per year⟧\nflows: { other: { share: 100%, routes: { gulf: 100% } } }",
        "200_000 firearms per year"
    )]
    [TestCase("flows: { houston: { rate: { uncertain: [1 per year, ⟦1.500 per year⟧, 2 per year] } } }", "1_500 per year")]
    [TestCase("checkpoints: { laredo: { traffic: ⟦8.000 per day⟧ } }", "8_000 per day")]
    [TestCase("checkpoints: { laredo: { traffic: ⟦21.500 per day⟧ } }", "21_500 per day")]
    [TestCase("flows: { houston: { rate: ⟦1.250 shipments per day⟧ } }", "1_250 shipments per day")]
    [TestCase("flows: { houston: { rate: ⟦1.250 firearms per week⟧ } }", "1_250 firearms per week")]
    [TestCase("flows: { houston: { rate: ⟦x 2.500⟧ } }", "x 2_500")]
    [TestCase("flows: { houston: { rate: ⟦x 125.125%⟧ } }", "x 125_125%")]
    [TestCase("team_types: { team: { cost_per_officer_hour: ⟦85.125 USD⟧ } }", "85_125 USD")]
    [TestCase("task_forces: { laredo: { reach: ⟦1.000 mi⟧ } }", "1_000 mi")]
    [TestCase("length: ⟦1.000 days⟧", "1_000 days")]
    public void What_may_have_thousands_is_read_as_decimal_and_told(string fragment, string grouped)
    {
        Problem problem = Files.AssertWarning("S127", fragment);
        Assert.That(problem.Hint, Is.EqualTo($"where the point divides thousands, write '{grouped}'"));
    }

    [TestCase("flows: { houston: { rate: 0.125 firearms per year } }")]
    [TestCase("flows: { houston: { rate: 12.5 firearms per year } }")]
    [TestCase("flows: { houston: { rate: 12.3456 firearms per year } }")]
    [TestCase("flows: { houston: { rate: 12_000.000 firearms per year } }")]
    [TestCase("flows: { houston: { rate: 12.50 per day } }")]
    [TestCase("flows: { houston: { rate: x 0.125 } }")]
    [TestCase("flows: { houston: { rate: x 0.09375 } }")]
    [TestCase("team_types: { team: { cost_per_officer_hour: 85.12 USD } }")]
    [TestCase("task_forces: { laredo: { reach: 1.500 mi } }")]
    [TestCase("team_types: { team: { finds: 1.000, stops: 50.000% } }")]
    [TestCase("places: { houston: { at: [29.000, -95.000] } }")]
    [TestCase("experiment: { smallest_difference_that_matters: 1.000 points }")]
    public void What_may_not_is_read_in_silence(string fragment)
    {
        ScenarioReading reading = Files.ReadOverBase(fragment);
        Files.Good(reading);
        Assert.That(reading.Problems.Select(p => p.Code), Has.None.AnyOf("S126", "S127"));
    }

    [TestCase("flows.houston.rate=x 2.500", null, Given.Settings, 20)]
    [TestCase(null, "flows.houston.rate x 2.500", Given.WhatIfs, 20)]
    public void A_factor_beside_the_file_is_told_once(string? set, string? asked, string file, int column)
    {
        ReadingOptions options = new() { Overrides = set is null ? [] : [set], WhatIfs = asked is null ? [] : [asked] };
        ScenarioReading reading = ScenarioReader.ReadText(Files.Base, options: options);
        Files.Good(reading);
        Problem problem = reading.Problems.Single(p => p.Code == "S127");
        Assert.That((problem.File, problem.Column), Is.EqualTo((file, column)));
        Assert.That(problem.Hint, Is.EqualTo("where the point divides thousands, write 'x 2_500'"));
    }

    [Test]
    public void A_decimal_comma_of_a_table_is_told_as_it_stands_there()
    {
        Files.Write("rates.csv", "name;rate;routes.gulf\nhouston;1,000 shipments per day;100%\nb;2,5 shipments per day;100%\n");
        ScenarioReading reading = Files.ReadOverBase("flows: { from: rates.csv }");
        Files.Good(reading);
        Problem problem = reading.Problems.Single(p => p.Code == "S127");
        Assert.Multiple(() =>
        {
            Assert.That(problem.Message, Is.EqualTo("'1,000 shipments per day' is read as 1, with a decimal comma"));
            Assert.That(problem.Hint, Is.EqualTo("where the comma divides thousands, write '1_000 shipments per day'"));
        });
    }

    [Test]
    public void The_amount_is_the_decimal_one()
    {
        Scenario read = Files.Good(Files.ReadOverBase("flows: { houston: { rate: 12.000 firearms per year } }"));
        Assert.That(read.Flows["houston"].Rate!.Value.PerHour, Is.EqualTo(12.0 / (365 * 24)).Within(1e-15));
    }

    [TestCase("firearms_seized of today = 2.000 +- 50")]
    [TestCase("firearms_seized of today = 2000 +- 1.000")]
    public void A_target_that_may_have_thousands_is_refused(string target)
    {
        (_, IReadOnlyList<Problem> problems) = StatedFigureReader.Read([target], Files.Good(Files.Read(Files.Base)));
        Assert.That(problems.Select(p => p.Code), Is.EqualTo(new[] { "S126" }));
    }
}
