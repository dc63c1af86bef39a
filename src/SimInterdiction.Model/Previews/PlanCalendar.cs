using SimInterdiction.Model.Teams;
using SimInterdiction.Model.World;

namespace SimInterdiction.Model.Previews;

/// <summary>Which plan of a deployment that rotates is drawn on which day.</summary>
public static class PlanCalendar
{
    /// <summary>Draws one, the same on every machine.</summary>
    /// <param name="scenario">A scenario without errors.</param>
    /// <param name="deployment">One of its deployments.</param>
    /// <param name="days">How many days from the scenario's start.</param>
    /// <param name="seed">Which random numbers.</param>
    /// <returns>Empty where the deployment doesn't rotate.</returns>
    public static IReadOnlyList<DrawnDay> Of(Scenario scenario, string deployment, int days, long seed)
    {
        ArgumentNullException.ThrowIfNull(scenario);
        CompiledScenario world = CompiledScenario.Compile(scenario with { Experiment = scenario.Experiment with { Seed = seed } });
        return RotatingPlans.Of(world, scenario.Deployments[deployment]) is { } plans
            ?
            [
                .. Enumerable
                    .Range(0, days)
                    .Select(day => scenario.Start.AddDays(day))
                    .Select(day => new DrawnDay(day, plans.Names[plans.Rotation.PartOn(0, day)])),
            ]
            : [];
    }
}

/// <summary>A day of a calendar.</summary>
/// <param name="Day">The day on which shifts start.</param>
/// <param name="Plan">The plan that stands.</param>
public readonly record struct DrawnDay(DateOnly Day, string Plan);
