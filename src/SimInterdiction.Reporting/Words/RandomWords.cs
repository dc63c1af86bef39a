using SimInterdiction.Experiments.Results;

namespace SimInterdiction.Reporting.Words;

/// <summary>What plans drawn by chance bring, in words that all media share.</summary>
public static class RandomWords
{
    private const double Seldom = 0.01;

    /// <summary>What they seize of traffickers who know how often each is drawn, and what is proven.</summary>
    public static string Headline(RandomResult random)
    {
        string none = random.Bound is { } bound
            ? $"no plans within the limits, however they are drawn, seize more than {OptimizationWords.Percent(bound)}"
            : "nothing is proven about better plans";
        string proof = $"{(random.Ended == SearchEnd.Proven ? "Proven: " : "As far as the search came, ")}{none}.";
        string fixedShare = OptimizationWords.Percent(random.ShareOfBestFixed);
        return random.Name is null
            ? "Nothing is gained by drawing plans by chance: where all of a flow take the corridor on which least is seized, the best "
                + $"deployment that stays seizes {fixedShare}. {proof}"
            : $"Drawn anew each day from {random.Plans.Count} plans, teams seize {OptimizationWords.Percent(random.Share)} of the firearms "
                + "of traffickers who know how often each plan is drawn, but not which one is, and who all take the corridor that is then "
                + $"best for them; the best deployment that stays seizes {fixedShare} of theirs. {proof}";
    }

    /// <summary>Against whom they are better, and against whom not; null where nothing was simulated.</summary>
    public static string? Finding(OptimizationResult result, RandomResult random)
    {
        if (random.Against.Count == 0)
        {
            return null;
        }

        string[] parts =
        [
            .. Part(each => each.Low > 0, "wins against"),
            .. Part(each => each.High < 0, "loses against"),
            .. Part(each => !(each.Low > 0) && !(each.High < 0), "is not told apart from it against"),
        ];
        return $"Simulated beside {result.Best.Label}, drawing plans by chance {string.Join("; it ", parts)}.";

        IEnumerable<string> Part(Func<SimulatedValue, bool> isSo, string verb)
        {
            string[] whom =
            [
                .. random.Against.Where(each => isSo(each.Difference)).Select(each => $"{Who(each.Kind)} ({Points(each.Difference)})"),
            ];
            return whom.Length > 0 ? [$"{verb} {Plain.List(whom)}"] : [];
        }
    }

    /// <summary>What is assumed of traffickers where the scenario does not say it.</summary>
    public static string Assumed =>
        $"Where the scenario does not say it, those who learn or know have a risk aversion of {AssumedTraffickers.RiskAversion:0}, and of "
        + $"those who watch {100 * AssumedTraffickers.ShareOfWatchers:0}% of the drivers do, and wait up to "
        + $"{AssumedTraffickers.PatienceHours:0} h.";

    /// <summary>Shares as simulated against each kind of traffickers; null where nothing was.</summary>
    public static WordTable? Against(OptimizationResult result, RandomResult random) =>
        random.Against.Count == 0
            ? null
            : new WordTable(
                "Plans drawn by chance beside the best deployment that stays, simulated, with 95 % intervals",
                ["Traffickers", $"#{result.Best.Label}", $"#{result.LabelOf(random.Name ?? string.Empty)}", "#More, points"],
                [
                    .. random.Against.Select(each =>
                        (string[])
                            [
                                Plain.Capital(Verb(each.Kind)),
                                OptimizationWords.Interval(each.Fixed),
                                OptimizationWords.Interval(each.Random),
                                Interval(each.Difference),
                            ]
                    ),
                ],
                1
            );

    /// <summary>How often each posting stands; null where no plans are drawn.</summary>
    public static WordTable? Postings(OptimizationResult result, RandomResult random) =>
        random.Name is not { } name
            ? null
            : new WordTable(
                $"How often each posting of {result.LabelOf(name)} stands, where it is at least 1% of the time ({Drawn(random)})",
                ["Place", "Team", "Task force", "Hours", "#Of the time"],
                [
                    .. random
                        .Plans.SelectMany(plan => plan.Post.Select(post => (Post: post with { Name = string.Empty }, plan.Share)))
                        .GroupBy(each => each.Post)
                        .Select(each => (Post: each.Key, Share: each.Sum(one => one.Share)))
                        .Where(each => each.Share >= Seldom)
                        .OrderByDescending(each => each.Share)
                        .ThenBy(each => each.Post.At, StringComparer.Ordinal)
                        .Select(each =>
                            (string[])
                                [
                                    OptimizationWords.Place(result, each.Post),
                                    OptimizationWords.Team(result, each.Post),
                                    OptimizationWords.TaskForce(result, each.Post),
                                    $"{each.Post.Hours} {each.Post.Days}".TrimEnd(),
                                    Share(each.Share),
                                ]
                        ),
                ],
                4
            );

    private static string Drawn(RandomResult random) => string.Join(", ", random.Plans.Select(plan => $"{plan.Name} {Share(plan.Share)}"));

    private static string Share(double share) => $"{Digits.ToPlace(100 * share, -1)}%";

    private static string Who(TraffickerKind kind) => $"those who {Verb(kind)}";

    private static string Verb(TraffickerKind kind) =>
        kind switch
        {
            TraffickerKind.KeepShares => "keep their shares",
            TraffickerKind.Learn => "learn from losses",
            TraffickerKind.Know => "know the risks",
            TraffickerKind.Watch => "know posted hours",
            _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "It has no words."),
        };

    private static string Points(SimulatedValue difference) =>
        difference is { Value: { } mean, Low: { } low, High: { } high }
            ? $"{Signed(mean, low, high)} points, {Digits.Ends(100 * mean, 100 * low, 100 * high)}"
            : Plain.Dash;

    private static string Interval(SimulatedValue difference) =>
        difference is { Value: { } mean, Low: { } low, High: { } high }
            ? $"{Signed(mean, low, high)} ({Digits.Ends(100 * mean, 100 * low, 100 * high)})"
            : Plain.Dash;

    private static string Signed(double mean, double low, double high) =>
        (mean > 0 ? "+" : string.Empty) + Digits.Of(100 * mean, 100 * low, 100 * high);
}
