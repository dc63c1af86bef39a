using SimInterdiction.Experiments.Results;
using SimInterdiction.Model;
using SimInterdiction.Reporting.Report;
using SimInterdiction.Tests.Scenarios;

namespace SimInterdiction.Tests.Reporting.Report;

/// <summary>The method tells every mechanism that the scenario turns on, and none that it doesn't.</summary>
public sealed class MechanismsTests
{
    private const string Other =
        "task_forces: { laredo: { teams: { other: 1 } } }\ndeployments: { today: { post: { laredo: { team: other } } } }";

    private const string Sender = "flows: { houston: { organization: gang } }\n";
    private const string Whole = Sender + "organizations: { gang: { } }\ntracing: { }\n";
    private const string Rings = Sender + "organizations: { gang: { rings: { number: 3 } } }\n";
    private const string Traces = Rings + "tracing: { takes: 3 days }\n";
    private const string On = "deployments: { today: { programmes: { tracing: on } } }";
    private const string Access = Traces + "deployments: { today: { programmes: { tracing: on, mexican_access: on } } }\n";
    private const string Shared = Traces + "deployments: { today: { programmes: { tracing: on, sharing: on } } }\n";
    private const string Group = Traces + "deployments: { today: { programmes: { tracing: on, trafficking_group: on } } }\n";

    [TestCase("travel: { speed: 50 mph }", "travel along corridors.", "at varying speeds")]
    [TestCase(
        "flows: { houston: { profile: { hours: { \"20:00-04:00\": 2 }, weekdays: { sat: 2 } } } }",
        "More leaves in some weekdays and hours"
    )]
    [TestCase("flows: { houston: { load: { uniform: [1, 5] } } }", "number of firearms, which is drawn")]
    [TestCase("flows: { houston: { mix: { pistol: 60%, rifle: 40% } } }", "of several kinds")]
    [TestCase("places: { laredo: { open: { hours: 06:00-22:00 } } }", "waiting where a place or road is closed")]
    [TestCase(
        "roads: { a: { between: [houston, laredo] } }\ncorridors: { generate: { paths: 3 } }\n"
            + "flows: { more: { from: houston, rate: 1 per week, routes: { to: [laredo] } } }",
        "shortest 3 paths over the roads"
    )]
    [TestCase("checkpoints: { laredo: { traffic: 50 per hour } }", "legitimate vehicles are stopped")]
    [TestCase(
        "checkpoints: { laredo: { traffic: 50 per hour, profile: { weekdays: { sat: 2 } } } }",
        "More of them pass at some times than at others."
    )]
    [TestCase(
        "places: { laredo: { open: { hours: 06:00-22:00 } } }\ncheckpoints: { laredo: { traffic: 50 per hour } }",
        "None pass a place while it is closed."
    )]
    [TestCase(
        "checkpoints: { laredo: { traffic: 50 per hour } }\nteam_types: { other: { looks: 5 per hour, finds: 50% } }\n" + Other,
        "the fewer pass, the likelier a shipment is stopped"
    )]
    [TestCase(
        "checkpoints: { laredo: { traffic: 50 per hour } }\nteam_types: { team: { stops_traffic: 1% } }",
        "Of legitimate vehicles they stop another share"
    )]
    [TestCase("team_types: { team: { load_effect: 0.5 } }", "Large loads are found more easily")]
    [TestCase("team_types: { team: { lanes: 2 } }", "Vehicles are waved through when all lanes are busy.", "None: no lane is ever short.")]
    [TestCase("team_types: { team: { lanes: 2, when_full: wait } }", "Vehicles wait for a lane, first come first served.")]
    [TestCase(
        "team_types: { team: { lanes: 2, when_full: wait, queue_limit: 10 } }",
        "Up to 10 vehicles wait for a lane, first come first served; others are waved through."
    )]
    [TestCase("team_types: { team: { lanes: 2, when_full: wait } }", "who still waits then goes free")]
    [TestCase("team_types: { team: { lanes: 2, seizure_time: 1 h } }", "holding a lane after a find")]
    [TestCase(
        "team_types: { team: { lanes: 2, secondary: { refers: 50%, finds: 50%, lanes: 1, when_full: wait } } }",
        "Team, secondary: vehicles wait for a lane"
    )]
    [TestCase("team_types: { team: { secondary: { refers: 50%, finds: 50% } } }", "referred to secondary inspection")]
    [TestCase(
        "task_forces: { laredo: { teams: { team: 2 } } }\ndeployments: { today: { post: { laredo: { count: 2 } } } }",
        "they try one after the other"
    )]
    [TestCase(
        "team_types: { team: { further_team_adds: 50% } }\ntask_forces: { laredo: { teams: { team: 2 } } }\n"
            + "deployments: { today: { post: { laredo: { count: 2 } } } }",
        "A further team of the same type there has a part of its chance only."
    )]
    [TestCase(
        "team_types: { other: { works: leads, acts_on: 5%, finds: 50% } }\n" + Other,
        "Investigative units act on some",
        "teams on duty stop some"
    )]
    [TestCase(
        "checkpoints: { houston: { } }\ndeployments: { today: { post: { laredo: { at: { rotate: { laredo: 50%, houston: 50% } } } } } }",
        "Some teams move among checkpoints, at random."
    )]
    [TestCase(
        "deployments: { today: { rotate: { plans: { a: 50%, b: 50% } }, post: { laredo: { plans: [a] } } } }",
        "One of several plans of postings is drawn at a time."
    )]
    [TestCase(Rings, "Shipments come from rings")]
    [TestCase(Whole + On, "Seized firearms are traced. A trace ends as a lead on the organization that sent the firearm.")]
    [TestCase(Whole + On, "A lead makes no stop more likely.")]
    [TestCase(Whole + On, "end of a trace")]
    [TestCase(Whole + On, "traces and leads")]
    [TestCase(
        Rings + "tracing: { submitted: 50%, takes: 3 days, resolved: 50%, lead: { raises_stops: 3 } }\n" + On,
        "A share of seized firearms is traced. A trace takes time, and may end as a lead on the ring that sent the firearm. While a lead "
            + "lives, the task force whose seizure brought it stops shipments of that ring more often."
    )]
    [TestCase(Access + "mexican_access: { recovered: 10% }", "the firearms delivered is recovered later")]
    [TestCase(Shared + "sharing: { delay: 2 days }", "Leads are shared with all task forces, some time after they come up.")]
    [TestCase(
        Group + "trafficking_group: { replaced_after: 90 days, opens_at: 5 leads, capacity: 12, takes: 60 days, first: largest }",
        "Enough leads on one ring open a case"
    )]
    [TestCase(
        Group + "trafficking_group: { replaced_after: 90 days, takes: 60 days }",
        "Cases wait for the trafficking group, the oldest first."
    )]
    [TestCase(
        Group + "trafficking_group: { replaced_after: 90 days, capacity: 12, takes: 60 days }",
        "Trafficking group: 12 cases at once"
    )]
    [TestCase(
        Group + "trafficking_group: { takes: 60 days, replaced_after: 90 days }",
        "A closed case ends the ring, and some time later another takes its place."
    )]
    [TestCase(
        Group + "trafficking_group: { replaced_after: 90 days, takes: 60 days, substitution: 50% }",
        "Others send a share of what is not sent"
    )]
    [TestCase(
        "checkpoints: { laredo: { partner: yes } }\ndeployments: { today: { programmes: { partners: yes } } }",
        "Teams of partners south of the border stop shipments too"
    )]
    [TestCase(
        "warm_up: 7 days\nexperiment: { during_warm_up: today }\ndeployments: { more: { based_on: today } }",
        "Until that begins, Today is in force."
    )]
    [TestCase(
        Sender + "organizations: { gang: { route_choice: { risk_aversion: 5, shares: as_today, hears_after: 3 days } } }",
        "those under Today: what that deters is in them. They learn it, place by place, from the fates of shipments that they hear of, "
            + "some time later; what is older counts less."
    )]
    [TestCase(Sender + "organizations: { gang: { lies_low: { for: 3 days, shipments: lost } } }", "what would have left never leaves")]
    [TestCase(Sender + "organizations: { gang: { lies_low: { for: 3 days } } }", "All of them again with organizations that don't adapt.")]
    public void What_the_scenario_turns_on_is_told(string fragment, string told, string? instead = null)
    {
        Assert.That(Method(Files.Good(Files.ReadOverBase(fragment))), Does.Contain(told));
        Assert.That(Method(Files.Good(Files.ReadOverBase(""))), Does.Not.Contain(told).And.Contain(instead ?? string.Empty));
    }

