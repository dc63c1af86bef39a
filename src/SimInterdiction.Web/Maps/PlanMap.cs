using System.Globalization;
using SimInterdiction.Model;
using SimInterdiction.Model.Interdiction;
using SimInterdiction.Model.Language;
using SimInterdiction.Model.Network;
using SimInterdiction.Model.Previews;
using SimInterdiction.Model.World;
using SimInterdiction.Reporting.Geography;
using SimInterdiction.Reporting.Words;

namespace SimInterdiction.Web.Maps;

/// <summary>A scenario as a map: its ground, places, roads, corridors as generated, and who is posted where. In units
/// of the drawing, from the upper left corner.</summary>
internal sealed record PlanMap
{
    /// <summary>As wide as a map is drawn at most.</summary>
    public const double Wide = 640;

    private const double Narrow = 320;

    // Names of more places than fit are left out, and it takes long to find room for the others.
    private const double WidthPerName = 13;
    private const double LeastHeight = 360;
    private const double MostHeight = 560;
    private const double LeastApart = 17;
    private const double PlaceRadius = 3;

    // Fonts of browsers are wider than that of figures: they are drawn at 12.
    private const double LetterSize = 13;

    public required double Width { get; init; }

    public required double Height { get; init; }

    /// <summary>Coasts and borders, as paths.</summary>
    public required IReadOnlyList<DrawnPath> Borders { get; init; }

    /// <summary>Roads that no corridor takes, as paths.</summary>
    public required IReadOnlyList<string> Roads { get; init; }

    /// <summary>The corridors that flows take.</summary>
    public required IReadOnlyList<DrawnCorridor> Corridors { get; init; }

    /// <summary>Places without checkpoints.</summary>
    public required IReadOnlyList<DrawnPlace> Places { get; init; }

    /// <summary>Places with a checkpoint, moved apart where they lie on one another.</summary>
    public required IReadOnlyList<DrawnCheckpoint> Checkpoints { get; init; }

    /// <summary>In the file's order.</summary>
    public required IReadOnlyList<DrawnDeployment> Deployments { get; init; }

    /// <summary>By task force, how far each checkpoint is from its home.</summary>
    public required IReadOnlyDictionary<string, IReadOnlyList<Reach>> Reaches { get; init; }

    /// <param name="scenario">Without errors.</param>
    /// <param name="width">How wide it is to be; it is drawn wider where it has too many names for that.</param>
    public static PlanMap Of(Scenario scenario, double width)
    {
        width = Math.Clamp(width, Math.Clamp(WidthPerName * scenario.Places.Count, Narrow, Wide), Wide);
        var ground = new PlanGround([.. scenario.Places.Values.Select(place => place.At)], width, LeastHeight, MostHeight);
        var map = RouteMap.Build(scenario);
        (string Name, Place Place)[] posts =
        [
            .. scenario.Checkpoints.Select(each => (each.Key, scenario.Places[each.Value.Place ?? each.Key])),
        ];
        (double X, double Y)[] apart = SpreadApart.Of([.. posts.Select(post => ground.Place(post.Place.At))], LeastApart);
        HashSet<string> posted = [.. scenario.Checkpoints.Select(each => each.Value.Place ?? each.Key)];
        (string Label, Place Place, double X, double Y)[] others =
        [
            .. scenario
                .Places.Where(place => !posted.Contains(place.Key))
                .Select(place =>
                {
                    (double x, double y) = ground.Place(place.Value.At);
                    return (Labels.Of(place.Key, place.Value.Label), place.Value, x, y);
                }),
        ];
        IReadOnlyList<GroundLabel?> words = ground.Labels(
            [
                .. posts.Zip(apart, (post, at) => (scenario.LabelOfCheckpoint(post.Name), at.X, at.Y, LeastApart / 2)),
                .. others.Select(other => (other.Label, other.X, other.Y, PlaceRadius)),
            ],
            LetterSize
        );
        HashSet<(string, string)> taken =
        [
            .. map
                .Corridors.SelectMany(corridor => corridor.Places.Zip(corridor.Places.Skip(1)))
                .Select(leg => Ordered(leg.First, leg.Second)),
        ];
        return new PlanMap
        {
            Width = ground.Width,
            Height = ground.Height,
            Borders = [.. ground.Lines().Select(line => new DrawnPath(line.IsNational, Path(line.Points)))],
            Roads =
            [
                .. scenario
                    .Roads.Values.Where(road => !taken.Contains(Ordered(road.Between[0], road.Between[1])))
                    .Select(road => Path([.. road.Between.Select(place => ground.Place(scenario.Places[place].At))])),
            ],
            Corridors = [.. CorridorsOf(scenario, ground)],
            Checkpoints =
            [
                .. posts.Select(
                    (post, i) =>
                    {
                        (double x, double y) = ground.Place(post.Place.At);
                        string label = scenario.LabelOfCheckpoint(post.Name);
                        return new DrawnCheckpoint(post.Name, label, apart[i].X, apart[i].Y, x, y, words[i]);
                    }
                ),
            ],
            Places =
            [
                .. others.Select(
                    (other, i) =>
                        new DrawnPlace(other.Label, $"{other.Place.Kind}".ToLowerInvariant(), other.X, other.Y, words[posts.Length + i])
                ),
            ],
            Deployments = [.. scenario.Deployments.Select(each => DeploymentOf(scenario, each.Key, each.Value))],
            Reaches = scenario.TaskForces.ToDictionary(force => force.Key, force => ReachesOf(scenario, force.Value, posts)),
        };
    }

