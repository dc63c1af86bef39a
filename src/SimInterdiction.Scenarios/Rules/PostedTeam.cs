using SimInterdiction.Model.Interdiction;
using SimInterdiction.Scenarios.Problems;

namespace SimInterdiction.Scenarios.Rules;

/// <summary>A posting together with what it refers to, as far as that exists.</summary>
internal sealed record PostedTeam(
    string Deployment,
    string Name,
    Posting Posting,
    TaskForce? TaskForce,
    TeamType? Team,
    IReadOnlyList<(string Name, Checkpoint Checkpoint)> Checkpoints
)
{
    /// <summary>All postings of all deployments.</summary>
    public static IEnumerable<PostedTeam> All(RuleContext context)
    {
        Model.Scenario scenario = context.Scenario;
        foreach ((string deployment, Deployment plan) in scenario.Deployments)
        {
            foreach ((string name, Posting posting) in plan.Post)
            {
                IEnumerable<string> places = posting.CheckpointsOf(name);
                yield return new PostedTeam(
                    deployment,
                    name,
                    posting,
                    scenario.TaskForces.GetValueOrDefault(posting.TaskForce),
                    scenario.TeamTypes.GetValueOrDefault(posting.Team),
                    [.. places.Where(scenario.Checkpoints.ContainsKey).Select(p => (p, scenario.Checkpoints[p]))]
                );
            }
        }
    }

    /// <summary>The path of one of its keys.</summary>
    public string[] PathOf(string key) => ["deployments", Deployment, "post", Name, key];

    /// <summary>Where one of its keys stands, or the posting where its deployment copied that key and wrote others of
    /// the posting itself.</summary>
    public Mark MarkOf(string key, RuleContext context) =>
        !context.IsInherited(Path) && context.IsInherited(PathOf(key)) ? context.KeyAt(Path) : context.At(PathOf(key));

    /// <summary>The path of the posting.</summary>
    public string[] Path => ["deployments", Deployment, "post", Name];
}
