namespace SimInterdiction.Scenarios.Problems.Explained;

/// <summary>S060 to S069: what would take more time or memory than there is.</summary>
internal static class CostProblems
{
    public static IReadOnlyList<ProblemExplanation> All { get; } =
    [
        new(
            "S060",
            "Too long to simulate",
            "What one replication takes is estimated from the file, by the shipments that leave and the vehicles that "
                + "are stopped. More than an hour or two for a single one never ends in practice; most often a unit is wrong.",
            "flows: { houston: { rate: 900_000_000 shipments per hour, routes: { gulf: 100% } } }",
            "flows: { houston: { rate: 900 shipments per day, routes: { gulf: 100% } } }"
        ),
        new(
            "S061",
            "Too large to simulate",
            "What one replication holds in memory is estimated from the file: lanes, vehicles that are stopped together, "
                + "shipments under way together.",
            "team_types: { team: { stops: 5%, finds: 50%, search: 5 min, lanes: 1_000_000_000 } }",
            "team_types: { team: { stops: 5%, finds: 50%, search: 5 min, lanes: 4 } }"
        ),
        new(
            "S062",
            "Too many results",
            "Of every replication of every deployment some totals are kept in memory, for percentiles and for pairs.",
            "# 600 deployments\nexperiment: { replications: 1_000_000 }",
            "# 600 deployments\nexperiment: { replications: 1000 }"
        ),
    ];
}
