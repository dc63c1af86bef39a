using SimInterdiction.Scenarios;
using SimInterdiction.Scenarios.Problems;

namespace SimInterdiction.Tests.Scenarios.Problems;

/// <summary>One mistake made many times is reported once, with its count; each cause is named.</summary>
public sealed class ToldOnce
{
    [TestCase(1, "")]
    [TestCase(2, " (and another like it)")]
    [TestCase(8, " (and 7 more like it)")]
    public void Latitude_and_longitude_swapped_in_a_table_are_one_error(int rows, string more)
    {
        Problem problem = OnlyError(
            ReadPlaces("name,lat,lon\n" + string.Concat(Enumerable.Range(0, rows).Select(i => $"p{i},-95.5,29.5\n")))
        );
        Assert.That((problem.Code, problem.Line, problem.Column), Is.EqualTo(("S117", 2, 4)));
        Assert.That(problem.Message, Is.EqualTo($"'-95.5' is not a latitude: it ranges from -90 to 90 degrees{more}"));
    }

    [Test]
    public void A_misspelt_deployment_that_others_are_based_on_is_one_error()
    {
        string others = string.Concat(
            Enumerable.Range(0, 3).Select(i => $"  d{i}: {{ based_on: todai, post: {{ laredo: {{ hours: 0{i}:00-12:00 }} }} }}\n")
        );
        Problem problem = OnlyError(Files.ReadOverBase($"deployments:\n{others}"));
        Assert.That(
            (problem.Code, problem.Line, problem.Message),
            Is.EqualTo(("S170", 2, "there is no 'todai' to base 'd0' on (and 2 more like it)"))
        );
    }

    [Test]
    public void Shares_of_a_mix_without_percent_are_one_error_and_others_another()
    {
        ScenarioReading reading = Files.ReadOverBase(
            "flows: { houston: { mix: { pistol: 60, rifle: 40 } } }\nteam_types: { team: { finds: 35 } }"
        );
        Assert.That(
            reading
                .Problems.Where(p => p.IsError)
                .Select(p => (p.Code, p.Message.EndsWith("(and another like it)", StringComparison.Ordinal))),
            Is.EqualTo(new[] { ("S123", true), ("S123", false) })
        );
    }

    [Test]
    public void Decimal_commas_between_commas_tell_nothing_else_of_the_table()
    {
        // Two rows end in empty cells, so that their pieces find columns.
        Problem problem = OnlyError(ReadPlaces("name,lat,lon,kind,label\na,29,76,-95,37,city,A\nb,29,42,-98,\nc,28,44,-99\n"));
        Assert.That(
            (problem.Code, problem.Line, problem.Hint!.Contains("decimal comma", StringComparison.Ordinal)),
            Is.EqualTo(("S161", 2, true))
        );
    }

    [Test]
    public void Cells_missing_at_the_end_of_a_row_are_empty_where_nothing_needs_them()
    {
        SimInterdiction.Model.Scenario scenario = Files.Good(
            ReadPlaces("name,lat,lon,kind,attraction\na,27.5,-99.5,port,3\nb,28.5,-98.5\n")
        );
        Assert.That(
            (scenario.Places["a"].Attraction, scenario.Places["b"].Attraction, scenario.Places["b"].At.Longitude),
            Is.EqualTo((3.0, 1.0, -98.5))
        );
    }

    [Test]
    public void A_row_that_ends_too_early_says_which_columns_it_lacks()
    {
        Problem problem = OnlyError(ReadPlaces("name,kind,lat,lon,label\na,city\nb,city\n"));
        Assert.That(problem.Message, Is.EqualTo("this row ends before 'lat' and 'lon': it has 2 cells for 5 columns, and so has another"));
        Assert.That(problem.Hint, Does.Not.Contain("quotation"));
    }

    [TestCase(
        "laredo: { kind: port }",
        "the way from 'houston' to 'roma' goes through the port 'laredo', and corridors end there",
        "'through: yes' at 'laredo' lets corridors go on"
    )]
    [TestCase(
        "laredo: { through: no }",
        "the way from 'houston' to 'roma' goes through the place 'laredo', and corridors end there",
        "'through: yes' at 'laredo' lets corridors go on"
    )]
    [TestCase("beyond: { at: [26, -99] }", null, null)]
    public void A_port_on_the_only_way_is_named_once_for_all_flows(string place, string? message, string? hint)
    {
        ScenarioReading reading = ReadRoads(place, "laredo");
        Assert.That(
            reading.Problems.Where(p => p.IsError).Select(p => (p.Code, p.Message, p.Hint)),
            Is.EqualTo(message is null ? [] : new[] { ("S306", message, hint) })
        );
    }

    [Test]
    public void A_missing_road_is_still_a_missing_road() =>
        Assert.That(OnlyError(ReadRoads("island: { at: [26, -97] }", "island")).Message, Is.EqualTo("no road joins 'houston' and 'roma'"));

    [Test]
    public void A_misspelt_posting_names_the_inherited_one()
    {
        Problem problem = Files.AssertWrong(
            "S103",
            "deployments: { evening: { based_on: today, post: { ⟦lardo⟧: { hours: 14:20-22:00 } } } }"
        );
        Assert.That(problem.Hint, Is.EqualTo("'today' has no posting 'lardo'; did you mean 'laredo'?"));
    }

    // Days go on behind the last one that has a date.
    [Test]
    public void A_start_at_the_end_of_all_dates_is_one_error() =>
        Files.AssertWrong(
            "S112",
            "start: ⟦9999-12-31⟧\nlength: 30 days\n"
                + "deployments: { today: { post: { laredo: { every: { days_on: 4, days_off: 4, from: 2022-10-01 } } } } }"
        );

