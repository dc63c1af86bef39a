using SimInterdiction.Model.Adversaries;
using SimInterdiction.Model.Interdiction;
using SimInterdiction.Model.Previews;
using SimInterdiction.Model.Time;
using SimInterdiction.Model.Traffic;
using SimInterdiction.Model.World;

namespace SimInterdiction.Model.Costs;

/// <summary>
/// What one replication of a deployment takes, estimated from the scenario alone: nothing is simulated, so it is known
/// at once however much it is.
/// </summary>
/// <remarks>
/// Right within a few times, which is enough to tell seconds from years. A step is what a planned dispatch takes, or a
/// place at which a shipment is stopped; most of the rest is so many steps, or a part of one.
/// </remarks>
/// <param name="Parts">What takes it; the largest decides what to change.</param>
public sealed record ReplicationCost(IReadOnlyList<CostPart> Parts)
{
    /// <summary>The most steps of one replication: about an hour.</summary>
    public const double MostSteps = 1e10;

    /// <summary>The most memory of one replication. The calendar tells some eight million shipments apart, which take
    /// as much.</summary>
    public const double MostBytes = 2e9;

    /// <summary>Assumed: half a microsecond, with the luck of the searches, on a core of some years ago.</summary>
    public const double SecondsPerStep = 0.5e-6;

    /// <summary>Assumed: what one that is under way or held takes in the calendar and in its pool.</summary>
    public const double BytesOfShipment = 250;

    // Assumed: as an arrival, kept for an hour.
    private const double BytesOfVehicle = 48;

    // A stop that no event is needed for; looking at one lane; an hour that a search is spread over.
    private const double StepsOfVehicle = 0.1;
    private const double StepsOfLane = 0.003;
    private const double StepsOfHour = 0.02;

    // A shipment's ring is drawn and found; a ring is drawn, and again each time that it is replaced.
    private const double StepsOfSender = 0.2;
    private const double StepsOfRing = 0.2;

    // Its size, its place among the others, when it is replaced, and who holds a lead on it.
    private const double BytesOfRing = 64;
    private const double BytesOfHeldLead = 24;

    // Assumed: on the way and behind it.
    private const double HoursUnderWay = 48;

    /// <summary>How many steps.</summary>
    public double Steps => Parts.Sum(part => part.Steps);

    /// <summary>How much memory.</summary>
    public double Bytes => Parts.Sum(part => part.Bytes);

    /// <summary>On one core.</summary>
    public double Seconds => Steps * SecondsPerStep;

    /// <summary>What takes most steps.</summary>
    public CostPart Longest => Parts.MaxBy(part => part.Steps)!;

    /// <summary>What takes most memory.</summary>
    public CostPart Largest => Parts.MaxBy(part => part.Bytes)!;

    /// <summary>The cost of a deployment.</summary>
    /// <param name="scenario">Without errors.</param>
    /// <param name="deployment">One of its own.</param>
    public static ReplicationCost Of(Scenario scenario, string deployment)
    {
        double hours = scenario.WarmUpHours + scenario.LengthHours;
        Sent[] sent = [.. scenario.Flows.Select(flow => Sent.By(scenario, flow.Key, flow.Value))];
        double shipmentsPerHour = sent.Sum(s => s.VehiclesPerHour);
        Posted[] posted = [.. PostedIn(scenario, deployment, shipmentsPerHour)];
        double held = posted.Select(team => team.HoldsOnAverageFor(hours)).DefaultIfEmpty(0).Max();

        // Dispatches go on until the fates of the last are known.
        Posted? last = posted.MaxBy(team => team.HoldsFor(hours));
        double overtime = last?.HoldsFor(hours) ?? 0;
        bool isTraced = scenario.Deployments[deployment].Programmes?.Tracing is not null;
        var parts = new List<CostPart>();
        double stepsPerHour = 0;
        foreach (Sent each in sent)
        {
            double steps = each.StepsPerHour(isTraced);
            stepsPerHour += steps;
            double waits = Math.Min(HoursUnderWay + each.WaitsHours + held, hours + overtime);
            CostOf what = each.VehiclesPerHour > 2 * each.ShipmentsPerHour ? CostOf.SplitLoads : CostOf.Shipments;
            parts.Add(
                new CostPart(what, each.Path, each.VehiclesPerHour * hours, steps * hours, each.VehiclesPerHour * waits * BytesOfShipment)
            );
        }

        if (last is not null)
        {
            parts.Add(new CostPart(CostOf.Overtime, last.SearchPath, overtime, stepsPerHour * overtime, 0));
        }

        foreach (Posted team in posted)
        {
            double stops = team.VehiclesPerHour * team.ShareOnDuty * (hours + overtime);
            double looks = team.Load >= 0.8 ? stops * team.Lanes * StepsOfLane : 0;
            double spread = Math.Min(stops * Math.Min(team.MeanHours, hours), team.Lanes * hours) * StepsOfHour;
            parts.Add(
                new CostPart(CostOf.Vehicles, team.TrafficPath, stops, stops * StepsOfVehicle, team.VehiclesPerHour * BytesOfVehicle)
            );

            // Each lane is a number, in the team and in its copies.
            parts.Add(new CostPart(CostOf.Lanes, team.LanesPath, team.Lanes, looks + spread, team.Lanes * 3 * sizeof(double)));
        }

        parts.AddRange(scenario.Organizations.Keys.Select(name => OfRings(scenario, name, hours + overtime)));
        return new ReplicationCost(parts);
    }

