using SimInterdiction.Engine.Distributions;
using SimInterdiction.Model;
using SimInterdiction.Model.Traffic;
using SimInterdiction.Scenarios;
using SimInterdiction.Scenarios.Problems;

namespace SimInterdiction.Tests.Scenarios.Reading;

/// <summary>A factor in place of a number is that many times what it replaces.</summary>
public sealed class FactorTests
{
    [TestCase("x 2", 24)]
    [TestCase("x2", 24)]
    [TestCase("X 1.5", 18)]
    [TestCase("\u00D7 50%", 6)]
    [TestCase("x 0.1", 1.2)]
    [TestCase("x 0", 0)]
    public void A_rate_is_multiplied_with_its_unit(string factor, double perWeek)
    {
        Scenario scenario = Files.Good(Files.ReadOverBase("title: x", $"flows.houston.rate={factor}"));
        Assert.That(scenario.Flows["houston"].Rate, Is.EqualTo(new FlowRate(perWeek / 168, Counted.Shipments)));
    }

    [Test]
    public void Decimals_are_multiplied_as_people_multiply_them()
    {
        ScenarioReading reading = Files.ReadOverBase("team_types: { team: { finds: 4.1% }, other: { based_on: team, finds: x 3 } }");
        Assert.That(Files.Good(reading).TeamTypes["other"].Finds, Is.EqualTo(0.123));
        Assert.That(reading.Resolved.ToYaml(), Does.Contain("finds: 12.3%"));
    }

    [TestCase("{ varies: [1 min, 2 min, 3 min] }", 2, 6)]
    [TestCase("{ uniform: [1 min, 3 min] }", 2, 6)]
    [TestCase("{ fixed: 2 min }", 4, 4)]
    [TestCase("2 min", 4, 4)]
    [TestCase("{ empirical: { 1 min: 50%, 3 min: 50% } }", 2, 6)]
    [TestCase("{ uncertain: [1 min, 2 min, 3 min] }", 4, 4)]
    [TestCase("{ varies: [1 min, { uncertain: [1 min, 2 min, 3 min] }, 3 min] }", 2, 6)]
    public void Every_value_of_a_distribution_is_multiplied(string search, double least, double most)
    {
        Scenario scenario = Files.Good(
            Files.ReadOverBase($"team_types: {{ team: {{ search: {search} }}, slow: {{ based_on: team, search: x 2 }} }}")
        );
        Distribution slow = scenario.TeamTypes["slow"].SearchHours;
        Assert.That((slow.Minimum * 60, slow.Maximum * 60), Is.EqualTo((least, most)).Using<double>((a, b) => Math.Abs(a - b) < 1e-9));
    }

    [Test]
    public void What_is_no_amount_of_a_distribution_is_not_multiplied_and_its_bounds_are()
    {
        const string Load = "{ lognormal: { median: 3, sigma: 1.0 }, between: [1, 60] }";
        Scenario once = Files.Good(Files.ReadOverBase($"flows: {{ houston: {{ load: {Load} }} }}"));
        Scenario twice = Files.Good(Files.ReadOverBase($"flows: {{ houston: {{ load: {Load} }} }}", "flows.houston.load=x 2"));
        Scenario written = Files.Good(
            Files.ReadOverBase("flows: { houston: { load: { lognormal: { median: 6, sigma: 1.0 }, between: [2, 120] } } }")
        );
        Assert.That(twice.Flows["houston"].Load, Is.EqualTo(written.Flows["houston"].Load).And.Not.EqualTo(once.Flows["houston"].Load));
    }

    [Test]
    public void A_factor_of_a_factor_is_their_product()
    {
        Scenario scenario = Files.Good(
            Files.ReadOverBase("team_types: { half: { based_on: team, stops: x 2 }, more: { based_on: half, stops: x 1.5 } }")
        );
        Assert.That(scenario.TeamTypes["more"].Stops, Is.EqualTo(0.15));
    }

    [Test]
    public void A_factor_of_what_is_not_written_is_one_of_its_default()
    {
        Scenario scenario = Files.Good(Files.ReadOverBase("team_types: { team: { officers: x 3, further_team_adds: x 40% } }"));
        var team = scenario.TeamTypes["team"];
        Assert.That((team.Officers, team.FurtherTeamAdds), Is.EqualTo((3, 0.4)));
    }

    [Test]
    public void A_factor_of_what_varies_by_default_is_one_of_each_value()
    {
        Scenario scenario = Files.Good(Files.ReadOverBase("travel: { speed: x 50% }"));
        Assert.That(scenario.Travel.SpeedMph, Is.EqualTo(new Triangular(22.5, 29, 35)));
    }

    [Test]
    public void A_factor_of_a_default_that_can_t_be_is_told_where_it_stands()
    {
        Problem problem = Files.ReadOverBase("travel: { speed: x 0 }").Problems.Single(p => p.IsError);
        Assert.That(problem.Line, Is.EqualTo(Files.ReadOverBase("travel: { speed: -1 }").Problems.Single(p => p.IsError).Line));
    }

    [Test]
    public void A_text_may_look_like_a_factor()
    {
        Scenario scenario = Files.Good(
            Files.ReadOverBase("team_types: { team: { label: 2 officers }, other: { based_on: team, label: x 2 } }")
        );
        Assert.That(scenario.TeamTypes["other"].Label, Is.EqualTo("x 2"));
    }

    [TestCase("S155", "team_types: { team: { lanes: x 2 } }", "'lanes' was not written before: it is ")]
    [TestCase(
        "S155",
        "team_types: { team: { load_effect: x 2 } }",
        "'load_effect' was not written before: it is 0, so there is no 'x 2' of it"
    )]
    [TestCase("S155", "flows: { houston: { routes: x 2 } }", "'routes' is a map")]
    [TestCase("S155", "start: 2023-01-01\nwhat_if: { odd: { start: x 2 } }", "'start' is '2023-01-01', so there is no 'x 2' of it")]
    [TestCase("S155", "team_types: { team: { stops: 4%, works: lanes }, other: { based_on: team, works: x 2 } }", "'works' is 'lanes'")]
    [TestCase("S112", "team_types: { team: { finds: 60% }, other: { based_on: team, finds: x 2 } }", "120%")]
    [TestCase("S111", "team_types: { team: { officers: 3 }, other: { based_on: team, officers: x 1.5 } }", "4.5")]
    [TestCase(
        "S155",
        "team_types: { team: { finds: { uncertain: [40%, 50%, 60%] } }, other: { based_on: team, finds: { uncertain: x 2 } } }",
        "'finds' is changed as a whole"
    )]
    [TestCase(
        "S155",
        "flows: { houston: { load: { empirical: { 1: 60%, 2: 40% } } } }\nwhat_if: { odd: { flows.houston.load.empirical.1: x 50% } }",
        "'load' is changed as a whole"
    )]
    public void A_factor_that_can_t_be_taken_is_told_where_it_stands(string code, string fragment, string told)
    {
        Problem problem = Files.ReadOverBase(fragment).Problems.Single(p => p.IsError);
        Assert.That(problem.Code, Is.EqualTo(code));
        Assert.That(problem.Message, Does.Contain(told));
        Assert.That(problem.SourceLine![(problem.Column - 1)..], Does.StartWith("x "));
    }
}
