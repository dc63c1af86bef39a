using SimInterdiction.Engine.Scheduling;
using SimInterdiction.Model.Adversaries;
using SimInterdiction.Model.World;

namespace SimInterdiction.Model.Behaviours;

/// <summary>Some drivers know the posted hours and wait until fewer teams are on duty along their way.</summary>
internal sealed class ScoutedDepartures : IDelayDepartures
{
    private readonly Scouting rule;
    private readonly CompiledScenario world;
    private readonly PublishedHours published;
    private readonly TravelTimes travelTimes;
    private readonly double[] hoursTo;
    private uint replication;

    private ScoutedDepartures(Scouting rule, CompiledScenario world, PublishedHours published)
    {
        this.rule = rule;
        this.world = world;
        this.published = published;
        travelTimes = new TravelTimes(world);
        hoursTo = new double[world.Routes.Max(route => route.Places.Length)];
    }

    public static ScoutedDepartures? For(OrganizationPlan plan, BehaviourContext context) =>
        plan.Behaviour.Watches is { } rule ? new ScoutedDepartures(rule, context.Scenario, context.PublishedHours) : null;

    public void Begin(uint replication) => this.replication = replication;

    public double WaitHours(in Shipment shipment, Instant now)
    {
        if (world.Flows[shipment.LuckOf].WatchLuck(replication, shipment.Number).First >= rule.Share)
        {
            return 0;
        }

        travelTimes.HoursTo(in shipment, replication, hoursTo);
        return published.Wait(now, world.Routes[shipment.Corridor].Places, hoursTo, rule.PatienceHours);
    }
}
