using SimInterdiction.Experiments.Results;
using SimInterdiction.Model.Intelligence;

namespace SimInterdiction.Reporting.Words;

/// <summary>Says how many investigators the cases of a trafficking group keep busy, and where there are fewer: from
/// then on cases wait, and leads come to nothing.</summary>
/// <remarks>Investigators busy on average: cases opened in the window, times what one takes on average, over the window
/// (Little 1961). With fewer the queue grows for as long as the window is.</remarks>
public static class CaseloadWords
{
    private static readonly MeasureScale Plainly = new(1, string.Empty, string.Empty, string.Empty);

    /// <summary>Which deployments have too few investigators and which enough, as far as chance decides that; nothing
    /// where no case was opened.</summary>
    public static IEnumerable<string> Sentences(StudyResult study)
    {
        Caseload[] all = [.. study.Deployments.Select(d => Of(study, d)).OfType<Caseload>()];
        return new[]
        {
            Sentence("Too few investigators for the cases opened", all.Where(each => each.Busy.Low > each.Investigators)),
            Sentence("Enough investigators", all.Where(each => each.Busy.High <= each.Investigators)),
            Sentence(
                "Whether investigators are enough is not decided",
                all.Where(each => !(each.Busy.Low > each.Investigators) && !(each.Busy.High <= each.Investigators))
            ),
        }.OfType<string>();
    }

    /// <summary>Why the trafficking group of a deployment is worth less than that of another, with a blank before it:
    /// more cases come up than its investigators can work, and than under the other. Empty where that is not
    /// sure.</summary>
    internal static string Reason(StudyResult study, string deployment, string against)
    {
        Caseload?[] two = [.. new[] { deployment, against }.Select(name => Of(study, study.Deployments.Single(d => d.Name == name)))];
        return two is [{ } own, { } other] && own.Busy.Low > own.Investigators && own.Busy.Low > other.Busy.High
            ? $" Its cases would keep {Plainly.ValueWithInterval(own.Busy)} investigators busy instead of "
                + $"{Plainly.ValueWithInterval(other.Busy)}, and there are {own.Investigators}: leads from those steps crowd out others."
            : string.Empty;
    }

    private static Caseload? Of(StudyResult study, DeploymentResult deployment)
    {
        TraffickingGroup? group = study.Scenario.Deployments[deployment.Name].Programmes?.TraffickingGroup;
        Estimate opened = StudyView.MeasureOf(deployment, "cases_opened");
        if (group is null || !(opened.Mean > 0))
        {
            return null;
        }

        double busyWithOne = group.TakesHours.Mean / study.Scenario.LengthHours;
        return new Caseload(
            deployment.Label,
            group.Capacity,
            new Estimate(opened.Mean * busyWithOne, opened.Low * busyWithOne, opened.High * busyWithOne)
        );
    }

    private static string? Sentence(string beginning, IEnumerable<Caseload> which)
    {
        string[] each = [.. which.Select(c => $"{c.Label}, {c.Investigators} where {Plainly.ValueWithInterval(c.Busy)} would be busy")];
        return each.Length == 0 ? null : $"{beginning}: {string.Join("; ", each)}.";
    }

    /// <param name="Label">The deployment's.</param>
    /// <param name="Investigators">How many cases can be worked at once.</param>
    /// <param name="Busy">How many the cases opened would keep busy on average.</param>
    private sealed record Caseload(string Label, int Investigators, Estimate Busy);
}
