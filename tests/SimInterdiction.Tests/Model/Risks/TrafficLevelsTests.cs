using SimInterdiction.Model.Risks;
using SimInterdiction.Model.Teams;
using SimInterdiction.Model.World;
using SimInterdiction.Scenarios;
using SimInterdiction.Tests.Scenarios;

namespace SimInterdiction.Tests.Model.Risks;

/// <summary>How often lanes are full where traffic varies.</summary>
public sealed class TrafficLevelsTests
{
    [TestCase("24 h", 0.5)]
    [TestCase("00:00-12:00", 1)]
    [TestCase("12:00-24:00", 0)]
    [TestCase("09:00-15:00", 0.5)]
    public void Lanes_are_full_as_often_as_the_levels_on_duty_say(string hours, double shareLow)
    {
        // 100 vehicles an hour of which 10 are stopped, 6 minutes each: 1 lane's work on average.
        ScenarioReading reading = Files.ReadOverBase(
            $$"""
            checkpoints: { laredo: { traffic: 100 per hour, profile: { hours: { "00:00-12:00": 25%, "12:00-24:00": 160% } } } }
            team_types: { team: { stops_traffic: 10%, search: 6 min, lanes: 1 } }
            deployments: { today: { post: { laredo: { hours: "{{hours}}" } } } }
            """
        );
        var world = CompiledScenario.Compile(Files.Good(reading));
        Station team = new Roster(world, "today").All.Single();
        double low = 0.25 / 0.925;
        double high = 1.6 / 0.925;
        // One lane loses a / (1 + a).
        double expected = (shareLow * low / (1 + low)) + ((1 - shareLow) * high / (1 + high));
        double full = TrafficLevels.Of(team).ShareFull(team.Lanes, team.QueueLimit, team.Stopping.LegitimatePerHour * 0.1, _ => 0);
        Assert.That(full, Is.EqualTo(expected).Within(1e-9));
    }
}
