using SimInterdiction.Engine.Distributions;
using SimInterdiction.Model.Risks;
using SimInterdiction.Model.Teams;
using SimInterdiction.Model.World;
using SimInterdiction.Scenarios;
using SimInterdiction.Tests.Scenarios;

namespace SimInterdiction.Tests.Model.Risks;

/// <summary>What is cut off by the ends of shifts.</summary>
public sealed class ShiftEndsTests
{
    /// <summary>Of a shift of two hours the last half is a quarter; what takes three hours is never done. Round the
    /// clock nothing ends inside the window.</summary>
    [TestCase("10:00-12:00", 0.5, 0.25)]
    [TestCase("10:00-12:00", 3, 1)]
    [TestCase("10:00-12:00", double.PositiveInfinity, 1)]
    [TestCase("24 h", 3, 0)]
    public void What_begins_late_in_a_shift_is_not_done_by_its_end(string hours, double takes, double cut) =>
        Assert.That(EndsOf(hours).ShareEndingWithin(takes), Is.EqualTo(cut).Within(1e-9));

    /// <summary>An exponential time of mean m in a shift of L hours: m (1 - exp(-L/m)) / L.</summary>
    [Test]
    public void A_time_that_varies_is_cut_as_its_law_says() =>
        Assert.That(EndsOf("10:00-12:00").ShareEndingWithin(new Exponential(1)), Is.EqualTo((1 - Math.Exp(-2)) / 2).Within(1e-3));

    private static ShiftEnds EndsOf(string hours)
    {
        ScenarioReading reading = Files.ReadOverBase($"deployments: {{ today: {{ post: {{ laredo: {{ hours: \"{hours}\" }} }} }} }}");
        return new ShiftEnds(new Roster(CompiledScenario.Compile(Files.Good(reading)), "today").All.Single().Rules);
    }
}
