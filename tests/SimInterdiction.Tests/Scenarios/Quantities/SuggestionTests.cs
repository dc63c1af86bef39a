using System.Text.RegularExpressions;
using SimInterdiction.Scenarios.Problems;

namespace SimInterdiction.Tests.Scenarios.Quantities;

/// <summary>What is suggested can be read where it would stand, and says the amount that was written.</summary>
public sealed class SuggestionTests
{
    [TestCase("team_types: { team: { finds: @ } }", "\"11,5%\"", "11.5%")]
    [TestCase("team_types: { team: { finds: @ } }", "11,5%", "11.5%")]
    [TestCase("team_types: { team: { finds: @ } }", "50 percent", "50%")]
    [TestCase("team_types: { team: { finds: @ } }", "½", "0.5")]
    [TestCase("team_types: { team: { finds: @ } }", "1/4", "0.25")]
    [TestCase("team_types: { team: { finds: @ } }", "1 in 20", "5%")]
    [TestCase("team_types: { team: { finds: @ } }", "about 40 %", "40%")]
    [TestCase("length: @", "6 months", "182 days")]
    [TestCase("length: @", "12 months", "365 days")]
    [TestCase("length: @", "2 fortnights", "28 days")]
    [TestCase("length: @", "1 h 30 min", "90 min")]
    [TestCase("length: @", "1,5 days", "1.5 days")]
    [TestCase("length: @", "three weeks", "3 weeks")]
    [TestCase("length: @", "30 Days", "30 days")]
    [TestCase("length: @", "6 wks", "6 weeks")]
    [TestCase("team_types: { team: { search: @ } }", "20 mins", "20 min")]
    [TestCase("team_types: { team: { search: @ } }", "day", "1 day")]
    [TestCase("team_types: { team: { search: @ } }", "half an hour", "0.5 h")]
    [TestCase("team_types: { team: { search: @ } }", "500 ms", "0.5 s")]
    [TestCase("task_forces: { laredo: { reach: @ } }", "100 nmi", "185.2 km")]
    [TestCase("task_forces: { laredo: { reach: @ } }", "500_000 ft", "152.4 km")]
    [TestCase("travel: { speed: @ }", "30 m/s", "108 km/h")]
    [TestCase("travel: { speed: @ }", "50 knots", "92.6 km/h")]
    [TestCase("flows: { houston: { rate: @ } }", "12 per quarter", "48 per year")]
    [TestCase("flows: { houston: { rate: @ } }", "1 per minute", "60 per hour")]
    [TestCase("flows: { houston: { rate: @ } }", "12 loads per fortnight", "6 shipments per week")]
    [TestCase("team_types: { team: { search: @ } }", "3 hrs", "3 h")]
    [TestCase(
        "team_types: { team: { max_hours: @ } }\ndeployments: { today: { post: { laredo: { hours: 06:00-12:00 } } } }",
        "10 hrs per day",
        "10 h per day"
    )]
    [TestCase("team_types: { team: { cost_per_officer_hour: @ } }", "$85", "85 USD")]
    [TestCase("team_types: { team: { cost_per_officer_hour: @ } }", "85 dollars", "85 USD")]
    [TestCase("team_types: { team: { cost_per_officer_hour: @ } }", "$1.5k", "1_500 USD")]
    [TestCase("experiment: { replications: @ }", "\"12,000\"", "12_000")]
    [TestCase("experiment: { replications: @ }", "12 000", "12_000")]
    [TestCase("experiment: { replications: @ }", "1.5 k", "1_500")]
    [TestCase("experiment: { replications: @ }", "12'000", "12_000")]
    [TestCase("experiment: { smallest_difference_that_matters: @ }", "\"0,2 points\"", "0.2 points")]
    [TestCase("flows: { houston: { rate: @ } }", "200 000 firearms per year", "200_000 firearms per year")]
    [TestCase("flows: { houston: { rate: @ } }", "\"200,000 firearms per year\"", "200_000 firearms per year")]
    [TestCase("flows: { houston: { rate: @ } }", "12/day", "12 per day")]
    [TestCase("flows: { houston: { rate: @ } }", "12 guns a week", "12 firearms per week")]
    [TestCase("flows: { houston: { rate: @ } }", "12 shipments weekly", "12 shipments per week")]
    [TestCase("checkpoints: { laredo: { traffic: @ } }", "21.5k cars/day", "21_500 vehicles per day")]
    [TestCase("travel: { speed: @ }", "90 kph", "90 km/h")]
    [TestCase("travel: { speed: @ }", "58 miles per hour", "58 mph")]
    [TestCase("task_forces: { laredo: { reach: @ } }", "500 metres", "0.5 km")]
    [TestCase("start: @", "October 1, 2022", "2022-10-01")]
    [TestCase("start: @", "2022/10/1", "2022-10-01")]
    [TestCase("start: @", "31.12.2022", "2022-12-31")]
    [TestCase("deployments: { today: { post: { laredo: { hours: @ } } } }", "6am-2pm", "06:00-14:00")]
    [TestCase("deployments: { today: { post: { laredo: { hours: @ } } } }", "6 AM to 2 PM", "06:00-14:00")]
    [TestCase("deployments: { today: { post: { laredo: { hours: @ } } } }", "06.00-14.00", "06:00-14:00")]
    [TestCase("deployments: { today: { post: { laredo: { hours: @ } } } }", "0600-1400", "06:00-14:00")]
    [TestCase("deployments: { today: { post: { laredo: { hours: @ } } } }", "22-6", "22:00-06:00")]
    [TestCase("deployments: { today: { post: { laredo: { hours: @ } } } }", "24:00-06:00", "00:00-06:00")]
    [TestCase("deployments: { today: { post: { laredo: { hours: @ } } } }", "noon to midnight", "12:00-24:00")]
    [TestCase("deployments: { today: { post: { laredo: { hours: @ } } } }", "12am-12pm", "00:00-12:00")]
    [TestCase("deployments: { today: { post: { laredo: { hours: @ } } } }", "always", "24 h")]
    [TestCase("deployments: { today: { post: { laredo: { days: @ } } } }", "Friday", "[fri]")]
    [TestCase("deployments: { today: { post: { laredo: { days: @ } } } }", "mon-fri", "[mon, tue, wed, thu, fri]")]
    [TestCase("deployments: { today: { post: { laredo: { days: @ } } } }", "weekend", "[sat, sun]")]
    [TestCase("deployments: { today: { post: { laredo: { days: @ } } } }", "fri-mon", "[fri, sat, sun, mon]")]
    [TestCase("corridors: { gulf: { path: @ } }", "houston, laredo", "[houston, laredo]")]
    [TestCase("places: { houston: { at: @ } }", "29.76 N 95.37 W", "[29.76, -95.37]")]
    [TestCase("places: { houston: { at: @ } }", "[29,76, -95,37]", "[29.76, -95.37]")]
    [TestCase("places: { houston: { at: @ } }", "29.76, -95.37", "[29.76, -95.37]")]
    [TestCase("require: [{ deployment: today, measure: cost_usd, at_most: @ }]", "\"$3,000\"", "3_000 USD")]
    [TestCase("require: [{ deployment: today, measure: seizure_rate, at_least: @ }]", "\"11,5%\"", "11.5%")]
    [TestCase("team_types: { team: { finds: @ } }", "3O%", "30%")]
    [TestCase("team_types: { team: { finds: @ } }", "4l%", "41%")]
    [TestCase("team_types: { team: { search: @ } }", "3O min", "30 min")]
    [TestCase("team_types: { team: { search: @ } }", "5 min 30 s", "330 s")]
    [TestCase("team_types: { team: { search: @ } }", "2 minutes and 5 secs", "125 s")]
    [TestCase("team_types: { team: { search: @ } }", "5m", "5 min")]
    public void Another_notation_of_an_amount_is_told_in_the_file_s_own(string fragment, string written, string meant)
    {
        Problem problem = Files.ReadOverBase(fragment.Replace("@", written, StringComparison.Ordinal)).Problems.Single();
        string? hint = problem.Hint?.Replace("'", "", StringComparison.Ordinal);
        Assert.That(hint, Is.EqualTo($"did you mean {meant}?"), ProblemText.Format(problem));
        Files.Good(Files.ReadOverBase(fragment.Replace("@", meant, StringComparison.Ordinal)));
    }

