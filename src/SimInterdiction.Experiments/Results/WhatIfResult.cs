using SimInterdiction.Model.Study;

namespace SimInterdiction.Experiments.Results;

/// <summary>What becomes of the answer if a few values of the scenario are otherwise.</summary>
/// <param name="Name">The question's name.</param>
/// <param name="Label">What people see.</param>
/// <param name="Changes">What is otherwise, as it is written.</param>
/// <param name="Result">The same deployments on the same random numbers, as far as they are asked about.</param>
public sealed record WhatIfResult(string Name, string Label, IReadOnlyList<WrittenChange> Changes, StudyResult Result)
{
    /// <summary>The contest that says who is best: of those that take no more officer-hours than the baseline (to one
    /// hundredth), or of all where that has no winner; where neither has one, the first there is, and null without
    /// any, where inputs are drawn, or where one is chosen of all.</summary>
    public static Contest? ContestOf(StudyResult study)
    {
        if (study.InputsDrawn > 0 || study.Choice is not null)
        {
            return null;
        }

        Contest[] contests =
        [
            .. study.Contests.Where(c => c.Limit == Resource.OfficerHours),
            .. study.Contests.Where(c => c.Limit is null),
        ];
        return contests.FirstOrDefault(c => c.Outcome == ContestOutcome.Won) ?? contests.FirstOrDefault();
    }

    /// <summary>The best deployment of a study: the one chosen, or else the winner of <see cref="ContestOf"/>; null
    /// where none is.</summary>
    public static string? BestOf(StudyResult study) =>
        study.Choice is { } choice ? choice.Selected
        : ContestOf(study) is { Outcome: ContestOutcome.Won } contest ? contest.First
        : null;

    /// <summary>The contest here that says what becomes of the best as stated: of all, where one was to be chosen of
    /// all, or else that which said it as stated. Null where none is held.</summary>
    /// <param name="asStated">The scenario as stated.</param>
    public Contest? Here(StudyResult asStated) =>
        asStated.Choice is not null ? Result.Contests.FirstOrDefault(c => c.Limit is null)
        : ContestOf(asStated) is { } stated ? Result.Contests.FirstOrDefault(c => c.Limit == stated.Limit)
        : null;

    /// <summary>Whether the deployment that is best as stated is so here too; null where none is best as stated. One
    /// that was chosen was only said to be the best or less than what matters from it: where it ties with the best, it
    /// still is.</summary>
    /// <param name="asStated">The scenario as stated.</param>
    public Survival? WinnerOf(StudyResult asStated)
    {
        if (BestOf(asStated) is not { } winner)
        {
            return null;
        }

        return Here(asStated) switch
        {
            { Outcome: ContestOutcome.Won } won => won.First == winner ? Survival.Survives : Survival.Falls,
            { Outcome: ContestOutcome.Tied } tied when asStated.Choice is not null && tied.InFront.Contains(winner) => Survival.Survives,
            { Outcome: ContestOutcome.NotDecided } open when open.InFront.Contains(winner) => Survival.NotDecided,
            null => Survival.NotDecided,
            _ => Survival.Falls,
        };
    }

    /// <summary>Where nobody is best as stated: the first contest, about the same hours before that of all, which ends
    /// otherwise here; null where each ends as stated, or somebody is best.</summary>
    /// <param name="asStated">The scenario as stated.</param>
    public (Contest Then, Contest Now)? OtherwiseEnded(StudyResult asStated) =>
        BestOf(asStated) is not null || asStated.Choice is not null
            ? null
            : asStated
                .Contests.Where(then => then.Limit is null or Resource.OfficerHours)
                .OrderBy(then => then.Limit is null)
                .SelectMany(then => Result.Contests.Where(now => now.Limit == then.Limit), (then, now) => (then, now))
                .Where(pair => pair.then.Outcome != pair.now.Outcome)
                .Select(pair => ((Contest, Contest)?)pair)
                .FirstOrDefault();

    /// <summary>Whether every number comes out as stated to the last bit: each difference, what each deployment takes,
    /// and every measure of it, in all and in parts.</summary>
    /// <param name="asStated">The scenario as stated.</param>
    public bool HasNoEffect(StudyResult asStated) =>
        HasSameDifferences(asStated)
        && Result.Deployments.All(now =>
            asStated.Deployments.FirstOrDefault(then => then.Name == now.Name) is { } then
            && (then.OfficerHours, then.CostUsd) == (now.OfficerHours, now.CostUsd)
            && AreSame(then.Measures, now.Measures)
            && then.By.Count == now.By.Count
            && then.By.All(dimension =>
                now.By.TryGetValue(dimension.Key, out IReadOnlyDictionary<string, IReadOnlyDictionary<string, Estimate>>? parts)
                && parts.Count == dimension.Value.Count
                && dimension.Value.All(part => parts.TryGetValue(part.Key, out var measures) && AreSame(part.Value, measures))
            )
        );

    /// <summary>Whether every difference comes out as stated to the last bit, undefined ones included; averages may
    /// not.</summary>
    /// <param name="asStated">The scenario as stated.</param>
    public bool HasSameDifferences(StudyResult asStated) =>
        Result.Comparisons.Count == asStated.Comparisons.Count
        && Result.Comparisons.All(now =>
            asStated.Comparisons.FirstOrDefault(then => then.Deployment == now.Deployment) is { } then
            && (then.Difference, then.Low, then.High) == (now.Difference, now.Low, now.High)
        );

    /// <summary>Whether the verdict on a deployment is as stated; null for the baseline, and where there is none. One
    /// that is otherwise falls only where the two differences are further apart than chance takes them; else it is not
    /// decided.</summary>
    /// <remarks>The two are held to be independent. They rest on the same random numbers, so that chance hardly takes
    /// them as far apart.</remarks>
    /// <param name="deployment">Its name.</param>
    /// <param name="asStated">The scenario as stated.</param>
    public Survival? VerdictOf(string deployment, StudyResult asStated)
    {
        Comparison? then = asStated.Comparisons.FirstOrDefault(c => c.Deployment == deployment);
        Comparison? now = Result.Comparisons.FirstOrDefault(c => c.Deployment == deployment);
        return then is null || now is null ? null
            : then.Verdict == now.Verdict ? Survival.Survives
            : IsBeyondChance(then, now) ? Survival.Falls
            : Survival.NotDecided;
    }

    private static bool AreSame(IReadOnlyDictionary<string, Estimate> then, IReadOnlyDictionary<string, Estimate> now) =>
        then.Count == now.Count && then.All(measure => now.TryGetValue(measure.Key, out Estimate its) && its == measure.Value);

    private static bool IsBeyondChance(Comparison then, Comparison now) =>
        Math.Abs(now.Difference - then.Difference ?? double.NaN) > Math.Sqrt(Squared(then) + Squared(now));

    // Of half the interval's width; NaN where it has none.
    private static double Squared(Comparison c) => Math.Pow((c.High - c.Low) / 2 ?? double.NaN, 2);
}

/// <summary>Whether something that holds as stated holds otherwise too.</summary>
public enum Survival
{
    Survives,
    Falls,

    /// <summary>Too few replications say.</summary>
    NotDecided,
}
