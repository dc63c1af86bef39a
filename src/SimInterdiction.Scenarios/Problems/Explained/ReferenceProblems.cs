namespace SimInterdiction.Scenarios.Problems.Explained;

/// <summary>S150 to S206: overrides, tables, inheritance and names.</summary>
internal static class ReferenceProblems
{
    public static IReadOnlyList<ProblemExplanation> All { get; } =
    [
        new(
            "S150",
            "No such path to set",
            "--set takes the path of a key, step by step with dots, through names that the file gives.",
            "$ simint run coast.yaml --set experiment.sed=7",
            "$ simint run coast.yaml --set experiment.seed=7"
        ),
        new(
            "S151",
            "Nothing to set",
            "--set takes a path, an equals sign and a value.",
            "$ simint run coast.yaml --set experiment.seed",
            "$ simint run coast.yaml --set experiment.seed=7"
        ),
        new(
            "S152",
            "Nothing to fit",
            "--fit takes the path of one number. Where the file marks it as uncertain, that is its range; else the range is said.",
            "$ simint calibrate coast.yaml --fit team_types.team.stops",
            "$ simint calibrate coast.yaml --fit \"team_types.team.stops between 2% and 12%\""
        ),
        new(
            "S153",
            "No target to fit to",
            "--to takes a measure, perhaps a deployment, and the figure that it should come to.",
            "$ simint calibrate coast.yaml --to 2000",
            "$ simint calibrate coast.yaml --to \"firearms_seized of today = 2000 +- 50\""
        ),
        new(
            "S161",
            "A table that can't be read",
            "A table has a row of column names, then as many cells in every row. Commas, semicolons, tabs or bars divide "
                + "them; a cell that holds the divider stands in quotation marks.",
            "# name,lat,lon\n# houston,29.760",
            "# name,lat,lon\n# houston,29.760,-95.370"
        ),
        new(
            "S162",
            "A table without names",
            "The column 'name' holds the name of each row, as the key does in the scenario.",
            "# place,lat,lon",
            "# name,lat,lon"
        ),
        new(
            "S170",
            "Based on nothing",
            "based_on names another deployment, or another team type.",
            "deployments: { nights: { based_on: tody, post: { laredo: { hours: 18:00-06:00 } } } }",
            "deployments: { nights: { based_on: today, post: { laredo: { hours: 18:00-06:00 } } } }"
        ),
        new(
            "S171",
            "Based on itself",
            "A chain of based_on must end somewhere.",
            "deployments:\n  a: { based_on: b, note: A }\n  b: { based_on: a, note: B }",
            "deployments:\n  a: { based_on: today, post: { laredo: { hours: 18:00-06:00 } } }\n  b: { based_on: a, post: "
                + "{ laredo: { days: [fri] } } }"
        ),
        new(
            "S172",
            "Nothing to remove",
            "remove: [names] takes away what based_on copied.",
            "deployments: { none: { based_on: today, post: { remove: [lareo] } } }",
            "deployments: { none: { based_on: today, post: { remove: [laredo] } } }"
        ),
        new(
            "S173",
            "A long chain of copies",
            "based_on may copy what itself copies, but not without end.",
            "# deployments: { d1: { based_on: d0 }, d2: { based_on: d1 }, ..., d200: { based_on: d199 } }",
            "# deployments: { d1: { based_on: d0 }, d2: { based_on: d0 }, ..., d200: { based_on: d0 } }"
        ),
        new(
            "S201",
            "No such name",
            "A place, corridor, team type, task force, checkpoint, organization or deployment is referred to that the file doesn't have.",
            "corridors: { gulf: { path: [houston, lardo] } }",
            "corridors: { gulf: { path: [houston, laredo] } }"
        ),
        new(
            "S202",
            "Two things with the same random numbers",
            "Random numbers go by where a place is and where a flow leaves from, never by a name or an order. By very "
                + "bad luck two of them share a key.",
            "# two places, one chance in 10^13",
            "# move one of them by a thousandth of a degree"
        ),
        new(
            "S203",
            "An assumption about nothing",
            "An assumption names the path of the value it is about.",
            "assumptions: [{ about: team_types.team.find, source: guess }]",
            "assumptions: [{ about: team_types.team.finds, source: guess }]"
        ),
        new(
            "S204",
            "No such measure",
            "'simint list measures' shows all.",
            "experiment: { measure: seizure_rates }",
            "experiment: { measure: seizure_rate }"
        ),
        new(
            "S205",
            "A share that can't be formed",
            "The shares of ends are in proportion to their attraction, so at least one end draws something.",
            "places: { laredo: { at: [27.506, -99.507], attraction: 0 } }\nroads: { us59: { between: [houston, laredo] } "
                + "}\ncorridors: { generate: { paths: 1 } }\nflows: { west: { from: houston, rate: 1 per week, routes: { to: "
                + "[laredo] } } }",
            "roads: { us59: { between: [houston, laredo] } }\ncorridors: { generate: { paths: 1 } }\nflows: { west: { "
                + "from: houston, rate: 1 per week, routes: { to: [laredo] } } }"
        ),
        new(
            "S206",
            "Two beliefs about one place",
            "Two checkpoints of one place are met together, so there is one belief about them.",
            "checkpoints: { bridge: { place: laredo } }\norganizations: { north: { route_choice: { prior: { laredo: 5%, "
                + "bridge: 9% } } } }\nflows: { houston: { organization: north } }",
            "checkpoints: { bridge: { place: laredo } }\norganizations: { north: { route_choice: { prior: { laredo: 5% } "
                + "} } }\nflows: { houston: { organization: north } }"
        ),
    ];
}
