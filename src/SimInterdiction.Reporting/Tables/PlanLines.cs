using SimInterdiction.Model.Interdiction;
using SimInterdiction.Reporting.Words;

namespace SimInterdiction.Reporting.Tables;

/// <summary>Where the teams of a deployment that rotates stand on each of its plans, as lines of text.</summary>
public static class PlanLines
{
    /// <summary>"plan_1 (60%): coast, 2 roadside of county, 24 h", a line for each plan.</summary>
    /// <param name="deployment">One that rotates among plans.</param>
    public static IEnumerable<string> Of(Deployment deployment)
    {
        ArgumentNullException.ThrowIfNull(deployment);
        return (deployment.Rotate?.Plans ?? new OrderedDictionary<string, double>()).Select(plan =>
            $"{plan.Key} ({PreviewWords.Share(plan.Value)}): {Stands(deployment.While(plan.Key))}"
        );
    }

    private static string Stands(Deployment plan) =>
        plan.Post.Count == 0 ? "nobody" : string.Join("; ", plan.Post.Select(each => Stands(each.Key, each.Value)));

    private static string Stands(string name, Posting posting)
    {
        string team = posting.Count > 1 ? $"{posting.Count} {posting.Team}" : posting.Team;
        string days = posting.Days is { } some ? $" {string.Join(", ", some).ToLowerInvariant()}" : string.Empty;
        return $"{string.Join(" or ", posting.CheckpointsOf(name))}, {team} of {posting.TaskForce}, {posting.Hours}{days}";
    }
}
