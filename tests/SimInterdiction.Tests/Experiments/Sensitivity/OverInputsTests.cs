using SimInterdiction.Engine.Distributions;
using SimInterdiction.Experiments;
using SimInterdiction.Experiments.Design;
using SimInterdiction.Experiments.Results;
using SimInterdiction.Model;
using SimInterdiction.Tests.Experiments.Store;

namespace SimInterdiction.Tests.Experiments.Sensitivity;

/// <summary>
/// The true difference over the inputs where theory knows it: (finds - 40 %) / 2 with a triangular law of finds
/// (<see cref="UncertainWorlds.Linear"/>). Seeds are fixed; an interval of 95 % is widened by 1.7, so that it misses in
/// one of a thousand studies.
/// </summary>
public sealed class OverInputsTests
{
    private const double Widened = 1.7;

    private static readonly Triangular Finds = new(.2, .5, .6);

    [Test]
    public void Percentiles_and_shares_are_those_of_theory_at_any_number_of_replications([Values(80, 160, 800)] int replications)
    {
        OverInputs over = Run(UncertainWorlds.Linear, replications);
        Holds(over.P10, (Finds.Quantile(.1) - .4) / 2);
        Holds(over.P90, (Finds.Quantile(.9) - .4) / 2);

        // 1 - (.4 - .2)^2 / (.4 x .3), and the same at .42, where the difference is a point.
        Holds(over.Better, 1 - (.2 * .2 / .12));
        Holds(over.BetterByWhatMatters!.Value, 1 - (.22 * .22 / .12));
        Holds(over.WorseByWhatMatters!.Value, .18 * .18 / .12);
        Assert.That(over.IsHiddenByChance, Is.False);
    }

    [Test]
    public void Twenty_times_the_replications_leave_the_spread_as_wide()
    {
        // sqrt(variance of the triangular law) / 2; a standard deviation of 20 draws errs by a sixth, so by four
        // standard errors at most in 1 of 10,000 studies.
        double truth = Math.Sqrt(Finds.Variance) / 2;
        Assert.That(Run(UncertainWorlds.Linear, 40).Sd, Is.EqualTo(truth).Within(65).Percent);
        Assert.That(Run(UncertainWorlds.Linear, 800).Sd, Is.EqualTo(truth).Within(15).Percent);
    }

    [Test]
    public void Inputs_that_move_nothing_are_told_from_chance()
    {
        string certain = UncertainWorlds.Linear.Replace("finds: { uncertain: [20%, 50%, 60%] }", "finds: 50%", StringComparison.Ordinal);
        OverInputs[] studies =
        [
            .. Enumerable.Range(1, 20).Select(seed => Run(certain.Replace("seed: 5", $"seed: {seed}", StringComparison.Ordinal), 60)),
        ];

        // 95 % of studies say so: fewer than 15 of 20 in 1 of 3,000.
        Assert.That(studies.Count(over => over.IsHiddenByChance), Is.AtLeast(15));
        Assert.That(studies.Select(over => over.Better.Mean), Is.All.EqualTo(1), "5 points, whatever is drawn");
    }

    [Test]
    public void Total_flow_that_is_uncertain_moves_counts_and_no_share()
    {
        string flow = UncertainWorlds
            .Linear.Replace("finds: { uncertain: [20%, 50%, 60%] }", "finds: 50%", StringComparison.Ordinal)
            .Replace(
                "rate: 40 shipments per day",
                "rate: { uncertain: [20 shipments per day, 40 shipments per day, 80 shipments per day] }",
                StringComparison.Ordinal
            );
        Assert.That(Run(flow, 400).P10.Mean, Is.EqualTo(.05).Within(.003), "a point of 20 shipments is as much as one of 80");
        OverInputs seized = Run(flow, 400, "firearms_seized");

        // 15 days x 5 % of the rate.
        var law = new Triangular(15, 30, 60);
        Holds(seized.P10, law.Quantile(.1));
        Holds(seized.P90, law.Quantile(.9));
    }

    [Test]
    public void Any_number_of_threads_gives_the_same_digits()
    {
        string[] all = [.. new[] { 1, 3 }.Select(jobs => StoredStudies.Everything(Study(UncertainWorlds.Linear, 30, jobs)))];
        Assert.That(all[1], Is.EqualTo(all[0]));
    }

    private static OverInputs Run(string yaml, int replications, string? measure = null) =>
        Study(
            measure is null
                ? yaml
                : yaml.Replace("smallest_difference_that_matters: 1 point", $"measure: {measure}", StringComparison.Ordinal),
            replications,
            jobs: 2
        )
            .Comparisons[0]
            .OverInputs!;

    private static StudyResult Study(string yaml, int replications, int jobs)
    {
        UncertainScenario uncertain = UncertainWorlds.Of(yaml);
        Scenario best = uncertain.At([.. uncertain.Inputs.Select(i => i.BestGuess)]);
        return SimInterdiction.Experiments.Study.Run(
            best,
            new StudyOptions
            {
                Drawn = uncertain,
                Replications = replications,
                Jobs = jobs,
            },
            progress: null,
            CancellationToken.None
        );
    }

    private static void Holds(Estimate estimate, double truth)
    {
        double half = Widened * (estimate.High - estimate.Low)!.Value / 2;
        Assert.That(truth, Is.EqualTo((estimate.High + estimate.Low)!.Value / 2).Within(half));
        Assert.That(half, Is.GreaterThan(0));
    }
}
