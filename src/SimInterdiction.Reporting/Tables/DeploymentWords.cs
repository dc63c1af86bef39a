using SimInterdiction.Experiments.Results;
using SimInterdiction.Model;
using SimInterdiction.Model.Intelligence;
using SimInterdiction.Model.Language;
using SimInterdiction.Model.Time;
using SimInterdiction.Reporting.Words;

namespace SimInterdiction.Reporting.Tables;

/// <summary>What a deployment is, in a line: where the baseline's teams stand, and what each other has
/// otherwise.</summary>
internal static class DeploymentWords
{
    /// <summary>So many things are told; the others are counted.</summary>
    private const int Most = 6;

    /// <summary>"Gila Bend, Yuma and El Centro 20:00-06:00 instead of 08:00-18:00; tracing on".</summary>
    /// <param name="view">The study.</param>
    /// <param name="deployment">The deployment.</param>
    /// <param name="most">How many things are told at most.</param>
    public static string Of(StudyView view, DeploymentResult deployment, int most = Most)
    {
        Scenario scenario = view.Study.Scenario;
        string[] all = deployment == view.Baseline ? [.. Whole(scenario, deployment)] : [.. Otherwise(view, deployment)];
        string more = all.Length > most ? $"; and {Plain.Count(all.Length - most, "more thing")}" : string.Empty;
        return all.Length == 0
            ? deployment == view.Baseline
                ? "no team"
                : $"as {view.Baseline.Label}"
            : $"{string.Join("; ", all.Take(most))}{more}";
    }

    /// <summary>Whether it has anything otherwise than the baseline.</summary>
    public static bool Differs(StudyView view, DeploymentResult deployment) => Otherwise(view, deployment).Any();

    private static IEnumerable<string> Whole(Scenario scenario, DeploymentResult deployment) =>
        Roster
            .Of(scenario, deployment.Name)
            .GroupBy(row => (row.Team, When: When(row)))
            .Select(alike => $"{alike.Key.Team} at {Places(alike)}{Comma(alike.Key.When)}")
            .Concat(Programmes(null, scenario.Deployments[deployment.Name].Programmes));

    private static IEnumerable<string> Otherwise(StudyView view, DeploymentResult deployment)
    {
        Scenario scenario = view.Study.Scenario;
        List<RosterRow> own = [.. Roster.Of(scenario, deployment.Name)];
        List<RosterRow> others = [.. Roster.Of(scenario, view.Baseline.Name)];
        _ = Paired(own, others, row => string.Join('\t', [row.TaskForce, row.Team, row.Place, .. row.Days, row.Remarks]));
        (RosterRow Own, RosterRow Other)[] retimed = [.. Paired(own, others, row => $"{row.TaskForce}\t{row.Team}\t{row.Place}")];
        (RosterRow Own, RosterRow Other)[] moved = [.. Paired(own, others, row => $"{row.TaskForce}\t{row.Team}")];
        (RosterRow Own, RosterRow Other)[] resized = [.. Paired(own, others, row => $"{row.TaskForce}\t{row.Place}")];
        return
        [
            .. retimed
                .GroupBy(pair => (Now: When(pair.Own), Then: When(pair.Other)))
                .Select(alike => $"{Places(alike.Select(pair => pair.Own))} {Always(alike.Key.Now)} instead of {Always(alike.Key.Then)}"),
            .. moved.Select(pair =>
                $"{Team(pair.Own)} at {pair.Own.Place} instead of {pair.Other.Place}"
                + (When(pair.Own) == When(pair.Other) ? string.Empty : $", {Always(When(pair.Own))} instead of {Always(When(pair.Other))}")
            ),
            .. resized.Select(pair => $"{Team(pair.Own)} at {pair.Own.Place}{Comma(When(pair.Own))} instead of {pair.Other.Team}"),
            .. own.Select(row => $"also {Team(row)} at {row.Place}{Comma(When(row))}"),
            .. others.Select(row => $"no {Team(row)} at {row.Place}{Comma(When(row))}"),
            .. Programmes(scenario.Deployments[view.Baseline.Name].Programmes, scenario.Deployments[deployment.Name].Programmes),
        ];
    }

    // Takes the rows out of both that have the same key.
    private static List<(RosterRow Own, RosterRow Other)> Paired(List<RosterRow> own, List<RosterRow> others, Func<RosterRow, string> key)
    {
        List<(RosterRow Own, RosterRow Other)> pairs = [];
        foreach (RosterRow row in own.ToArray())
        {
            if (others.Find(other => key(other) == key(row)) is { } other)
            {
                pairs.Add((row, other));
                _ = own.Remove(row);
                _ = others.Remove(other);
            }
        }

        return pairs;
    }

    private static string Places(IEnumerable<RosterRow> rows) => Plain.List([.. rows.Select(row => row.Place).Distinct()]);

    private static string Team(RosterRow row) => $"{row.Team} ({row.TaskForce})";

    private static string Comma(string words) => words.Length > 0 ? $", {words}" : string.Empty;

    private static string Always(string when) => when.Length > 0 ? when : "all day";

    // "08:00-18:00 Mon to Fri, from 1 Nov 2026"; empty for every day around the clock.
    private static string When(RosterRow row)
    {
        string[] days = [.. Roster.DaysOfWeek.Where((_, i) => row.Days[i] != Plain.Dash)];
        string hours = row.Days.FirstOrDefault(cell => cell != Plain.Dash, Plain.Dash);
        string which = days.Length == Roster.DaysOfWeek.Count ? string.Empty : $" {string.Join(' ', days)}";
        string remarks = row.Remarks.Length > 0 ? $", {row.Remarks}" : string.Empty;
        string all = $"{(hours == HoursOfDay.Always.ToString() ? string.Empty : hours)}{which}{remarks}";
        return all.Trim(' ', ',');
    }

    private static IEnumerable<string> Programmes(Programmes? then, Programmes? now)
    {
        (then, now) = (then ?? new Programmes(), now ?? new Programmes());
        string?[] told =
        [
            Changed("tracing", then.Tracing, now.Tracing),
            Changed("Mexican access to tracing", then.MexicanAccess, now.MexicanAccess),
            Changed("sharing of leads", then.Sharing, now.Sharing),
            Changed("trafficking group", then.TraffickingGroup, now.TraffickingGroup),
            then.Partners == now.Partners ? null : $"partners {(now.Partners ? "on" : "off")}",
        ];
        return told.OfType<string>();
    }

    private static string? Changed(string what, object? then, object? now) =>
        CanonicalText.Of(then) == CanonicalText.Of(now) ? null
        : now is null ? $"{what} off"
        : then is null ? $"{what} on"
        : $"{what} with other settings";
}
