using SimInterdiction.Model;
using SimInterdiction.Scenarios;

namespace SimInterdiction.Tests.Scenarios.Forms;

public sealed class UncertainInputs
{
    // The copy stands first: its inputs are still those of the team it copies.
    private const string Fragment = """
        team_types:
          half: { based_on: crew }
          crew: { stops: 5%, finds: { uncertain: [40%, 50%, 60%] },
            search: { exponential: { uncertain: [15 min, 30 min, 1 h] } }, lanes: { uncertain: [2, 4, 8] } }
        flows: { houston: { rate: { uncertain: [1 per day, 2 per day, 3 shipments per day] } } }
        """;

    [Test]
    public void Each_is_recorded_once_with_its_path_in_base_units()
    {
        ScenarioReading reading = Files.ReadOverBase(Fragment);
        Files.Good(reading);
        Assert.That(
            reading.UncertainInputs.OrderBy(u => u.Path, StringComparer.Ordinal),
            Is.EqualTo(
                new[]
                {
                    new UncertainInput("flows.houston.rate", 1.0 / 24, 2.0 / 24, 3.0 / 24, "[1 per day, 2 per day, 3 shipments per day]"),
                    new UncertainInput("team_types.crew.finds", 0.4, 0.5, 0.6, "[40%, 50%, 60%]"),
                    new UncertainInput("team_types.crew.lanes", 2, 4, 8, "[2, 4, 8]") { IsWhole = true },
                    new UncertainInput("team_types.crew.search.exponential", 0.25, 0.5, 1, "[15 min, 30 min, 1 h]"),
                }
            )
        );
    }

    [Test]
    public void An_anchor_is_one_input_in_several_places()
    {
        ScenarioReading reading = Files.ReadOverBase(
            "team_types: { crew: { stops: 5%, finds: &finds { uncertain: [40%, 50%, 60%] } }, "
                + "other: { stops: 9%, finds: *finds }, third: { based_on: other, stops: 1% } }"
        );
        Files.Good(reading);
        UncertainInput finds = reading.UncertainInputs.Single();
        Assert.That((finds.Path, finds.Places), Is.EqualTo(("team_types.crew.finds", 2)));
    }

    [Test]
    public void The_best_guess_holds_unless_another_value_is_chosen()
    {
        ScenarioReading reading = Files.ReadOverBase(Fragment);
        Scenario best = Files.Good(reading);
        Scenario low = Files.Good(reading.With(u => u.Low));
        Assert.Multiple(() =>
        {
            Assert.That(best.TeamTypes["half"].Finds, Is.EqualTo(0.5));
            Assert.That(low.TeamTypes["half"].Finds, Is.EqualTo(0.4));
            Assert.That(low.TeamTypes["crew"].Lanes, Is.EqualTo(2));
            Assert.That(low.TeamTypes["crew"].SearchHours.Mean, Is.EqualTo(0.25));
            Assert.That(low.Flows["houston"].Rate!.Value.PerHour, Is.EqualTo(1.0 / 24));
        });
    }

    [Test]
    public void No_other_value_than_those_between_the_least_and_the_most_is_taken()
    {
        ScenarioReading reading = Files.ReadOverBase(Fragment);
        Assert.Multiple(() =>
        {
            Assert.That(() => reading.With(u => u.High + 0.01), Throws.InstanceOf<ArgumentOutOfRangeException>());
            Assert.That(() => reading.With(_ => double.NaN), Throws.InstanceOf<ArgumentOutOfRangeException>());
        });
    }

    [Test]
    public void Values_that_together_break_a_rule_are_problems_of_that_reading_alone()
    {
        ScenarioReading reading = Files.ReadOverBase(
            """
            team_types: { crew: { stops: 5%, finds: 50%, search: { varies: [1 min, { uncertain: [2 min, 3 min, 9 min] }, 8 min] } } }
            """
        );
        ScenarioReading refused = reading.With(u => u.High);
        Assert.Multiple(() =>
        {
            Assert.That(refused.Scenario, Is.Null);
            Assert.That(refused.Problems.Count(p => p.IsError), Is.EqualTo(1));
            Files.Good(reading);
            Files.Good(refused.With(u => u.Best));
        });
    }
}
