using SimInterdiction.Engine.Scheduling;

namespace SimInterdiction.Model.Behaviours;

/// <summary>Learns from the fates of shipments how likely they are lost where, and so which corridors to
/// take.</summary>
internal sealed class CorridorLearning : IHearFates, IPerceiveRisks
{
    private readonly OrganizationPlan plan;
    private readonly CorridorSubjects[] subjectsOf;
    private readonly Beliefs beliefs;
    private readonly double[] passing;
    private bool hasHeard;

    private CorridorLearning(OrganizationPlan plan, CorridorSubjects[] subjectsOf)
    {
        this.plan = plan;
        this.subjectsOf = subjectsOf;
        Adversaries.RouteChoice choice = plan.Behaviour.RouteChoice!;
        beliefs = new Beliefs(plan.Prior, choice.PriorWeight, choice.MemoryHours);
        passing = new double[beliefs.Room];
    }

    public bool HearsOfDeliveries => true;

    public static CorridorLearning? For(OrganizationPlan plan, BehaviourContext context) =>
        plan.Learns ? new CorridorLearning(plan, context.Plan.Subjects) : null;

    public void Begin(uint replication)
    {
        beliefs.Clear();
        hasHeard = false;
    }

    public void Hear(in HeardFate fate, Instant at)
    {
        hasHeard = true;
        double weight = beliefs.WeightAt(at.Hours);
        int[] subjects = plan.Subjects[fate.Corridor];
        if (plan.IsByCorridor)
        {
            beliefs.Hear(subjects[0], fate.IsSeized, weight);
            return;
        }

        for (int step = 0; step <= fate.LastStep; step++)
        {
            if (subjects[step] >= 0)
            {
                beliefs.Hear(subjects[step], fate.IsSeized && step == fate.LastStep, weight);
            }
        }
    }

    public bool TryPerceive(int flow, Instant now, Span<double> risks)
    {
        if (hasHeard)
        {
            beliefs.ChancesOfPassing(beliefs.WeightAt(now.Hours), passing);
            subjectsOf[flow].RisksOf(passing, risks);
        }

        return hasHeard;
    }
}
