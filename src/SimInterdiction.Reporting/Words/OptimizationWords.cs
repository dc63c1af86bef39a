using SimInterdiction.Experiments.Results;
using SimInterdiction.Model.Study;

namespace SimInterdiction.Reporting.Words;

/// <summary>What a search for the best deployment found, in words that all media share.</summary>
public static class OptimizationWords
{
    // Of a percentage: what is less matters to nobody.
    private const int PointPlace = -2;

    /// <summary>"Theory expects Best found to seize 2.58%, 0.58 points more than Today, ...".</summary>
    public static string Headline(OptimizationResult result)
    {
        (ProposedDeployment today, ProposedDeployment best) = (result.Deployments[0], result.Best);
        double more = (best.SeizureRate ?? 0) - (today.SeizureRate ?? 0);
        string than = Plain.SameHours(best.OfficerHours, today.OfficerHours)
            ? "with the same officer-hours"
            : $"with {Digits.Hours(best.OfficerHours)} officer-hours instead of {Digits.Hours(today.OfficerHours)}";
        string money = result.Budget.CostUsd is { } budget
            ? $" It costs USD {Digits.Whole(best.CostUsd)} of a budget of {Digits.Whole(budget)}; {today.Label} costs "
                + $"{Digits.Whole(today.CostUsd)}."
            : string.Empty;
        return MovesNothing(more)
            ? $"{today.Label} is as good as the best found: theory expects {Percent(best.SeizureRate)} to be seized."
            : $"Theory expects {best.Label} to seize {Percent(best.SeizureRate)} of the firearms, {Points(more)} "
                + $"{(more > 0 ? "more" : "less")} than {today.Label}, {than}.{money}";
    }

    /// <summary>That a search found what is better than any deployment of a study; nothing where none did.</summary>
    public static IEnumerable<string> BeyondThose(StudyResult study)
    {
        if (
            study.Optimization?.Result is { Deployments: [var first, ..] } result
            && study.Deployments.All(d => d.Name != result.Best.Name)
            && result.Deployments.Where(d => study.Deployments.Any(own => own.Name == d.Name)).Append(first).Max(d => d.FirearmsSeized)
                is var own
            && result.Best.FirearmsSeized > own
        )
        {
            yield return $"A search looked beyond these {Plain.Count(study.Deployments.Count, "deployment")}. {Headline(result)}";
        }
    }

    /// <summary>What is proven, and how the search ended.</summary>
    public static string Proof(OptimizationResult result)
    {
        string of = $"no deployment of these {result.Candidates} postings within the limits";
        string none =
            result.Gap is not { } gap ? "nothing is known about better deployments"
            : MovesNothing(gap) ? $"{of} seizes more"
            : $"{of} seizes over {Points(gap)} more";
        string how = result switch
        {
            { HadSolver: false } => $"Without a solver for this platform the best is only good: {none}",
            { Ended: SearchEnd.Proven } => $"Proven: {none}",
            { Ended: SearchEnd.Bounded } => $"Proven: {none}",
            { Ended: SearchEnd.Stopped } => $"Stopped: {none}",
            _ => $"The solver failed: {none}",
        };
        string between =
            result.Ended == SearchEnd.Bounded
                ? " For such traffickers no closer bound is known: there may or may not be better ones."
                : string.Empty;
        string roughly =
            Expected(result.Found, result.Against) is { } share && !MovesNothing(share - result.ShareOfBest)
                ? $" The search takes it that searches take no time and that lanes are as full as all that passes makes them; without "
                    + $"that theory expects {Percent(share)} of {result.Found.Label}, so there may be better ones."
                : string.Empty;
        return $"{how}, by the reckoning of the search.{between}{roughly}";
    }

    /// <summary>What the best against the other traffickers would seize.</summary>
    public static string Others(OptimizationResult result)
    {
        string whom =
            result.Against != Traffickers.BestRoute
                ? "all of a flow took the corridor on which least is seized ('on their best route')"
                : "traffickers kept their shares of corridors";
        string none =
            result.BoundAgainstOthers is not { } bound ? string.Empty
            : MovesNothing(bound - result.ShareOfBestAgainstOthers) ? ", and none more"
            : $", and none more than {Percent(bound)}";
        return $"If {whom}, the best for that would seize {Percent(result.ShareOfBestAgainstOthers)}{none}.";
    }

