using SimInterdiction.Experiments.Results;
using SimInterdiction.Model;
using SimInterdiction.Model.Interdiction;
using SimInterdiction.Model.Language;
using SimInterdiction.Optimization.Mixtures;

namespace SimInterdiction.Application.Optimizations;

/// <summary>A mixture of choices as a deployment that rotates among whole plans.</summary>
internal static class RandomPostings
{
    // Shares are written as percentages with two digits.
    private const int Parts = 10_000;

    // Drawn less often than once in three years, a plan is none.
    private const double Seldom = 0.001;

    /// <summary>The same with chances as a file can say them: in hundredths of a percent, which add up.</summary>
    public static IReadOnlyList<MixedChoice> Rounded(IReadOnlyList<MixedChoice> all)
    {
        MixedChoice[] often = [.. all.Where(choice => choice.Chance >= Seldom)];
        double sum = often.Sum(choice => choice.Chance);
        MixedChoice[] choices = [.. often.Select(choice => choice with { Chance = choice.Chance / sum })];
        int[] parts = [.. choices.Select(choice => (int)Math.Floor(choice.Chance * Parts))];
        int left = Parts - parts.Sum();
        foreach (int i in Enumerable.Range(0, parts.Length).OrderByDescending(i => (choices[i].Chance * Parts) - parts[i]).Take(left))
        {
            parts[i]++;
        }

        return
        [
            .. choices
                .Zip(parts, (choice, part) => choice with { Chance = (double)part / Parts })
                .Where(choice => choice.Chance > 0)
                .OrderByDescending(choice => choice.Chance),
        ];
    }

    /// <summary>The deployment.</summary>
    /// <param name="scenario">The scenario.</param>
    /// <param name="postings">What could be chosen.</param>
    /// <param name="choices">At least two, and how often each is drawn.</param>
    public static Deployment Deployment(Scenario scenario, PostingCandidates postings, IReadOnlyList<MixedChoice> choices)
    {
        string[] plans = [.. choices.Select((_, i) => PlanName(i))];
        var post = new OrderedDictionary<string, Posting>();
        var nameOf = new Dictionary<string, string>();
        foreach ((int i, MixedChoice choice) in choices.Index())
        {
            foreach ((string name, Posting posting) in postings.PostingsOf(choice.Chosen))
            {
                string essence = $"{name} {CanonicalText.Of(posting)}";
                if (!nameOf.TryGetValue(essence, out string? known))
                {
                    known = Free(name);
                    nameOf.Add(essence, known);
                    post.Add(known, posting with { Plans = [] });
                }

                post[known] = post[known] with { Plans = [.. post[known].Plans!, plans[i]] };
            }
        }

        return new Deployment
        {
            Label = "Best random postings",
            Post = new OrderedDictionary<string, Posting>(
                post.Select(each =>
                    KeyValuePair.Create(each.Key, each.Value.Plans!.Count < plans.Length ? each.Value : each.Value with { Plans = null })
                )
            ),
            Rotate = new PlanRotation
            {
                Plans = new OrderedDictionary<string, double>(choices.Select((choice, i) => KeyValuePair.Create(plans[i], choice.Chance))),
            },
            Programmes = scenario.Deployments[scenario.InForce].Programmes,
        };

        string Free(string name)
        {
            string free = name;
            for (int number = 2; post.ContainsKey(free); number++)
            {
                free = $"{name}_{number}";
            }

            return free;
        }
    }

    /// <summary>The plans as results show them.</summary>
    public static IReadOnlyList<DrawnPlan> PlansOf(Deployment deployment) =>
        [.. deployment.Rotate!.Plans.Select(plan => new DrawnPlan(plan.Key, plan.Value, PostingRows.Of(deployment.While(plan.Key).Post)))];

    private static string PlanName(int index) => $"plan_{index + 1}";
}
