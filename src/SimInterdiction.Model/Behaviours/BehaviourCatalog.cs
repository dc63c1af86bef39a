namespace SimInterdiction.Model.Behaviours;

/// <summary>Every behaviour that an organization may have. A new one is a class and a line here.</summary>
internal static class BehaviourCatalog
{
    /// <summary>What an organization does, with a memory of its own.</summary>
    /// <param name="plan">The organization.</param>
    /// <param name="context">What behaviours may need.</param>
    public static IBehaviour[] Of(OrganizationPlan plan, BehaviourContext context) =>
        [
            .. new IBehaviour?[]
            {
                CorridorLearning.For(plan, context),
                LyingLowAfterLosses.For(plan, context),
                LoadSplitter.For(plan),
                ScoutedDepartures.For(plan, context),
            }.OfType<IBehaviour>(),
        ];
}
