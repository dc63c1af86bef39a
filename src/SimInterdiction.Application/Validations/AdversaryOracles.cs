using System.Globalization;
using SimInterdiction.Experiments.Oracles;
using SimInterdiction.Model.Measures;

namespace SimInterdiction.Application.Validations;

/// <summary>Organizations that choose among corridors: a logit over three of them, with costs 10, 12 and 15 and half a
/// unit of utility for each.</summary>
internal static class AdversaryOracles
{
    private const string Logit = "McFadden 1974; utility -0.5 * cost - risk_aversion * belief";

    // exp(-5), exp(-6), exp(-7.5), divided by their sum, in percent.
    private const string Routes = "{ by_one: 68.967208612%, by_two: 25.371618164%, by_three: 5.661173224% }";

    private static readonly string[] Places = ["one", "two", "three"];

    public static IReadOnlyList<Oracle> All { get; } = [Displacement(), Beliefs(), SharesAsToday(), SafestCorridor(), Learning()];

    private static Oracle Displacement() =>
        new()
        {
            Name = "displacement",
            Law =
                "Displacement: four times the risk on the busiest corridor seizes a little more, and adaptation takes back "
                + "most of the gain",
            Source = Logit,
            Yaml = $$"""
                {{Network}}
                length: 1000 days
                organizations: { all: { route_choice: { risk_aversion: 10, learns: known, prior: 10% } } }
                flows: { guns: { rate: 50 shipments per day, organization: all, routes: {{Routes}} } }
                deployments:
                  even: { post: { {{Post(0.1, 0.1, 0.1)}} } }
                  raised: { post: { {{Post(0.4, 0.1, 0.1)}} } }
                experiment: { replications: 20, seed: 31 }
                """,
            Expectations =
            [
                new("even", "seizure_rate", 0.1),
                new("raised", "seizure_rate", 0.129887) { SharpTo = 0.02 },
                new("raised", "displacement", 0.590048) { SharpTo = 0.01 },
                new("raised", "displacement_takes_back", 0.855549) { SharpTo = 0.02 },
                .. Of("even", 0.689672, 0.253716, 0.056612),
                .. Of("raised", 0.099624, 0.736125, 0.164252),
            ],
        };

    private static IEnumerable<Expectation> Of(string deployment, params double[] shares) =>
        shares.Select(
            (share, i) =>
                new Expectation(deployment, "shipments_dispatched", 50 * 1000 * share) { Of = (Dimension.Corridor, $"by_{Places[i]}") }
        );

    private static Oracle Beliefs() =>
        new()
        {
            Name = "beliefs",
            Law = "An organization acts on its beliefs: nothing new, the truth, or the truth with twice the aversion",
            Source = Logit,
            Yaml = $$"""
                {{Network}}
                length: 400 days
                organizations:
                  unaware: { route_choice: { risk_aversion: 10, learns: off, prior: { one: 10%, two: 10%, three: 10% } } }
                  told: { route_choice: { risk_aversion: 10, learns: off, prior: { one: 40%, two: 10%, three: 10% } } }
                  knows: { route_choice: { risk_aversion: 10, learns: known } }
                  fears: { route_choice: { risk_aversion: 20, learns: known } }
                flows:
                  unaware: { rate: 40 shipments per day, organization: unaware, routes: {{Routes}} }
                  told: { rate: 40 shipments per day, organization: told, routes: {{Routes}} }
                  knows: { rate: 40 shipments per day, organization: knows, routes: {{Routes}} }
                  fears: { rate: 40 shipments per day, organization: fears, routes: {{Routes}} }
                deployments:
                  raised: { post: { {{Post(0.4, 0.1, 0.1)}} } }
                experiment: { replications: 20, seed: 32 }
                """,
            Expectations =
            [
                By("raised", "unaware", 0.306902),
                By("raised", "told", 0.129887),
                By("raised", "knows", 0.129887),
                By("raised", "fears", 0.101644),
            ],
        };