    // With the most rings against any adversary.
    private static CostPart OfRings(Scenario scenario, string organization, double hours)
    {
        Rings[] variants =
        [
            .. scenario
                .Experiment.Adversaries.Keys.Cast<string?>()
                .Prepend(null)
                .Select(variant => scenario.OrganizationIn(variant, organization).Rings)
                .OfType<Rings>(),
        ];
        double drawn = variants.Max(rings => (double?)(rings.Count * (1 + (hours / (rings.LifeHours ?? double.PositiveInfinity))))) ?? 0;
        double count = variants.Max(rings => (double?)rings.Count) ?? 0;
        double bytes = BytesOfRing + (BytesOfHeldLead * (scenario.TaskForces.Count + 2));
        return new CostPart(CostOf.Rings, ["organizations", organization, "rings"], drawn, drawn * StepsOfRing, count * bytes);
    }

    private static IEnumerable<Posted> PostedIn(Scenario scenario, string deployment, double shipmentsPerHour)
    {
        Deployment plan = scenario.Deployments[deployment];
        var timeline = new Timeline(scenario);
        foreach ((string name, Posting posting) in plan.Post)
        {
            TeamType team = scenario.TeamTypes[posting.Team];
            string[] places = [.. posting.CheckpointsOf(name)];
            foreach (string place in places.Where(_ => team.Works == TeamWork.Lanes))
            {
                double traffic = scenario.Checkpoints[place].Traffic?.PerHour ?? 0;
                (double vehicles, double open) = StoppedWhileOpen(scenario, timeline, place, posting);
                double share = plan.ShareOf(posting) * (posting.At?.Rotate is { } rotation ? rotation.GetValueOrDefault(place) : 1);
                double days =
                    (posting.Days is { } some ? some.Count / 7.0 : 1)
                    * (posting.Every is { } turns ? (double)turns.DaysOn / turns.Length : 1);
                double stopped = shipmentsPerHour * (traffic > 0 || team.Looks is null ? team.ActsOnShareWith(traffic) : 1);
                yield return new Posted(
                    team,
                    posting,
                    place,
                    vehicles * posting.Count,
                    stopped,
                    share * days * open * posting.Hours.Minutes / TimeOfDay.MinutesOfDay
                );
            }
        }
    }

    // Legitimate vehicles an hour, and of the time on duty the share in which the place is open.
    private static (double PerHour, double ShareOpen) StoppedWhileOpen(Scenario scenario, Timeline timeline, string place, Posting posting)
    {
        double traffic = scenario.Checkpoints[place].Traffic?.PerHour ?? 0;
        if (traffic == 0 || TrafficPreview.IntensityAt(scenario, timeline, place) is null)
        {
            return (traffic > 0 ? scenario.TeamTypes[posting.Team].LegitimateStopsPerHourWith(traffic) : 0, 1);
        }

        var passing = TrafficPreview.Of(scenario, timeline, place, posting);
        return (passing.StopsPerHour, passing.ShareOpen);
    }

    /// <summary>A flow as far as its cost goes.</summary>
    private sealed record Sent(
        string[] Path,
        double ShipmentsPerHour,
        double PlannedPerHour,
        double VehiclesPerHour,
        double FirearmsPerHour,
        bool HasKinds,
        double WaitsHours,
        bool HasRings
    )
    {
        public static Sent By(Scenario scenario, string name, Flow flow)
        {
            FlowRate rate = scenario.RateOf(flow);
            double shipments = rate.Counts == Counted.Firearms ? rate.PerHour / flow.Load.Mean : rate.PerHour;
            double uneven = flow.Profile is { } profile ? new Intensity(profile, new Timeline(scenario)).Maximum : 1;
            Organization[] behaviours = flow.Organization is not { } organization
                ? []
                :
                [
                    .. scenario
                        .Experiment.Adversaries.Keys.Cast<string?>()
                        .Prepend(null)
                        .Select(variant => scenario.OrganizationIn(variant, organization)),
                ];
            double vehicles = behaviours.Max(b => (double?)(1 / b.SplitsLoads?.Factor)) ?? 1;
            double waits = behaviours.Max(b => (double?)b.Adaptations.Sum(each => each?.LongestWaitHours ?? 0)) ?? 0;
            vehicles = Math.Min(vehicles, Math.Max(1, flow.Load.Mean));
            string[] path =
                vehicles > 2 ? ["organizations", flow.Organization!, "splits_loads"]
                : flow.Rate is null ? ["total_flow"]
                : ["flows", name, "rate"];
            return new Sent(
                path,
                shipments,
                shipments * Math.Max(1, uneven),
                shipments * vehicles,
                shipments * flow.Load.Mean,
                flow.Mix is not null,
                waits,
                behaviours.Any(b => b.Rings is not null)
            );
        }

        public double StepsPerHour(bool isTraced) =>
            PlannedPerHour
            + (2 * VehiclesPerHour)
            + (HasKinds || isTraced ? FirearmsPerHour / 4 : 0)
            + (HasRings ? ShipmentsPerHour * StepsOfSender : 0);
    }

