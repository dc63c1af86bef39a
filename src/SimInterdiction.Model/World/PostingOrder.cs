using SimInterdiction.Model.Interdiction;
using SimInterdiction.Model.Language;
using SimInterdiction.Model.Time;
using SimInterdiction.Model.Traffic;

namespace SimInterdiction.Model.World;

/// <summary>The order in which teams try where they meet, by what they are: the type of team, its hours, days and
/// dates, whose it is, and where else it goes.</summary>
/// <remarks>
/// Never by what a posting is called or where it stands: the first to try has another draw of luck than the second.
/// Postings that nothing tells apart are the same ones, and there, and only there, the name decides.
/// </remarks>
internal sealed class PostingOrder
{
    private readonly Scenario scenario;
    private readonly PlaceOrder places;
    private readonly Dictionary<string, int> teams;
    private readonly Dictionary<string, int> taskForces;
    private readonly Dictionary<string, int> checkpoints;

    public PostingOrder(Scenario scenario, PlaceOrder places)
    {
        this.scenario = scenario;
        this.places = places;
        teams = Ranks(scenario.TeamTypes, (_, type) =>
            [$"{type.Works}", Digits(type.Officers), Digits(type.Lanes ?? int.MaxValue), CanonicalText.Of(type)]
        );
        taskForces = Ranks(scenario.TaskForces, (_, force) =>
            [Digits(places.RankOf(force.Home)), CanonicalText.Of(force.ReachMiles), TeamsOf(force)]
        );
        checkpoints = Ranks(scenario.Checkpoints, (name, checkpoint) =>
            [
                Digits(places.RankOf(scenario.PlaceOf(name))),
                $"{checkpoint.Partner}",
                CanonicalText.Of(checkpoint.Traffic),
                ProfileOf(checkpoint.Profile),
            ]
        );
    }

    /// <summary>Postings, or what is made of them, in order.</summary>
    /// <param name="things">All that a deployment posts, or more of them.</param>
    /// <param name="postingOf">The name and the posting of each.</param>
    public List<T> Sorted<T>(IEnumerable<T> things, Func<T, (string Name, Posting Posting)> postingOf)
    {
        T[] all = [.. things];
        (string Name, Posting Posting)[] among = [.. all.Select(postingOf)];
        return [.. all.OrderBy(postingOf, Comparer<(string Name, Posting Posting)>.Create((left, right) => Compare(left, right, among)))];
    }

    /// <summary>The checkpoints that a posting rotates between, from north to south, or its one.</summary>
    /// <param name="name">The posting's name.</param>
    /// <param name="posting">The posting.</param>
    /// <param name="among">The postings of its deployment.</param>
    public string[] CheckpointsOf(string name, Posting posting, IEnumerable<KeyValuePair<string, Posting>> among) =>
        posting.At?.Rotate is not { } rotate
            ? [.. posting.CheckpointsOf(name)]
            :
            [
                .. rotate
                    .Keys.OrderBy(c => checkpoints[c])
                    .ThenByDescending(c => rotate[c])
                    .ThenBy(c => Company(c, among.Select(p => (p.Key, p.Value))), StringComparer.Ordinal)
                    .ThenBy(c => c, StringComparer.Ordinal),
            ];

    /// <summary>What random numbers call a posting that rotates: between which places, how often and whose; never how
    /// much, so that shares may change.</summary>
    public string RotationWord(Posting posting) =>
        string.Join(
            ' ',
            posting
                .At!.Rotate!.Keys.Select(scenario.PlaceOf)
                .OrderBy(places.RankOf)
                .Select(places.WordOf)
                .Append($"{CanonicalText.Of(posting.At.EveryHours)}")
                .Append(places.WordOf(scenario.TaskForces[posting.TaskForce].Home))
        );

    /// <summary>The same of a deployment's plans.</summary>
    public static string RotationWord(PlanRotation rotate) => $"plans {CanonicalText.Of(rotate.EveryHours)}";

    /// <summary>The plans of a deployment, ordered by what stands on them and how often they are drawn; none where it
    /// doesn't rotate.</summary>
    public string[] PlansOf(Deployment deployment) =>
        deployment.Rotate is not { } rotate
            ? []
            :
            [
                .. rotate
                    .Plans.Keys.OrderBy(plan => LookOf(plan, deployment.Post.Select(p => (p.Key, p.Value))), StringComparer.Ordinal)
                    .ThenByDescending(plan => rotate.Plans[plan])
                    .ThenBy(plan => plan, StringComparer.Ordinal),
            ];

