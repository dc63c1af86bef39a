namespace SimInterdiction.Application.Validations;

/// <summary>Primary and secondary inspection in tandem: waits, referrals, and what is found.</summary>
internal static class SecondaryOracles
{
    public static IReadOnlyList<Oracle> All { get; } = [Tandem(), Loss()];

    // Primary M/M/4, 30 vehicles an hour, 10 searched in each lane. Of 15 shipments 9 are referred, of 15 legitimate
    // vehicles 3: secondary is M/M/4 with 12 an hour, 4 searched in each lane, so C(4, 3) / 4 h.
    private static Oracle Tandem()
    {
        const double hours = 400 * 24;
        const double first = 3.0566 / 60;
        const double second = 0.50943396226415094 / 4;
        return new Oracle
        {
            Name = "secondary_waits",
            Law = "Primary and secondary inspection, both with waiting: at each, vehicles wait as if it were the only one",
            Source = "Burke 1956; Jackson 1957; Erlang C",
            Yaml = $$"""
                length: 400 days
                warm_up: 10 days
                {{OneRoad.WithTraffic(15)}}
                flows: { guns: { rate: 15 shipments per hour, routes: { road: 100% } } }
                team_types:
                  team: { stops: 100%, finds: 0%, search: { exponential: 6 min }, lanes: 4, when_full: wait,
                    secondary: { refers: 60%, refers_traffic: 20%, finds: 50%, search: { exponential: 15 min }, lanes: 4,
                      when_full: wait } }
                deployments: { posted: { {{OneRoad.Post}} } }
                experiment: { replications: 20, seed: 151 }
                """,
            Expectations =
            [
                new("posted", "wait_h", first),
                new("posted", "lane_utilisation", 0.75),
                new("posted", "referrals", 12 * hours),
                new("posted", "secondary_wait_h", second),
                new("posted", "secondary_utilisation", 0.75),
                new("posted", "delay_per_vehicle_h", first + 0.1 + (0.2 * (second + 0.25))),
                new("posted", "seizure_rate", 0.6 * 0.5),
            ],
        };
    }

    // Primary with room for everybody lets out a Poisson stream, whatever a search takes.
    private static Oracle Loss()
    {
        const double loss = 0.1100543;
        const double hours = 400 * 24;
        return new Oracle
        {
            Name = "secondary_loss",
            Law = "Primary never short of lanes, secondary with five, three of them busy if all were let in",
            Source = "Mirasol 1963; Erlang 1917",
            Yaml = $$"""
                length: 400 days
                warm_up: 10 days
                {{OneRoad.WithTraffic(600)}}
                flows: { guns: { rate: 20 shipments per hour, routes: { road: 100% } } }
                team_types:
                  team: { stops: 100%, finds: 10%, search: { uniform: [1 min, 9 min] },
                    secondary: { refers: 50%, refers_traffic: 3.5%, finds: 60%, search: 6 min, lanes: 5 } }
                deployments: { posted: { {{OneRoad.Post}} } }
                experiment: { replications: 20, seed: 152 }
                """,
            Expectations =
            [
                new("posted", "referrals", 30 * hours),
                new("posted", "referrals_waved_through", 30 * hours * loss),
                new("posted", "secondary_utilisation", 3 * (1 - loss) / 5),
                new("posted", "firearms_seized_at_secondary", 20 * hours * 0.9 * 0.5 * 0.6 * (1 - loss)),
                new("posted", "seizure_rate", 0.1 + (0.9 * 0.5 * 0.6 * (1 - loss))),
            ],
        };
    }
}
