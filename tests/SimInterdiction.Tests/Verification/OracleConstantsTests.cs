using SimInterdiction.Application.Validations;
using SimInterdiction.Experiments.Oracles;

namespace SimInterdiction.Tests.Verification;

/// <summary>The numbers of the catalogue, computed again from the theory they come from.</summary>
public sealed class OracleConstantsTests
{
    private const double Hours = 24_000;

    [TestCase("loss_5_3", 5, 3)]
    [TestCase("loss_5_4", 5, 4)]
    [TestCase("loss_10_7", 10, 7)]
    [TestCase("loss_fixed", 5, 3)]
    public void Losses_are_those_of_Erlangs_recursion(string law, int lanes, int offered)
    {
        double loss = ErlangB(lanes, offered);
        Assert.That(Value(law, "seizure_rate"), Is.EqualTo(0.5 * (1 - loss)).Within(1e-7));
        Assert.That(Value(law, "waved_through"), Is.EqualTo(offered * 10 * Hours * loss).Within(1e-4).Percent);
        Assert.That(Value(law, "lane_utilisation"), Is.EqualTo(offered * (1 - loss) / lanes).Within(1e-7));
    }

    [Test]
    public void Twice_the_lanes_win_what_Erlang_says()
    {
        Expectation[] expected = [.. Find("more_lanes").Expectations];
        Assert.That(expected[0].Value, Is.EqualTo(0.5 * (1 - ErlangB(10, 3))).Within(1e-6));
        Assert.That(expected[1].Value, Is.EqualTo(0.5 * (ErlangB(5, 3) - ErlangB(10, 3))).Within(1e-6));
    }

    [TestCase("wait_one_lane", 0.9, 1, 1)]
    [TestCase("wait_three_lanes", 20, 10, 3)]
    [TestCase("wait_four_lanes", 30, 10, 4)]
    public void Waits_are_those_of_Erlang_C(string law, double perHour, double searchesPerHour, int lanes) =>
        Assert.That(Value(law, "wait_h"), Is.EqualTo(WaitErlangC(perHour, searchesPerHour, lanes)).Within(0.002).Percent);

    [TestCase("wait_fixed", 0.9, 1, 0)]
    [TestCase("wait_no_variation", 8, 0.1, 0)]
    [TestCase("wait_some_variation", 8, 0.1, 0.25)]
    [TestCase("wait_exponential", 8, 0.1, 1)]
    [TestCase("wait_much_variation", 8, 0.1, 2)]
    public void Waits_at_one_lane_follow_Pollaczek_and_Khinchine(string law, double perHour, double meanHours, double squaredVariation)
    {
        double wait = perHour * meanHours * meanHours * (1 + squaredVariation) / (2 * (1 - (perHour * meanHours)));
        Assert.That(Value(law, "wait_h"), Is.EqualTo(wait).Within(1e-9));
    }

    [Test]
    public void A_limited_queue_is_a_birth_and_death_process()
    {
        (double loss, double waitHours) = LimitedQueue(60, 12, lanes: 4, places: 10);
        const string law = "limited_queue";
        Assert.That(Value(law, "waved_through"), Is.EqualTo(60 * Hours * loss).Within(1e-4).Percent);
        Assert.That(Value(law, "wait_h"), Is.EqualTo(waitHours).Within(1e-4).Percent);
        Assert.That(Value(law, "seizure_rate"), Is.EqualTo(0.5 * (1 - loss)).Within(1e-9));
    }

    [Test]
    public void Two_checkpoints_in_a_row_wait_as_if_alone()
    {
        Expectation[] waits = [.. Find("in_a_row").Expectations];
        Assert.That(waits[0].Value, Is.EqualTo(WaitErlangC(30, 10, 4)).Within(0.002).Percent);
        Assert.That(waits[1].Value, Is.EqualTo(WaitErlangC(30, 15, 3)).Within(1e-9));
    }

    [Test]
    public void Thinning_takes_at_each_checkpoint_its_share_of_what_reaches_it()
    {
        double reaches = 1;
        double[] seized =
        [
            .. new[] { 0.2 * 0.5, 0.4 * 0.5, 0.5 * 0.6 }.Select(p =>
            {
                double here = reaches * p;
                reaches -= here;
                return here;
            }),
        ];
        Oracle thinning = Find("thinning");
        Assert.That(Value("thinning", "seizure_rate"), Is.EqualTo(seized.Sum()).Within(1e-12));
        Assert.That(thinning.Expectations.Where(e => e.Of is not null).Select(e => e.Value / 100_000), Is.EqualTo(seized).Within(1e-12));
    }

    [Test]
    public void Months_and_hours_are_sums_over_the_days_of_2023()
    {
        // Day by day, from the profile as the planner wrote it.
        double Weight(DateOnly day) =>
            (
                day.Month switch
                {
                    1 => 1.5,
                    2 => 0.5,
                    _ => 1,
                }
            ) * (day.DayOfWeek == DayOfWeek.Saturday ? 1.5 : 1);
        DateOnly[] days = [.. Enumerable.Range(0, 365).Select(new DateOnly(2023, 1, 1).AddDays)];
        double mean = ((31 * 1.5) + (28 * 0.5) + 306) / 365 * (7.5 / 7);
        double hourMean = ((8 * 1.8) + 16) / 24;
        foreach (Expectation expectation in Find("months").Expectations.Where(e => e.Of is not null))
        {
            string entry = expectation.Of!.Value.Entry;
            double expected =
                entry.Length == 2
                    ? 100 / 24.0 * days.Sum(Weight) / mean * (entry is "21" or "03" ? 1.8 : 1) / hourMean
                    : 100 * days.Where(d => $"{d:yyyy-MM}" == entry).Sum(Weight) / mean;
            Assert.That(expectation.Value, Is.EqualTo(expected).Within(1e-9), entry);
        }
    }

