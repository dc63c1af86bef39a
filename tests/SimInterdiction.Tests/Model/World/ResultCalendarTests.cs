using SimInterdiction.Model;
using SimInterdiction.Model.Interdiction;
using SimInterdiction.Model.Network;
using SimInterdiction.Model.Traffic;
using SimInterdiction.Model.World;

namespace SimInterdiction.Tests.Model.World;

public sealed class ResultCalendarTests
{
    [TestCase(0, ExpectedResult = "week_01")]
    [TestCase(7 * 24, ExpectedResult = "week_02")]
    [TestCase((10 * 24) - 1e-9, ExpectedResult = "week_02")]
    [TestCase(10 * 24, ExpectedResult = "later")]
    [TestCase(13 * 24, ExpectedResult = "later")]
    [TestCase(100 * 24, ExpectedResult = "later")]
    public string What_comes_after_the_window_is_later_also_when_its_last_week_is_not_whole(double hoursAfterStart)
    {
        var scenario = new Scenario
        {
            LengthHours = 10 * 24,
            WarmUpHours = 36,
            Places = new Dictionary<string, Place>(),
            Corridors = new CorridorPlan(),
            Flows = new Dictionary<string, Flow>(),
            Deployments = new Dictionary<string, Deployment>(),
        };
        var timeline = new Timeline(scenario);
        var calendar = new ResultCalendar(scenario, timeline);
        return calendar.Weeks[calendar.WeekOf(timeline.WindowStart + hoursAfterStart)];
    }
}