    /// <summary>A team at a place as far as its cost goes.</summary>
    /// <param name="Team">Its type.</param>
    /// <param name="Posting">Where it is posted, and when.</param>
    /// <param name="Place">The checkpoint.</param>
    /// <param name="VehiclesPerHour">Legitimate vehicles that it, and as many others as are posted together,
    /// stop.</param>
    /// <param name="ShipmentsPerHour">The most shipments that it stops.</param>
    /// <param name="ShareOnDuty">Of the time.</param>
    private sealed record Posted(
        TeamType Team,
        Posting Posting,
        string Place,
        double VehiclesPerHour,
        double ShipmentsPerHour,
        double ShareOnDuty
    )
    {
        public string[] TrafficPath => ["checkpoints", Place, "traffic"];

        public string[] LanesPath => ["team_types", Posting.Team, "lanes"];

        public string[] SearchPath => ["team_types", Posting.Team, "search"];

        public double Lanes => (double)(Team.Lanes ?? 0) * Posting.Count;

        /// <summary>How long one of the vehicles that it stops holds a lane on average.</summary>
        public double MeanHours =>
            Team.SearchHours.Mean + (ArrivalsPerHour > 0 ? Team.Finds * Team.SeizureHours * ShipmentsPerHour / ArrivalsPerHour : 0);

        /// <summary>Of its lanes, how many are needed.</summary>
        public double Load => Team.Lanes is { } lanes ? ArrivalsPerHour * MeanHours / lanes : 0;

        private double ArrivalsPerHour => (VehiclesPerHour / Posting.Count) + ShipmentsPerHour;

        /// <summary>How long a vehicle that it stops in so many hours is held on average, as the queue grows.</summary>
        public double HoldsOnAverageFor(double hours) => MeanHours + SecondaryHours + WaitsFor(hours);

        /// <summary>How long the last vehicle that it stops in so many hours is held, waiting included.</summary>
        public double HoldsFor(double hours)
        {
            double stopped = Math.Clamp(ArrivalsPerHour * ShareOnDuty * hours, 2, 1e12);
            double again = Team.Secondary?.SearchHours.Quantile(1 - (1 / stopped)) ?? 0;
            return Team.SearchHours.Quantile(1 - (1 / stopped)) + again + WaitsFor(hours);
        }

        private double WaitsFor(double hours)
        {
            double first = Team is { WhenFull: WhenFull.Wait, Lanes: { } lanes }
                ? WaitsFor(hours, lanes, Team.QueueLimit, Load, MeanHours)
                : 0;
            return Team.Secondary is { WhenFull: WhenFull.Wait, Lanes: { } more } secondary
                ? first + WaitsFor(hours, more, secondary.QueueLimit, ReferredPerHour(secondary) * SecondaryHours / more, SecondaryHours)
                : first;
        }

        private double SecondaryHours => Team.Secondary is { } secondary ? secondary.SearchHours.Mean + Team.SeizureHours : 0;

        private double ReferredPerHour(SecondaryInspection secondary) =>
            (VehiclesPerHour / Posting.Count * secondary.ReferredOfTraffic) + (ShipmentsPerHour * secondary.Refers);

        private double WaitsFor(double hours, int lanes, int? queueLimit, double load, double meanHours)
        {
            double grown = Math.Max(0, load - 1) * hours;
            double most = queueLimit is { } limit ? (limit + 1) * meanHours / lanes : double.PositiveInfinity;

            // At the end of a shift the queue is waved through; only one that never ends lets it grow.
            bool ends =
                Posting.Hours != HoursOfDay.Always || Posting.Days is not null || !Posting.IsWeekly || Posting.At?.Rotate is not null;
            return Math.Min(Math.Min(grown, most), ends ? Timeline.HoursOfDay : double.PositiveInfinity);
        }
    }
}
