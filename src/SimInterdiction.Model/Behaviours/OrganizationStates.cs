using SimInterdiction.Model.Facts;
using SimInterdiction.Model.Teams;
using SimInterdiction.Model.World;

namespace SimInterdiction.Model.Behaviours;

/// <summary>All organizations at work in one replication.</summary>
internal sealed class OrganizationStates
{
    private readonly CompiledScenario world;
    private readonly OrganizationState[] states;

    /// <param name="world">The scenario.</param>
    /// <param name="plan">How they behave.</param>
    /// <param name="roster">The teams.</param>
    /// <param name="observer">Is notified of what happens.</param>
    public OrganizationStates(CompiledScenario world, AdversaryPlan plan, Roster roster, IObserveFacts observer)
    {
        this.world = world;
        var context = new BehaviourContext(world, plan, roster, observer);
        states =
        [
            .. plan.Organizations.Select(
                (organization, number) =>
                    new OrganizationState(
                        organization,
                        BehaviourCatalog.Of(organization, context),
                        world.FlowsInOrder.Where(f => f.Organization == number).Sum(f => f.ShipmentsPerHour)
                    )
            ),
        ];
    }

    /// <summary>Begins a replication.</summary>
    public void Begin(uint replication)
    {
        foreach (OrganizationState state in states)
        {
            state.Begin(replication);
        }
    }

    /// <summary>The organization under whose flow a shipment goes out.</summary>
    public OrganizationState Of(in Shipment shipment) => states[world.Flows[shipment.Flow].Organization];
}