    [TestCase("displacement", "raised", null, 10)]
    [TestCase("beliefs", "raised", "unaware", 0)]
    [TestCase("beliefs", "raised", "told", 10)]
    [TestCase("beliefs", "raised", "knows", 10)]
    [TestCase("beliefs", "raised", "fears", 20)]
    [TestCase("learning", "raised", "by_place", 10)]
    [TestCase("learning", "raised", "by_corridor", 10)]
    public void What_is_seized_of_those_who_choose_is_that_of_the_logit(
        string law,
        string deployment,
        string? organization,
        double aversion
    ) =>
        Assert.That(
            Rate(law, deployment, organization),
            Is.EqualTo(SeizedOf(Logit(aversion, [0.4, 0.1, 0.1]), [0.4, 0.1, 0.1])).Within(1e-6)
        );

    [TestCase("today", "mild", 10, 0.1)]
    [TestCase("today", "huge", 1e6, 0.1)]
    [TestCase("more", "mild", 10, 0.4)]
    [TestCase("more", "huge", 1e6, 0.4)]
    public void As_today_only_what_is_worse_than_today_counts(string deployment, string organization, double aversion, double onTheFirst) =>
        Assert.That(
            Rate("as_today", deployment, organization),
            Is.EqualTo(SeizedOf(Logit(aversion, [onTheFirst - 0.1, 0, 0]), [onTheFirst, 0.1, 0.4])).Within(1e-6)
        );

    [Test]
    public void Displacement_cancels_the_gain_of_fixed_shares_that_leaves_the_first_corridor()
    {
        double[] today = Logit(10, [0.1, 0.1, 0.1]);
        double[] raised = Logit(10, [0.4, 0.1, 0.1]);
        double gain = SeizedOf(raised, [0.4, 0.1, 0.1]) - 0.1;
        double naiveGain = SeizedOf(today, [0.4, 0.1, 0.1]) - 0.1;
        Assert.That(Value("displacement", "displacement"), Is.EqualTo(today[0] - raised[0]).Within(1e-6));
        Assert.That(Value("displacement", "displacement_takes_back"), Is.EqualTo(1 - (gain / naiveGain)).Within(1e-6));
        Assert.That(
            Find("displacement").Expectations.Where(e => e.Of is not null).Select(e => e.Value / 50_000),
            Is.EqualTo(today.Concat(raised)).Within(1e-6)
        );
    }

    [Test]
    public void The_shares_written_in_the_scenarios_are_those_of_the_costs()
    {
        string percents = string.Join(
            ", ",
            Logit(0, [0, 0, 0])
                .Zip(["one", "two", "three"], (share, name) => FormattableString.Invariant($"by_{name}: {100 * share:0.000000000}%"))
        );
        Assert.That(OracleCatalog.All.Where(o => o.Yaml.Contains("by_one: ")).Select(o => o.Yaml), Is.Not.Empty.And.All.Contains(percents));
    }

    private static Oracle Find(string law) => OracleCatalog.All.Single(o => o.Name == law);

    private static double Value(string law, string measure) =>
        Find(law).Expectations.Single(e => e.Measure == measure && e.Of is null).Value;

    private static double Rate(string law, string deployment, string? organization) =>
        Find(law).Expectations.Single(e => e.Measure == "seizure_rate" && e.Deployment == deployment && e.Of?.Entry == organization).Value;

    private static double[] Logit(double aversion, double[] risks)
    {
        double[] costs = [10, 12, 15];
        double[] weights = [.. costs.Zip(risks, (cost, risk) => Math.Exp((-0.5 * cost) - (aversion * risk)))];
        return [.. weights.Select(weight => weight / weights.Sum())];
    }

    private static double SeizedOf(double[] shares, double[] risks) => shares.Zip(risks, (share, risk) => share * risk).Sum();

    private static double ErlangB(int lanes, double offered)
    {
        double loss = 1;
        for (int n = 1; n <= lanes; n++)
        {
            loss = offered * loss / (n + (offered * loss));
        }

        return loss;
    }

    private static double WaitErlangC(double perHour, double searchesPerHour, int lanes)
    {
        double offered = perHour / searchesPerHour;
        double loss = ErlangB(lanes, offered);
        double waits = lanes * loss / (lanes - (offered * (1 - loss)));
        return waits / ((lanes * searchesPerHour) - perHour);
    }

    private static (double Loss, double WaitHours) LimitedQueue(double perHour, double searchesPerHour, int lanes, int places)
    {
        double[] weights = new double[places + 1];
        weights[0] = 1;
        for (int n = 1; n <= places; n++)
        {
            weights[n] = weights[n - 1] * perHour / (Math.Min(n, lanes) * searchesPerHour);
        }

        double all = weights.Sum();
        double loss = weights[places] / all;
        double waiting = Enumerable.Range(lanes, places - lanes + 1).Sum(n => (n - lanes) * weights[n]) / all;

        // Little's law for those who are let in.
        return (loss, waiting / (perHour * (1 - loss)));
    }
}
