using SimInterdiction.Engine.Distributions;
using SimInterdiction.Model;
using SimInterdiction.Model.Interdiction;
using SimInterdiction.Model.Network;
using SimInterdiction.Model.Time;
using SimInterdiction.Model.Traffic;
using SimInterdiction.Scenarios;

namespace SimInterdiction.Tests.Scenarios;

public sealed class GoodFiles
{
    private static Scenario Over(string fragment) => Files.Good(Files.ReadOverBase(fragment));

    [Test]
    public void A_smallest_file_reads_with_the_defaults()
    {
        ScenarioReading reading = Files.Read(Files.Base);
        Scenario scenario = Files.Good(reading);
        Assert.Multiple(() =>
        {
            Assert.That(reading.Problems, Is.Empty);
            Assert.That(reading.ValueCount, Is.EqualTo(4 + 2 + 2 + 2 + 2 + 1 + 2));
            Assert.That(reading.Sha256, Has.Length.EqualTo(64));
            Assert.That(scenario.Places["houston"].At, Is.EqualTo(new GeoPoint(29.760, -95.370)));
            Assert.That(scenario.Flows["houston"].Rate, Is.EqualTo(new FlowRate(12.0 / 168, Counted.Shipments)));
            Assert.That(scenario.LengthHours, Is.EqualTo(720));
            Assert.That(scenario.TeamTypes["team"].Stops, Is.EqualTo(0.05));
            Assert.That(scenario.Deployments["today"].Post["laredo"].Hours, Is.EqualTo(HoursOfDay.Always));
            Assert.That(scenario.Baseline, Is.EqualTo("today"));
        });
    }

    [TestCase("23_000 firearms per year", 23000.0 / 8760, Counted.Firearms)]
    [TestCase("12 shipments per week", 12.0 / 168, Counted.Shipments)]
    [TestCase("1 shipment per day", 1.0 / 24, Counted.Shipments)]
    [TestCase("2.5 per hour", 2.5, Counted.Shipments)]
    [TestCase("73 firearms per month", 0.1, Counted.Firearms)]
    public void A_rate_is_per_hour_in_the_model(string written, double perHour, Counted counts)
    {
        FlowRate rate = Over($"flows: {{ houston: {{ rate: {written} }} }}").Flows["houston"].Rate!.Value;
        Assert.That(rate.PerHour, Is.EqualTo(perHour).Within(1e-12));
        Assert.That(rate.Counts, Is.EqualTo(counts));
    }

    [TestCase("36 s", 0.01)]
    [TestCase("20 min", 1.0 / 3)]
    [TestCase("3 h", 3)]
    [TestCase("30 days", 720)]
    [TestCase("2 weeks", 336)]
    [TestCase("1 year", 8760)]
    public void A_duration_is_in_hours_in_the_model(string written, double hours) =>
        Assert.That(Over($"length: {written}").LengthHours, Is.EqualTo(hours));

    [TestCase("4.3%", 0.043)]
    [TestCase("0.35", 0.35)]
    [TestCase("100%", 1)]
    [TestCase("0", 0)]
    public void A_share_is_the_number_that_its_percent_is(string written, double share) =>
        Assert.That(Over($"team_types: {{ team: {{ finds: {written} }} }}").TeamTypes["team"].Finds, Is.EqualTo(share));

    [Test]
    public void Words_behind_a_unit_may_be_written_as_the_examples_show()
    {
        Scenario scenario = Over(
            """
            team_types: { team: { max_hours: 12 h per day, cost_per_officer_hour: 85 USD }, b: { based_on: team, max_hours: 12 h } }
            tracing: { cost: 40 USD per trace }
            trafficking_group: { opens_at: 5 leads, within: 90 days }
            organizations: { north: { splits_loads: { after: 2 seizures } } }
            experiment: { smallest_difference_that_matters: 1 point }
            deployments: { today: { post: { laredo: { hours: 06:00-18:00 } } } }
            """
        );
        Assert.Multiple(() =>
        {
            Assert.That(scenario.TeamTypes["team"].MaxHoursPerDay, Is.EqualTo(12));
            Assert.That(scenario.TeamTypes["b"].MaxHoursPerDay, Is.EqualTo(12));
            Assert.That(scenario.Tracing!.CostUsd, Is.EqualTo(40));
            Assert.That(scenario.TraffickingGroup!.OpensAtLeads, Is.EqualTo(5));
            Assert.That(scenario.TraffickingGroup.WithinHours, Is.EqualTo(2160));
            Assert.That(scenario.Organizations["north"].SplitsLoads!.AfterSeizures, Is.EqualTo(2));
            Assert.That(scenario.Experiment.SmallestDifferenceThatMatters, Is.EqualTo(0.01));
        });
    }

