using SimInterdiction.Model;
using SimInterdiction.Model.Intelligence;
using SimInterdiction.Model.Interdiction;
using SimInterdiction.Model.Language;
using SimInterdiction.Model.Network;
using SimInterdiction.Model.World;

namespace SimInterdiction.Experiments.Design;

/// <summary>What the named things of a scenario are called by what they are. What stands somewhere is its place, so
/// that no number moves it; the rest has no short word, and a long one of what it is and who uses it.</summary>
/// <param name="scenario">With every input at its best guess.</param>
internal sealed class ThingWords(Scenario scenario)
{
    private readonly PlaceOrder places = new(scenario);
    private readonly Lazy<RouteMap> map = new(() => RouteMap.Build(scenario));
    private readonly Lazy<Identities> identities = new(() => new Identities(scenario, RouteMap.Build(scenario)));

    /// <summary>The words of a thing.</summary>
    /// <param name="kind">The property whose map holds it.</param>
    /// <param name="name">Its name there.</param>
    public (string Short, string Long) Of(string kind, string name) =>
        kind switch
        {
            nameof(Scenario.Places) or nameof(Scenario.Checkpoints) or nameof(PostedAt.Rotate) => Placed(PlaceOf(name)),
            nameof(Scenario.Flows) => Placed(identities.Value.WordOfFlow(name)),
            nameof(Scenario.Organizations) => Placed(OrganizationWord(name)),
            nameof(Scenario.Roads) => Placed(Both(scenario.Roads[name])),
            nameof(Scenario.TaskForces) => (PlaceOf(scenario.TaskForces[name].Home), TaskForce(name)),
            nameof(CorridorPlan.ByHand) or nameof(Model.Traffic.Routes.Shares) => Placed(Corridor(name)),
            nameof(Model.Adversaries.Prior.ByName) => Placed(IsPlace(name) ? PlaceOf(name) : Corridor(name)),
            nameof(Scenario.TeamTypes) or nameof(Model.Interdiction.TaskForce.Teams) => (string.Empty, TeamType(name)),
            nameof(Model.Traffic.Flow.Mix) => (string.Empty, Kind(name)),
            nameof(Scenario.Deployments) => (string.Empty, Deployment(name)),
            nameof(PlanRotation.Plans) => (string.Empty, Plans(name)),
            nameof(Model.Interdiction.Deployment.Post) => (string.Empty, Postings(name)),
            nameof(Scenario.Windows) => (string.Empty, CanonicalText.Of(scenario.Windows[name])),
            nameof(Scenario.Experiment.Adversaries) => (string.Empty, Adversary(name)),
            _ => Placed(name),
        };

    private static (string Short, string Long) Placed(string word) => (word, word);

    private bool IsPlace(string name) => scenario.Checkpoints.ContainsKey(name) || scenario.Places.ContainsKey(name);

    private string PlaceOf(string name) => places.WordOf(scenario.PlaceOf(name));

    private string OrganizationWord(string name) =>
        scenario.Flows.Keys.Any(flow => scenario.OrganizationOf(flow) == name) ? identities.Value.WordOfOrganization(name) : string.Empty;

    private string Both(Road road) => Lines(road.Between.Select(PlaceOf));

    private string Corridor(string name) =>
        string.Join(' ', map.Value.Corridors.Where(c => c.Name == name).SelectMany(c => c.Places).Select(PlaceOf));

    private string TaskForce(string name)
    {
        TaskForce force = scenario.TaskForces[name];
        return Lines([
            PlaceOf(force.Home),
            CanonicalText.Of(force.ReachMiles),
            .. force.Teams.Select(team => $"{Stated(team.Key)} {team.Value}"),
            .. scenario.Deployments.Values.SelectMany(d => d.Post.Where(p => p.Value.TaskForce == name).Select(Posting)),
        ]);
    }

    // By its numbers, then by who posts it where.
    private string TeamType(string name) =>
        Stated(name)
        + '\n'
        + Lines(
            scenario.Deployments.SelectMany(d =>
                d.Value.Post.Where(p => p.Value.Team == name).Select(p => $"{Posting(p)} in {Deployment(d.Key)}")
            )
        );

    private string Kind(string name) =>
        Lines(
            scenario
                .Flows.Where(flow => flow.Value.Mix?.ContainsKey(name) == true)
                .Select(flow => $"{identities.Value.WordOfFlow(flow.Key)} {CanonicalText.Of(flow.Value.Mix![name])}")
        );

    private string Deployment(string name)
    {
        Deployment deployment = scenario.Deployments[name];
        Programmes? programmes = deployment.Programmes;
        return Lines([
            $"{name == scenario.Baseline} {name == scenario.InForce}",
            CanonicalText.Of(
                programmes is { Sharing: { } sharing } ? programmes with { Sharing = sharing with { With = null } } : programmes
            ),
            .. deployment.Post.Select(Posting),
        ]);
    }

    private string Postings(string name) =>
        Lines(
            scenario.Deployments.SelectMany(d => d.Value.Post.Where(p => p.Key == name).Select(p => $"{Posting(p)} in {Deployment(d.Key)}"))
        );

    private string Plans(string name) =>
        Lines(
            scenario
                .Deployments.Where(d => d.Value.Rotate?.Plans.ContainsKey(name) == true)
                .Select(d => Lines(d.Value.While(name).Post.Select(Posting)))
        );

    private string Posting(KeyValuePair<string, Posting> named)
    {
        Posting posting = named.Value;
        string places = Lines(
            posting.CheckpointsOf(named.Key).Select(c => $"{PlaceOf(c)} {CanonicalText.Of(posting.At?.Rotate?.GetValueOrDefault(c))}")
        );
        PostedAt? at = posting.At is { Rotate: not null } rotates ? rotates with { Rotate = null } : null;
        string rest = CanonicalText.Of(
            posting with
            {
                At = at,
                TaskForce = PlaceOf(scenario.TaskForces[posting.TaskForce].Home),
                Team = Stated(posting.Team),
                Days = posting.Days is { } days ? [.. days.Order()] : null,
                Except = [.. posting.Except.Order()],
                Plans = null,
            }
        );
        return $"{rest} {places}";
    }

    private string Adversary(string name) =>
        Lines(
            scenario
                .Experiment.Adversaries[name]
                .Organizations.Select(o => $"{OrganizationWord(o.Key)} {CanonicalText.Of(o.Value with { RouteChoice = null })}")
        );

    private string Stated(string teamType) => CanonicalText.Of(scenario.TeamTypes.GetValueOrDefault(teamType));

    private static string Lines(IEnumerable<string> lines) => string.Join('\n', lines.Order(StringComparer.Ordinal));
}