    [Test]
    public void A_posting_that_is_not_inherited_is_told_which_are()
    {
        Problem near = Files.AssertWrong(
            "S103",
            "deployments: { evening: { based_on: today, post: { ⟦laredo_area⟧: { hours: 14:20-22:00 } } } }"
        );
        Files.Write("two.yaml", Files.Base.Replace("post: { laredo:", "post: { laredo_1:", StringComparison.Ordinal));
        Problem sameWord = Files
            .Read("based_on: two.yaml\ndeployments: { evening: { based_on: today, post: { laredo_area: { hours: 14:20-22:00 } } } }")
            .Problems.Single(p => p.Code == "S103");
        Problem far = Files.AssertWrong("S103", "deployments: { late: { based_on: today, post: { ⟦roma⟧: { hours: 14:20-22:00 } } } }");
        Assert.Multiple(() =>
        {
            Assert.That(near.Hint, Is.EqualTo("'today' has no posting 'laredo_area'; did you mean 'laredo'?"));
            Assert.That(sameWord.Hint, Is.EqualTo("'today' has no posting 'laredo_area'; did you mean 'laredo_1'?"));
            Assert.That(far.Hint, Is.EqualTo("'today' has no posting 'roma'; it has: laredo"));
        });
    }

    [Test]
    public void Marks_of_numbers_are_named_in_the_order_of_the_numbers()
    {
        Problem comma = OnlyError(ReadPlaces("name;lat;lon\na;27.5;-99,507\n"));
        Problem point = OnlyError(ReadPlaces("name;lat;lon\na;27,5;-99.507\n"));
        Assert.That(comma.Message, Is.EqualTo("'-99,507' and '27.5' have different decimal marks, a comma and a point"));
        Assert.That(point.Message, Is.EqualTo("'-99.507' and '27,5' have different decimal marks, a point and a comma"));
    }

    // The night of the day before the clock begins reaches into it, but the day itself is not simulated.
    [Test]
    public void Too_many_hours_are_told_of_a_day_that_is_simulated()
    {
        Problem problem = OnlyError(
            Files.ReadOverBase(
                """
                start: 2024-03-01
                warm_up: 30 days
                team_types: { team: { max_hours: 10 h per day } }
                task_forces: { laredo: { teams: { team: 2 } } }
                deployments: { today: { post: { laredo: { hours: 20:00-06:00, count: 2 },
                    more: { at: laredo, task_force: laredo, team: team, hours: 10:00-12:00 } } } }
                """
            )
        );
        Assert.That(
            (problem.Code, problem.Message),
            Is.EqualTo(("S404", "'laredo' and 'more' together take 22 h on Wed 2024-01-31, and 2 'team' can work 20 h a day together"))
        );
    }

    [TestCase("0.1 percentage points")]
    [TestCase("0.1 points")]
    public void Percentage_points_are_points(string written) =>
        Assert.That(
            Files
                .Good(Files.ReadOverBase($"experiment: {{ smallest_difference_that_matters: {written} }}"))
                .Experiment.SmallestDifferenceThatMatters,
            Is.EqualTo(0.001)
        );

    [TestCase("0%", null)]
    [TestCase("90%", "'drop_below' leaves out the corridors that pass it")]
    public void A_checkpoint_whose_corridors_are_dropped_is_told_why(string dropBelow, string? hint)
    {
        ScenarioReading reading = Files.Read(
            $$"""
            places:
              houston: { at: [29.76, -95.37] }
              laredo: { at: [27.5, -99.5], kind: port, attraction: 99 }
              roma: { at: [26.4, -99.0], kind: port }
            roads: { one: { between: [houston, laredo] }, two: { between: [houston, roma] } }
            corridors: { generate: { paths: 1, drop_below: {{dropBelow}} } }
            flows: { houston: { from: houston, rate: 12 per week, routes: { to: ports, decay: 900 mi } } }
            team_types: { team: { stops: 5%, finds: 50% } }
            task_forces: { laredo: { home: laredo, teams: { team: 1 } } }
            checkpoints: { laredo: {}, roma: {} }
            deployments: { today: { post: { laredo: { task_force: laredo, team: team } } } }
            """
        );
        Files.Good(reading);
        Assert.That(reading.Problems.Where(p => p.Code == "S502").Select(p => p.Hint), Is.EqualTo(hint is null ? [] : new[] { hint }));
    }

    private static ScenarioReading ReadRoads(string place, string before) =>
        Files.ReadOverBase(
            $$"""
            places: { roma: { at: [26.4, -99.0] }, {{place}} }
            roads: { one: { between: [houston, laredo] }, two: { between: [{{before}}, roma] } }
            corridors: { generate: { paths: 1 } }
            flows:
              west: { from: houston, rate: 1 per day, routes: { to: [roma] } }
              east: { from: houston, rate: 2 per day, routes: { to: [roma] } }
            """
        );

    private static ScenarioReading ReadPlaces(string csv)
    {
        Files.Write("told-once.csv", csv);
        return Files.ReadOverBase("places: { from: told-once.csv }");
    }

    private static Problem OnlyError(ScenarioReading reading)
    {
        Problem[] errors = [.. reading.Problems.Where(p => p.IsError)];
        Assert.That(errors, Has.Length.EqualTo(1), string.Join('\n', errors.Select(ProblemText.Format)));
        return errors[0];
    }
}
