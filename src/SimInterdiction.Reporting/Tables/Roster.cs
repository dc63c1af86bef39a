using SimInterdiction.Model;
using SimInterdiction.Model.Interdiction;
using SimInterdiction.Model.Language;
using SimInterdiction.Model.Time;
using SimInterdiction.Reporting.Words;

namespace SimInterdiction.Reporting.Tables;

/// <summary>A posting as a row of a weekly roster.</summary>
/// <param name="TaskForce">Whose team it is.</param>
/// <param name="Team">The type of team, and how many where there are several.</param>
/// <param name="Place">The checkpoint; of a team that rotates, each with its share.</param>
/// <param name="Days">The hours of the shift that starts on each day, Monday first; a dash where none does.</param>
/// <param name="Remarks">Dates, turns and exceptions; empty where every week is alike.</param>
public sealed record RosterRow(string TaskForce, string Team, string Place, IReadOnlyList<string> Days, string Remarks);

/// <summary>Who is where and when, as a roster to hang up.</summary>
public static class Roster
{
    public static IReadOnlyList<string> DaysOfWeek { get; } = [.. Enum.GetNames<Weekday>()];

    /// <summary>The rows of a deployment, by task force and place.</summary>
    /// <param name="scenario">The scenario.</param>
    /// <param name="deployment">The deployment's name.</param>
    public static IReadOnlyList<RosterRow> Of(Scenario scenario, string deployment) =>
        [
            .. scenario
                .Deployments[deployment]
                .Post.Select(p => Row(scenario, scenario.Deployments[deployment], p.Key, p.Value))
                .OrderBy(r => r.TaskForce, StringComparer.Ordinal)
                .ThenBy(r => r.Place, StringComparer.Ordinal)
                .ThenBy(r => r.Team, StringComparer.Ordinal),
        ];

    /// <summary>What a roster has otherwise than another: wherever a task force is otherwise at a place, all its rows
    /// there; with a dash for each day where it is there no more.</summary>
    /// <param name="rows">The roster.</param>
    /// <param name="others">The other one.</param>
    public static IReadOnlyList<RosterRow> Changed(IReadOnlyList<RosterRow> rows, IReadOnlyList<RosterRow> others)
    {
        ILookup<(string, string), RosterRow> now = rows.ToLookup(Where);
        ILookup<(string, string), RosterRow> then = others.ToLookup(Where);
        return
        [
            .. rows.Where(row => !now[Where(row)].Select(Text).Order().SequenceEqual(then[Where(row)].Select(Text).Order())),
            .. others
                .Where(row => !now.Contains(Where(row)))
                .Select(row => row with { Days = [.. DaysOfWeek.Select(_ => Plain.Dash)], Remarks = string.Empty }),
        ];
    }

    private static (string TaskForce, string Place) Where(RosterRow row) => (row.TaskForce, row.Place);

    private static string Text(RosterRow row) => string.Join('\t', [row.TaskForce, row.Team, row.Place, .. row.Days, row.Remarks]);

    private static RosterRow Row(Scenario scenario, Deployment deployment, string name, Posting posting)
    {
        string team = Labels.Of(posting.Team, scenario.TeamTypes[posting.Team].Label);
        return new RosterRow(
            Labels.Of(posting.TaskForce, scenario.TaskForces[posting.TaskForce].Label),
            posting.Count > 1 ? $"{posting.Count} x {team}" : team,
            posting.At?.Rotate is { } places
                ? string.Join(", ", places.Select(p => $"{scenario.LabelOfCheckpoint(p.Key)} {100 * p.Value:0.#}%"))
                : scenario.LabelOfCheckpoint(posting.At?.Checkpoint ?? name),
            [.. Enum.GetValues<Weekday>().Select(day => posting.Days?.Contains(day) ?? true ? posting.Hours.ToString() : Plain.Dash)],
            string.Join("; ", Remarks(deployment, posting))
        );
    }

    private static IEnumerable<string> Remarks(Deployment deployment, Posting posting)
    {
        if (posting.Plans is { } plans && deployment.Rotate is { } rotate)
        {
            yield return $"{(plans.Count == 1 ? "plan" : "plans")} {Plain.List([.. plans])}, {100 * deployment.ShareOf(posting):0.#}% of "
                + $"the time, drawn every {Plain.Duration(rotate.EveryHours)}";
        }

        if (posting.At is { Rotate: not null } at)
        {
            yield return $"moves every {Plain.Duration(at.EveryHours)}{(at.Order == RotationOrder.Random ? ", at random" : string.Empty)}";
        }

        foreach (string dates in DutyWords.Dates(posting))
        {
            yield return dates;
        }
    }
}
