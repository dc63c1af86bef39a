using System.Globalization;
using SimInterdiction.Model.Previews;

namespace SimInterdiction.Reporting.Words;

/// <summary>What the model makes of a scenario, in words.</summary>
public static class PreviewWords
{
    /// <summary>"Today: 202,020 officer-hours and USD 17.2 million (33,800 and USD 2.87 million a month), and USD 40 a
    /// trace".</summary>
    public static string Takes(DeploymentPreview deployment)
    {
        string hours = Plain.Count(Math.Round(deployment.OfficerHours), "officer-hour");
        string perMonth = Rounded(deployment.OfficerHoursPerMonth);
        string besides = deployment.CostOfTraceUsd > 0 ? $", and {Money(deployment.CostOfTraceUsd)} a trace" : string.Empty;
        return deployment.CostUsd > 0
            ? $"{deployment.Label}: {hours} and {Money(deployment.CostUsd)} in {Plain.Duration(deployment.WindowHours)} "
                + $"({perMonth} and {Money(deployment.CostUsdPerMonth)} a month){besides}"
            : $"{deployment.Label}: {hours} in {Plain.Duration(deployment.WindowHours)} ({perMonth} a month){besides}";
    }

    /// <summary>"USD 17.2 million": to three digits.</summary>
    public static string Money(double usd) => $"USD {Rounded(usd)}";

    /// <summary>A number to three digits.</summary>
    public static string Rounded(double value) =>
        Digits.ToPlace(value, value > 0 ? Math.Max(0, (int)Math.Floor(Math.Log10(value)) - 2) : 0);

    /// <summary>"32%", "4.8%", "0.12%": two digits.</summary>
    public static string Share(double share)
    {
        double percent = 100 * share;
        int places = percent > 0 ? Math.Clamp(1 - (int)Math.Floor(Math.Log10(percent)), 0, 6) : 0;
        return percent.ToString($"F{places}", CultureInfo.InvariantCulture) + "%";
    }

    /// <summary>"2 x Outbound team".</summary>
    public static string Team(TeamPreview team) => team.Count > 1 ? $"{team.Count} x {team.Type}" : team.Type;

    /// <summary>"50%", "50% or more" where larger loads are found more easily.</summary>
    public static string Finds(TeamPreview team) => Share(team.Finds) + (team.FindsMoreInLargeLoads ? "+" : string.Empty);

    /// <summary>"35%, 60%": the share referred to secondary inspection, and what that finds; "-" without.</summary>
    public static string Secondary(TeamPreview team) =>
        team.Secondary is { } secondary ? $"{Share(secondary.Refers)}, {Share(secondary.Finds)}" : "-";

    /// <summary>"0.4 of 6 busy, 2 enough", "5.8 of 6 busy, 21% full"; "primary … ; secondary …" where it has both: how
    /// many lanes are busy, and what becomes of the vehicles stopped, or referred; empty where it is never short of
    /// lanes.</summary>
    public static string Lanes(TeamPreview team)
    {
        string first = Busy(team.Lanes.Need, team.Lanes.Full, team.Lanes.WaitHours);
        if (team.Secondary is null)
        {
            return first;
        }

        string second = Busy(team.Lanes.SecondaryNeed, team.Lanes.SecondaryFull, team.Lanes.SecondaryWaitHours);
        return string.Join("; ", new[] { Named("primary", first), Named("secondary", second) }.OfType<string>());

        static string? Named(string name, string busy) => busy.Length > 0 ? $"{name} {busy}" : null;
    }

    // "4.2% full, wait 12 min" where both are: some may wait, and the queue is at most so long.
    private static string Busy(LaneNeed? need, double full, double waitHours) =>
        string.Join(
            ", ",
            new[]
            {
                need is { } lanes ? $"{Few(lanes.Busy)} of {Digits.Whole(lanes.Lanes)} busy" : null,
                need is { } enough && enough.Enough < enough.Lanes ? $"{Digits.Whole(enough.Enough)} enough" : null,
                LanePreview.IsMuch(full) ? $"{Share(full)} full" : null,
                !LanePreview.IsMuch(waitHours) ? null
                : double.IsFinite(waitHours) ? $"wait {Time(waitHours)}"
                : "queue grows",
            }.OfType<string>()
        );

    private static string Few(double lanes) => lanes < 0.05 ? "under 0.1" : Digits.ToPlace(lanes, lanes < 10 ? -1 : 0);

    private static string Time(double hours) =>
        hours < 1
            ? (60 * hours).ToString("0.#", CultureInfo.InvariantCulture) + " min"
            : hours.ToString("0.#", CultureInfo.InvariantCulture) + " h";

    /// <summary>"06:00-18:00", "06:00-18:00, 50%" where it rotates.</summary>
    public static string Duty(TeamPreview team) =>
        team.ShareHere < 1 ? $"{team.Posting.Hours}, {Share(team.ShareHere)}" : $"{team.Posting.Hours}";

    /// <summary>"on fri, sat; not on 25 Dec 2026": on which days it is; empty for every day.</summary>
    public static string Days(TeamPreview team) => string.Join("; ", DutyWords.Days(team.Posting));

    /// <summary>What is meant by lanes.</summary>
    public const string LanesNote =
        "Lanes: how many the legitimate vehicles keep busy that a team stops, or refers to secondary, on average while it is on duty and "
        + "the place open; enough: with so many, hardly any would find them full, or wait; full: the share that finds them so and goes "
        + "free; wait: how long the others wait. By the formulas of the long run; lanes held after a find are left out.";

    /// <summary>What the columns mean.</summary>
    public static string Note(ScenarioPreview preview)
    {
        TeamPreview[] teams = [.. preview.Deployments.SelectMany(d => d.Teams)];
        string acts = teams.Any(t => t.ActsOnLeads) ? " (of an investigative unit: acts on)" : string.Empty;
        string more = teams.Any(t => t.FindsMoreInLargeLoads) ? " +: larger loads are found more easily." : string.Empty;
        string secondary = teams.Any(t => t.Secondary is not null)
            ? "Secondary: of those not found, the share referred to it, and of these the share it finds. "
            : string.Empty;
        string together = secondary.Length > 0 ? "all together" : "both together";
        return $"Stops{acts}: of the shipments that pass while it is on duty. Finds: of the loads of one firearm that it searches. "
            + $"{secondary}Seizes: {together}. Of several teams, the first.{more} Full lanes are left out.";
    }
}