    [Test]
    public void Every_law_of_chance_reads_into_base_units()
    {
        static Distribution Search(string law) => Over($"team_types: {{ team: {{ search: {law} }} }}").TeamTypes["team"].SearchHours;
        Assert.Multiple(() =>
        {
            Assert.That(Search("15 min"), Is.EqualTo(new Fixed(0.25)));
            Assert.That(Search("{ fixed: 15 min }"), Is.EqualTo(new Fixed(0.25)));
            Assert.That(Search("{ varies: [15 min, 30 min, 1 h] }"), Is.EqualTo(new Triangular(0.25, 0.5, 1)));
            Assert.That(Search("{ exponential: 30 min }"), Is.EqualTo(new Exponential(0.5)));
            Assert.That(Search("{ lognormal: { median: 30 min, sigma: 1.0 } }"), Is.EqualTo(new LogNormal(0.5, 1)));
            Assert.That(Search("{ uniform: [15 min, 30 min] }"), Is.EqualTo(new Uniform(0.25, 0.5)));
            Assert.That(Search("{ gamma: { mean: 1 h, sd: 30 min } }"), Is.EqualTo(new Gamma(1, 0.5)));
            Assert.That(Search("{ empirical: { 15 min: 60%, 30 min: 40% } }"), Is.EqualTo(new Empirical([(0.25, 0.6), (0.5, 0.4)])));
            Assert.That(
                Search("{ exponential: 30 min, between: [0 min, 2 h] }").Mean,
                Is.EqualTo(0.5 - (2 * Math.Exp(-4) / (1 - Math.Exp(-4)))).Within(1e-12)
            );
        });
    }

    [Test]
    public void A_lognormal_load_is_rounded_and_kept_between_its_bounds()
    {
        // Published with the model: mean 5.0267, sd 5.749, P(1) .2157, P(at most 5) .7184.
        Distribution load = Over("flows: { houston: { load: { lognormal: { median: 3, sigma: 1.0 }, between: [1, 60] } } }")
            .Flows["houston"]
            .Load;
        Assert.Multiple(() =>
        {
            Assert.That(load.Mean, Is.EqualTo(5.0267).Within(5e-5));
            Assert.That(Math.Sqrt(load.Variance), Is.EqualTo(5.749).Within(5e-4));
            Assert.That(load.Cdf(1), Is.EqualTo(0.2157).Within(5e-5));
            Assert.That(load.Cdf(5), Is.EqualTo(0.7184).Within(5e-5));
        });
    }

    [Test]
    public void Words_that_YAML_would_turn_into_something_else_stay_words()
    {
        Scenario scenario = Over(
            """
            title: no
            question: 10:30
            organizations: { on: { label: 012, route_choice: { learns: off } } }
            flows: { houston: { organization: on } }
            """
        );
        Assert.Multiple(() =>
        {
            Assert.That(scenario.Title, Is.EqualTo("no"));
            Assert.That(scenario.Question, Is.EqualTo("10:30"));
            Assert.That(scenario.Organizations["on"].Label, Is.EqualTo("012"));
            Assert.That(scenario.Organizations["on"].RouteChoice!.Learns, Is.EqualTo(SimInterdiction.Model.Adversaries.Learning.Off));
        });
    }

