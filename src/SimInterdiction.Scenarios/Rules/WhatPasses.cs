using SimInterdiction.Model.Previews;
using SimInterdiction.Scenarios.Quantities;

namespace SimInterdiction.Scenarios.Rules;

/// <summary>Warns of teams on duty where nothing passes, since their place is closed, and of looks at more vehicles
/// than pass.</summary>
internal static class WhatPasses
{
    // A holiday a month is no mistake.
    private const double ShareClosedThatIsMeant = 0.05;

    // What sums of hours differ by.
    private const double Rounding = 1e-9;

    public static void Check(RuleContext context)
    {
        foreach (PostedTeam posted in PostedTeam.All(context).Where(each => each.Team is not null))
        {
            foreach ((string name, _) in posted.Checkpoints)
            {
                var passing = TrafficPreview.Of(context.Scenario, name, posted.Posting);
                CheckOpen(posted, name, passing, context);
                CheckLooks(posted, name, passing, context);
            }
        }
    }

    private static void CheckOpen(PostedTeam posted, string name, TrafficPreview passing, RuleContext context)
    {
        if (passing.ShareOpen >= 1 - ShareClosedThatIsMeant)
        {
            return;
        }

        string when = passing.ShareOpen <= Rounding ? "all the time" : $"{Percent(1 - passing.ShareOpen)} of the time";
        context
            .ProblemsOf(posted.Deployment)
            .Warning(
                "S538",
                posted.MarkOf("hours", context),
                $"'{context.Scenario.PlaceOf(name)}' is closed {when} that '{posted.Name}' is on duty, and nothing passes then",
                "post it for hours and days on which the place is open, or change when it is ('open' of the place)"
            );
    }

    private static void CheckLooks(PostedTeam posted, string name, TrafficPreview passing, RuleContext context)
    {
        if (passing.ShareBelowLooks <= Rounding)
        {
            return;
        }

        string looks = NumberText.Rounded(posted.Team!.Looks!.Value.PerHour);
        string fewest = NumberText.Show(Math.Round(passing.FewestPerHour, 1));
        string most = NumberText.Show(Math.Round(passing.MostPerHour, 1));
        if (passing.ShareBelowLooks >= 1 - Rounding)
        {
            context.Problems.Warning(
                "S508",
                context.At("checkpoints", name, "traffic"),
                $"'{posted.Posting.Team}' looks at {looks} vehicles an hour, and "
                    + (
                        passing.MostPerHour == 0
                            ? "none pass but shipments: it stops every one of those"
                            : $"only {(fewest == most ? most : $"{fewest} to {most}")} pass: it stops all of them"
                    )
            );
        }
        else
        {
            context
                .ProblemsOf(posted.Deployment)
                .Warning(
                    "S508",
                    context.KeyAt(posted.Path),
                    $"'{posted.Posting.Team}' looks at {looks} vehicles an hour, and for {Percent(passing.ShareBelowLooks)} of its time at "
                        + $"'{name}' fewer pass, as few as {fewest}: it stops all of them then"
                );
        }
    }

    private static string Percent(double share) => $"{100 * share:0.#}%";
}
