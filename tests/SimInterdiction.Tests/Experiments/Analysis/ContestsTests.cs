using SimInterdiction.Experiments.Analysis;
using SimInterdiction.Experiments.Batches;
using SimInterdiction.Experiments.Results;
using SimInterdiction.Experiments.Statistics;
using SimInterdiction.Model.Measures;

namespace SimInterdiction.Tests.Experiments.Analysis;

/// <summary>Who is best: constructed values, in which luck moves all deployments alike and a little of it only
/// one.</summary>
public sealed class ContestsTests
{
    private static readonly Measure Seized = MeasureCatalog.Find("firearms_seized")!;
    private static readonly Measure Delivered = MeasureCatalog.Find("firearms_delivered")!;

    [Test]
    public void A_winner_is_better_than_every_other()
    {
        Contest contest = Find([("today", 10, 1, 5), ("north", 14, 1, 5), ("south", 12, 1, 5)], matters: 1)[0];
        Assert.That((contest.First, contest.RunnerUp, contest.Outcome), Is.EqualTo(("north", "south", ContestOutcome.Won)));
        Assert.That(contest.InFront, Is.EqualTo(new[] { "north" }));
        Assert.That(contest.Lead.Difference, Is.EqualTo(2).Within(1e-12));
        Assert.That(contest.Lead.Verdict, Is.EqualTo(Verdict.ClearlyBetter));
    }

    [Test]
    public void Those_less_than_what_matters_apart_tie()
    {
        Contest contest = Find([("today", 10, 1, 5), ("north", 14, 1, 5), ("south", 13.9, 1, 5)], matters: 3)[0];
        Assert.That(contest.Outcome, Is.EqualTo(ContestOutcome.Tied));
        Assert.That(contest.InFront, Is.EqualTo(new[] { "north", "south" }));
    }

    [Test]
    public void Without_a_difference_that_matters_only_what_is_the_same_ties()
    {
        Assert.That(
            Find([("today", 10, 1, 5), ("north", 14, 1, 5), ("south", 13.9, 1, 5)])[0].Outcome,
            Is.EqualTo(ContestOutcome.NotDecided)
        );
        Assert.That(Find([("today", 10, 0, 5), ("north", 14, 0, 5), ("south", 14, 0, 5)])[0].Outcome, Is.EqualTo(ContestOutcome.Tied));
    }

    [Test]
    public void One_that_varies_much_may_be_best_though_it_is_not_the_runner_up()
    {
        Contest contest = Find([("today", 10, .1, 5), ("north", 14, .1, 5), ("south", 12, .1, 5), ("wild", 11.9, 40, 5)], matters: 1)[0];
        Assert.That((contest.RunnerUp, contest.Outcome), Is.EqualTo(("south", ContestOutcome.NotDecided)));
        Assert.That(contest.InFront, Is.EqualTo(new[] { "north", "wild" }));
    }

    [Test]
    public void Where_less_is_better_the_least_wins()
    {
        Contest contest = Find([("today", 10, 1, 5), ("north", 14, 1, 5), ("south", 12, 1, 5)], measure: Delivered)[0];
        Assert.That((contest.First, contest.RunnerUp, contest.Outcome), Is.EqualTo(("today", "south", ContestOutcome.Won)));
        Assert.That(contest.Lead.Difference, Is.EqualTo(-2).Within(1e-12));
    }

    [Test]
    public void A_contest_for_no_more_hours_leaves_out_whatever_takes_more()
    {
        IReadOnlyList<Contest> contests = Find([("today", 10, 1, 5), ("north", 14, 1, 9), ("south", 12, 1, 5), ("east", 11, 1, 4)]);
        Assert.That(contests[0].Entrants, Is.EqualTo(new[] { "north", "south", "east", "today" }));
        Contest same = contests.Single(c => c.Limit == Resource.OfficerHours);
        Assert.That(same.Entrants, Is.EqualTo(new[] { "south", "east", "today" }));
    }