    /// <summary>Deployments of the scenario that are better than the best and break a limit; null where none
    /// is.</summary>
    public static string? Better(OptimizationResult result)
    {
        if (result.Better.Count == 0)
        {
            return null;
        }

        return "Better and within the budget, but not within the other limits: "
            + Plain.List([.. result.Better.Select(each => $"{result.LabelOf(each.Name)} ({Percent(each.Share)})")])
            + ".";
    }

    /// <summary>Where theory and simulation disagree.</summary>
    public static IEnumerable<string> Contradictions(OptimizationResult result) =>
        result
            .Deployments.Where(each => each.Simulated?.ContradictsTheory == true)
            .Select(each =>
                $"What theory expects of {each.Label} is further from what is simulated, if nobody adapts, than chance brings it: go "
                + "by the simulation."
            );

    /// <summary>What more of each limit would bring: those of which something was found, then all others
    /// together.</summary>
    public static IEnumerable<string> More(OptimizationResult result)
    {
        foreach (PricedMore more in result.More.Where(more => !MovesNothing(more.Gain)))
        {
            string where = more.Added.Count > 0 ? $" ({string.Join("; ", more.Added.Select(each => Words(result, each)))})" : string.Empty;
            string most =
                more.GainAtMost is { } atMost && Points(atMost) != Points(more.Gain) ? $"; at most +{Points(atMost)}" : string.Empty;
            yield return $"{Plain.Capital(Name(result, more))}: +{Points(more.Gain)}{where}{most}.";
        }

        PricedMore[] nothing = [.. result.More.Where(more => MovesNothing(more.Gain))];
        if (nothing.Length > 0)
        {
            PricedMore[] open = [.. nothing.Where(more => more.GainAtMost is { } most && !MovesNothing(most))];
            string perhaps =
                open.Length > 0
                    ? $" A deployment that gains up to {Points(open.Max(more => more.GainAtMost!.Value))} from {List(result, open)} is "
                        + "not ruled out."
                    : string.Empty;
            yield return $"No gain was found from {List(result, nothing)}{(nothing.Length > 1 ? ", each by itself" : "")}.{perhaps}"
                + Together(result, nothing);
        }

        foreach (PricedLimit limit in result.Limits)
        {
            if (
                limit.Price is { } price
                && result.More.FirstOrDefault(more => more.Name == limit.Name && more.Amount > 1) is { } more
                && !MovesNothing(price * more.Amount)
            )
            {
                yield return $"If teams could be divided, {Name(result, more)} would bring about {Points(price * more.Amount)}.";
            }
        }
    }

    // A team needs hours, and hours a team: what neither brings by itself, both may.
    private static string Together(OptimizationResult result, PricedMore[] nothing)
    {
        bool lacksHours = nothing.Any(more => more.Kind is PricedResource.OfficerHours or PricedResource.Usd);
        bool lacksTeams = nothing.Any(more => more.Kind == PricedResource.Teams);
        double both = result
            .Prices.Where(price => price.Kind == PricedKind.FurtherTeam)
            .Select(price => price.Gain)
            .DefaultIfEmpty(0)
            .Max();
        return lacksHours && lacksTeams && !MovesNothing(both)
            ? $" One team more with the hours it takes brings up to +{Points(both)}."
            : string.Empty;
    }

    /// <summary>Shares by deployment, as theory expects them.</summary>
    public static WordTable Expected(OptimizationResult result)
    {
        bool isMoney = result.Budget.CostUsd is not null;
        bool someLearn = result.Deployments.Any(each => each.IfTheyKnewAllRisks is not null);
        return new WordTable(
            "What theory expects",
            [
                "Deployment",
                "#Seized",
                "#Share",
                .. someLearn ? ["#If they knew all risks"] : Array.Empty<string>(),
                "#On their best route",
                "#Officer-hours",
                .. isMoney ? ["#USD"] : Array.Empty<string>(),
            ],
            [
                .. result.Deployments.Select(each =>
                    (string[])
                        [
                            each.Label,
                            Digits.Whole(each.FirearmsSeized),
                            Percent(each.SeizureRate),
                            .. someLearn ? [Percent(each.IfTheyKnewAllRisks)] : Array.Empty<string>(),
                            Percent(each.OnBestRoutes),
                            Digits.Whole(each.OfficerHours),
                            .. isMoney ? [Digits.Whole(each.CostUsd)] : Array.Empty<string>(),
                        ]
                ),
            ],
            1
        );
    }

