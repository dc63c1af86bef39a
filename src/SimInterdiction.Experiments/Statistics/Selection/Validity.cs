namespace SimInterdiction.Experiments.Statistics.Selection;

/// <summary>The procedures that compare deployments.</summary>
public enum Procedure
{
    PairedT,
    Welch,
    Holm,
    TwoStageBonferroni,
    BonferroniScreening,
    KimNelson,
    MultipleComparisonsWithTheBest,
    Rinott,
    Dunnett,
    Ocba,
}

/// <summary>Which procedure holds for which sampling. One that doesn't is refused with the reason, rather than giving
/// numbers that look right.</summary>
public static class Validity
{
    /// <summary>Why the procedure doesn't hold for the sampling; null when it does.</summary>
    public static string? Refusal(Procedure procedure, Sampling sampling) =>
        sampling == Sampling.Independent
            ? null
            : procedure switch
            {
                Procedure.Welch => Refuse(
                    "Welch's interval",
                    "adds up two variances as if neither sample told anything of the other",
                    "the paired t interval"
                ),
                Procedure.Rinott => Refuse(
                    "Rinott's procedure",
                    "takes its constant from independent samples",
                    "two-stage Bonferroni or Kim-Nelson"
                ),
                Procedure.Dunnett => Refuse(
                    "Dunnett's intervals",
                    "take the correlation between comparisons from independent samples",
                    "Bonferroni intervals"
                ),
                Procedure.Ocba => Refuse(
                    "OCBA",
                    "gives deployments different numbers of replications, which leaves some without their pair",
                    "Kim-Nelson"
                ),
                _ => null,
            };

    /// <exception cref="InvalidOperationException">The procedure doesn't hold for the sampling; the message says why,
    /// and what does.</exception>
    internal static void Require(Procedure procedure, Sampling sampling)
    {
        if (Refusal(procedure, sampling) is { } reason)
        {
            throw new InvalidOperationException(reason);
        }
    }

    private static string Refuse(string subject, string does, string instead) =>
        $"{subject} {does}, but these replications share their random numbers. Use {instead}.";
}