    // North takes 0.5% more than today does of both, and so takes part in both contests; of 2% more it is in neither.
    [TestCase(100.5, true)]
    [TestCase(102, false)]
    public void A_hundredth_more_counts_as_the_same_of_hours_and_of_money(double hours, bool takesPart)
    {
        (string, double, double, double)[] deployments = [("today", 10, 1, 100), ("north", 14, 1, hours), ("nobody", 2, 1, 0)];
        foreach (Resource resource in Enum.GetValues<Resource>())
        {
            Contest contest = Find(deployments).Single(c => c.Limit == resource);
            Assert.That(contest.Entrants.Contains("north"), Is.EqualTo(takesPart), resource.ToString());
        }
    }

    // Hours and money put them in one order, and so what more of either brings is told of the same steps.
    [Test]
    public void More_hours_and_more_money_bring_the_same_steps_where_their_order_is_the_same()
    {
        Entrant[] entrants =
        [
            Entrant("today", Values(10, 1, 0, 40), 100, Seized),
            Entrant("north", Values(14, 1, 1, 40), 100.5, Seized),
            Entrant("nobody", Values(2, 1, 2, 40), 0, Seized),
        ];
        Expansion[] both = [.. Contests(entrants, 0, Seized).Expand()];
        Assert.That(both.Select(e => e.Resource), Is.EqualTo(new[] { Resource.OfficerHours, Resource.Money }));
        foreach (Expansion each in both)
        {
            Assert.That(
                each.Steps.Select(s => (s.Gain.Deployment, s.Gain.Against)),
                Is.EqualTo(new[] { ("today", "nobody"), ("north", "today") })
            );
        }
    }

    [Test]
    public void Where_nothing_costs_anything_there_is_no_contest_for_money()
    {
        Entrant[] entrants = [Entrant("today", Values(10, 1, 0, 40), 5, Seized), Entrant("north", Values(14, 1, 1, 40), 9, Seized)];
        Entrant[] free = [.. entrants.Select(e => e with { Result = e.Result with { CostUsd = 0 } })];
        Assert.That(Contests(entrants, 0, Seized).Find().Select(c => c.Limit), Is.EqualTo(new Resource?[] { null }));
        Assert.That(Contests(free, 0, Seized).Find().Select(c => c.Limit), Is.EqualTo(new Resource?[] { null }));
        Entrant[] same = [.. entrants.Select(e => e with { Result = e.Result with { CostUsd = 400 } })];
        Assert.That(Contests(same, 0, Seized).Find().Select(c => c.Limit), Is.EqualTo(new Resource?[] { null, Resource.Money }));
    }

    [Test]
    public void What_takes_more_and_does_as_well_is_no_step()
    {
        Entrant[] equal = [Entrant("more", Values(10, 0, 0, 40), 8, Seized), Entrant("today", Values(10, 0, 0, 40), 5, Seized)];
        Assert.That(new Contests(new PairedComparison(Seized, .95, 0), equal, "today").Expand(), Is.Empty);
    }

    [Test]
    public void Two_deployments_have_the_very_interval_of_the_comparison()
    {
        Contest contest = Find([("today", 10, 1, 5), ("north", 14, 1, 5)])[0];
        Comparison against = new PairedComparison(Seized, .95, 0).Compare("north", Values(14, 1, 1, 40), "today", Values(10, 1, 0, 40));
        Assert.That((contest.Lead.Low, contest.Lead.High), Is.EqualTo((against.Low, against.High)));
    }

    [Test]
    public void More_hours_are_told_step_by_step_along_what_nothing_cheaper_beats()
    {
        // Dear takes more than south and does worse.
        Expansion hours = Contests([("today", 10, 1, 5), ("south", 12, 1, 8), ("dear", 11, 1, 9), ("north", 14, 1, 12)]).Expand().First();
        Assert.That(
            hours.Steps.Select(s => (s.Gain.Deployment, s.Gain.Against, s.More)),
            Is.EqualTo(new[] { ("south", "today", 3.0), ("north", "south", 4.0) })
        );
        Assert.That(Contests([("today", 10, 1, 5), ("north", 9, 1, 9)]).Expand(), Is.Empty);
    }