    [Test]
    public void Hours_may_pass_midnight_and_days_and_dates_narrow_them()
    {
        Posting posting = Over(
            "deployments: { today: { post: { laredo: { hours: 18:00-06:30, days: [fri, sun], from: 2022-10-03, to: "
                + "2022-10-20, lent: yes } } } }"
        )
            .Deployments["today"]
            .Post["laredo"];
        Assert.Multiple(() =>
        {
            Assert.That(posting.Hours, Is.EqualTo(new HoursOfDay(new(18), new(6, 30))));
            Assert.That(posting.Days, Is.EqualTo(new[] { Weekday.Fri, Weekday.Sun }));
            Assert.That(posting.From, Is.EqualTo(new DateOnly(2022, 10, 3)));
            Assert.That(posting.Lent, Is.True);
        });
    }

    [Test]
    public void Profiles_mixes_and_ends_of_routes_read_as_written()
    {
        Flow flow = Over(
            """
            flows:
              houston:
                profile: { months: { oct: 110% }, weekdays: { sat: 1.3 }, hours: { "20:00-04:00": 180% } }
                mix: { pistol: 60%, rifle: 40% }
            """
        ).Flows["houston"];
        Assert.Multiple(() =>
        {
            Assert.That(flow.Profile!.Months[Month.Oct], Is.EqualTo(1.1));
            Assert.That(flow.Profile.Weekdays[Weekday.Sat], Is.EqualTo(1.3));
            Assert.That(flow.Profile.Hours[new HoursOfDay(new(20), new(4))], Is.EqualTo(1.8));
            Assert.That(flow.Mix!["rifle"], Is.EqualTo(0.4));
        });
    }

    [Test]
    public void Shares_that_miss_the_whole_by_a_rounding_are_normalised()
    {
        ScenarioReading reading = Files.ReadOverBase("flows: { houston: { mix: { a: 33.3%, b: 33.3%, c: 33.3% } } }");
        Assert.That(Files.Good(reading).Flows["houston"].Mix!["a"], Is.EqualTo(1.0 / 3).Within(1e-15));
        Assert.That(reading.Problems.Select(p => p.Code), Is.EqualTo(new[] { "S141" }));
    }

    [Test]
    public void Anchors_work()
    {
        Scenario scenario = Over(
            """
            team_types:
              team:
                search: &usual 3 min
                seizure_time: *usual
              other: &all { stops: 5%, finds: 50% }
              more: { <<: *all, lanes: 3 }
            """
        );
        Assert.That(scenario.TeamTypes["team"].SeizureHours, Is.EqualTo(0.05));
    }

    [Test]
    public void The_example_of_the_language_reads_without_errors()
    {
        string text = File.ReadAllText(Files.InRepository("tests/SimInterdiction.Tests/Scenarios/every-key.yaml"));
        Scenario scenario = Files.Good(Files.Read(text));
        Assert.Multiple(() =>
        {
            Assert.That(scenario.Deployments["shared"].Programmes!.Tracing!.Lead!.RaisesStops, Is.EqualTo(3));
            Assert.That(scenario.Deployments["shared"].Programmes!.Tracing!.Submitted, Is.EqualTo(0.9));
            Assert.That(scenario.Deployments["shared"].Programmes!.Sharing!.DelayHours, Is.EqualTo(120));
            Assert.That(scenario.Deployments["shared"].Programmes!.MexicanAccess, Is.Null);
            Assert.That(scenario.Deployments["shared"].Post["laredo"].Hours, Is.EqualTo(new HoursOfDay(new(18), new(6))));
            Assert.That(scenario.Deployments["random"].Post["roving"].At!.Rotate!["laredo_port"], Is.EqualTo(0.5));
            Assert.That(scenario.Experiment.Adversaries!["frozen"].Adaptive, Is.False);
            Assert.That(scenario.Require[0].AtLeast, Is.EqualTo(0.02));
            Assert.That(scenario.TeamTypes["half_team"].Lanes, Is.EqualTo(4));
            Assert.That(scenario.TeamTypes["half_team"].Finds, Is.EqualTo(0.5));
        });
    }
}