    private static IEnumerable<DrawnCorridor> CorridorsOf(Scenario scenario, PlanGround ground) =>
        ScenarioPreview
            .Of(scenario)
            .Corridors.GroupBy(each => each.Corridor.Name)
            .Select(same => (same.First().Corridor, Share: same.Sum(each => each.ShareOfAll)))
            .Select(each => new DrawnCorridor(
                each.Corridor.Label,
                PreviewWords.Share(each.Share),
                each.Share,
                Path([.. each.Corridor.Places.Select(place => ground.Place(scenario.Places[place].At))])
            ));

    private static DrawnDeployment DeploymentOf(Scenario scenario, string name, Deployment deployment) =>
        new(
            name,
            Labels.Of(name, deployment.Label),
            [
                .. deployment.Post.Select(post => new DrawnTeam(
                    post.Key,
                    Labels.Of(post.Value.Team, scenario.TeamTypes[post.Value.Team].Label)
                        + (post.Value.Count > 1 ? $" x {post.Value.Count}" : ""),
                    post.Value.TaskForce,
                    Labels.Of(post.Value.TaskForce, scenario.TaskForces[post.Value.TaskForce].Label),
                    [.. post.Value.CheckpointsOf(post.Key)],
                    [.. post.Value.At?.Rotate?.Values.Select(PreviewWords.Share) ?? []],
                    $"{post.Value.Hours}"
                )),
            ]
        );

    private static IReadOnlyList<Reach> ReachesOf(Scenario scenario, TaskForce force, IEnumerable<(string Name, Place Place)> posts)
    {
        GeoPoint home = scenario.Places[force.Home].At;
        return
        [
            .. posts.Select(post =>
            {
                double miles = home.MilesTo(post.Place.At);
                return new Reach(post.Name, Math.Round(miles), miles <= (force.ReachMiles ?? double.PositiveInfinity));
            }),
        ];
    }

    private static (string, string) Ordered(string one, string other) =>
        string.CompareOrdinal(one, other) < 0 ? (one, other) : (other, one);

    private static string Path(IReadOnlyList<(double X, double Y)> points) =>
        "M" + string.Join('L', points.Select(point => string.Create(CultureInfo.InvariantCulture, $"{point.X:0.#},{point.Y:0.#}")));
}

/// <summary>A coast or border.</summary>
internal sealed record DrawnPath(bool IsNational, string Path);

/// <summary>A corridor.</summary>
/// <param name="Label">What people see.</param>
/// <param name="Words">Its share of all shipments, in words.</param>
/// <param name="Share">The same as a number.</param>
/// <param name="Path">Where it leads.</param>
internal sealed record DrawnCorridor(string Label, string Words, double Share, string Path);

/// <summary>A place without a checkpoint.</summary>
internal sealed record DrawnPlace(string Label, string Kind, double X, double Y, GroundLabel? Words);

/// <summary>A checkpoint.</summary>
/// <param name="Name">In the file.</param>
/// <param name="Label">What people see.</param>
/// <param name="X">Where it is drawn.</param>
/// <param name="Y">Where it is drawn.</param>
/// <param name="TrueX">Where it lies.</param>
/// <param name="TrueY">Where it lies.</param>
/// <param name="Words">Its label where there is room; null where there is none.</param>
internal sealed record DrawnCheckpoint(string Name, string Label, double X, double Y, double TrueX, double TrueY, GroundLabel? Words);

/// <summary>A deployment.</summary>
internal sealed record DrawnDeployment(string Name, string Label, IReadOnlyList<DrawnTeam> Teams);

/// <summary>A posting.</summary>
/// <param name="Posting">Its name.</param>
/// <param name="Label">Of its type, and how many.</param>
/// <param name="TaskForce">Whose it is, by its name in the file.</param>
/// <param name="Force">What people call that.</param>
/// <param name="At">Its checkpoints: several where it rotates.</param>
/// <param name="Shares">Where it rotates, how much of the time it is at each, in words; empty else.</param>
/// <param name="Hours">When it is on duty.</param>
internal sealed record DrawnTeam(
    string Posting,
    string Label,
    string TaskForce,
    string Force,
    IReadOnlyList<string> At,
    IReadOnlyList<string> Shares,
    string Hours
);

/// <summary>How far a checkpoint is from a task force's home.</summary>
internal sealed record Reach(string Checkpoint, double Miles, bool IsWithin);
