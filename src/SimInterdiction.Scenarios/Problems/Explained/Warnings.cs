namespace SimInterdiction.Scenarios.Problems.Explained;

/// <summary>S501 to S530: what is odd but can be simulated.</summary>
internal static class Warnings
{
    public static IReadOnlyList<ProblemExplanation> All { get; } =
    [
        new(
            "S501",
            "The same deployment twice (a warning)",
            "Two deployments post the same teams at the same times with the same programmes, so their difference is exactly 0.",
            "deployments: { nights: { based_on: today, note: By night } }",
            "deployments: { nights: { based_on: today, note: By night, post: { laredo: { hours: 18:00-06:00 } } } }"
        ),
        new(
            "S502",
            "A checkpoint off every corridor (a warning)",
            "No corridor passes the place, so a team posted there finds nothing.",
            "places: { austin: { at: [30.267, -97.743] } }\ncheckpoints: { austin: {} }",
            "places: { austin: { at: [30.267, -97.743] } }\ncheckpoints: { austin: {} }\ncorridors: { gulf: { path: "
                + "[houston, austin, laredo] } }"
        ),
        new(
            "S503",
            "A team that is never posted (a warning)",
            "No deployment posts a team of this type.",
            "team_types: { half: { stops: 2%, finds: 50% } }",
            "team_types: { half: { stops: 2%, finds: 50% } }\ntask_forces: { laredo: { teams: { half: 1 } } "
                + "}\ndeployments: { today: { post: { half: { at: laredo, task_force: laredo, team: half } } } }"
        ),
        new(
            "S504",
            "Dates outside the window (a warning)",
            "A posting begins or ends outside the observed window, where it changes nothing.",
            "deployments: { today: { post: { laredo: { to: 2023-12-31 } } } }",
            "deployments: { today: { post: { laredo: { to: 2022-10-15 } } } }"
        ),
        new(
            "S505",
            "A programme that is on nowhere (a warning)",
            "A section at the top describes how a programme works; it acts only in deployments that turn it on.",
            "sharing: { delay: 5 days }",
            "sharing: { delay: 5 days }\ndeployments: { shared: { based_on: today, programmes: { sharing: on } } }"
        ),
        new(
            "S506",
            "An organization without a flow (a warning)",
            "No flow belongs to the organization, so it does nothing.",
            "organizations: { north: {} }",
            "organizations: { north: {} }\nflows: { houston: { organization: north } }"
        ),
        new(
            "S507",
            "Never on duty (a warning)",
            "The dates or days of a posting leave no shift in the observed window.",
            "deployments: { today: { post: { laredo: { from: 2024-01-01 } } } }",
            "deployments: { today: { post: { laredo: { from: 2022-10-10 } } } }"
        ),
        new(
            "S508",
            "A value without effect (a warning)",
            "Another value makes this one meaningless.",
            "team_types: { team: { queue_limit: 6 } }",
            "team_types: { team: { queue_limit: 6, when_full: wait } }"
        ),
        new(
            "S509",
            "A partner's post that nobody mans (a warning)",
            "Teams at a partner's checkpoint act only in deployments that turn the programme 'partners' on.",
            "checkpoints: { laredo: { partner: yes } }",
            "checkpoints: { laredo: { partner: yes } }\ndeployments: { today: { programmes: { partners: on } } }"
        ),
        new(
            "S510",
            "A programme with nothing to work on (a warning)",
            "Leads come from traces: without tracing there is nothing to share, to recover for, or to open a case with.",
            "sharing: { delay: 5 days }\ndeployments: { today: { programmes: { sharing: on } } }",
            "tracing: { resolved: 49% }\nsharing: { delay: 5 days }\ndeployments: { today: { programmes: { tracing: on, sharing: on } } }"
        ),
        new(
            "S511",
            "A queue that only grows (a warning)",
            "While the team is on duty more vehicles are stopped than its lanes can search, and none is waved through: "
                + "the wait has no average, and simulating it takes long.",
            "checkpoints: { laredo: { traffic: 900 per hour } }\nteam_types: { team: { stops_traffic: 10%, search: 10 "
                + "min, lanes: 2, when_full: wait } }",
            "checkpoints: { laredo: { traffic: 900 per hour } }\nteam_types: { team: { stops_traffic: 10%, search: 10 "
                + "min, lanes: 2, when_full: wait, queue_limit: 12 } }"
        ),
        new(
            "S512",
            "Used to which deployment? (a warning)",
            "Organizations whose shares are as_today, and a warm-up under today's deployment, hang on the deployment in "
                + "force until now. 'today' names it; what the deployments are compared with is another matter.",
            "organizations: { north: { route_choice: { risk_aversion: 20, shares: as_today } } }\nflows: { houston: { "
                + "organization: north } }\ndeployments: { nights: { post: { laredo: { task_force: laredo, team: team, hours: "
                + "18:00-06:00 } } } }",
            "today: today\norganizations: { north: { route_choice: { risk_aversion: 20, shares: as_today } } }\nflows: { "
                + "houston: { organization: north } }\ndeployments: { nights: { post: { laredo: { task_force: laredo, team: "
                + "team, hours: 18:00-06:00 } } } }"
        ),
        new(
            "S515",
            "A misplaced place (a warning)",
            "The place is far from all others, and would be among them with another sign, with latitude and longitude "
                + "the other way round, or with the decimal point elsewhere.",
            "places: { midland: { at: [31.997, 102.078] } }",
            "places: { midland: { at: [31.997, -102.078] } }"
        ),
        new(
            "S516",
            "A road shorter than the straight line (a warning)",
            "No road is shorter than the great circle between its ends: the length is wrong, or one end is misplaced. 1 "
                + "% and 3 miles are let pass: places are no points.",
            "roads: { i_35: { between: [houston, laredo], length: 190 mi } }",
            "roads: { i_35: { between: [houston, laredo], length: 315 mi } }"
        ),
        new(
            "S517",
            "A road that goes a long way round (a warning)",
            "The road is more than four times as long as the straight line between its ends: the length is wrong, or one end is misplaced.",
            "roads: { i_35: { between: [houston, laredo], length: 3150 mi } }",
            "roads: { i_35: { between: [houston, laredo], length: 315 mi } }"
        ),
        new(
            "S518",
            "A road that is never taken (a warning)",
            "Of several roads between the same two places corridors take the shortest.",
            "roads:\n  i_35: { between: [houston, laredo], length: 315 mi }\n  us_59: { between: [houston, laredo], length: 320 mi }",
            "places: { victoria: { at: [28.805, -97.004] } }\nroads:\n  i_35: { between: [houston, laredo], length: 315 "
                + "mi }\n  us_59_1: { between: [houston, victoria], length: 125 mi }\n  us_59_2: { between: [victoria, "
                + "laredo], length: 195 mi }"
        ),
        new(
            "S519",
            "Two places on one point (a warning)",
            "A leg between them has no length, and takes no time.",
            "places: { laredo_port: { at: [27.531, -99.480] } }",
            "places: { laredo_port: { at: [27.597, -99.537] } }"
        ),
        new(
            "S520",
            "A speed that nobody drives (a warning)",
            "Shipments travel slower than 10 mph or faster than 100 mph on average.",
            "travel: { speed: 580 mph }",
            "travel: { speed: 58 mph }"
        ),
        new(
            "S521",
            "A leg of many days (a warning)",
            "At this speed the leg takes more than five days without a stop: one of its ends is likely misplaced.",
            "places: { manila: { at: [14.600, 120.984] } }\nroads: { long: { between: [manila, laredo] } }",
            "places: { mexico_city: { at: [19.433, -99.133] } }\nroads: { long: { between: [mexico_city, laredo] } }"
        ),
        new(
            "S525",
            "A measure of which neither more nor less is better (a warning)",
            "Verdicts are about better and worse. Of such a measure they only say where there is more of it; a measure "
                + "with a direction decides something.",
            "experiment: { measure: officer_hours }",
            "experiment: { measure: seizure_rate, also_report: [officer_hours] }"
        ),
        new(
            "S530",
            "A study that takes long (a warning)",
            "It can be simulated, in ten hours and more on one core. 'simint run --dry-run' measures how long it takes on this machine.",
            "flows: { houston: { rate: 90_000 shipments per hour, routes: { gulf: 100% } } }\nexperiment: { replications: 10_000 }",
            "flows: { houston: { rate: 90 shipments per hour, routes: { gulf: 100% } } }\nexperiment: { replications: 10_000 }"
        ),
    ];
}