    [TestCase("team_types: { team: { finds: 1/3 } }")]
    [TestCase("team_types: { team: { finds: 150 percent } }")]
    [TestCase("team_types: { team: { lanes: \"2,5\" } }")]
    [TestCase("team_types: { team: { lanes: 50% } }")]
    [TestCase("flows: { houston: { load: 12 per day } }")]
    [TestCase("length: 30 mph")]
    [TestCase("team_types: { team: { finds: 1.0000001 } }")]
    [TestCase("team_types: { team: { search: 5 min 30 } }")]
    [TestCase("team_types: { team: { search: 1 day 2 h } }")]
    [TestCase("deployments: { today: { post: { laredo: { hours: 5 pm } } } }")]
    [TestCase("start: 31/31/2022")]
    [TestCase("team_types: { team: { search: 100 ns } }")]
    [TestCase("team_types: { team: { search: a month } }")]
    [TestCase("task_forces: { laredo: { reach: 100 cm } }")]
    [TestCase("task_forces: { laredo: { reach: 100 inches } }")]
    [TestCase("team_types: { team: { cost_per_officer_hour: 85 AUD } }")]
    [TestCase("flows: { houston: { rate: 10 shipments per weekday } }")]
    [TestCase("flows: { houston: { rate: 10 per night } }")]
    [TestCase("team_types: { team: { officers: 0o10 } }")]
    [TestCase("flows: { houston: { rate: 1 per decade } }")]
    public void Nothing_is_suggested_that_says_another_amount(string fragment) =>
        Assert.That(Files.ReadOverBase(fragment).Problems.Single().Hint, Is.Null);