    [Test]
    public void Where_nothing_dearer_is_better_what_led_up_to_the_best_is_told()
    {
        Expansion hours = Contests([("today", 10, 1, 12), ("north", 14, 1, 12), ("south", 12, 1, 8), ("nobody", 2, 1, 0)]).Expand().First();
        Assert.That(
            hours.Steps.Select(s => (s.Gain.Deployment, s.Gain.Against, s.More)),
            Is.EqualTo(new[] { ("south", "nobody", 8.0), ("north", "south", 4.0) })
        );
    }

    // The hardest case: two that are the same. A winner is then named by mistake, in at most 5 of 100 studies.
    [Test]
    public void Chance_alone_names_a_winner_in_5_of_100_studies_and_keeps_to_it()
    {
        var random = new Random(7);
        int won = 0;
        int changed = 0;
        const int Studies = 400;
        for (int study = 0; study < Studies; study++)
        {
            double[][] values = [.. Enumerable.Range(0, 2).Select(_ => new double[60])];
            for (int i = 0; i < 60; i++)
            {
                double luck = random.NextDouble();
                foreach (double[] each in values)
                {
                    each[i] = luck + random.NextDouble();
                }
            }

            Contest early = At(30);
            Contest late = At(60);
            bool areBoth = early.Outcome == ContestOutcome.Won && late.Outcome == ContestOutcome.Won;
            won += late.Outcome == ContestOutcome.Won ? 1 : 0;
            changed += areBoth && early.First != late.First ? 1 : 0;

            Contest At(int replications) =>
                Contests([.. values.Select((v, i) => Entrant($"d{i}", new MeasureValues(v[..replications], null), 5, Seized))], 0, Seized)
                    .Find()
                    .First();
        }

        Assert.That(won / (double)Studies, Is.InRange(.02, .08), "up to chance");
        Assert.That(changed, Is.Zero);
    }

    private static IReadOnlyList<Contest> Find(
        (string Name, double Mean, double Spread, double Hours)[] deployments,
        double matters = 0,
        Measure? measure = null
    ) => [.. Contests(deployments, matters, measure).Find()];

    private static Contests Contests(
        (string Name, double Mean, double Spread, double Hours)[] deployments,
        double matters = 0,
        Measure? measure = null
    ) =>
        Contests(
            [.. deployments.Select((d, i) => Entrant(d.Name, Values(d.Mean, d.Spread, i, 40), d.Hours, measure ?? Seized))],
            matters,
            measure ?? Seized
        );

    private static Contests Contests(Entrant[] entrants, double matters, Measure measure) =>
        new(new PairedComparison(measure, Bonferroni.Confidence(.95, entrants.Length - 1), matters), entrants, entrants[0].Name);

    private static Entrant Entrant(string name, MeasureValues values, double hours, Measure measure) =>
        new(
            new DeploymentResult
            {
                Name = name,
                Label = name,
                Replications = values.Replications,
                OfficerHours = hours,
                CostUsd = 80 * hours,
                Measures = new Dictionary<string, Estimate> { [measure.Name] = new(values.Estimate().Value, null, null) },
                Frozen = new Dictionary<string, Estimate>(),
                By = new Dictionary<Dimension, IReadOnlyDictionary<string, IReadOnlyDictionary<string, Estimate>>>(),
                Periods = [],
            },
            values
        );

    // Through all 40 in an order of its own.
    private static readonly int[] Steps = [1, 3, 7, 9];

    private static MeasureValues Values(double mean, double spread, int pattern, int replications) =>
        new([.. Enumerable.Range(0, replications).Select(i => mean + (spread * (((i * Steps[pattern]) % 40) - 19.5) / 20))], null);
}