    /// <summary>Shares as simulated; null where nothing was.</summary>
    public static WordTable? Simulated(OptimizationResult result) =>
        result.Replications == 0
            ? null
            : new WordTable(
                $"Simulated, {Plain.Count(result.Replications, "time")} each on the same luck, with 95 % intervals",
                ["Deployment", "#Seized", .. result.IsAdaptive ? ["#If nobody adapts"] : Array.Empty<string>(), "#Theory"],
                [
                    .. result.Deployments.Select(each =>
                        (string[])
                            [
                                each.Label,
                                Interval(each.Simulated?.SeizureRate),
                                .. result.IsAdaptive ? [Interval(each.Simulated?.Frozen)] : Array.Empty<string>(),
                                Percent(each.SeizureRate),
                            ]
                    ),
                ],
                1
            );

    /// <summary>The best for each budget.</summary>
    public static WordTable Frontier(OptimizationResult result)
    {
        bool isMoney = result.Budget.OfficerHours is null;
        return new WordTable(
            "What the best deployment found seizes with each budget, by the reckoning of the search",
            [isMoney ? "#Budget, USD" : "#Budget, officer-hours", "#Share", "#None more than", "#Simulated, if nobody adapts"],
            [
                .. result.Frontier.Select(point =>
                    (string[])
                        [
                            Digits.Whole((isMoney ? point.Budget.CostUsd : point.Budget.OfficerHours) ?? 0),
                            Percent(point.Share),
                            Percent(point.Bound),
                            Interval(point.Simulated?.Frozen),
                        ]
                ),
            ],
            0
        );
    }

    /// <summary>The postings of the best.</summary>
    public static WordTable Postings(OptimizationResult result) =>
        new(
            $"The postings of {result.Best.Label}",
            ["Place", "Team", "Task force", "Hours"],
            [
                .. result.Best.Post.Select(each =>
                    (string[])[Place(result, each), Team(result, each), TaskForce(result, each), $"{each.Hours} {each.Days}".TrimEnd()]
                ),
            ],
            4
        );

    /// <summary>What one change more than the limits allow would bring, a table for each kind.</summary>
    public static IEnumerable<WordTable> Changes(OptimizationResult result) =>
        result
            .Prices.Where(price => !MovesNothing(price.Gain))
            .GroupBy(price => price.Kind)
            .Select(kind => new WordTable(
                kind.Key == PricedKind.FurtherTeam
                    ? $"What one team more would bring beside {result.Found.Label}, beyond its limits, by the reckoning of the search"
                    : $"What longer hours of a team of {result.Found.Label} would bring, by the same",
                ["Place", "Team", "Hours", "#More", "#Takes"],
                [
                    .. kind.Select(price =>
                        (string[])
                            [
                                Place(result, price.Posting),
                                Team(result, price.Posting) + (price.Beside > 0 ? $" (beside {price.Beside})" : string.Empty),
                                price.InsteadOfHours is { } instead ? $"{instead} to {price.Posting.Hours}" : price.Posting.Hours,
                                $"+{Points(price.Gain)}",
                                $"{Digits.Whole(price.OfficerHours)} officer-hours",
                            ]
                    ),
                ],
                3
            ));

    // What theory expects a deployment to seize from the traffickers that were asked about.
    private static double? Expected(ProposedDeployment deployment, Traffickers against) =>
        against switch
        {
            Traffickers.BestRoute => deployment.OnBestRoutes,
            Traffickers.Logit => deployment.IfTheyKnewAllRisks ?? deployment.SeizureRate,
            _ => deployment.SeizureRate,
        };

