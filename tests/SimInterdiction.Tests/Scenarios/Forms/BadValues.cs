using SimInterdiction.Scenarios.Problems;

namespace SimInterdiction.Tests.Scenarios.Forms;

public sealed class BadValues
{
    private const string OneRange = "one range of hours to a posting: write a second posting";
    private const string OneOpening = "one range of hours to an opening: from when it first opens to when it closes for the day";

    // Each token in ⟦⟧ must be underlined exactly; the last column is the suggestion.
    [TestCase("S101", "experiment: { ⟦replicatons⟧: 10 }", "did you mean 'replications'?")]
    [TestCase("S101", "team_types: { team: { ⟦lane⟧: 10 } }", "did you mean 'lanes'?")]
    [TestCase("S101", "deployments: { today: { post: { laredo: { ⟦tea⟧: x } } } }", "did you mean 'team'?")]
    [TestCase("S101", "⟦place⟧: { }", "did you mean 'places'?")]
    [TestCase(
        "S101",
        "assumptions: [{ about: travel.speed, source: nearly 2,⟦000 firearms⟧ }]",
        "a comma ends a text inside { }: put the whole source in quotation marks"
    )]
    [TestCase("S101", "team_types: { team: { search: { lognormal: { median: 3 h, ⟦sigm⟧: 1, sigma: 1 } } } }", "did you mean 'sigma'?")]
    [TestCase("S103", "places: { ⟦austin⟧: { label: Austin } }", "for instance 'at: [29.760, -95.370]'")]
    [TestCase("S103", "team_types: { ⟦b⟧: { stops: 2% } }", "for instance 'finds: { uncertain: [40%, 50%, 60%] }'")]
    [TestCase("S104", "corridors: { gulf: { path: ⟦houston⟧ } }", "did you mean '[houston]'?")]
    [TestCase("S104", "places: ⟦[houston, laredo]⟧", "write 'name: ...', a line for each")]
    [TestCase("S104", "places: { houston: ⟦[29.760, -95.370]⟧ }", "keys: at, label, kind, attraction, country, through, open")]
    [TestCase("S104", "title: ⟦[a, b]⟧", "put a text that begins with a bracket in quotation marks")]
    [TestCase("S104", "team_types: { team: { finds: { ⟦varies⟧: [1%, 2%, 3%] } } }", "did you mean 'uncertain'?")]
    [TestCase("S104", "roads: { us59: { between: ⟦houston-laredo⟧ } }", "did you mean '[houston, laredo]'?")]
    [TestCase("S104", "deployments: { today: { post: { laredo: { days: ⟦munday⟧ } } } }", "did you mean '[mon]'?")]
    [TestCase("S105", "experiment: { ⟦seed⟧: , replications: 3 }", "give it a value, or remove the line")]
    [TestCase("S105", "roads: { us59: { ⟦between⟧: } }", "write [houston, laredo]")]
    [TestCase("S105", "corridors: { gulf: { ⟦path⟧: } }", "write [houston, laredo, laredo_port]")]
    [TestCase("S106", "places: { ⟦El Paso⟧: { at: [31.762, -106.485] } }", "did you mean 'el_paso'?")]
    [TestCase("S108", "experiment: { ⟦[seed]⟧: 7 }", null)]
    [TestCase("S110", "experiment: { replications: ⟦many⟧ }", null)]
    [TestCase("S110", "flows: { houston: { rate: \"⟦⟧23,000 per year\" } }", "did you mean '23_000 per year'?")]
    [TestCase("S110", "team_types: { team: { officers: ⟦010⟧ } }", "did you mean '10'?")]
    [TestCase("S110", "team_types: { team: { finds: ⟦050%⟧ } }", "did you mean '50%'?")]
    [TestCase("S110", "flows: { houston: { rate: ⟦007 per week⟧ } }", "did you mean '7 per week'?")]
    [TestCase("S110", "team_types: { team: { officers: ⟦0x10⟧ } }", null)]
    [TestCase("S111", "team_types: { team: { lanes: ⟦2.5⟧ } }", "write it without a fraction")]
    [TestCase("S111", "flows: { houston: { load: ⟦2.5⟧ } }", "a distribution can make a count vary")]
    [TestCase("S112", "experiment: { replications: ⟦0⟧ }", null)]
    [TestCase("S112", "team_types: { team: { finds: ⟦120%⟧ } }", null)]
    [TestCase("S112", "team_types: { team: { finds: ⟦-0.1⟧ } }", null)]
    [TestCase("S112", "length: ⟦0 days⟧", null)]
    [TestCase("S112", "length: ⟦5000 years⟧", null)]
    [TestCase("S112", "start: ⟦0001-01-01⟧", null)]
    [TestCase("S112", "team_types: { team: { officers: ⟦99999999999999⟧ } }", null)]
    [TestCase("S112", "travel: { speed: { varies: [⟦0 mph⟧, 1 mph, 2 mph] } }", null)]
    [TestCase("S112", "flows: { houston: { rate: ⟦-12 per week⟧ } }", null)]
    [TestCase("S112", "team_types: { team: { search: { varies: [1 h, 2 h, ⟦1e308 weeks⟧] } } }", null)]
    [TestCase("S112", "flows: { houston: { rate: ⟦1e200 per week⟧ } }", null)]
    [TestCase("S113", "deployments: { today: { post: { laredo: { lent: ⟦maybe⟧ } } } }", null)]
    [TestCase("S113", "tracing: { }\ndeployments: { today: { programmes: { tracing: ⟦onn⟧ } } }", "did you mean 'on'?")]
    [TestCase("S114", "places: { houston: { kind: ⟦prot⟧ } }", "did you mean 'port'?")]
    [TestCase("S114", "flows: { houston: { profile: { months: { ⟦october⟧: 110% } } } }", "did you mean 'oct'?")]
    [TestCase("S114", "deployments: { today: { post: { laredo: { days: [fri, ⟦sta⟧] } } } }", "did you mean 'sat'?")]
    [TestCase("S114", "deployments: { today: { post: { laredo: { days: [⟦munday⟧] } } } }", "did you mean 'mon'?")]
    [TestCase("S114", "flows: { houston: { profile: { months: { ⟦octobre⟧: 110% } } } }", "did you mean 'oct'?")]
    [TestCase("S114", "experiment: { during_warm_up: ⟦7⟧ }", null)]
    [TestCase("S115", "start: ⟦10/01/2022⟧", "did you mean '2022-10-01' or '2022-01-10'?")]
    [TestCase("S115", "start: ⟦2022-02-30⟧", null)]
    [TestCase("S116", "deployments: { today: { post: { laredo: { hours: ⟦6-18⟧ } } } }", "did you mean '06:00-18:00'?")]
    [TestCase("S116", "deployments: { today: { post: { laredo: { hours: ⟦06:00-06:00⟧ } } } }", "did you mean '24 h'?")]
    [TestCase("S116", "deployments: { today: { post: { laredo: { hours: ⟦06:00-25:00⟧ } } } }", null)]
    [TestCase("S116", "deployments: { today: { post: { laredo: { hours: ⟦22:00-06:00 and 08:00-10:00⟧ } } } }", OneRange)]
    [TestCase("S116", "deployments: { today: { post: { laredo: { hours: ⟦6am-2pm + 18-22⟧ } } } }", OneRange)]
    [TestCase("S116", "deployments: { today: { post: { laredo: { hours: 22:00-06:00, ⟦08:00-10:00⟧ } } } }", OneRange)]
    [TestCase("S104", "deployments: { today: { post: { laredo: { hours: ⟦[22:00-06:00, 08:00-10:00]⟧ } } } }", OneRange)]
    [TestCase("S104", "places: { laredo: { open: { hours: ⟦[06:00-08:00, 10:00-12:00]⟧ } } }", OneOpening)]
    [TestCase("S116", "places: { laredo: { open: { hours: ⟦06:00-08:00 and 10:00-12:00⟧ } } }", OneOpening)]
    [TestCase("S116", "places: { laredo: { open: { hours: 06:00-08:00, ⟦10:00-12:00⟧ } } }", OneOpening)]
    [TestCase(
        "S116",
        "flows: { houston: { profile: { hours: { ⟦\"06:00-08:00, 10:00-12:00\"⟧: 200% } } } }",
        "one range of hours to a key: write a second key"
    )]
    [TestCase("S117", "places: { houston: { at: [⟦-95.370⟧, 29.760] } }", "are latitude and longitude the wrong way round?")]
    [TestCase("S117", "places: { houston: { at: [29.760, ⟦west⟧] } }", null)]
    [TestCase("S104", "places: { houston: { at: ⟦[29.760]⟧ } }", "for instance [29.760, -95.370]")]
    [TestCase("S104", "places: { houston: { at: ⟦[29.760, -95.370, 120]⟧ } }", "for instance [29.760, -95.370]")]
    [TestCase("S118", "team_types: { team: { finds: { uncertain: ⟦[40%, 60%]⟧ } } }", null)]
    [TestCase("S118", "team_types: { team: { search: { uniform: ⟦[1 min, 2 min, 3 min]⟧ } } }", null)]
    [TestCase("S120", "flows: { houston: { rate: ⟦12⟧ } }", "did you mean '12 firearms per year' or '12 shipments per day'?")]
    [TestCase("S120", "length: ⟦30⟧", "did you mean '30 days' or '30 min'?")]
    [TestCase("S120", "team_types: { team: { search: ⟦20⟧ } }", "did you mean '20 min' or '20 h'?")]
    [TestCase("S120", "task_forces: { laredo: { reach: ⟦60⟧ } }", "did you mean '60 mi' or '60 km'?")]
    [TestCase("S120", "experiment: { smallest_difference_that_matters: ⟦1⟧ }", "did you mean '1 point'?")]
    [TestCase("S120", "experiment: { smallest_difference_that_matters: ⟦0.01⟧ }", "did you mean '0.01 points' or '1 point'?")]
    [TestCase("S120", "experiment: { smallest_difference_that_matters: ⟦2.5⟧ }", "did you mean '2.5 points'?")]
    [TestCase("S120", "team_types: { team: { search: { varies: [1 min, ⟦3⟧, 8 min] } } }", "did you mean '3 min' or '3 h'?")]
    [TestCase("S121", "length: ⟦30 dayz⟧", "did you mean '30 days'?")]
    [TestCase("S121", "length: ⟦30 mph⟧", null)]
    [TestCase("S121", "team_types: { team: { lanes: ⟦8 lanes⟧ } }", "did you mean '8'?")]
    [TestCase("S121", "experiment: { replications: ⟦7 m⟧ }", "did you mean '7'?")]
    [TestCase("S121", "team_types: { team: { finds: ⟦3 points⟧ } }", "did you mean '3%'?")]
    [TestCase("S121", "flows: { houston: { rate: ⟦12 per weak⟧ } }", "did you mean '12 per week'?")]
    [TestCase("S122", "team_types: { team: { search: ⟦20 m⟧ } }", "did you mean '20 min'?")]
    [TestCase("S122", "task_forces: { laredo: { reach: ⟦60 m⟧ } }", "did you mean '60 mi' or '60 km'?")]
    [TestCase("S123", "team_types: { team: { finds: ⟦35⟧ } }", "did you mean '35%'?")]
    [TestCase("S126", "team_types: { team: { officers: ⟦1.000⟧ } }", "write it in one of these ways")]
    [TestCase("S126", "team_types: { team: { lanes: { uncertain: [1, ⟦1.500⟧, 2_000] } } }", "write it in one of these ways")]
    [TestCase("S126", "flows: { houston: { load: ⟦2.000⟧ } }", "write it in one of these ways")]
    [TestCase(
        "S126",
        "flows: { houston: { load: { lognormal: { median: 3, sigma: 1 }, between: [1, ⟦1.000⟧] } } }",
        "write it in one of these ways"
    )]
    [TestCase(
        "S126",
        "experiment: { measure: firearms_seized, smallest_difference_that_matters: ⟦5.000 firearms⟧ }",
        "write it in one of these ways"
    )]
    [TestCase(
        "S126",
        "experiment: { measure: cost_per_firearm_usd, smallest_difference_that_matters: ⟦2.000 USD⟧ }",
        "write it in one of these ways"
    )]
    [TestCase("S125", "flows: { houston: { rate: ⟦12 trucks per week⟧ } }", null)]
    [TestCase("S125", "checkpoints: { laredo: { traffic: ⟦12 firearms per week⟧ } }", null)]
    [TestCase(
        "S130",
        "team_types: { team: { search: { ⟦normal⟧: 3 min } } }",
        "a normal distribution has values below 0; gamma and lognormal have not"
    )]
    [TestCase(
        "S130",
        "team_types: { team: { search: { ⟦triangular⟧: [1 min, 3 min, 8 min] } } }",
        "did you mean 'varies: [low, typical, high]'?"
    )]
    [TestCase("S130", "team_types: { team: { search: { fixed: 3 min, ⟦exponential⟧: 3 min } } }", null)]
    [TestCase("S130", "team_types: { team: { search: { ⟦between⟧: [1 min, 3 min] } } }", null)]
    [TestCase("S130", "team_types: { team: { finds: { uncertain: [1%, 2%, 3%], ⟦between⟧: [1%, 3%] } } }", null)]
    [TestCase("S131", "team_types: { team: { search: { varies: [8 min, ⟦3 min⟧, 9 min] } } }", null)]
    [TestCase("S132", "team_types: { team: { finds: { uncertain: [50%, ⟦40%⟧, 60%] } } }", null)]
    [TestCase("S132", "team_types: { team: { finds: { uncertain: [40%, 50%, ⟦45%⟧] } } }", null)]
    [TestCase("S133", "flows: { houston: { load: { ⟦lognormal⟧: { median: 3, sigma: 1 } } } }", "add 'between: [1, 10_000]'")]
    [TestCase("S112", "flows: { houston: { load: { lognormal: { median: 3, sigma: 1 }, between: [1, ⟦61_0000⟧] } } }", null)]
    [TestCase("S112", "flows: { houston: { load: ⟦10_001⟧ } }", null)]
    [TestCase("S133", "team_types: { team: { search: { uniform: [1 min, 2 min], ⟦between⟧: [3 min, 4 min] } } }", null)]
    [TestCase("S140", "flows: { houston: { ⟦mix⟧: { pistol: 60%, rifle: 30% } } }", "10% is missing")]
    [TestCase("S140", "team_types: { team: { search: { ⟦empirical⟧: { 1 min: 60%, 2 min: 60% } } } }", "remove 20%")]
    [TestCase("S140", "flows: { houston: { ⟦routes⟧: { gulf: 90% } } }", "10% is missing")]
    public void A_wrong_value_is_underlined_and_the_right_one_suggested(string code, string fragment, string? hint)
    {
        string marked = fragment.Replace("\"⟦⟧23,000 per year\"", "⟦\"23,000 per year\"⟧", StringComparison.Ordinal);
        Assert.That(Files.AssertWrong(code, marked).Hint, Is.EqualTo(hint));
    }