    [Test]
    public void A_day_and_a_month_that_may_change_places_are_told_both_ways() =>
        Assert.That(
            Files.ReadOverBase("start: 03/01/2025").Problems.Single().Hint,
            Is.EqualTo("did you mean '2025-03-01' or '2025-01-03'?")
        );

    [TestCase("mon-fri", "mon, tue, wed, thu, fri")]
    [TestCase("weekend", "sat, sun")]
    public void Days_inside_a_list_are_listed(string written, string meant) =>
        Assert.That(
            Files.ReadOverBase($"deployments: {{ today: {{ post: {{ laredo: {{ days: [{written}] }} }} }} }}").Problems.Single().Hint,
            Is.EqualTo($"did you mean {meant}?")
        );

    [Test]
    public void What_a_task_force_has_none_of_is_not_suggested() =>
        Assert.That(
            Files.ReadOverBase("task_forces: { laredo: { teams: { team: 0 } } }").Problems.Single().Hint,
            Is.EqualTo("give it one under 'teams', or remove the posting")
        );

    [Test]
    public void A_name_keeps_its_letters_without_their_accents() =>
        Assert.That(
            Files.ReadOverBase("places: { Nuevo León: { at: [25.67, -100.31] } }").Problems.Single().Hint,
            Is.EqualTo("did you mean 'nuevo_leon'?")
        );

    [TestCase("[-95.370, 29.760]", "are latitude and longitude the wrong way round?")]
    [TestCase("[90.5, -95.370]", null)]
    [TestCase("[200, 29.760]", null)]
    public void Swapped_coordinates_are_suggested_only_where_that_helps(string at, string? hint) =>
        Assert.That(Files.ReadOverBase($"places: {{ houston: {{ at: {at} }} }}").Problems.Single().Hint, Is.EqualTo(hint));

    [TestCase("9007199254740993", "must be at most 9_007_199_254_740_991")]
    [TestCase("1.5", "is not a whole number")]
    public void A_number_too_large_is_not_called_a_fraction(string seed, string message) =>
        Assert.That(Files.ReadOverBase($"experiment: {{ seed: {seed} }}").Problems.Single().Message, Does.EndWith(message));

