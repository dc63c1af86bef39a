using SimInterdiction.Model;
using SimInterdiction.Model.Interdiction;

namespace SimInterdiction.Reporting.Report;

/// <summary>Where deployments have teams of one type on duty together.</summary>
internal static class SecondTeams
{
    /// <summary>Whether any deployment may have two teams of a type on duty at one place at once, so that what the
    /// second adds decides something.</summary>
    public static bool Any(Scenario scenario, string teamType)
    {
        return scenario.Deployments.Values.Any(Together);

        bool Together(Deployment deployment)
        {
            KeyValuePair<string, Posting>[] own = [.. deployment.Post.Where(p => p.Value.Team == teamType)];
            return own.Any(p => p.Value.Count > 1) || own.Index().Any(one => own.Skip(one.Index + 1).Any(other => Meet(one.Item, other)));
        }

        bool Meet(KeyValuePair<string, Posting> one, KeyValuePair<string, Posting> other) =>
            PlacesOf(one).Intersect(PlacesOf(other)).Any()
            && one.Value.Hours.Overlaps(other.Value.Hours)
            && AreOnSameDays(one.Value, other.Value);

        IEnumerable<string> PlacesOf(KeyValuePair<string, Posting> posting) =>
            posting
                .Value.CheckpointsOf(posting.Key)
                .Select(name => scenario.Checkpoints.TryGetValue(name, out Checkpoint? c) ? c.Place ?? name : name);
    }

    // A shift that passes midnight may meet the next day's.
    private static bool AreOnSameDays(Posting one, Posting other) =>
        one.Hours.EndMinute > MinutesOfDay
        || other.Hours.EndMinute > MinutesOfDay
        || (
            (one.Days is null || other.Days is null || one.Days.Intersect(other.Days).Any())
            && !(one.To < other.From)
            && !(other.To < one.From)
        );

    private const int MinutesOfDay = 24 * 60;
}
