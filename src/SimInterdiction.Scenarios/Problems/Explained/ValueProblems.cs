namespace SimInterdiction.Scenarios.Problems.Explained;

/// <summary>S101 to S141: keys and values.</summary>
internal static class ValueProblems
{
    public static IReadOnlyList<ProblemExplanation> All { get; } =
    [
        new(
            "S101",
            "An unknown key",
            "Keys that mean nothing are never passed over, because a misspelt one would silently leave its default in place.",
            "experiment: { replicatons: 10 }",
            "experiment: { replications: 10 }"
        ),
        new(
            "S102",
            "The same key twice",
            "Of two equal keys one would be lost, so neither is taken.",
            "experiment:\n  seed: 7\n  seed: 8",
            "experiment:\n  seed: 7"
        ),
        new(
            "S103",
            "A missing key",
            "What the plan is about has no default and must be written.",
            "places: { austin: { label: Austin } }",
            "places: { austin: { at: [30.267, -97.743] } }"
        ),
        new(
            "S104",
            "Another kind of value is needed",
            "A list stands where the key needs a map, or a single value where it needs a list, and so on.",
            "corridors: { gulf: { path: houston } }",
            "corridors: { gulf: { path: [houston, laredo] } }"
        ),
        new(
            "S105",
            "A key without a value",
            "Nothing stands after the colon. Remove the line to take the default.",
            "experiment:\n  seed:",
            "experiment:\n  seed: 7"
        ),
        new(
            "S106",
            "Not a name",
            "Names are what other parts of the file refer to: lower-case letters, digits and underscores. What people see is the label.",
            "places: { El Paso: { at: [31.762, -106.485] } }",
            "places: { el_paso: { at: [31.762, -106.485], label: El Paso } }"
        ),
        new(
            "S107",
            "Not in this version",
            "The key is part of the language, but this version can't simulate it. It is refused rather than left out of "
                + "the simulation unnoticed.",
            "# a key that a later version simulates",
            "# leave it out, or use a later version"
        ),
        new("S108", "Not a key", "A key is a word, not a list or a map.", "experiment: { [seed]: 7 }", "experiment: { seed: 7 }"),
        new(
            "S110",
            "Not a number",
            "Numbers are digits, perhaps with a decimal point; underscores may divide thousands, commas may not.",
            "experiment:\n  replications: 1,000",
            "experiment:\n  replications: 1_000"
        ),
        new(
            "S111",
            "Not a whole number",
            "Teams, lanes, officers and firearms come in whole numbers.",
            "team_types: { team: { lanes: 2.5 } }",
            "team_types: { team: { lanes: 2 } }"
        ),
        new(
            "S112",
            "Out of range",
            "The value lies outside what is possible or sensible for its key.",
            "experiment: { replications: 0 }",
            "experiment: { replications: 10 }"
        ),
        new(
            "S113",
            "Neither yes nor no",
            "yes, no, on, off, true and false are understood.",
            "deployments: { today: { post: { laredo: { lent: maybe } } } }",
            "deployments: { today: { post: { laredo: { lent: yes } } } }"
        ),
        new(
            "S114",
            "Not one of the words",
            "The key takes one of a few words, which the message lists.",
            "places: { houston: { kind: town } }",
            "places: { houston: { kind: city } }"
        ),
        new(
            "S115",
            "Not a date",
            "Dates are written year-month-day, because 03/04 is March in one country and April in another.",
            "start: 10/01/2022",
            "start: 2022-10-01"
        ),
        new(
            "S116",
            "Not hours of the day",
            "Hours are written from-to on a 24-hour clock and may pass midnight; always is 24 h.",
            "deployments: { today: { post: { laredo: { hours: 6 am to 6 pm } } } }",
            "deployments: { today: { post: { laredo: { hours: 06:00-18:00 } } } }"
        ),
        new(
            "S117",
            "Not a point on the map",
            "A point is its latitude (north) and longitude (east), in degrees; in the Americas the longitude is negative.",
            "places: { houston: { at: [-95.370, 29.760] } }",
            "places: { houston: { at: [29.760, -95.370] } }"
        ),
        new(
            "S118",
            "Too many or too few values",
            "A list holds more or fewer values than its key needs.",
            "team_types: { team: { finds: { uncertain: [40%, 60%] } } }",
            "team_types: { team: { finds: { uncertain: [40%, 50%, 60%] } } }"
        ),
        new(
            "S120",
            "A missing unit",
            "A bare number could be minutes or hours, per day or per week. Quantities carry their unit; counts (lanes, "
                + "officers, seed) and shares don't.",
            "flows: { houston: { rate: 12 } }",
            "flows: { houston: { rate: 12 per week } }"
        ),
        new(
            "S121",
            "A wrong unit",
            "The unit is unknown, or measures something else than the key needs.",
            "team_types: { team: { search: 3 mi } }",
            "team_types: { team: { search: 3 min } }"
        ),
        new(
            "S122",
            "An ambiguous unit",
            "'m' could be minutes, miles or metres.",
            "team_types: { team: { search: 3 m } }",
            "team_types: { team: { search: 3 min } }"
        ),
        new(
            "S123",
            "A share above the whole",
            "Shares are written 35% or 0.35. A bare 35 would be 3500 %.",
            "team_types: { team: { finds: 35 } }",
            "team_types: { team: { finds: 35% } }"
        ),
        new(
            "S125",
            "Something else is counted",
            "A flow is a rate of firearms or of shipments; traffic and looks are rates of vehicles.",
            "flows: { houston: { rate: 12 trucks per week } }",
            "flows: { houston: { rate: 12 shipments per week } }"
        ),
        new(
            "S130",
            "No law of chance, or several",
            "What varies is described by one law: varies, exponential, lognormal, uniform, gamma, fixed or empirical; "
                + "'between' may stand beside it. What nobody knows is 'uncertain', alone.",
            "team_types: { team: { search: { normal: 3 min } } }",
            "team_types: { team: { search: { varies: [1 min, 3 min, 8 min] } } }"
        ),
        new(
            "S131",
            "A law that can't be",
            "The numbers of the law contradict each other.",
            "team_types: { team: { search: { varies: [8 min, 3 min, 1 min] } } }",
            "team_types: { team: { search: { varies: [1 min, 3 min, 8 min] } } }"
        ),
        new(
            "S132",
            "Uncertain values out of order",
            "They are the least, the best guess and the most, in rising order.",
            "team_types: { team: { finds: { uncertain: [50%, 40%, 60%] } } }",
            "team_types: { team: { finds: { uncertain: [40%, 50%, 60%] } } }"
        ),
        new(
            "S133",
            "A law beyond its limits",
            "The law can give values that the key can't take, or none that lie between the bounds. 'between' keeps it inside.",
            "flows: { houston: { load: { lognormal: { median: 3, sigma: 1 } } } }",
            "flows: { houston: { load: { lognormal: { median: 3, sigma: 1 }, between: [1, 60] } } }"
        ),
        new(
            "S140",
            "Shares that don't add up",
            "Shares that belong together make 100 %. A miss of at most 0.1 points is taken for rounding.",
            "flows: { houston: { mix: { pistol: 60%, rifle: 30% } } }",
            "flows: { houston: { mix: { pistol: 60%, rifle: 40% } } }"
        ),
        new(
            "S141",
            "Shares that nearly add up (a warning)",
            "They miss 100 % by at most 0.1 points and are used in proportion.",
            "flows: { houston: { mix: { pistol: 33.3%, rifle: 33.3%, other: 33.3% } } }",
            "flows: { houston: { mix: { pistol: 33.3%, rifle: 33.3%, other: 33.4% } } }"
        ),
    ];
}
