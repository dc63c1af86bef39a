namespace SimInterdiction.Scenarios.Problems.Explained;

/// <summary>S501 to S511: what is odd but can be simulated.</summary>
internal static class Warnings
{
    public static IReadOnlyList<ProblemExplanation> All { get; } =
    [
        new("S501", "The same deployment twice (a warning)", "A deployment changes nothing of the one it is based on, so their difference is exactly 0.", "deployments: { nights: { based_on: today, note: By night } }", "deployments: { nights: { based_on: today, note: By night, post: { laredo: { hours: 18:00-06:00 } } } }"),
        new("S502", "A checkpoint off every corridor (a warning)", "No corridor passes the place, so a team posted there finds nothing.", "places: { austin: { at: [30.267, -97.743] } }\ncheckpoints: { austin: {} }", "places: { austin: { at: [30.267, -97.743] } }\ncheckpoints: { austin: {} }\ncorridors: { gulf: { path: [houston, austin, laredo] } }"),
        new("S503", "A team that is never posted (a warning)", "No deployment posts a team of this type.", "team_types: { half: { stops: 2%, finds: 50% } }", "team_types: { half: { stops: 2%, finds: 50% } }\ntask_forces: { laredo: { teams: { half: 1 } } }\ndeployments: { today: { post: { half: { at: laredo, task_force: laredo, team: half } } } }"),
        new("S504", "Dates outside the window (a warning)", "A posting begins or ends outside the observed window, where it changes nothing.", "deployments: { today: { post: { laredo: { to: 2023-12-31 } } } }", "deployments: { today: { post: { laredo: { to: 2022-10-15 } } } }"),
        new("S505", "A programme that is on nowhere (a warning)", "A section at the top describes how a programme works; it acts only in deployments that turn it on.", "sharing: { delay: 5 days }", "sharing: { delay: 5 days }\ndeployments: { shared: { based_on: today, programmes: { sharing: on } } }"),
        new("S506", "An organization without a flow (a warning)", "No flow belongs to the organization, so it does nothing.", "organizations: { north: {} }", "organizations: { north: {} }\nflows: { houston: { organization: north } }"),
        new("S507", "Never on duty (a warning)", "The dates or days of a posting leave no shift in the observed window.", "deployments: { today: { post: { laredo: { from: 2024-01-01 } } } }", "deployments: { today: { post: { laredo: { from: 2022-10-10 } } } }"),
        new("S508", "A value without effect (a warning)", "Another value makes this one meaningless.", "team_types: { team: { queue_limit: 6 } }", "team_types: { team: { queue_limit: 6, when_full: wait } }"),
        new("S509", "A partner's post that nobody mans (a warning)", "Teams at a partner's checkpoint act only in deployments that turn the programme 'partners' on.", "checkpoints: { laredo: { partner: yes } }", "checkpoints: { laredo: { partner: yes } }\ndeployments: { today: { programmes: { partners: on } } }"),
        new("S510", "A programme with nothing to work on (a warning)", "Leads come from traces: without tracing there is nothing to share, to recover for, or to open a case with.", "sharing: { delay: 5 days }\ndeployments: { today: { programmes: { sharing: on } } }", "tracing: { resolved: 49% }\nsharing: { delay: 5 days }\ndeployments: { today: { programmes: { tracing: on, sharing: on } } }"),
        new("S511", "A queue that only grows (a warning)", "While the team is on duty more vehicles are stopped than its lanes can search, and none is waved through: the wait has no average, and simulating it takes long.", "checkpoints: { laredo: { traffic: 900 per hour } }\nteam_types: { team: { stops_traffic: 10%, search: 10 min, lanes: 2, when_full: wait } }", "checkpoints: { laredo: { traffic: 900 per hour } }\nteam_types: { team: { stops_traffic: 10%, search: 10 min, lanes: 2, when_full: wait, queue_limit: 12 } }"),
        new(
            "S525",
            "A measure of which neither more nor less is better (a warning)",
            "Verdicts are about better and worse. Of such a measure they only say where there is more of it; a measure with a direction decides something.",
            "experiment: { measure: officer_hours }",
            "experiment: { measure: seizure_rate, also_report: [officer_hours] }"),
    ];
}
