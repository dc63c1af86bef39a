using SimInterdiction.Scenarios;
using SimInterdiction.Scenarios.Problems;

namespace SimInterdiction.Tests.Scenarios.Rules;

public sealed class BadRules
{
    private const string Leads = "team_types: { unit: { works: leads, acts_on: 5%, finds: 40% } }\n";

    [TestCase("S444", "optimize: { ⟦budget⟧: {} }")]
    [TestCase("S444", "optimize: { candidates: { ⟦shifts⟧: [] } }")]
    [TestCase("S444", "optimize: { candidates: { ⟦team_types⟧: [] } }")]
    [TestCase("S445", "deployments: { move: { unit: [⟦lardo⟧], to: any } }")]
    [TestCase("S445", "deployments: { move: { unit: any, to: [laredo, ⟦lardo⟧] } }")]
    [TestCase("S445", "deployments: { move: { unit: any, to: any, ⟦hour⟧: 06:00-14:00 } }")]
    [TestCase("S445", "deployments: { move: { based_on: ⟦tody⟧, unit: any, to: any } }")]
    [TestCase("S445", "deployments: { ⟦move⟧: { to: any } }")]
    [TestCase("S447", "deployments: { ⟦move⟧: { unit: any, to: laredo } }")]
    [TestCase("S442", "deployments: { today: { post: { laredo: { ⟦plans⟧: [odd] } } } }")]
    [TestCase("S442", "deployments: { today: { rotate: { plans: { a: 50%, b: 50% } }, post: { laredo: { plans: [a, ⟦c⟧] } } } }")]
    [TestCase(
        "S442",
        "checkpoints: { houston: {} }\ndeployments: { today: { rotate: { plans: { a: 50%, b: 50% } }, post: { laredo: { "
            + "at: { rotate: { laredo: 50%, houston: 50% } }, ⟦plans⟧: [a] } } } }"
    )]
    [TestCase(
        "S443",
        "deployments: { today: { rotate: { plans: { a: 50%, b: 50% } }, post: { laredo: { plans: [a] } } } }\n"
            + "optimize: { keep: [⟦laredo⟧] }"
    )]
    [TestCase("S411", "deployments: { today: { rotate: { plans: { a: 50%, b: 50% }, every: ⟦12 h⟧ } } }")]
    [TestCase("S411", "deployments: { today: { rotate: { ⟦plans⟧: { a: 100% } } } }")]
    [TestCase("S140", "deployments: { today: { rotate: { ⟦plans⟧: { a: 50%, b: 30% } } } }")]
    [TestCase("S201", "corridors: { gulf: { path: [houston, ⟦lardo⟧] } }")]
    [TestCase("S201", "flows: { houston: { from: ⟦hoston⟧ } }")]
    [TestCase("S201", "flows: { houston: { organization: ⟦north⟧ } }")]
    [TestCase("S201", "flows: { houston: { routes: { gulf: 50%, ⟦golf⟧: 50% } } }")]
    [TestCase("S201", "task_forces: { laredo: { home: ⟦austin⟧ } }")]
    [TestCase("S201", "task_forces: { laredo: { teams: { ⟦teem⟧: 1 } } }")]
    [TestCase("S201", "checkpoints: { laredo: { place: ⟦lardo⟧ } }")]
    [TestCase("S201", "deployments: { today: { post: { laredo: { at: ⟦lardo⟧ } } } }")]
    [TestCase("S201", "deployments: { today: { post: { laredo: { task_force: ⟦lardo⟧ } } } }")]
    [TestCase("S201", "deployments: { today: { post: { laredo: { at: { rotate: { laredo: 50%, ⟦lardo⟧: 50% } } } } } }")]
    [TestCase("S201", "experiment: { compare_with: ⟦tody⟧ }")]
    [TestCase("S201", "roads: { x: { between: [houston, ⟦lardo⟧] } }")]
    [TestCase("S203", "assumptions: [{ about: team_types.team.⟦find⟧ }]")]
    [TestCase("S203", "assumptions: [{ about: team_types.⟦tam⟧.finds }]")]
    [TestCase("S204", "experiment: { measure: ⟦seizure_rates⟧ }")]
    [TestCase("S204", "experiment: { also_report: [stops, ⟦hits⟧] }")]
    [TestCase("S204", "require: [{ deployment: today, measure: ⟦rate⟧, at_least: 2% }]")]
    [TestCase("S112", "require: [{ deployment: today, measure: seizure_rate, at_least: ⟦120%⟧ }]")]
    [TestCase("S123", "require: [{ deployment: today, measure: seizure_rate, at_least: ⟦2⟧ }]")]
    [TestCase("S112", "experiment: { smallest_difference_that_matters: ⟦200 points⟧ }")]
    [TestCase("S432", "require: [⟦{ deployment: today, measure: seizure_rate }⟧]")]
    [TestCase("S432", "require: [{ deployment: today, measure: seizure_rate, at_least: 1.2%, at_most: ⟦1%⟧ }]")]
    [TestCase("S204", "require: [{ deployment: today, measure: ⟦cost_per_firearm⟧, at_most: \"20,000 USD\" }]")]
    [TestCase("S437", "experiment: { measure: firearms_seized, precision: ⟦0.05 points⟧ }")]
    [TestCase("S437", "experiment: { smallest_difference_that_matters: ⟦2%⟧ }")]
    [TestCase("S437", "experiment: { choose: best, smallest_difference_that_matters: ⟦2 firearms⟧, replications: 40 }")]
    [TestCase("S437", "require: [{ deployment: today, at_most: ⟦20%⟧, measure: wait_h }]")]
    [TestCase("S120", "require: [{ deployment: today, measure: wait_h, at_most: ⟦0.25⟧ }]")]
    [TestCase("S112", "require: [{ deployment: today, measure: firearms_seized, at_least: ⟦-5 firearms⟧ }]")]
    [TestCase("S204", "experiment: { measure: ⟦wait⟧, smallest_difference_that_matters: 0.2 points, choose: best, replications: 40 }")]
    [TestCase("S436", "experiment: { choose: ⟦best⟧ }")]
    [TestCase("S436", "experiment: { choose: best, smallest_difference_that_matters: 1 point, replications: ⟦19⟧ }")]
    [TestCase("S436", "experiment: { choose: best, smallest_difference_that_matters: 1 point, precision: ⟦1 point⟧ }")]
    [TestCase("S436", "experiment: { choose: ⟦best⟧, smallest_difference_that_matters: 1 firearm, measure: firearms_dispatched }")]
    [TestCase("S438", "organizations: { north: { ⟦rings⟧: { life: 60 days } } }\nflows: { houston: { organization: north } }")]
    [TestCase("S438", "organizations: { n: { ⟦rings⟧: { number: 3, shares: [50%, 50%] } } }\nflows: { houston: { organization: n } }")]
    [TestCase("S438", "organizations: { n: { rings: { number: 3, sizes: ⟦0⟧ } } }\nflows: { houston: { organization: n } }")]
    [TestCase("S140", "organizations: { n: { rings: { ⟦shares⟧: [50%, 30%] } } }\nflows: { houston: { organization: n } }")]
    [TestCase(
        "S438",
        "organizations: { n: { rings: { number: 3 } } }\nflows: { houston: { organization: n } }\n"
            + "deployments: { today: { programmes: { tracing: on, ⟦trafficking_group⟧: on } } }"
    )]
    [TestCase("S439", "experiment: { steps: { more: { up_to_here: ⟦today⟧ } } }")]
    [TestCase("S440", "experiment: { ⟦hypothetical⟧: [today] }")]
    [TestCase("S201", "experiment: { hypothetical: [⟦tody⟧] }")]
    [TestCase(
        "S440",
        "deployments: { nights: { based_on: today, post: { laredo: { hours: 18:00-06:00 } } } }\n"
            + "experiment: { ⟦hypothetical⟧: [nights], choose: best, smallest_difference_that_matters: 1 point, replications: 40 }"
    )]
    [TestCase("S441", "optimize: { keep: [laredo, ⟦lardo⟧] }")]
    [TestCase("S441", "optimize: { keep: [laredo], budget: { officer_hours: ⟦10⟧ } }")]
    [TestCase("S441", "optimize: { keep: [laredo], at_most: [{ teams: 3 }, { teams: ⟦0⟧, checkpoints: [laredo] }] }")]
    [TestCase("S201", "optimize: { candidates: { task_forces: [⟦lardo⟧] } }")]
    [TestCase(
        "S441",
        "team_types: { team: { max_hours: 8 h } }\ndeployments: { today: { post: { laredo: { hours: 06:00-14:00 } } } }\n"
            + "optimize: { candidates: { shifts: [{ hours: 06:00-14:00 }, ⟦{ hours: 06:00-18:00 }⟧] } }"
    )]
    [TestCase("S439", "experiment: { steps: { ⟦more⟧: { label: More } } }")]
    [TestCase("S201", "experiment: { steps: { more: { up_to_here: ⟦tody⟧ } } }")]
    [TestCase(
        "S439",
        "deployments: { nights: { based_on: today, post: { laredo: { hours: 18:00-06:00 } } } }\n"
            + "experiment: { steps: { more: { up_to_here: nights, alone: nights, on_top_of: today }, "
            + "again: { up_to_here: today, alone: ⟦nights⟧, on_top_of: nights } } }"
    )]
    [TestCase("S301", "corridors: { gulf: { path: ⟦[houston]⟧ } }")]
    [TestCase("S302", "corridors: { gulf: { path: [houston, laredo, ⟦houston⟧] } }")]
    [TestCase("S303", "roads: { x: { between: ⟦[houston, houston]⟧ } }")]
    [TestCase("S303", "roads: { x: { between: ⟦[houston]⟧ } }")]
    [TestCase(
        "S304",
        "corridors: { back: { path: [laredo, houston] } }\nflows: { houston: { from: houston, routes: { gulf: 50%, ⟦back⟧: 50% } } }"
    )]
    [TestCase("S304", "corridors: { back: { path: [laredo, houston] } }\nflows: { houston: { routes: { gulf: 50%, ⟦back⟧: 50% } } }")]
    [TestCase("S304", "corridors: { generate: { paths: 1 } }\nflows: { ⟦west⟧: { rate: 1 per day, routes: { to: [laredo] } } }")]
    [TestCase("S305", "corridors: { generate: { paths: 1 } }\nflows: { houston: { routes: { to: [laredo], ⟦gulf⟧: 100% } } }")]
    [TestCase("S305", "flows: { west: { rate: 1 per day, ⟦routes⟧: { exponent: 1 } } }")]
    [TestCase(
        "S306",
        "corridors: { generate: { paths: 1 } }\nflows: { west: { from: houston, rate: 1 per day, routes: { to: ⟦[laredo]⟧ } } }"
    )]
    [TestCase(
        "S306",
        "corridors: { generate: { paths: 1 } }\nflows: { west: { from: houston, rate: 1 per day, routes: { to: ⟦ports⟧ } } }"
    )]
    [TestCase(
        "S201",
        "corridors: { generate: { paths: 1 } }\nflows: { west: { from: houston, rate: 1 per day, routes: { to: [⟦lardo⟧] } } }"
    )]
    [TestCase(
        "S205",
        "places: { laredo: { attraction: 0 } }\nroads: { x: { between: [houston, laredo] } }\ncorridors: { generate: "
            + "{ paths: 1 } }\nflows: { west: { from: houston, rate: 1 per day, routes: { to: ⟦[laredo]⟧ } } }"
    )]
    [TestCase(
        "S206",
        "checkpoints: { bridge: { place: laredo } }\norganizations: { north: { route_choice: { prior: { laredo: 5%, "
            + "⟦bridge⟧: 9% } } } }\nflows: { houston: { organization: north } }"
    )]
    [TestCase("S201", "today: ⟦tody⟧")]
    [TestCase("S307", "checkpoints: { ⟦bridge⟧: { traffic: 900 per day } }")]
    [TestCase("S308", "flows: { west: { from: houston, rate: 1 per day, routes: { ⟦to⟧: [laredo] } } }")]
    [TestCase("S310", "flows: { houston: { ⟦share⟧: 100% } }\ntotal_flow: 3 per day")]
    [TestCase("S310", "flows: { west: { ⟦share⟧: 100%, routes: { gulf: 100% } } }")]
    [TestCase("S310", "flows: { ⟦west⟧: { routes: { gulf: 100% } } }")]
    [TestCase("S140", "total_flow: 3 per day\n⟦flows⟧: { west: { share: 90%, routes: { gulf: 100% } } }")]
    [TestCase("S401", Leads + "deployments: { today: { post: { laredo: { team: ⟦unit⟧ } } } }")]
    [TestCase("S401", "task_forces: { laredo: { teams: { team: 2 } } }\ndeployments: { today: { post: { laredo: { count: ⟦3⟧ } } } }")]
    [TestCase(
        "S401",
        "task_forces: { laredo: { teams: { team: 2 } } }\ndeployments: { today: { post: { laredo: { count: 2 }, "
            + "more: { at: laredo, task_force: laredo, team: ⟦team⟧ } } } }"
    )]
    [TestCase("S402", "deployments: { today: { post: { again: { at: laredo, task_force: laredo, team: ⟦team⟧ } } } }")]
    [TestCase(
        "S402",
        "deployments: { today: { post: { laredo: { hours: 06:00-18:00 }, again: { at: laredo, task_force: laredo, "
            + "team: ⟦team⟧, hours: 17:59-06:00 } } } }"
    )]
    [TestCase(
        "S402",
        "deployments: { today: { post: { laredo: { hours: 22:00-07:00, days: [fri] }, again: { at: laredo, "
            + "task_force: laredo, team: ⟦team⟧, hours: 06:00-08:00, days: [sat] } } } }"
    )]
    [TestCase(
        "S402",
        "deployments: { today: { post: { laredo: { to: 2022-10-10 }, again: { at: laredo, task_force: laredo, team: "
            + "⟦team⟧, from: 2022-10-10 } } } }"
    )]
    [TestCase(
        "S403",
        "task_forces: { laredo: { home: houston, reach: 60 mi } }\ndeployments: { today: { post: { ⟦laredo⟧: { note: x } } } }"
    )]
    [TestCase(
        "S403",
        "task_forces: { laredo: { home: houston, reach: 60 mi } }\ndeployments: { today: { post: { laredo: { at: ⟦laredo⟧ } } } }"
    )]
    [TestCase(
        "S404",
        "team_types: { team: { max_hours: 12 h } }\n" + "deployments: { today: { post: { laredo: { hours: ⟦06:00-19:00⟧ } } } }"
    )]
    [TestCase(
        "S404",
        "team_types: { team: { max_hours: 12 h } }\ndeployments: { today: { post: { laredo: { hours: 06:00-14:00 }, "
            + "more: { at: laredo, task_force: laredo, team: team, hours: ⟦14:00-20:00⟧ } } } }"
    )]
    [TestCase("S405", "team_types: { ⟦b⟧: { finds: 50% } }")]
    [TestCase("S405", "team_types: { ⟦b⟧: { works: leads, finds: 50% } }")]
    [TestCase("S405", "team_types: { team: { ⟦looks⟧: 3 per hour } }\ncheckpoints: { laredo: { traffic: 9 per hour } }")]
    [TestCase("S406", "team_types: { team: { ⟦acts_on⟧: 3% } }")]
    [TestCase("S406", "team_types: { b: { works: leads, acts_on: 3%, finds: 50%, ⟦lanes⟧: 3 } }")]
    [TestCase("S406", "team_types: { b: { works: leads, acts_on: 3%, finds: 50%, ⟦secondary⟧: { refers: 9%, finds: 50% } } }")]
    [TestCase("S103", "team_types: { team: { ⟦secondary⟧: { refers: 9% } } }")]
    [TestCase(
        "S407",
        "checkpoints: { ⟦laredo⟧: { label: Bridge } }\nteam_types: { looker: { looks: 3 per hour, finds: 50% } "
            + "}\ntask_forces: { laredo: { teams: { looker: 1 } } }\ndeployments: { today: { post: { laredo: { team: "
            + "looker } } } }"
    )]
    [TestCase("S408", "deployments: { nights: { post: { ⟦late⟧: { task_force: laredo, team: team } } } }")]
    [TestCase("S408", "deployments: { nights: { post: { late: { ⟦at⟧: { every: 1 day }, task_force: laredo, team: team } } } }")]
    [TestCase("S409", "windows: { half: { from: 2022-10-20, to: ⟦2022-10-10⟧ } }")]
    [TestCase("S409", "deployments: { today: { post: { laredo: { from: 2022-10-20, to: ⟦2022-10-10⟧ } } } }")]
    [TestCase("S410", "windows: { half: { from: 2022-10-01, to: ⟦2022-10-31⟧ } }")]
    [TestCase("S430", "flows: { houston: { profile: { hours: { \"20:00-04:00\": 180%, ⟦\"03:00-06:00\"⟧: 120% } } } }")]
    [TestCase("S431", "flows: { houston: { ⟦profile⟧: { hours: { \"00:00-24:00\": 0% } } } }")]
    public void A_broken_rule_is_underlined_where_it_breaks(string code, string fragment) =>
        Files.AssertWrong(code, fragment.Replace("{ note: x }", "{ }", StringComparison.Ordinal));

