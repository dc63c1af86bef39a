using SimInterdiction.Application.Expectations;
using SimInterdiction.Model.Interdiction;
using SimInterdiction.Model.Study;
using SimInterdiction.Optimization.Selections;
using SimInterdiction.Reporting.Tables;
using SimInterdiction.Reporting.Words;

namespace SimInterdiction.Application.Optimizations;

/// <summary>What a search for the best deployment found, in lines of text: the deployments, the proof, what simulation
/// says of them, and what more would bring.</summary>
public static class OptimizationText
{
    // Of a percentage: thousandths, which tell proofs apart.
    private const int Place = -3;

    // Of a budget, what a price is told for.
    private const double Unit = 1000;

    /// <summary>At most <see cref="TerminalTable.Width"/> columns wide but for names.</summary>
    public static IEnumerable<string> Lines(OptimizationOutcome.Found found) =>
        [
            .. Deployments(found),
            .. Findings(found).SelectMany(Wrapped),
            .. OptimizationFindings.Simulated(found),
            .. OptimizationFindings.Prices(found),
            string.Empty,
            .. Postings(found),
            .. SimplificationWords.Of(found.Deployments.Select(each => each.Expected.Frozen)).SelectMany(Wrapped),
            .. Wrapped("What organizations do about the teams is left out of 'share'."),
        ];

    /// <summary>The best found and the deployment in force, in a sentence.</summary>
    public static string Headline(OptimizationOutcome.Found found)
    {
        (ProposedDeployment today, ProposedDeployment best) = (found.Deployments[0], found.Deployments[1]);
        string proof = found.End == SelectionEnd.Proven && found.HadSolver ? "proven best" : "best found";
        return $"{Plain.Capital(proof)}: {best.Expected.Name} would seize {Percent(best.Expected.Frozen.SeizureRate)} as theory "
            + $"expects it, {today.Expected.Name} {Percent(today.Expected.Frozen.SeizureRate)}.";
    }

    /// <summary>Why what is kept is impossible, a sentence for each limit that it breaks.</summary>
    public static IEnumerable<string> Objections(OptimizationOutcome.Impossible impossible)
    {
        string kept = impossible.Kept.Count > 0 ? $"what is kept ({string.Join(", ", impossible.Kept)})" : "its group";
        return impossible.Limits.Select(limit =>
            $"{kept} already takes more than there is: {limit.Name}, at most {Digits.Whole(limit.AtMost)}."
        );
    }

    /// <summary>"2.480%"; a dash where there is none.</summary>
    public static string Percent(double? share) => share is { } value ? $"{Digits.ToPlace(100 * value, Place)}%" : Plain.Dash;

    /// <summary>"fri, sat"; null where it is every day.</summary>
    public static string? DaysOf(Posting posting) => posting.Days is { } days ? string.Join(", ", days).ToLowerInvariant() : null;

    private static IEnumerable<string> Deployments(OptimizationOutcome.Found found)
    {
        bool someLearn = found.Deployments.Any(each => each.Expected.Known is not null);
        return
        [
            .. Wrapped(
                $"{ProvenanceBlock.SyntheticWarning} The best of what {found.Candidates} possible postings make, as theory expects it:"
            ),
            .. AlignedRows.Of([
                [
                    "deployment",
                    "seized",
                    "share",
                    .. someLearn ? ["if they knew all risks"] : Array.Empty<string>(),
                    "on their best route",
                    "officer-hours",
                ],
                .. found.Deployments.Select(each =>
                    (string[])
                        [
                            each.Expected.Name,
                            Digits.Whole(each.Expected.Frozen.Seized),
                            Percent(each.Expected.Frozen.SeizureRate),
                            .. someLearn ? [Percent(each.Expected.Known?.SeizureRate)] : Array.Empty<string>(),
                            Percent(each.ShareOnBestRoutes),
                            Digits.Whole(each.OfficerHours),
                        ]
                ),
            ]),
        ];
    }

