using SimInterdiction.Model;
using SimInterdiction.Model.Interdiction;
using SimInterdiction.Model.Study;

namespace SimInterdiction.Tests.Verification.Twin;

/// <summary>A posting at one of its checkpoints, from when to when it exists, and how many teams with lanes at the place come before its own.</summary>
internal sealed record NaivePosting(string Name, Posting Posting, string Checkpoint, string Place, int Before, (double From, double To) Active)
{
    /// <summary>The chance that the team is here in its posted hours, for somebody who knows the plan and not the draw.</summary>
    public double ChanceHere => Posting.At is { Rotate: { } rotate, Order: RotationOrder.Random } ? rotate[Checkpoint] / rotate.Values.Sum() : 1;

    /// <summary>All that a deployment ever posts, in the order in which they try: of today's during the warm-up, if asked for, what it has not itself.</summary>
    public static IReadOnlyList<NaivePosting> Of(Scenario scenario, string deployment, double horizon)
    {
        List<NaivePosting> own = Numbered(scenario, deployment, (0, horizon));
        if (scenario.Experiment.DuringWarmUp == DuringWarmUp.Today)
        {
            List<NaivePosting> today = Numbered(scenario, scenario.Baseline, (0, horizon));
            NaivePosting[] both = [.. own.Where(o => today.Exists(t => AreTheSame(o, t)))];
            own = [
                .. both,
                .. own.Except(both).Select(p => p with { Active = (scenario.WarmUpHours, horizon) }),
                .. today.Where(t => !both.Any(o => AreTheSame(o, t))).Select(p => p with { Active = (0, scenario.WarmUpHours) }),
            ];
        }

        return [.. own.Where(p => p.Active.From < p.Active.To).OrderBy(p => p.Posting.Team, StringComparer.Ordinal).ThenBy(p => p.Name, StringComparer.Ordinal).ThenBy(p => p.Active.From)];
    }

    private static List<NaivePosting> Numbered(Scenario scenario, string deployment, (double From, double To) active)
    {
        var all = new List<NaivePosting>();
        Deployment plan = scenario.Deployments[deployment];
        foreach ((string name, Posting posting) in plan.Post.OrderBy(p => p.Value.Team, StringComparer.Ordinal).ThenBy(p => p.Key, StringComparer.Ordinal))
        {
            foreach (string checkpoint in posting.At?.Rotate?.Keys ?? [posting.At?.Checkpoint ?? name])
            {
                if (scenario.Checkpoints[checkpoint].Partner && plan.Programmes is not { Partners: true })
                {
                    continue;
                }

                string place = scenario.Checkpoints[checkpoint].Place ?? checkpoint;
                int before = all.Where(p => p.Place == place && scenario.TeamTypes[p.Posting.Team].Works == TeamWork.Lanes).Sum(p => p.Posting.Count);
                all.Add(new NaivePosting(name, posting, checkpoint, place, before, active));
            }
        }

        return all;
    }

    private static bool AreTheSame(NaivePosting one, NaivePosting other) =>
        (one.Name, one.Checkpoint, one.Before) == (other.Name, other.Checkpoint, other.Before) && one.Posting with { Days = null } == other.Posting with { Days = null } && DaysOf(one) == DaysOf(other);

    private static string DaysOf(NaivePosting posting) => posting.Posting.Days is { } days ? string.Join(' ', days.Distinct().Order()) : "every day";
}
