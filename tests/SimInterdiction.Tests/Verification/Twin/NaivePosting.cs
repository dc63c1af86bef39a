using SimInterdiction.Model;
using SimInterdiction.Model.Interdiction;
using SimInterdiction.Model.Study;
using SimInterdiction.Model.World;

namespace SimInterdiction.Tests.Verification.Twin;

/// <summary>A team of a posting at one of its checkpoints, from when to when it exists, and how many teams with lanes
/// at the place come before it.</summary>
internal sealed record NaivePosting(
    string Name,
    Posting Posting,
    string Checkpoint,
    string Place,
    int Before,
    (double From, double To) Active
)
{
    /// <summary>The checkpoints it rotates between, in the order in which luck goes through them.</summary>
    public string[] Rotates { get; private init; } = [];

    /// <summary>What random numbers call its rotation.</summary>
    public string RotationWord { get; private init; } = "";

    /// <summary>How many postings before it rotate between the same checkpoints, as often, for the same task force's
    /// home.</summary>
    public int RotatesAlike { get; private init; }

    /// <summary>The plans of its deployment, and how often each is drawn, in the order in which luck goes through them;
    /// none where it stands on all.</summary>
    public (string Plan, double Share)[] Plans { get; private init; } = [];

    /// <summary>How long each plan stands.</summary>
    public double PlansEveryHours { get; private init; }

    /// <summary>Whether chance decides where it is.</summary>
    public bool IsDrawn => Plans.Length > 0 || Posting.At is { Rotate: not null, Order: RotationOrder.Random };

    /// <summary>The chance that the team is here in its posted hours, for somebody who knows the plan and not the
    /// draw.</summary>
    public double ChanceHere =>
        Plans.Length > 0 ? Plans.Where(each => Posting.Plans!.Contains(each.Plan)).Sum(each => each.Share)
        : Posting.At is { Rotate: { } rotate, Order: RotationOrder.Random } ? rotate[Checkpoint] / rotate.Values.Sum()
        : 1;

    // All that can be seen of it here, without its name: of a rotation when it comes by, not what its other checkpoints
    // are called.
    private string Look =>
        string.Join(
            ' ',
            Checkpoint,
            Before,
            Posting.TaskForce,
            Posting.Team,
            Posting.Hours,
            PostingOrder.Days(Posting),
            Posting.Turns,
            Posting.From,
            Posting.To,
            RotationWord,
            RotatesAlike,
            Posting.At?.Order,
            Array.IndexOf(Rotates, Checkpoint),
            string.Join(',', Rotates.Select(c => Posting.At!.Rotate![c])),
            PlansEveryHours,
            string.Join(',', Plans.Select(each => $"{each.Share} {Posting.Plans!.Contains(each.Plan)}"))
        );

    /// <summary>All that a deployment ever posts, in the order in which they try: of today's during the warm-up, if
    /// asked for, what it has not itself.</summary>
    public static IReadOnlyList<NaivePosting> Of(CompiledScenario given, string deployment, double horizon)
    {
        Scenario scenario = given.Scenario;
        List<NaivePosting> own = Numbered(given, deployment, (0, horizon));
        if (scenario.Experiment.DuringWarmUp == DuringWarmUp.Today && deployment != scenario.InForce)
        {
            // As many of each look work on as both have; what is left over of one begins or ends with the window.
            var left = Numbered(given, scenario.InForce, (0, horizon));
            var all = new List<NaivePosting>();
            foreach (NaivePosting mine in own)
            {
                int same = left.FindIndex(theirs => theirs.Look == mine.Look);
                all.Add(same < 0 ? mine with { Active = (scenario.WarmUpHours, horizon) } : mine);
                left.RemoveRange(Math.Max(0, same), same < 0 ? 0 : 1);
            }

            own = [.. all, .. left.Select(theirs => theirs with { Active = (0, scenario.WarmUpHours) })];
        }

        return given.Postings.Sorted(own.Where(p => p.Active.From < p.Active.To), p => (p.Name, p.Posting));
    }

    private static bool OnSome(Deployment deployment, Posting posting) =>
        deployment.Rotate is { } rotate && posting.Plans is { } plans && rotate.Plans.Keys.Except(plans).Any();

    private static List<NaivePosting> Numbered(CompiledScenario given, string deployment, (double From, double To) active)
    {
        Scenario scenario = given.Scenario;
        var all = new List<NaivePosting>();
        var rotations = new List<string>();
        Deployment plan = scenario.Deployments[deployment];
        foreach ((string name, Posting posting) in given.Postings.Sorted(plan.Post, p => (p.Key, p.Value)))
        {
            string[] checkpoints = given.Postings.CheckpointsOf(name, posting, plan.Post);
            string word = posting.At?.Rotate is null ? "" : given.Postings.RotationWord(posting);
            rotations.Add(word);
            foreach (string checkpoint in checkpoints.Where(c => !scenario.Checkpoints[c].Partner || plan.Programmes is { Partners: true }))
            {
                string place = scenario.Checkpoints[checkpoint].Place ?? checkpoint;
                for (int copy = 0; copy < posting.Count; copy++)
                {
                    bool hasLanes = scenario.TeamTypes[posting.Team].Works == TeamWork.Lanes;
                    int before = hasLanes
                        ? all.Count(p => p.Place == place && scenario.TeamTypes[p.Posting.Team].Works == TeamWork.Lanes)
                        : 0;
                    all.Add(
                        new NaivePosting(name, posting, checkpoint, place, before, active)
                        {
                            Rotates = word.Length == 0 ? [] : checkpoints,
                            RotationWord = word,
                            Plans = OnSome(plan, posting)
                                ? [.. given.Postings.PlansOf(plan).Select(each => (each, plan.Rotate!.Plans[each]))]
                                : [],
                            PlansEveryHours = OnSome(plan, posting) ? plan.Rotate!.EveryHours : 0,
                            RotatesAlike = word.Length == 0 ? 0 : rotations.Count(w => w == word) - 1,
                        }
                    );
                }
            }
        }

        return all;
    }
}
