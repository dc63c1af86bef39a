using SimInterdiction.Model.Previews;

namespace SimInterdiction.Scenarios.Rules;

/// <summary>Warns of lanes that wave through most of what a team stops, and of waits that nobody would put up
/// with.</summary>
internal static class BusyLanes
{
    private const double Most = 0.5;
    private const double LongestWaitHours = 4;

    public static void Check(RuleContext context)
    {
        foreach (PostedTeam posted in PostedTeam.All(context).Where(each => each.Team is not null))
        {
            LanePreview[] lanes = [.. posted.Checkpoints.Select(each => LanePreview.Of(context.Scenario, each.Name, posted.Posting))];
            foreach (((string name, _), LanePreview here) in posted.Checkpoints.Zip(lanes))
            {
                if (here.Full > Most)
                {
                    Warn("S544", $"at '{name}' {Percent(here.Full)} of the vehicles stopped find all lanes full and are waved through");
                }

                if (here.SecondaryFull > Most)
                {
                    Warn(
                        "S544",
                        $"at '{name}' {Percent(here.SecondaryFull)} of the vehicles referred to secondary find it full and go free"
                    );
                }

                WarnOfWait(here.WaitHours, "a lane");
                WarnOfWait(here.SecondaryWaitHours, "secondary inspection");

                void WarnOfWait(double hours, string what)
                {
                    if (hours > LongestWaitHours && double.IsFinite(hours))
                    {
                        Warn("S545", $"at '{name}' vehicles wait {hours:0.#} h for {what}, on average and in the long run");
                    }
                }
            }

            void Warn(string code, string found) =>
                context
                    .ProblemsOf(posted.Deployment)
                    .Warning(
                        code,
                        context.KeyAt(posted.Path),
                        found,
                        "more lanes, shorter searches, fewer stops (stops_traffic) or referrals (refers_traffic)"
                    );
        }
    }

    private static string Percent(double share) => $"{100 * share:0}%";
}