    [Test]
    public void A_missing_section_is_marked_at_the_first_key()
    {
        Problem problem = Files
            .Read("# a comment\ntitle: x\n" + Files.Base.Replace("deployments:\n", "windows:\n", StringComparison.Ordinal))
            .Problems.First(p => p.Code == "S103");
        Assert.That(
            (problem.Line, problem.Column, problem.Length, problem.Message),
            Is.EqualTo((2, 1, 5, "the scenario has no 'deployments'"))
        );
    }

    [Test]
    public void All_the_nearest_names_are_suggested_where_several_tie() =>
        Assert.That(
            Files.AssertWrong("S101", "organizations: { a: { route_choice: { ⟦prior_heigh⟧: 3 } } }").Hint,
            Is.EqualTo("did you mean 'prior_weight'?")
        );

    [Test]
    public void Two_names_at_one_distance_are_both_suggested() =>
        Assert.That(
            Files
                .AssertWrong(
                    "S201",
                    "places: { port_a: { at: [1, 1] }, port_b: { at: [2, 2] } }\ncorridors: { gulf: { path: [houston, ⟦port_x⟧] } }"
                )
                .Hint,
            Is.EqualTo("did you mean 'port_a' or 'port_b'?")
        );

    [Test]
    public void What_can_not_be_simulated_yet_is_refused_but_read()
    {
        string text = "tracing:\n  submitted: 120%\n" + Files.Base;
        Problem[] problems = [.. SimInterdiction.Scenarios.ScenarioReader.ReadText(text).Problems];
        bool isSimulated =
            typeof(SimInterdiction.Model.Scenario)
                .GetProperty("Tracing")!
                .GetCustomAttributes(false)
                .OfType<SimInterdiction.Model.Language.KeyAttribute>()
                .Single()
                .NotYet
            is null;
        Assert.That(
            problems.Where(p => p.IsError).Select(p => (p.Code, p.Line, p.Column)),
            Is.EqualTo(isSimulated ? [("S112", 2, 14)] : new[] { ("S107", 1, 1), ("S112", 2, 14) })
        );
    }

    [Test]
    public void All_problems_are_told_at_once()
    {
        string[] codes =
        [
            .. Files
                .ReadOverBase(
                    """
                    length: 30
                    places: { houston: { at: [129.76, -95.37] } }
                    corridors: { gulf: { path: [houston, lardo] } }
                    team_types: { team: { finds: 35, lanes: x, colour: red } }
                    deployments: { today: { post: { laredo: { team: teem, hours: 6-18 } } } }
                    experiment: { measure: seizures }
                    """
                )
                .Problems.Where(p => p.IsError)
                .Select(p => p.Code),
        ];
        Assert.That(codes, Is.EqualTo(new[] { "S120", "S117", "S201", "S123", "S110", "S101", "S201", "S116", "S204" }));
    }
}