    private static IEnumerable<string> Findings(OptimizationOutcome.Found found)
    {
        yield return ProofOf(found);
        (ProposedDeployment today, ProposedDeployment best) = (found.Deployments[0], found.Deployments[1]);
        if (
            Digits.Hours(today.OfficerHours) == Digits.Hours(best.OfficerHours)
            && Percent(today.Expected.Frozen.SeizureRate) == Percent(best.Expected.Frozen.SeizureRate)
        )
        {
            yield return $"{today.Expected.Name} is as good as the best found.";
        }

        if (found.Better.Count > 0)
        {
            string[] better = [.. found.Better.Select(each => $"{each.Name} ({Percent(each.Share)})")];
            yield return $"Better than the best found, within the budget, and not among what is searched: {Plain.List(better)}. "
                + (better.Length == 1 ? "It posts" : "They post")
                + " teams as the search does not (two postings of a type at one place at once, dates, rotations), or "
                + (better.Length == 1 ? "is" : "are")
                + " beyond another limit, or the search needs more time.";
        }

        yield return OthersOf(found);
        foreach (
            (Limit limit, _, double? price) in found.Limits.Where(each =>
                each.Limit.Name is PostingLimits.OfficerHours or PostingLimits.Usd
            )
        )
        {
            if (price is { } each)
            {
                string gain = Points(Unit * each);
                yield return $"{Digits.Whole(Unit)} {limit.Name} more would bring "
                    + (gain == Points(0) ? "nothing." : $"about {gain}, as if teams could be divided.");
            }
        }
    }

    private static IEnumerable<string> Postings(OptimizationOutcome.Found found)
    {
        ProposedDeployment best = found.Deployments[1];
        return
        [
            .. Wrapped($"The postings of {best.Expected.Name}:"),
            .. AlignedRows.Of(
                best.Deployment.Post.Count == 0
                    ?
                    [
                        ["nobody"],
                    ]
                    :
                    [
                        ["place", "team", "task force", "hours"],
                        .. best.Deployment.Post.Select(posting =>
                            (string[])
                                [
                                    string.Join(", ", posting.Value.CheckpointsOf(posting.Key)),
                                    posting.Value.Count > 1 ? $"{posting.Value.Count} {posting.Value.Team}" : posting.Value.Team,
                                    posting.Value.TaskForce,
                                    $"{posting.Value.Hours} {DaysOf(posting.Value)}".TrimEnd(),
                                ]
                        ),
                    ],
                names: 4
            ),
        ];
    }

    private static string ProofOf(OptimizationOutcome.Found found)
    {
        string none =
            $"no deployment of these postings within the limits, with one of a team type at a place at a time, seizes more than "
            + Percent(found.Bound);
        string how = found switch
        {
            { HadSolver: false } => $"Without a solver for this platform the best is only good: {none}",
            { End: SelectionEnd.Proven } => $"Proven: {none}",
            { End: SelectionEnd.Stopped } => $"Stopped: {none}",
            _ => $"The solver failed: {none}",
        };
        return $"{how}, by the reckoning of the search, where the best seizes {Percent(found.Worth)} ({Digits.Round(found.Seconds)} s).";
    }

    private static string OthersOf(OptimizationOutcome.Found found)
    {
        string whom =
            found.Against == Traffickers.Fixed
                ? "all of a flow took the corridor on which least is seized ('on their best route')"
                : "traffickers kept their shares of corridors";
        return $"If {whom}, the best would seize {Percent(found.WorthAgainstOthers)}, and none more than "
            + $"{Percent(found.BoundAgainstOthers)}.";
    }

    private static IEnumerable<string> Wrapped(string sentence) => TerminalTable.Wrap(sentence, string.Empty);

    private static string Points(double share) => $"{Digits.ToPlace(100 * share, Place)} points";
}