    [TestCase(
        "S540",
        "deployments: { nights: { based_on: today, post: { laredo: { hours: 18:00-06:00 } } } }\n"
            + "experiment: { steps: { more: { up_to_here: nights, on_top_of: ⟦today⟧ } } }"
    )]
    [TestCase("S539", "places: { laredo: { label: ⟦新拉雷多⟧ } }")]
    [TestCase("S539", "question: ⟦\"Where to? 🚚\"⟧")]
    [TestCase("S514", "deployments: { ⟦nights⟧: { label: ToDay, post: { laredo: { task_force: laredo, team: team, days: [fri] } } } }")]
    [TestCase(
        "S514",
        "deployments: { one: { label: By night, post: {} }, ⟦by_night⟧: { post: { laredo: { task_force: laredo, team: team, "
            + "days: [fri] } } } }"
    )]
    [TestCase("S501", "deployments: { ⟦nights⟧: { based_on: today, note: By night, post: { laredo: { team: team } } } }")]
    [TestCase(
        "S501",
        "deployments: { ⟦nights⟧: { post: { other: { at: laredo, task_force: laredo, team: team, days: [sun, mon, "
            + "tue, wed, thu, fri, sat] } } } }"
    )]
    [TestCase(
        "S501",
        "task_forces: { laredo: { teams: { team: 2 } } }\ndeployments: { one: { post: { a: { at: laredo, task_force: "
            + "laredo, team: team, count: 2 } } }, ⟦two⟧: { post: { b: { at: laredo, task_force: laredo, team: team }, c: "
            + "{ at: laredo, task_force: laredo, team: team, lent: yes } } } }"
    )]
    [TestCase("S548", "end: ⟦2023-03-31⟧")]
    [TestCase(
        "S512",
        "deployments: { nights: { post: { laredo: { task_force: laredo, team: team, hours: 18:00-06:00 } } } "
            + "}\norganizations: { north: { route_choice: { risk_aversion: 20, shares: ⟦as_today⟧ } } }\nflows: { houston: "
            + "{ organization: north } }\nexperiment: { compare_with: nights }"
    )]
    [TestCase(
        "S512",
        "deployments: { nights: { post: { laredo: { task_force: laredo, team: team, hours: 18:00-06:00 } } } "
            + "}\nwarm_up: 3 days\nexperiment: { during_warm_up: ⟦today⟧, compare_with: nights }"
    )]
    [TestCase("S502", "places: { austin: { at: [30.267, -97.743] } }\ncheckpoints: { ⟦austin⟧: { } }")]
    [TestCase("S508", "team_types: { team: { finds: { uncertain: ⟦[50%, 50%, 50%]⟧ } } }")]
    [TestCase("S503", "team_types: { ⟦half⟧: { stops: 2%, finds: 50% } }")]
    [TestCase("S504", "deployments: { today: { post: { laredo: { to: ⟦2023-12-31⟧ } } } }")]
    [TestCase("S504", "places: { laredo: { open: { except: [⟦2023-10-09⟧] } } }")]
    [TestCase("S505", "⟦sharing⟧: { delay: 5 days }")]
    [TestCase("S506", "organizations: { ⟦north⟧: { } }")]
    [TestCase("S507", "deployments: { today: { post: { laredo: { from: ⟦2024-01-01⟧ } } } }")]
    [TestCase("S537", "deployments: { today: { rotate: { plans: { a: 50%, ⟦b⟧: 50% } }, post: { laredo: { plans: [a] } } } }")]
    [TestCase("S537", "deployments: { today: { rotate: { plans: { a: 100%, b: ⟦0%⟧ } }, post: { laredo: { plans: [a, b] } } } }")]
    [TestCase(
        "S537",
        "deployments: { today: { rotate: { plans: { a: 50%, b: 50% } }, post: { laredo: { ⟦plans⟧: [] }, "
            + "o: { at: laredo, task_force: laredo, team: team, plans: [a, b] } } } }"
    )]
    [TestCase(
        "S537",
        "deployments: { today: { rotate: { plans: { a: 50%, b: 50% }, every: ⟦1000 days⟧ }, post: { laredo: { plans: [a, b] } } } }"
    )]
    [TestCase(
        "S537",
        "checkpoints: { houston: {} }\n"
            + "deployments: { today: { post: { laredo: { at: { rotate: { laredo: 100%, houston: ⟦0%⟧ } } } } } }"
    )]
    [TestCase("S508", "team_types: { team: { ⟦queue_limit⟧: 6 } }")]
    [TestCase("S508", "team_types: { team: { secondary: { refers: 9%, finds: 50%, lanes: 1, ⟦queue_limit⟧: 6 } } }")]
    [TestCase("S541", "team_types: { team: { secondary: { refers: 4%, refers_traffic: ⟦35%⟧, finds: 50% } } }")]
    [TestCase("S542", "team_types: { team: { secondary: { refers: ⟦0%⟧, refers_traffic: 1%, finds: 50% } } }")]
    [TestCase("S542", "team_types: { team: { secondary: { refers: ⟦0%⟧, finds: 50% } } }")]
    [TestCase("S513", "flows: { west: { from: houston, rate: ⟦0 per week⟧, routes: { gulf: 100% } } }")]
    [TestCase("S513", "flows: { west: { from: houston, rate: ⟦1e-9 per week⟧, routes: { gulf: 100% } } }")]
    [TestCase("S513", "flows: { west: { from: houston, share: 100%, routes: { gulf: 100% } } }\ntotal_flow: ⟦0 firearms per year⟧")]
    [TestCase(
        "S513",
        "start: 2022-10-03\nlength: 2 days\n"
            + "flows: { west: { from: houston, rate: 1 per day, routes: { gulf: 100% }, "
            + "⟦profile⟧: { weekdays: { mon: 0%, tue: 0% } } } }"
    )]
    [TestCase(
        "S536",
        "tracing: { lead: { raises_stops: ⟦0.3⟧ } }\ndeployments: { today: { programmes: { tracing: on } }, "
            + "more: { based_on: today, post: { laredo: { hours: 18:00-06:00 } } } }"
    )]
    [TestCase("S536", "deployments: { today: { programmes: { tracing: { lead: { raises_stops: ⟦0⟧ } } } } }")]
    public void What_is_odd_is_a_warning(string code, string fragment) => Files.AssertWarning(code, fragment);

