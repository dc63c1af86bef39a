using SimInterdiction.Model;
using SimInterdiction.Model.Previews;
using SimInterdiction.Tests.Scenarios;

namespace SimInterdiction.Tests.Model.Previews;

/// <summary>A calendar of plans is drawn as often as they say, and the same everywhere.</summary>
public sealed class PlanCalendarTests
{
    private static Scenario Drawn(string every = "1 day", string plans = "coast: 60%, valley: 30%, none: 10%") =>
        Files.Good(
            Files.ReadOverBase(
                $"checkpoints: {{ houston: {{}} }}\ndeployments: {{ today: {{ rotate: {{ plans: {{ {plans} }}, every: {every} }}, post: {{ "
                    + "laredo: { plans: [coast] }, houston: { task_force: laredo, team: team, plans: [valley] } } } }"
            )
        );

    private static string[] Plans(Scenario scenario, int days, long seed) =>
        [.. PlanCalendar.Of(scenario, "today", days, seed).Select(each => each.Plan)];

    [Test]
    public void Each_plan_is_drawn_as_often_as_it_says()
    {
        string[] drawn = Plans(Drawn(), 20_000, 7);
        double StandardError(double share) => Math.Sqrt(share * (1 - share) / 20_000);
        Assert.Multiple(() =>
        {
            Assert.That(drawn.Count(plan => plan == "coast") / 20_000.0, Is.EqualTo(.6).Within(4 * StandardError(.6)));
            Assert.That(drawn.Count(plan => plan == "valley") / 20_000.0, Is.EqualTo(.3).Within(4 * StandardError(.3)));
        });
    }

    [Test]
    public void A_plan_stands_as_long_as_it_says()
    {
        IReadOnlyList<DrawnDay> drawn = PlanCalendar.Of(Drawn("3 days"), "today", 300, 7);
        int[] changes = [.. Enumerable.Range(1, 299).Where(i => drawn[i].Plan != drawn[i - 1].Plan)];
        Assert.That(changes.Zip(changes.Skip(1), (one, next) => (next - one) % 3), Is.All.Zero);
        Assert.That(drawn[0].Day, Is.EqualTo(Drawn().Start));
    }

    [Test]
    public void The_same_seed_draws_the_same_and_the_order_of_plans_nothing() =>
        Assert.Multiple(() =>
        {
            string[] drawn = Plans(Drawn(), 60, 7);
            Assert.That(Plans(Drawn(plans: "none: 10%, valley: 30%, coast: 60%"), 60, 7), Is.EqualTo(drawn));
            Assert.That(Plans(Drawn(), 60, 8), Is.Not.EqualTo(drawn));
        });
}
