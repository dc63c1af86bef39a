using SimInterdiction.Model.Facts;
using SimInterdiction.Model.Teams;
using SimInterdiction.Model.World;

namespace SimInterdiction.Model.Behaviours;

/// <summary>What the behaviours of one arm's organizations may need.</summary>
/// <param name="world">The scenario.</param>
/// <param name="plan">The organizations.</param>
/// <param name="roster">The teams.</param>
/// <param name="observer">Is notified of what happens.</param>
internal sealed class BehaviourContext(CompiledScenario world, AdversaryPlan plan, Roster roster, IObserveFacts observer)
{
    private PublishedHours? published;

    public CompiledScenario Scenario => world;

    public AdversaryPlan Plan => plan;

    public IObserveFacts Observer => observer;

    /// <summary>When teams are posted, as far as anybody can know: made once somebody wants to.</summary>
    public PublishedHours PublishedHours => published ??= new PublishedHours(roster);
}
