using SimInterdiction.Scenarios;

namespace SimInterdiction.Tests.Scenarios.Rules;

/// <summary>Warnings of teams on duty while their place is closed, and of looks at more than pass.</summary>
public sealed class WhatPassesTests
{
    [TestCase("hours: \"08:00-18:00\"", "06:00-18:00", "16.7% of the time")]
    [TestCase("hours: \"08:00-18:00\"", "18:00-08:00", "all the time")]
    [TestCase("hours: \"22:00-06:00\"", "21:00-06:00", "11.1% of the time")]
    [TestCase("days: [mon, tue, wed, thu, fri]", "08:00-18:00", null)]
    [TestCase("hours: \"08:00-18:00\"", "08:00-18:00", null)]
    [TestCase("except: [2022-10-03]", "08:00-18:00", null)]
    public void Duty_at_a_closed_place_is_told_with_its_share(string open, string hours, string? share)
    {
        string days = share is null ? ", days: [mon, tue, wed, thu, fri], except: [2022-10-03]" : string.Empty;
        ScenarioReading reading = Files.ReadOverBase(
            $"places: {{ laredo: {{ open: {{ {open} }} }} }}\n"
                + $"deployments: {{ today: {{ post: {{ laredo: {{ hours: \"{hours}\"{days} }} }} }} }}\n"
        );
        Assert.That(
            reading.Problems.Where(p => p.Code == "S538").Select(p => p.Message),
            Is.EqualTo(share is null ? [] : new[] { $"'laredo' is closed {share} that 'laredo' is on duty, and nothing passes then" })
        );
    }

    [TestCase("days: [mon, tue, wed, thu, fri]")]
    [TestCase("except: [2022-10-03, 2022-10-04]")]
    public void So_are_days_and_exceptions(string open) =>
        Files.AssertWarning(
            "S538",
            $$"""
            places: { laredo: { open: { {{open}} } } }
            deployments: { today: { post: { laredo: { hours: ⟦08:00-18:00⟧ } } } }

            """
        );

    [Test]
    public void A_holiday_in_a_month_is_no_mistake() =>
        Assert.That(
            Files.ReadOverBase("places: { laredo: { open: { except: [2022-10-03] } } }").Problems.Select(p => p.Code),
            Does.Not.Contain("S538")
        );

    // 10 an hour by night, 90 by day.
    [TestCase("", "looks at 50 vehicles an hour, and only 43.3 pass: it stops all of them")]
    [TestCase(
        Profile,
        "looks at 50 vehicles an hour, and for 58.3% of its time at 'laredo' fewer pass, as few as 10: it stops all of them then"
    )]
    [TestCase("", "looks at 833.3 vehicles an hour, and only 43.3 pass: it stops all of them", "20_000 per day")]
    [TestCase(
        ", profile: { hours: { \"06:00-14:00\": 0% } }",
        "looks at 50 vehicles an hour, and none pass but shipments: it stops every one of those",
        "50 per hour",
        "06:00-14:00"
    )]
    [TestCase(
        ", profile: { hours: { \"06:00-14:00\": 0% } }",
        "looks at 90 vehicles an hour, and only 0 to 65 pass: it stops all of them",
        "90 per hour"
    )]
    public void Looks_at_more_than_pass_are_told(string profile, string message, string looks = "50 per hour", string hours = "24 h")
    {
        ScenarioReading reading = Files.ReadOverBase(
            $$"""
            team_types: { looker: { looks: {{looks}}, finds: 50% } }
            task_forces: { laredo: { teams: { looker: 1 } } }
            checkpoints: { laredo: { traffic: 1_040 per day{{profile}} } }
            deployments: { today: { post: { laredo: { team: looker, hours: {{hours}} } } } }

            """
        );
        Assert.That(reading.Problems.Where(p => p.Code == "S508").Select(p => p.Message), Is.EqualTo(new[] { $"'looker' {message}" }));
    }

    [Test]
    public void A_profile_that_lets_nothing_pass_while_it_is_open_is_wrong() =>
        Files.AssertWrong(
            "S431",
            "places: { laredo: { open: { hours: \"08:00-18:00\" } } }\ncheckpoints: { laredo: { traffic: 9 per hour, ⟦profile⟧: "
                + "{ hours: { \"06:00-20:00\": 0% } } } }"
        );

    [Test]
    public void So_is_one_that_lets_nothing_pass_on_the_days_on_which_it_opens() =>
        Files.AssertWrong(
            "S431",
            "places: { laredo: { open: { hours: \"20:00-04:00\", days: [sat] } } }\ncheckpoints: { laredo: { traffic: 9 per hour, "
                + "⟦profile⟧: { weekdays: { sat: 0% }, hours: { \"00:00-06:00\": 0% } } } }"
        );

    [Test]
    public void What_passes_after_midnight_passes_on_the_next_day() =>
        Assert.That(
            Files
                .ReadOverBase(
                    "places: { laredo: { open: { hours: \"20:00-04:00\", days: [sat] } } }\n"
                        + "checkpoints: { laredo: { traffic: 9 per hour, profile: { weekdays: { sat: 0% } } } }"
                )
                .Problems.Where(p => p.IsError),
            Is.Empty
        );

    private const string Profile = ", profile: { hours: { \"08:00-18:00\": 900%, \"18:00-08:00\": 100% } }";
}