    // What no deployment that was simulated turns on is not told, however much the file says of it.
    [Test]
    public void What_is_not_simulated_is_not_told()
    {
        Scenario scenario = Files.Good(
            Files.ReadOverBase(
                """
                tracing: { takes: 3 days, lead: { raises_stops: 3 } }
                team_types: { other: { stops: 5%, finds: 50%, lanes: 2, when_full: wait } }
                task_forces: { laredo: { teams: { other: 1 } } }
                deployments:
                  more: { based_on: today, programmes: { tracing: on }, post: { other: { at: laredo, task_force: laredo, team: other } } }
                """
            )
        );
        Assert.That(Method(scenario, "today"), Does.Not.Contain("trace").And.Not.Contain("Other").And.Not.Contain("wait"));
        Assert.That(
            Method(scenario, "today", "more"),
            Does.Contain("Under More, seized firearms are traced.").And.Contain("Other: 2 lanes").And.Contain("Vehicles wait for a lane")
        );
    }

    private static string Method(Scenario scenario, params string[] simulated)
    {
        StudyResult sample = SampleStudy.All["one"];
        StudyResult study = sample with
        {
            Scenario = scenario,
            Baseline = "today",
            IsAdaptive = scenario.Adapts,
            Deployments =
            [
                .. (simulated.Length > 0 ? simulated : scenario.Deployments.Keys).Select(name =>
                    sample.Deployments[0] with
                    {
                        Name = name,
                    }
                ),
            ],
        };
        return string.Join(
            ' ',
            StressChecklist.Of(new ReportPage(study, SampleStudy.Provenance, [])).SelectMany(part => part.Items).Select(item => item.Text)
        );
    }
}
