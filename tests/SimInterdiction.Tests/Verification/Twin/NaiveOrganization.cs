using SimInterdiction.Model;
using SimInterdiction.Model.Adversaries;
using SimInterdiction.Model.Behaviours;
using SimInterdiction.Model.Measures;
using SimInterdiction.Model.Risks;
using SimInterdiction.Model.Study;
using SimInterdiction.Model.World;

namespace SimInterdiction.Tests.Verification.Twin;

/// <summary>
/// An organization that keeps a list of all it has heard and computes everything from the list, whenever asked. What
/// theory says of today's deployment, and the shares of those that know everything, it takes as given.
/// </summary>
internal sealed class NaiveOrganization
{
    private readonly Scenario scenario;
    private readonly CompiledScenario given;
    private readonly Arm arm;
    private readonly string name;
    private readonly RouteChoice choice;
    private readonly bool isFrozen;
    private readonly List<NaiveFate> fates = [];

    public NaiveOrganization(CompiledScenario given, Arm arm, string name)
    {
        scenario = given.Scenario;
        this.given = given;
        this.arm = arm;
        this.name = name;
        IReadOnlyDictionary<string, Organization>? changed = arm.Adversary is { } variant
            ? scenario.Experiment.Adversaries.GetValueOrDefault(variant)?.Organizations
            : null;
        Stated = changed?.GetValueOrDefault(name) ?? scenario.Organizations.GetValueOrDefault(name) ?? new Organization();
        choice = Stated.RouteChoice ?? new RouteChoice();
        isFrozen = arm.Adversary == Arm.Frozen;
    }

    public Organization Stated { get; }

    public Scouting? Watches => isFrozen ? null : Stated.Watches;

    private bool IsByCorridor => choice.Learns == Learning.Corridor;

    private bool Learns => !isFrozen && choice.Learns is Learning.Place or Learning.Corridor;

    public void Met(double at, NaiveShipment shipment, int step, bool isSeized)
    {
        string[] passed = [.. shipment.Path.Take(isSeized ? step : step + 1)];
        fates.Add(new NaiveFate(at + choice.HearsAfterHours, shipment.Corridor, passed, isSeized ? shipment.Path[step] : null));
    }

    /// <summary>Until when it dispatches nothing; in the past if it doesn't lie low.</summary>
    public double LiesLowUntil(double now) =>
        isFrozen || Stated.LiesLow is not { } low ? 0 : Seizures(now).Select(f => f.HeardAt + low.ForHours).DefaultIfEmpty(0).Max();

    /// <summary>Over how many vehicles it spreads a load.</summary>
    public int VehiclesFor(int firearms, double now)
    {
        bool splits =
            !isFrozen
            && Stated.SplitsLoads is { } rule
            && Seizures(now).Count(f => now - f.HeardAt <= rule.WithinHours) >= rule.AfterSeizures;
        return splits ? Math.Min(firearms, (int)Math.Round(1 / Stated.SplitsLoads!.Factor, MidpointRounding.AwayFromZero)) : 1;
    }

    /// <summary>The corridor in whose share a uniform falls.</summary>
    public string CorridorOf(string flow, double u, double now)
    {
        (string Corridor, double Share)[] shares = SharesOf(flow, now);
        double upTo = 0;
        return shares.FirstOrDefault(s => u < (upTo += s.Share), shares[^1]).Corridor;
    }

    public (string Corridor, double Share)[] SharesOf(string flow, double now)
    {
        string[] corridors = [.. CorridorsOf(flow)];
        if (choice.Learns == Learning.Known && !isFrozen)
        {
            int number = given.NumberOf(Dimension.Flow, flow);
            double[] upTo = AdversaryPlan.Of(given, arm).CumulativeWeights[number];
            return [.. corridors.Select((c, i) => (c, (upTo[i] - (i > 0 ? upTo[i - 1] : 0)) / upTo[corridors.Length - 1]))];
        }

        // Only differences matter; without taking off one of them, all weights could vanish.
        double[] excess = [.. corridors.Select(c => Perceived(c, now) - Reference(flow, c))];
        double least = corridors.Zip(excess).Where(c => scenario.Flows[flow].Routes.Shares[c.First] > 0).Min(c => c.Second);
        double[] weights = [.. corridors.Select((c, i) => Weight(scenario.Flows[flow].Routes.Shares[c], excess[i] - least))];
        return [.. corridors.Select((c, i) => (c, weights[i] / weights.Sum()))];
    }