    /// <summary>A share as a percentage, to a hundredth.</summary>
    public static string Percent(double? share) => share is { } value ? $"{Digits.ToPlace(100 * value, PointPlace)}%" : Plain.Dash;

    // Task forces by their type of team.
    private static string List(OptimizationResult result, IReadOnlyList<PricedMore> all)
    {
        IEnumerable<string> teams = all.Where(more => more.Kind == PricedResource.Teams)
            .Select(more => TeamOf(result, more))
            .GroupBy(team => team.Team)
            .Select(type => $"one more {type.Key} of {string.Join(" or ", type.Select(team => team.TaskForce))}");
        return string.Join(" or ", all.Where(more => more.Kind != PricedResource.Teams).Select(more => Name(result, more)).Concat(teams));
    }

    // A type of team "of" a task force, by their names.
    private static (string Team, string TaskForce) TeamOf(OptimizationResult result, PricedMore more)
    {
        string[] names = more.Name.Split(" of ", 2);
        return (result.Labels.Teams.GetValueOrDefault(names[0], names[0]), result.Labels.TaskForces.GetValueOrDefault(names[1], names[1]));
    }

    private static bool MovesNothing(double share) => Digits.ToPlace(100 * Math.Abs(share), PointPlace) == "0.00";

    private static string Points(double share) => $"{Digits.ToPlace(100 * Math.Abs(share), PointPlace)} points";

    private static string Name(OptimizationResult result, PricedMore more) =>
        more.Kind switch
        {
            PricedResource.OfficerHours => $"{Digits.Whole(more.Amount)} more officer-hours",
            PricedResource.Usd => $"{Digits.Whole(more.Amount)} USD more",
            PricedResource.Lanes => $"one more lane for every {result.Labels.Teams.GetValueOrDefault(more.Name, more.Name)}",
            PricedResource.Teams => TeamOf(result, more) is var (team, force) ? $"one more {team} of {force}" : more.Name,
            _ => $"one more of the {more.Name}",
        };

    private static string Words(OptimizationResult result, ProposedPosting posting) =>
        $"{Place(result, posting)}, {Team(result, posting)}, {posting.Hours} {posting.Days}".TrimEnd();

    /// <summary>Where a posting is; of one that rotates, all its places.</summary>
    internal static string Place(OptimizationResult result, ProposedPosting posting) =>
        string.Join(", ", posting.At.Split(", ").Select(each => result.Labels.Places.GetValueOrDefault(each, each)));

    internal static string TaskForce(OptimizationResult result, ProposedPosting posting) =>
        result.Labels.TaskForces.GetValueOrDefault(posting.TaskForce, posting.TaskForce);

    /// <summary>How many teams of which type: "2 x Outbound team".</summary>
    internal static string Team(OptimizationResult result, ProposedPosting posting)
    {
        string team = result.Labels.Teams.GetValueOrDefault(posting.Team, posting.Team);
        return posting.Count > 1 ? $"{posting.Count} x {team}" : team;
    }

    /// <summary>What the reckoning leaves out, in a sentence each.</summary>
    public static IEnumerable<string> LeftOut(OptimizationResult result) =>
        result.IsAdaptive
            ? result.LeftOut.Append("What organizations do about the teams is left out of what theory expects.")
            : result.LeftOut;

    /// <summary>"2.31% (2.25 to 2.37)".</summary>
    internal static string Interval(SimulatedValue? share) =>
        share is { Value: { } mean, Low: { } low, High: { } high }
            ? $"{Digits.Of(100 * mean, 100 * low, 100 * high)}% ({Digits.Ends(100 * mean, 100 * low, 100 * high)})"
            : Plain.Dash;
}

/// <summary>A table in words.</summary>
/// <param name="Caption">What it shows.</param>
/// <param name="Columns">Those that begin with '#' hold numbers.</param>
/// <param name="Rows">As many cells each as columns.</param>
/// <param name="Names">How many columns at the left are names.</param>
public sealed record WordTable(string Caption, IReadOnlyList<string> Columns, IReadOnlyList<IReadOnlyList<string>> Rows, int Names);
