using SimInterdiction.Experiments.Statistics.Selection;

namespace SimInterdiction.Tests.Experiments.Statistics.Selection;

public sealed class ValidityTests
{
    [TestCase(Procedure.PairedT)]
    [TestCase(Procedure.Holm)]
    [TestCase(Procedure.TwoStageBonferroni)]
    [TestCase(Procedure.BonferroniScreening)]
    [TestCase(Procedure.KimNelson)]
    [TestCase(Procedure.MultipleComparisonsWithTheBest)]
    public void What_holds_under_common_random_numbers_holds_for_any_sampling(Procedure procedure) =>
        Assert.That(Enum.GetValues<Sampling>().Select(sampling => Validity.Refusal(procedure, sampling)), Is.All.Null);

    [TestCase(Procedure.Welch)]
    [TestCase(Procedure.Rinott)]
    [TestCase(Procedure.Dunnett)]
    [TestCase(Procedure.Ocba)]
    public void What_needs_independent_samples_is_refused_for_others_and_names_what_to_use(Procedure procedure)
    {
        Assert.That(Validity.Refusal(procedure, Sampling.Independent), Is.Null);
        Assert.That(Validity.Refusal(procedure, Sampling.CommonRandomNumbers), Does.Contain("share their random numbers. Use "));
    }

    [Test]
    public void An_invalid_procedure_gives_no_numbers()
    {
        Assert.That(
            () => Dunnett.WithControl(Samples.ForMaximum, 0, .95),
            Throws.InvalidOperationException.With.Message.Contains("Dunnett")
        );
        Assert.That(
            () => Rinott.Replications(Samples.ForMaximum, 2, .95),
            Throws.InvalidOperationException.With.Message.Contains("Rinott")
        );
        Assert.That(() => Ocba.Shares(Samples.ForMaximum), Throws.InvalidOperationException.With.Message.Contains("OCBA"));
    }
}
