using SimInterdiction.Application.Runs;
using SimInterdiction.Cli.Presenters;
using SimInterdiction.Experiments.Analysis;
using SimInterdiction.Experiments.Results;
using SimInterdiction.Model.Costs;
using SimInterdiction.Tests.Reporting;

namespace SimInterdiction.Tests.Cli;

/// <summary>A dry run says how small a difference will be found, or why that can't be told.</summary>
public sealed class DryRunWordsTests
{
    [Test]
    public void What_takes_too_long_to_try_twice_says_that_no_difference_can_be_told()
    {
        StudyResult tried = SampleStudy.Typical() with { Replications = 1 };
        Assert.That(
            Told(new DryRunOutcome.TooLong(tried, TimeSpan.FromSeconds(20), StudyCost.Of(tried.Scenario, 6, null))),
            Does.Contain("How small a difference it will find can't be told: that takes two replications")
        );
    }

    [TestCase(6, true)]
    [TestCase(20, false)]
    public void A_forecast_from_few_replications_says_that_luck_is_not_yet_taken_out(int replications, bool isSaid)
    {
        StudyResult tried = SampleStudy.Typical() with { Replications = replications };
        string told = Told(new DryRunOutcome.Completed(tried, 40, 1, 1e8, StudyForecast.Of(tried, 40)));
        Assert.That(told, Does.Contain("4 of 5 such runs"));
        Assert.That(
            told.Contains("From 20 replications on the luck of the searches is taken out", StringComparison.Ordinal),
            Is.EqualTo(isSaid)
        );
    }

    // With the luck of the searches taken out, a few would do; but it is taken out of 20 and more.
    [TestCase(.1, "about 20 replications would do")]
    [TestCase(null, "about 3 replications would do")]
    public void No_fewer_are_said_to_do_than_luck_is_taken_out_of(double? varianceLeft, string told)
    {
        StudyResult tried = SampleStudy.Make([new("Today", .02, 0, 1_000), new("North", .025, .0001, 1_000)]) with { Replications = 20 };
        tried = tried with { Comparisons = [tried.Comparisons[0] with { VarianceLeft = varianceLeft }] };
        Assert.That(Told(new DryRunOutcome.Completed(tried, 20, 1, 1e8, StudyForecast.Of(tried, 20))), Does.Contain(told));
    }

    [TestCase(6, "at most 900 replications are needed")]
    [TestCase(20, "about 900 replications are needed")]
    public void Where_luck_may_yet_be_taken_out_that_many_are_the_most(int replications, string told)
    {
        StudyResult tried = SampleStudy.Make([new("Today", .02, 0, 1_000), new("North", .025, .0001, 1_000)]) with
        {
            Replications = replications,
        };
        var far = new ForecastComparison("north", .01, 836);
        Assert.That(Told(new DryRunOutcome.Completed(tried, 20, 1, 1e8, new StudyForecast(20, [far]))), Does.Contain(told));
    }

    [Test]
    public void Where_nothing_varied_that_is_said()
    {
        StudyResult tried = SampleStudy.Typical() with { Replications = 2 };
        Assert.That(
            Told(new DryRunOutcome.Completed(tried, 2, 1, 1e8, new StudyForecast(2, []))),
            Does.Contain("How small a difference it will find can't be told: none varied in what was tried.")
        );
    }

    private static string Told(DryRunOutcome outcome)
    {
        using var output = new StringWriter();
        _ = new DryRunPresenter(1, output, TextWriter.Null).Tell(outcome);
        return string.Join(' ', output.ToString().Split([' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries));
    }
}
