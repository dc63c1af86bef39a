using SimInterdiction.Model;
using SimInterdiction.Model.Interdiction;
using SimInterdiction.Scenarios;
using SimInterdiction.Scenarios.Problems;

namespace SimInterdiction.Tests.Scenarios.Rules;

/// <summary>Days on and off in turn, exceptions, and a window that ends with a day.</summary>
public sealed class DaysOnAndOff
{
    private const string Early =
        "deployments: { today: { post: { laredo: { every: { days_on: 4, days_off: 4, from: 2022-10-01 } }, "
        + "again: { at: laredo, task_force: laredo, team: team, ";

    [Test]
    public void One_team_takes_turns_with_itself()
    {
        Scenario scenario = Files.Good(Files.ReadOverBase(Early + "every: { days_on: 4, days_off: 4, from: 2022-10-05 } } } } }"));
        Posting posting = scenario.Deployments["today"].Post["laredo"];
        Assert.That((posting.Every!.DaysOn, posting.Every.DaysOff, posting.Every.From), Is.EqualTo((4, 4, new DateOnly(2022, 10, 1))));
    }

    [Test]
    public void A_team_whose_turns_meet_is_posted_twice()
    {
        Problem problem = Files
            .ReadOverBase(Early + "every: { days_on: 4, days_off: 5, from: 2022-10-05 } } } } }")
            .Problems.Single(p => p.IsError);
        Assert.That(problem.Code, Is.EqualTo("S402"));
        Assert.That(problem.Message, Does.Contain("from Mon 2022-10-17 00:00"));
    }

    [Test]
    public void One_team_stands_in_on_the_days_that_the_other_leaves_out()
    {
        const string Fragment =
            "deployments: {{ today: {{ post: {{ laredo: {{ except: [2022-10-09, 2022-10-16] }}, "
            + "again: {{ at: laredo, task_force: laredo, team: team, from: 2022-10-09, to: {0} }} }} }} }}";
        Files.Good(Files.ReadOverBase(string.Format(null, Fragment, "2022-10-09")));
        Problem problem = Files.ReadOverBase(string.Format(null, Fragment, "2022-10-10")).Problems.Single(p => p.IsError);
        Assert.That((problem.Code, problem.Message[^16..]), Is.EqualTo(("S402", "2022-10-10 00:00")));
    }

    [TestCase("S504", "except: [2022-10-09, ⟦2023-10-09⟧]")]
    [TestCase("S507", "⟦every⟧: { days_on: 1, days_off: 300, from: 2023-01-01 }")]
    public void Days_that_are_never_met_are_warned_of(string code, string posting)
    {
        string text = $"deployments: {{ today: {{ post: {{ laredo: {{ {posting} }} }} }} }}";
        int column = text.IndexOf('⟦') + 1;
        text = text.Replace("⟦", "", StringComparison.Ordinal).Replace("⟧", "", StringComparison.Ordinal);
        Problem problem = Files.ReadOverBase(text).Problems.Single();
        Assert.That((problem.Code, problem.IsError, problem.Column), Is.EqualTo((code, false, column)));
    }

    // A shift past midnight is on duty in the window still.
    [TestCase("22:00-06:00", 1, false)]
    [TestCase("22:00-06:00", 2, true)]
    [TestCase("08:00-18:00", 1, true)]
    public void The_day_before_the_window_counts_for_who_works_past_midnight(string hours, int daysBefore, bool isWarned)
    {
        Scenario scenario = Files.Good(Files.ReadOverBase("warm_up: 0 days"));
        string day = $"{scenario.Start.AddDays(-daysBefore):yyyy-MM-dd}";
        ScenarioReading reading = Files.ReadOverBase(
            $"warm_up: 0 days\ndeployments: {{ today: {{ post: {{ laredo: {{ hours: \"{hours}\", except: [{day}] }} }} }} }}"
        );
        Assert.That(reading.Problems.Any(p => p.Code == "S504"), Is.EqualTo(isWarned));
    }

    [TestCase("S103", "every: { days_on: 4, from: 2022-10-01 }")]
    [TestCase("S112", "every: { days_on: 0, days_off: 4, from: 2022-10-01 }")]
    [TestCase("S115", "except: [christmas]")]
    public void What_is_no_turn_is_refused(string code, string posting)
    {
        Problem problem = Files
            .ReadOverBase($"deployments: {{ today: {{ post: {{ laredo: {{ {posting} }} }} }} }}")
            .Problems.Single(p => p.IsError);
        Assert.That(problem.Code, Is.EqualTo(code));
    }

    [Test]
    public void A_last_day_beside_a_length_is_told_with_the_length_that_it_makes()
    {
        Problem problem = Files.ReadOverBase("start: 2022-10-01\nlength: 30 days\nend: 2022-10-31").Problems.Single();
        Assert.That(problem.Message, Is.EqualTo("the window has a length too, in line 2: which of the two counts?"));
        Assert.That(problem.Hint, Is.EqualTo("the same window is 'length: 31 days'"));
    }

    [TestCase("2022-10-01", "2022-10-01", 24)]
    [TestCase("2022-10-01", "2023-03-31", 182 * 24)]
    [TestCase("2024-02-01", "2024-02-29", 29 * 24)]
    [TestCase("2022-10-01", "2122-09-06", 36_500 * 24)]
    public void A_window_ends_with_its_last_day(string start, string end, double hours) =>
        Assert.That(Files.Good(Files.ReadOverBase($"start: {start}\nend: {end}")).LengthHours, Is.EqualTo(hours));

    [TestCase("S156", "length: 30 days\nend: 2022-10-30", "2022-10-30")]
    [TestCase("S409", "start: 2022-10-01\nend: 2022-09-30", "2022-09-30")]
    [TestCase("S115", "end: October", "October")]
    [TestCase("S112", "start: 2022-10-01\nend: 2122-09-07", "2122-09-07", Description = "36,501 days")]
    [TestCase("S112", "end: 9999-12-31", "9999-12-31")]
    public void A_last_day_that_can_t_be_is_told_where_it_stands(string code, string fragment, string at)
    {
        Problem problem = Files.ReadOverBase(fragment).Problems.Single(p => p.IsError);
        Assert.That(problem.Code, Is.EqualTo(code));
        Assert.That(problem.SourceLine![(problem.Column - 1)..], Is.EqualTo(at));
    }
}