    private double Weight(double share, double excess) => share == 0 ? 0 : share * Math.Exp(-choice.RiskAversion * excess);

    private double Perceived(string corridor, double now)
    {
        if (IsByCorridor)
        {
            return Belief(
                PriorOf(corridor, () => TodaysRiskOf(corridor)),
                Heard(now).Where(f => f.Corridor == corridor).Select(f => (f.HeardAt, f.LostAt is not null)),
                now
            );
        }

        double passes = 1;
        foreach (string place in CheckpointPlacesOf(corridor))
        {
            IEnumerable<(double, bool)> met = Heard(now)
                .Where(f => f.Passed.Contains(place) || f.LostAt == place)
                .Select(f => (f.HeardAt, f.LostAt == place));
            passes *= 1 - Belief(PriorOf(place, () => TodaysRiskAt(place)), met, now);
        }

        return 1 - passes;
    }

    /// <summary>The formula of the model, every observation discounted by its age.</summary>
    private double Belief(double prior, IEnumerable<(double HeardAt, bool IsLost)> met, double now)
    {
        double seized = choice.PriorWeight * prior;
        double all = choice.PriorWeight;
        foreach ((double heardAt, bool isLost) in met)
        {
            double weight = Math.Pow(0.5, (now - heardAt) / choice.MemoryHours);
            seized += isLost ? weight : 0;
            all += weight;
        }

        return all > 0 ? seized / all : prior;
    }

    private double PriorOf(string subject, Func<double> todays)
    {
        if (choice.Prior is null)
        {
            return choice.Shares == ShareMeaning.AsToday ? todays() : 0;
        }

        string[] names = IsByCorridor
            ? [subject]
            : [subject, .. scenario.Checkpoints.Where(c => c.Value.Place == subject).Select(c => c.Key)];
        return names.Where(choice.Prior.ByName.ContainsKey).Select(n => choice.Prior.ByName[n]).LastOrDefault(choice.Prior.Everywhere);
    }

    private double Reference(string flow, string corridor)
    {
        if (choice.Shares == ShareMeaning.Preferences)
        {
            return 0;
        }

        return IsByCorridor
            ? TodaysRiskOf(corridor)
            : 1 - CheckpointPlacesOf(corridor).Select(p => 1 - TodaysRiskAt(p)).Aggregate(1.0, (a, b) => a * b);
    }

    private double TodaysRiskAt(string place) =>
        AnalyticRisk.Today(given).OfPlaces[given.NumberOf(Dimension.Organization, name)][given.PlaceOf(place)];

    private double TodaysRiskOf(string corridor)
    {
        (double Rate, double Risk)[] flows =
        [
            .. scenario
                .Flows.Where(f => (f.Value.Organization ?? f.Key) == name)
                .Select(f =>
                    (
                        NaiveDispatch.ShipmentsPerHour(f.Value) * f.Value.Routes.Shares[corridor],
                        AnalyticRisk.Today(given).OfCorridors[given.NumberOf(Dimension.Flow, f.Key)][
                            CorridorsOf(f.Key).ToList().IndexOf(corridor)
                        ]
                    )
                ),
        ];
        return flows.Sum(f => f.Rate * f.Risk) / flows.Sum(f => f.Rate);
    }

    // In the order in which luck goes through them.
    private IEnumerable<string> CorridorsOf(string flow) =>
        given.Map.SharesOf(flow).Select(share => given.Map.Corridors[share.Corridor].Name);

    private IEnumerable<string> CheckpointPlacesOf(string corridor) =>
        scenario.Corridors.ByHand[corridor].Path.Where(p => scenario.Checkpoints.Any(c => (c.Value.Place ?? c.Key) == p));

    private IEnumerable<NaiveFate> Heard(double now) => Learns ? fates.Where(f => f.HeardAt <= now) : [];

    private IEnumerable<NaiveFate> Seizures(double now) => fates.Where(f => f.HeardAt <= now && f.LostAt is not null);
}