    private static Oracle SharesAsToday() =>
        new()
        {
            Name = "as_today",
            Law =
                "Shares that are as today stay so under today's deployment, however large the aversion; elsewhere only what "
                + "differs from today counts",
            Source = Logit + ", less the belief of today",
            Yaml = $$"""
                {{Network}}
                length: 400 days
                organizations:
                  mild: { route_choice: { risk_aversion: 10, shares: as_today, learns: known } }
                  huge: { route_choice: { risk_aversion: 1_000_000, shares: as_today, learns: known } }
                flows:
                  mild: { rate: 40 shipments per day, organization: mild, routes: {{Routes}} }
                  huge: { rate: 40 shipments per day, organization: huge, routes: {{Routes}} }
                deployments:
                  today: { post: { {{Post(0.1, 0.1, 0.4)}} } }
                  more: { post: { {{Post(0.4, 0.1, 0.4)}} } }
                experiment: { replications: 20, seed: 33 }
                """,
            Expectations =
            [
                By("today", "mild", 0.116984),
                By("today", "huge", 0.116984),
                By("more", "mild", 0.179163),
                By("more", "huge", 0.154728),
            ],
        };

    private static Oracle SafestCorridor() =>
        new()
        {
            Name = "safest_corridor",
            Law = "Extreme aversion and full knowledge: all take the safest corridor; if no team is there, nothing is seized",
            Source = "The limit of the logit",
            Yaml = $$"""
                {{Network}}
                length: 100 days
                organizations: { all: { route_choice: { risk_aversion: 1_000_000, learns: known } } }
                flows: { guns: { rate: 100 shipments per day, organization: all, routes: {{Routes}} } }
                deployments:
                  all_but_one: { post: { {{Post(0.4, 0.2)}} } }
                  all: { post: { {{Post(0.4, 0.2, 0.1)}} } }
                experiment: { replications: 20, seed: 34 }
                """,
            Expectations =
            [
                new("all_but_one", "shipments_seized", 0) { IsExact = true },
                new("all", "shipments_dispatched", 0) { Of = (Dimension.Corridor, "by_one"), IsExact = true },
                new("all", "shipments_dispatched", 0) { Of = (Dimension.Corridor, "by_two"), IsExact = true },
                new("all", "seizure_rate", 0.1),
            ],
        };

    /// <remarks>
    /// The belief about the worst corridor comes from some 1,000 of the 10,000 shipments of the warm-up at least; its
    /// variance, at most .4 * .6 / 1000, raises the mean of exp(-10 * belief) by half of a hundred times that, 1.2 %,
    /// so what is seized by .0996 * .9 * .3 of that, 0.0003. The prior, worth one shipment in a thousand, adds .00008.
    /// </remarks>
    private static Oracle Learning() =>
        new()
        {
            Name = "learning",
            Law =
                "With a long memory, learning from losses ends where full knowledge does, be it place by place or "
                + "corridor by corridor",
            Source = "Law of large numbers; " + Logit,
            Yaml = $$"""
                {{Network}}
                length: 30 days
                warm_up: 20 days
                organizations:
                  by_place: { route_choice: &learner { risk_aversion: 10, learns: place, memory: 3000 days, prior: 10%, prior_weight: 1 } }
                  by_corridor: { route_choice: { <<: *learner, learns: corridor } }
                flows:
                  by_place: { rate: 500 shipments per day, organization: by_place, routes: {{Routes}} }
                  by_corridor: { rate: 500 shipments per day, organization: by_corridor, routes: {{Routes}} }
                deployments:
                  raised: { post: { {{Post(0.4, 0.1, 0.1)}} } }
                experiment: { replications: 30, seed: 35 }
                """,
            Expectations =
            [
                By("raised", "by_place", 0.129887) with
                {
                    Bias = 0.0004,
                },
                By("raised", "by_corridor", 0.129887) with
                {
                    Bias = 0.0004,
                },
            ],
        };

    private static Expectation By(string deployment, string organization, double seizureRate) =>
        new(deployment, "seizure_rate", seizureRate) { Of = (Dimension.Organization, organization) };

    private const string Network = """
        places: { city: { at: [30, -98] }, one: { at: [29, -97] }, two: { at: [29, -98] }, three: { at: [29, -99] },
            port: { at: [28, -98], kind: port } }
        corridors: { by_one: { path: [city, one, port] }, by_two: { path: [city, two, port] }, by_three: { path: [city, three, port] } }
        team_types:
          team10: { stops: 100%, finds: 10% }
          team20: { stops: 100%, finds: 20% }
          team40: { stops: 100%, finds: 40% }
        task_forces: { all: { home: city, teams: { team10: 3, team20: 3, team40: 3 } } }
        checkpoints: { one: {}, two: {}, three: {} }
        """;

    // On each corridor a team that finds so much.
    private static string Post(params double[] finds) =>
        string.Join(
            ", ",
            finds.Select(
                (share, i) => string.Create(CultureInfo.InvariantCulture, $"{Places[i]}: {{ task_force: all, team: team{100 * share:0} }}")
            )
        );
}
