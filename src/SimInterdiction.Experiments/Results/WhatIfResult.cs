using SimInterdiction.Model.Study;

namespace SimInterdiction.Experiments.Results;

/// <summary>What becomes of the answer if a few values of the scenario are otherwise.</summary>
/// <param name="Name">The question's name.</param>
/// <param name="Label">What people see.</param>
/// <param name="Changes">What is otherwise, as it is written.</param>
/// <param name="Result">The same deployments on the same random numbers, as far as they are asked about.</param>
public sealed record WhatIfResult(string Name, string Label, IReadOnlyList<WrittenChange> Changes, StudyResult Result)
{
    /// <summary>The contest that says who is best: of those that take no more officer-hours than the baseline, or of
    /// all where that has no winner; where neither has one, the first there is, and null without any.</summary>
    public static Contest? ContestOf(StudyResult study)
    {
        Contest[] contests =
        [
            .. study.Contests.Where(c => c.Limit == Resource.OfficerHours),
            .. study.Contests.Where(c => c.Limit is null),
        ];
        return contests.FirstOrDefault(c => c.Outcome == ContestOutcome.Won) ?? contests.FirstOrDefault();
    }

    /// <summary>What becomes of a contest here; null where it isn't held.</summary>
    /// <param name="stated">As stated.</param>
    public Contest? Here(Contest stated) => Result.Contests.FirstOrDefault(c => c.Limit == stated.Limit);

    /// <summary>Whether the deployment that is best as stated is so here too; null where none is best as
    /// stated.</summary>
    /// <param name="asStated">The scenario as stated.</param>
    public Survival? WinnerOf(StudyResult asStated)
    {
        if (ContestOf(asStated) is not { Outcome: ContestOutcome.Won, First: { } winner } stated)
        {
            return null;
        }

        return Here(stated) switch
        {
            { Outcome: ContestOutcome.Won } won => won.First == winner ? Survival.Survives : Survival.Falls,
            { Outcome: ContestOutcome.NotDecided } open when open.InFront.Contains(winner) => Survival.NotDecided,
            _ => Survival.Falls,
        };
    }

    /// <summary>Whether the verdict on a deployment is as stated; null for the baseline, and where there is
    /// none.</summary>
    /// <param name="deployment">Its name.</param>
    /// <param name="asStated">The scenario as stated.</param>
    public Survival? VerdictOf(string deployment, StudyResult asStated)
    {
        Comparison? then = asStated.Comparisons.FirstOrDefault(c => c.Deployment == deployment);
        Comparison? now = Result.Comparisons.FirstOrDefault(c => c.Deployment == deployment);
        return then is null || now is null ? null
            : then.Verdict == now.Verdict ? Survival.Survives
            : now.Verdict == Verdict.NotDecided ? Survival.NotDecided
            : Survival.Falls;
    }
}

/// <summary>Whether something that holds as stated holds otherwise too.</summary>
public enum Survival
{
    Survives,
    Falls,

    /// <summary>Too few replications say.</summary>
    NotDecided,
}