    [Test]
    public void A_range_is_said_to_be_uncertain() =>
        Assert.That(
            Files.ReadOverBase("team_types: { team: { finds: 10-20% } }").Problems.Single().Hint,
            Is.EqualTo("what nobody knows exactly is { uncertain: [low, best, high] }")
        );

    [TestCase(
        "[11,5%, 12%, 13%]",
        "there are four values here, but three are needed",
        "a comma separates values: did you mean [11.5%, 12%, 13%]?"
    )]
    [TestCase("[11%]", "there is one value here, but three are needed", null)]
    [TestCase("[11%, 12%]", "there are two values here, but three are needed", null)]
    [TestCase("[]", "there are no values here, but three are needed", null)]
    public void Values_are_counted_in_words(string list, string message, string? hint)
    {
        Problem problem = Files.ReadOverBase($"team_types: {{ team: {{ finds: {{ uncertain: {list} }} }} }}").Problems.Single();
        Assert.That((problem.Message, problem.Hint), Is.EqualTo((message, hint)));
    }

    [Test]
    public void Every_suggestion_can_be_read_where_it_would_stand()
    {
        string[] fragments =
        [
            "length: @",
            "team_types: { team: { finds: @ } }",
            "team_types: { team: { lanes: @ } }",
            "flows: { houston: { rate: @ } }",
            "flows: { houston: { load: @ } }",
            "travel: { speed: @ }",
            "checkpoints: { laredo: { traffic: @ } }",
            "task_forces: { laredo: { reach: @ } }",
            "experiment: { replications: @ }",
            "experiment: { smallest_difference_that_matters: @ }",
            "team_types: { team: { cost_per_officer_hour: @ } }",
            "start: @",
            "deployments: { today: { post: { laredo: { hours: @ } } } }",
            "places: { houston: { at: @ } }",
            "deployments: { today: { post: { laredo: { days: @ } } } }",
            "experiment: { measure: cost_usd, smallest_difference_that_matters: @ }",
            "experiment: { measure: firearms_seized, precision: @ }",
            "require: [{ deployment: today, measure: seizure_rate, at_least: @ }]",
            "require: [{ deployment: today, measure: cost_usd, at_most: @ }]",
        ];
        string[] numbers = ["1", "0,5", "1,234", "1.234,5", "12 000", "½", "1/3", "$3", "3k", "about 4", "7-9", "10/11/2022"];
        string[] units =
        [
            "",
            " percent",
            " points",
            " mins",
            " months",
            " m",
            "/wk",
            " guns per yr",
            " cars a day",
            " kph",
            " miles",
            " dollars",
            "am-5pm",
            " x",
            " ms",
            " nmi",
            " per quarter",
        ];
        // A suggestion never changes an amount; that no difference is so large is another problem.
        IEnumerable<Problem> Errors(string fragment, string value) =>
            Files
                .ReadOverBase(fragment.Replace("@", value, StringComparison.Ordinal))
                .Problems.Where(p => p.IsError && !p.Message.EndsWith("differ by more than 100 points", StringComparison.Ordinal));
        int suggested = 0;
        Assert.Multiple(() =>
        {
            foreach (string written in numbers.SelectMany(n => units.Select(u => $"\"{n}{u}\"")))
            {
                foreach (string fragment in fragments)
                {
                    foreach (string meant in Errors(fragment, written).SelectMany(p => Suggested(p.Hint)))
                    {
                        suggested++;
                        Assert.That(Errors(fragment, meant).Select(p => p.Message), Is.Empty, $"{fragment}: {written} -> {meant}");
                    }
                }
            }
        });
        Assert.That(suggested, Is.GreaterThan(100));
    }

    private static IEnumerable<string> Suggested(string? hint) =>
        hint?.StartsWith("did you mean ", StringComparison.Ordinal) != true ? []
        : hint.Contains('\'', StringComparison.Ordinal) ? Regex.Matches(hint, "'([^']*)'").Select(m => m.Groups[1].Value)
        : [hint["did you mean ".Length..^1]];
}
