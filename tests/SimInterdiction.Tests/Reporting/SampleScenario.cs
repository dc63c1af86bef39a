using SimInterdiction.Model;
using SimInterdiction.Model.Interdiction;
using SimInterdiction.Model.Network;
using SimInterdiction.Model.Study;
using SimInterdiction.Model.Traffic;

namespace SimInterdiction.Tests.Reporting;

/// <summary>A southwest border in small, for figures: cities, ports, corridors by hand.</summary>
internal static class SampleScenario
{
    private static readonly (string Name, double Lat, double Lon, PlaceKind Kind)[] Points =
    [
        ("Houston", 29.76, -95.37, PlaceKind.City),
        ("Dallas", 32.777, -96.797, PlaceKind.City),
        ("San_Antonio", 29.424, -98.494, PlaceKind.City),
        ("McAllen", 26.203, -98.23, PlaceKind.City),
        ("El_Paso", 31.778, -106.442, PlaceKind.City),
        ("Laredo", 27.531, -99.48, PlaceKind.City),
        ("Phoenix", 33.448, -112.074, PlaceKind.City),
        ("Tucson", 32.222, -110.926, PlaceKind.City),
        ("Los_Angeles", 34.052, -118.244, PlaceKind.City),
        ("San_Diego", 32.716, -117.161, PlaceKind.City),
        ("Albuquerque", 35.085, -106.606, PlaceKind.City),
        ("Uvalde", 29.21, -99.786, PlaceKind.Crossing),
        ("Las_Cruces", 32.312, -106.764, PlaceKind.Crossing),
        ("Victoria", 28.805, -97.004, PlaceKind.Crossing),
        ("San_Ysidro_port", 32.543, -117.029, PlaceKind.Port),
        ("Otay_Mesa_port", 32.55, -116.939, PlaceKind.Port),
        ("Nogales_port", 31.333, -110.943, PlaceKind.Port),
        ("El_Paso_port", 31.764, -106.451, PlaceKind.Port),
        ("Ysleta_port", 31.673, -106.335, PlaceKind.Port),
        ("Eagle_Pass_port", 28.705, -100.512, PlaceKind.Port),
        ("Laredo_port", 27.5, -99.507, PlaceKind.Port),
        ("Hidalgo_port", 26.095, -98.271, PlaceKind.Port),
        ("Brownsville_port", 25.952, -97.401, PlaceKind.Port),
        ("Monterrey", 25.687, -100.316, PlaceKind.Destination),
    ];

    private static readonly string[] Paths =
    [
        "houston victoria laredo laredo_port monterrey",
        "dallas san_antonio laredo laredo_port monterrey",
        "houston victoria mcallen hidalgo_port",
        "houston victoria brownsville_port",
        "san_antonio uvalde eagle_pass_port",
        "albuquerque las_cruces el_paso el_paso_port",
        "albuquerque las_cruces el_paso ysleta_port",
        "phoenix tucson nogales_port",
        "los_angeles san_diego san_ysidro_port",
        "los_angeles san_diego otay_mesa_port",
        "phoenix san_diego san_ysidro_port",
    ];

    public static readonly string[] Checkpoints =
    [
        "houston",
        "san_antonio",
        "laredo",
        "el_paso",
        "tucson",
        "san_diego",
        "laredo_port",
        "hidalgo_port",
        "el_paso_port",
        "nogales_port",
        "san_ysidro_port",
        "otay_mesa_port",
    ];

    public static IReadOnlyList<string> CorridorNames { get; } = [.. Paths.Select((_, i) => $"c{i + 1}")];

    public static Scenario Make(IEnumerable<string> deployments, double smallest = 0.001, double days = 182)
    {
        var places = new OrderedDictionary<string, Place>();
        foreach (var p in Points)
        {
            string label = p.Name.Replace("_port", " bridges", StringComparison.Ordinal).Replace('_', ' ');
            places.Add(
                p.Name.ToLowerInvariant(),
                new Place
                {
                    At = new GeoPoint(p.Lat, p.Lon),
                    Label = label,
                    Kind = p.Kind,
                }
            );
        }

        return new Scenario
        {
            Title = "Southwest border, October to March",
            Question = "Which posting of the nine task forces seizes the largest share of firearms?",
            LengthHours = days * 24,
            WarmUpHours = 14 * 24,
            Places = places,
            Corridors = new CorridorPlan { ByHand = Ordered(Paths.Select((p, i) => ($"c{i + 1}", new Corridor { Path = p.Split(' ') }))) },
            Flows = Ordered([
                (
                    "all",
                    new Flow
                    {
                        Rate = new FlowRate(10, Counted.Firearms),
                        Routes = new Routes { Shares = Ordered(CorridorNames.Select(c => (c, 1.0 / Paths.Length))) },
                    }
                ),
            ]),
            Checkpoints = Ordered(Checkpoints.Select(c => (c, new Checkpoint()))),
            TeamTypes = Ordered([
                ("outbound_team", new TeamType { Finds = 0.5 }),
                ("trafficking_unit", new TeamType { Finds = 0.4, Works = TeamWork.Leads }),
            ]),
            Deployments = Ordered(deployments.Select(d => (d, new Deployment { Label = d }))),
            Experiment = new ExperimentPlan
            {
                SmallestDifferenceThatMatters = smallest,
                Replications = 400,
                Seed = 2026,
            },
            Assumptions =
            [
                new Assumption
                {
                    About = "total_flow",
                    Source = "GAO-21-322; estimates run from 89,816 to 500,000",
                    Confidence = Confidence.Low,
                    Effect = "Rates scale with it; the order of deployments hardly does.",
                },
                new Assumption
                {
                    About = "team_types.outbound_team.finds",
                    Source = "Planning assumption <not> \"measured\"",
                    Confidence = Confidence.Medium,
                },
            ],
        };
    }

    public static OrderedDictionary<string, T> Ordered<T>(IEnumerable<(string Name, T Value)> items)
    {
        var dictionary = new OrderedDictionary<string, T>();
        foreach ((string name, T value) in items)
        {
            dictionary.Add(name, value);
        }

        return dictionary;
    }
}