    private int Compare((string Name, Posting Posting) left, (string Name, Posting Posting) right, (string Name, Posting Posting)[] among)
    {
        (Posting one, Posting other) = (left.Posting, right.Posting);
        int order = teams[one.Team].CompareTo(teams[other.Team]);
        order = order != 0 ? order : one.Hours.From.Minutes.CompareTo(other.Hours.From.Minutes);
        order = order != 0 ? order : one.Hours.Minutes.CompareTo(other.Hours.Minutes);
        order = order != 0 ? order : Days(one).CompareTo(Days(other));
        order = order != 0 ? order : string.CompareOrdinal(one.Turns, other.Turns);
        order = order != 0 ? order : (one.From ?? DateOnly.MinValue).CompareTo(other.From ?? DateOnly.MinValue);
        order = order != 0 ? order : (one.To ?? DateOnly.MaxValue).CompareTo(other.To ?? DateOnly.MaxValue);
        order = order != 0 ? order : taskForces[one.TaskForce].CompareTo(taskForces[other.TaskForce]);
        order = order != 0 ? order : string.CompareOrdinal(Where(left.Name, one), Where(right.Name, other));
        order = order != 0 ? order : string.CompareOrdinal(PlansOf(one, among), PlansOf(other, among));

        // What is the same by itself may still differ by its company: who else is there, and what else its task force
        // does.
        order = order != 0 ? order : string.CompareOrdinal(CompanyOf(left, among), CompanyOf(right, among));
        order = order != 0 ? order : string.CompareOrdinal(one.TaskForce, other.TaskForce);
        return order != 0 ? order : string.CompareOrdinal(left.Name, right.Name);
    }

    private string CompanyOf((string Name, Posting Posting) posting, (string Name, Posting Posting)[] among)
    {
        IEnumerable<string> here = posting
            .Posting.CheckpointsOf(posting.Name)
            .Select(checkpoint => Company(checkpoint, among))
            .Order(StringComparer.Ordinal);
        IEnumerable<string> ofTaskForce = among
            .Where(p => p.Posting.TaskForce == posting.Posting.TaskForce)
            .Select(p => Look(p.Name, p.Posting))
            .Order(StringComparer.Ordinal);
        return string.Join('\n', here.Concat(ofTaskForce));
    }

    // What stands on each of its plans; nothing where it stands on all.
    private string PlansOf(Posting posting, (string Name, Posting Posting)[] among) =>
        posting.Plans is { } plans
            ? string.Join('\n', plans.Distinct().Select(plan => LookOf(plan, among)).Order(StringComparer.Ordinal))
            : string.Empty;

    private string LookOf(string plan, IEnumerable<(string Name, Posting Posting)> among) =>
        string.Join(
            ' ',
            among.Where(p => p.Posting.Plans?.Contains(plan) != false).Select(p => Look(p.Name, p.Posting)).Order(StringComparer.Ordinal)
        );

    private string Company(string checkpoint, IEnumerable<(string Name, Posting Posting)> among) =>
        string.Join(
            '\n',
            among
                .Where(p => p.Posting.CheckpointsOf(p.Name).Contains(checkpoint))
                .Select(p => Look(p.Name, p.Posting))
                .Order(StringComparer.Ordinal)
        );

    private string Look(string name, Posting posting) =>
        $"{Digits(teams[posting.Team])} {posting.Hours} {Days(posting)} {posting.Turns} {posting.From:O} {posting.To:O} "
        + $"{Digits(taskForces[posting.TaskForce])} {Where(name, posting)} {Digits(posting.Count)}";

    private string Where(string name, Posting posting) =>
        posting.At is { Rotate: { } rotate } at
            ? $"{Shares(rotate)} {at.Order} {CanonicalText.Of(at.EveryHours)}"
            : Digits(checkpoints[posting.CheckpointsOf(name).Single()]);

    private string Shares(IReadOnlyDictionary<string, double> rotate) =>
        string.Join(' ', rotate.Select(r => $"{Digits(checkpoints[r.Key])} {CanonicalText.Of(r.Value)}").Order(StringComparer.Ordinal));

    /// <summary>The days of a posting as one number, equal for equal sets: the sum of 1 for Monday, 2 for Tuesday, 4
    /// for Wednesday and so on.</summary>
    public static int Days(Posting posting) =>
        (posting.Days ?? [.. Enum.GetValues<Weekday>()]).Distinct().Sum(day => (int)Math.Pow(2, (int)day));

    // However its parts are ordered; empty without one.
    private static string ProfileOf(TimeProfile? profile) =>
        profile is null
            ? string.Empty
            : string.Join(
                ' ',
                profile
                    .Months.Select(each => $"{each.Key} {CanonicalText.Of(each.Value)}")
                    .Concat(profile.Weekdays.Select(each => $"{each.Key} {CanonicalText.Of(each.Value)}"))
                    .Concat(profile.Hours.Select(each => $"{each.Key} {CanonicalText.Of(each.Value)}"))
                    .Order(StringComparer.Ordinal)
            );

    private string TeamsOf(TaskForce force) =>
        string.Join(
            ' ',
            force
                .Teams.Where(t => t.Value > 0 && teams.ContainsKey(t.Key))
                .Select(t => $"{Digits(teams[t.Key])} {Digits(t.Value)}")
                .Order(StringComparer.Ordinal)
        );

    /// <summary>By name the number of each thing in the order of its looks; things that look the same have the
    /// same.</summary>
    private static Dictionary<string, int> Ranks<T>(IReadOnlyDictionary<string, T> things, Func<string, T, string[]> looks)
    {
        (string Name, string Looks)[] all = [.. things.Select(t => (t.Key, string.Join('\n', looks(t.Key, t.Value))))];
        return all.ToDictionary(t => t.Name, t => all.Count(other => string.CompareOrdinal(other.Looks, t.Looks) < 0));
    }

    // With zeros in front, so that texts stand in the order of their numbers.
    private static string Digits(int number) => $"{number:0000000000}";
}
