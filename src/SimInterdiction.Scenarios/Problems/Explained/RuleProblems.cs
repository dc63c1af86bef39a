namespace SimInterdiction.Scenarios.Problems.Explained;

/// <summary>S301 to S437: what must hold across keys.</summary>
internal static class RuleProblems
{
    public static IReadOnlyList<ProblemExplanation> All { get; } =
    [
        new(
            "S301",
            "A corridor without a way",
            "A corridor leads from one place to another.",
            "corridors: { gulf: { path: [houston] } }",
            "corridors: { gulf: { path: [houston, laredo] } }"
        ),
        new(
            "S302",
            "A corridor in a circle",
            "A corridor passes each place once.",
            "corridors: { gulf: { path: [houston, laredo, houston] } }",
            "corridors: { gulf: { path: [houston, laredo] } }"
        ),
        new(
            "S303",
            "A road to nowhere",
            "A road joins two different places.",
            "roads: { us59: { between: [houston, houston] } }",
            "roads: { us59: { between: [houston, laredo] } }"
        ),
        new(
            "S304",
            "A flow from somewhere else",
            "The corridors of a flow begin where it leaves from.",
            "flows: { houston: { from: laredo } }",
            "flows: { houston: { from: houston } }"
        ),
        new(
            "S305",
            "A flow without routes, or with two kinds",
            "A flow takes corridors by hand, each with a share, or routes over the roads (to: ports), not both.",
            "flows: { houston: { routes: { to: [laredo], gulf: 100% } } }",
            "flows: { houston: { routes: { gulf: 100% } } }"
        ),
        new(
            "S306",
            "No way over the roads",
            "No chain of roads leads from the flow's origin to one of its ends, or a port lies on the way: corridors end "
                + "there unless the port has 'through: yes'.",
            "corridors: { generate: { paths: 1 } }\nflows: { west: { from: houston, rate: 1 per week, routes: { to: [laredo] } } }",
            "roads: { us59: { between: [houston, laredo] } }\ncorridors: { generate: { paths: 1 } }\nflows: { west: { "
                + "from: houston, rate: 1 per week, routes: { to: [laredo] } } }"
        ),
        new(
            "S307",
            "A checkpoint without a place",
            "A checkpoint stands at a place: the one it names, or the one with its own name.",
            "checkpoints: { bridge: { traffic: 900 per day } }",
            "checkpoints: { bridge: { place: laredo, traffic: 900 per day } }"
        ),
        new(
            "S308",
            "Routes over the roads without corridors",
            "'to' shares a flow among generated corridors, so 'corridors' must say how to generate them.",
            "roads: { us59: { between: [houston, laredo] } }\nflows: { west: { from: houston, rate: 1 per week, routes: "
                + "{ to: [laredo] } } }",
            "roads: { us59: { between: [houston, laredo] } }\ncorridors: { generate: { paths: 1 } }\nflows: { west: { "
                + "from: houston, rate: 1 per week, routes: { to: [laredo] } } }"
        ),
        new(
            "S310",
            "How much flows",
            "A flow has a rate of its own, or a share of total_flow.",
            "flows: { houston: { share: 100% } }",
            "total_flow: 200_000 firearms per year\nflows: { west: { share: 100%, routes: { gulf: 100% } } }"
        ),
        new(
            "S401",
            "More teams than there are",
            "A deployment can't post more teams at once than the task force has.",
            "deployments: { today: { post: { laredo: { team: unit } } } }\nteam_types: { unit: { works: leads, acts_on: 5%, finds: 40% } }",
            "deployments: { today: { post: { laredo: { team: unit } } } }\nteam_types: { unit: { works: leads, acts_on: "
                + "5%, finds: 40% } }\ntask_forces: { laredo: { teams: { unit: 1 } } }"
        ),
        new(
            "S402",
            "One team in two places",
            "The only team of its type is posted twice at the same time.",
            "deployments: { today: { post: { again: { at: laredo, task_force: laredo, team: team } } } }",
            "deployments:\n  today:\n    post:\n      laredo: { hours: 06:00-18:00 }\n      again: { at: laredo, "
                + "task_force: laredo, team: team, hours: 18:00-06:00 }"
        ),
        new(
            "S403",
            "Out of reach",
            "The checkpoint is further from the task force's home, along the great circle, than its teams can be posted. "
                + "A team that is lent ignores that.",
            "task_forces: { laredo: { home: houston, reach: 60 mi } }",
            "task_forces: { laredo: { home: laredo, reach: 60 mi } }"
        ),
        new(
            "S404",
            "Too many hours",
            "A team is posted for more hours a day than it works.",
            "team_types: { team: { max_hours: 12 h per day } }",
            "team_types: { team: { max_hours: 12 h per day } }\ndeployments: { today: { post: { laredo: { hours: 06:00-18:00 } } } }"
        ),
        new(
            "S405",
            "A team that does not say what it does",
            "A team that works lanes stops a share of the vehicles (stops) or so many per time (looks); one that works "
                + "leads acts on a share (acts_on).",
            "team_types: { unit: { works: leads, finds: 40% } }",
            "team_types: { unit: { works: leads, acts_on: 6.7%, finds: 40% } }"
        ),
        new(
            "S406",
            "A key of the other kind of team",
            "Lanes, searches and queues belong to teams that work lanes; acts_on belongs to those that work leads.",
            "team_types: { team: { acts_on: 5% } }",
            "team_types: { unit: { works: leads, acts_on: 5%, finds: 40% } }"
        ),
        new(
            "S407",
            "Looks without traffic",
            "A team that looks at so many vehicles per hour stops looks / traffic of them, so its checkpoint needs traffic.",
            "team_types: { looker: { looks: 38 per hour, finds: 50% } }\ntask_forces: { laredo: { teams: { looker: 1 } } "
                + "}\ndeployments: { today: { post: { laredo: { team: looker } } } }",
            "team_types: { looker: { looks: 38 per hour, finds: 50% } }\ntask_forces: { laredo: { teams: { looker: 1 } } "
                + "}\ncheckpoints: { laredo: { traffic: 21_500 per day } }\ndeployments: { today: { post: { laredo: { team: "
                + "looker } } } }"
        ),
        new(
            "S408",
            "A posting to nowhere",
            "A posting is at the checkpoint it names, or at the one with its own name.",
            "deployments: { nights: { post: { late: { task_force: laredo, team: team } } } }",
            "deployments: { nights: { post: { late: { at: laredo, task_force: laredo, team: team } } } }"
        ),
        new(
            "S409",
            "An end before its beginning",
            "'to' lies before 'from'.",
            "windows: { half: { from: 2022-10-20, to: 2022-10-10 } }",
            "windows: { half: { from: 2022-10-10, to: 2022-10-20 } }"
        ),
        new(
            "S410",
            "Outside the observed window",
            "A named window lies inside the observed one, which is 'length' long from 'start'.",
            "windows: { half: { from: 2022-10-01, to: 2023-10-15 } }",
            "windows: { half: { from: 2022-10-01, to: 2022-10-15 } }"
        ),
        new(
            "S411",
            "A rotation that can't be",
            "A rotating team stays a whole number of days at each of at least two checkpoints.",
            "checkpoints: { bridge: { place: laredo } }\ndeployments: { today: { post: { laredo: { at: { rotate: { "
                + "laredo: 50%, bridge: 50% }, every: 12 h } } } } }",
            "checkpoints: { bridge: { place: laredo } }\ndeployments: { today: { post: { laredo: { at: { rotate: { "
                + "laredo: 50%, bridge: 50% }, every: 1 day } } } } }"
        ),
        new(
            "S420",
            "Nothing to compare",
            "A scenario has at least one flow and one deployment.",
            "# deployments: {}",
            "deployments: { today: { post: {} } }"
        ),
        new(
            "S430",
            "Hours that overlap",
            "Each hour of a profile counts once.",
            "flows: { houston: { profile: { hours: { \"20:00-04:00\": 180%, \"03:00-06:00\": 120% } } } }",
            "flows: { houston: { profile: { hours: { \"20:00-04:00\": 180%, \"04:00-06:00\": 120% } } } }"
        ),
        new(
            "S431",
            "A profile of silence",
            "By the profile nothing ever leaves, and the yearly rate can't be kept.",
            "flows: { houston: { profile: { hours: { \"00:00-24:00\": 0% } } } }",
            "flows: { houston: { profile: { hours: { \"20:00-04:00\": 0% } } } }"
        ),
        new(
            "S432",
            "A criterion that says nothing",
            "A criterion says what its measure must reach (at_least) or not exceed (at_most); of two limits at_least is the lower.",
            "require: [{ deployment: today, measure: seizure_rate }]",
            "require: [{ deployment: today, measure: seizure_rate, at_least: 2% }]"
        ),
        new(
            "S433",
            "Frozen, but adapting",
            "'frozen' is the name of the organizations as stated, but none adapts; a variant of this name can't be anything else.",
            "experiment: { adversaries: { frozen: { adaptive: on } } }",
            "experiment: { adversaries: { frozen: { adaptive: off } } }"
        ),
        new(
            "S434",
            "A belief about nothing",
            "Beliefs are about checkpoints or the places they stand at, or about corridors.",
            "organizations: { north: { route_choice: { prior: { austin: 5% } } } }\nflows: { houston: { organization: north } }",
            "organizations: { north: { route_choice: { prior: { laredo: 5% } } } }\nflows: { houston: { organization: north } }"
        ),
        new(
            "S436",
            "A choice that can't be made",
            "A deployment is chosen by a measure of which more or less is better, up to the smallest difference that "
                + "matters, after a first stage of 20 replications at least, and without a precision.",
            "experiment: { choose: best }",
            "experiment: { choose: best, smallest_difference_that_matters: 0.1 points }"
        ),
        new(
            "S437",
            "A number in another unit than its measure",
            "A value of a measure, or a difference between two, is written in the unit of that measure: shares as 15% "
                + "and their differences in points, waits in min or h, costs in USD, "
                + "counts with or without what is counted. 0 needs no unit. 'simint list measures' names every unit.",
            "experiment: { measure: cost_usd, smallest_difference_that_matters: 0.2 points }",
            "experiment: { measure: cost_usd, smallest_difference_that_matters: 2_000 USD }"
        ),
    ];
}