    [Test]
    public void Teams_that_take_turns_are_one_team() =>
        Files.Good(
            Files.ReadOverBase(
                """
                deployments:
                  today: { post: { laredo: { hours: 18:00-06:00 },
                    again: { at: laredo, task_force: laredo, team: team, hours: 06:00-18:00 } } }
                  weekend: { post: { a: { at: laredo, task_force: laredo, team: team, days: [sat] },
                    b: { at: laredo, task_force: laredo, team: team, days: [sun] } } }
                  months: { post: { a: { at: laredo, task_force: laredo, team: team, to: 2022-10-10 },
                    b: { at: laredo, task_force: laredo, team: team, from: 2022-10-11 } } }
                """
            )
        );

    [Test]
    public void A_lent_team_may_be_out_of_reach() =>
        Files.Good(
            Files.ReadOverBase(
                "task_forces: { laredo: { home: houston, reach: 60 mi } }\ndeployments: { today: { post: { laredo: { lent: yes } } } }"
            )
        );

    [Test]
    public void Two_places_with_one_stream_are_refused()
    {
        ScenarioReading reading = Files.Read(Files.Base);
        var problems = new ProblemList();
        var root = (SimInterdiction.Scenarios.Tree.MapNode)SimInterdiction.Scenarios.Tree.YamlReader.Read("a.yaml", Files.Base, problems)!;
        SimInterdiction.Scenarios.Rules.StreamNames.Check(new(reading.Scenario!, root, root, problems), word => (ulong)word.Length);
        Assert.That(problems.InOrder(), Is.Empty, "the points of houston and laredo differ in length");
        SimInterdiction.Scenarios.Rules.StreamNames.Check(new(reading.Scenario!, root, root, problems), _ => 1);
        Problem problem = problems.InOrder().Single();
        Assert.That((problem.Code, problem.Line, problem.Column, problem.Related!.Mark.Line), Is.EqualTo(("S202", 3, 3, 2)));
    }

    [Test]
    public void No_deployment_and_no_flow_are_refused()
    {
        string text = Files.Base[..Files.Base.IndexOf("flows:", StringComparison.Ordinal)] + "flows: {}\ndeployments: {}\n";
        Assert.That(
            Files.Read(text).Problems.Select(p => (p.Code, p.Line, p.Column)),
            Is.EqualTo(new[] { ("S420", 6, 1), ("S420", 7, 1) })
        );
    }
}
