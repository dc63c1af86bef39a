using SimInterdiction.Model.Adversaries;
using SimInterdiction.Model.Measures;
using SimInterdiction.Model.Risks;
using SimInterdiction.Model.Study;
using SimInterdiction.Model.World;

namespace SimInterdiction.Model.Behaviours;

/// <summary>The organizations of one arm, and how each flow is shared among its corridors. Immutable; shared by all
/// replications.</summary>
internal sealed class AdversaryPlan
{
    private readonly CompiledScenario world;

    private AdversaryPlan(CompiledScenario world, Arm arm)
    {
        this.world = world;
        Organizations = [.. world.EntryNames(Dimension.Organization).Select(name => Plan(name, arm.Adversary))];
        Subjects = [.. world.Flows.Select(flow => new CorridorSubjects(Organizations[flow.Organization], flow.Corridors))];
        Choices = [.. world.Flows.Select((flow, number) => ChoiceOf(flow, number))];
        double[][] perceived = [.. world.Flows.Select((flow, number) => Subjects[number].RisksOf(Organizations[flow.Organization].Prior))];
        bool[] knowsAll = [.. world.Flows.Select(KnowsAll)];
        CumulativeWeights = knowsAll.Contains(true)
            ? BestResponse.Of(new AnalyticRisk(world, arm.Deployment), Choices, perceived, knowsAll)
            : [.. Choices.Select((choice, flow) => choice.Weigh(perceived[flow]))];
    }

    /// <summary>By number.</summary>
    public OrganizationPlan[] Organizations { get; }

    /// <summary>By flow.</summary>
    public CorridorSubjects[] Subjects { get; }

    /// <summary>By flow.</summary>
    public CorridorChoice[] Choices { get; }

    /// <summary>By flow, the running sums of the weights of its corridors before anything is heard.</summary>
    public double[][] CumulativeWeights { get; }

    /// <summary>The organizations of an arm, computed once for all threads.</summary>
    public static AdversaryPlan Of(CompiledScenario world, Arm arm) => world.Once(arm, () => new AdversaryPlan(world, arm));

    private OrganizationPlan Plan(string name, string? adversary)
    {
        Organization stated = world.Scenario.OrganizationIn(adversary, name);
        RouteChoice choice = stated.RouteChoice ?? new RouteChoice();
        IReadOnlyDictionary<string, double> byName = choice.Prior?.ByName ?? new Dictionary<string, double>();
        bool isByCorridor =
            choice.Learns == Learning.Corridor
            || (choice.Learns is not Learning.Place && byName.Keys.Any(key => world.EntryNames(Dimension.Corridor).Contains(key)));
        int[][] subjects =
        [
            .. world.Routes.Select((route, corridor) => isByCorridor ? [corridor] : route.Places.Select(world.BeliefNumber).ToArray()),
        ];
        double[] prior = isByCorridor ? new double[world.Routes.Length] : new double[world.CheckpointPlaces.Count];
        Array.Fill(prior, choice.Prior?.Everywhere ?? 0);
        if (choice is { Prior: null, Shares: ShareMeaning.AsToday })
        {
            prior = TodaysRisk(world.NumberOf(Dimension.Organization, name), isByCorridor);
        }

        foreach ((string key, double belief) in byName)
        {
            prior[isByCorridor ? world.NumberOf(Dimension.Corridor, key) : world.BeliefNumber(world.PlaceOf(key))] = belief;
        }

        return new OrganizationPlan(
            world.NumberOf(Dimension.Organization, name),
            world.Scenario.IsFrozen(adversary) ? stated.Frozen() : stated,
            isByCorridor,
            subjects,
            prior
        );
    }

    /// <summary>What an organization that has watched today's deployment for long believes of each of its
    /// subjects.</summary>
    private double[] TodaysRisk(int organization, bool isByCorridor)
    {
        if (!isByCorridor)
        {
            return [.. world.CheckpointPlaces.Select(place => AnalyticRisk.Today(world).OfPlaces[organization][place])];
        }

        // Flows that share a corridor may differ in risk, by their loads and hours; the organization sees them
        // together.
        var lost = new double[world.Routes.Length];
        var sent = new double[world.Routes.Length];
        foreach (CompiledFlow flow in world.FlowsInOrder.Where(flow => flow.Organization == organization))
        {
            for (int i = 0; i < flow.Corridors.Length; i++)
            {
                double perHour = flow.ShipmentsPerHour * flow.Shares[i];
                sent[flow.Corridors[i]] += perHour;
                lost[flow.Corridors[i]] += perHour * AnalyticRisk.Today(world).OfCorridors[flow.Number][i];
            }
        }

        return [.. lost.Zip(sent, (of, all) => all > 0 ? of / all : 0)];
    }

    private CorridorChoice ChoiceOf(CompiledFlow flow, int number)
    {
        OrganizationPlan organization = Organizations[flow.Organization];
        RouteChoice choice = organization.Behaviour.RouteChoice ?? new RouteChoice();
        double[] references = new double[flow.Corridors.Length];
        if (choice.Shares == ShareMeaning.AsToday)
        {
            // In the coin of what is learned: an organization that has learned today's truth perceives just this.
            references = KnowsAll(flow)
                ? AnalyticRisk.Today(world).OfCorridors[number]
                : Subjects[number].RisksOf(TodaysRisk(flow.Organization, organization.IsByCorridor));
        }

        return new CorridorChoice(flow.Corridors, flow.Shares, references, choice.RiskAversion);
    }

    private bool KnowsAll(CompiledFlow flow) => Organizations[flow.Organization].Behaviour.RouteChoice is { Learns: Learning.Known };
}
