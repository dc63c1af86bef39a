using SimInterdiction.Engine.Scheduling;
using SimInterdiction.Model.Adversaries;
using SimInterdiction.Model.Facts;

namespace SimInterdiction.Model.Behaviours;

/// <summary>Dispatches nothing for a while after each loss it hears of.</summary>
internal sealed class LyingLowAfterLosses : IHearFates, IHoldBack
{
    private readonly LyingLow rule;
    private readonly int organization;
    private readonly IObserveFacts observer;
    private Instant until;

    private LyingLowAfterLosses(LyingLow rule, int organization, IObserveFacts observer)
    {
        this.rule = rule;
        this.organization = organization;
        this.observer = observer;
    }

    public static LyingLowAfterLosses? For(OrganizationPlan plan, BehaviourContext context) =>
        plan.Behaviour.LiesLow is { } rule ? new LyingLowAfterLosses(rule, plan.Number, context.Observer) : null;

    public void Begin(uint replication) => until = Instant.Zero;

    public void WillHearOfLoss(Instant at) => observer.LiesLow(organization, at, at + rule.ForHours);

    public void Hear(in HeardFate fate, Instant at)
    {
        if (fate.IsSeized)
        {
            until = at + rule.ForHours;
        }
    }

    public Pause? PauseAt(Instant now) => now < until ? new Pause(until, rule.Shipments == LyingLowShipments.Lost) : null;
}
