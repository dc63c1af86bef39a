using SimInterdiction.Engine.Randomness;
using SimInterdiction.Model;
using SimInterdiction.Model.Interdiction;
using SimInterdiction.Model.Measures;
using SimInterdiction.Model.Network;
using SimInterdiction.Model.Study;
using SimInterdiction.Model.World;

namespace SimInterdiction.Tests.Verification.Twin;

/// <summary>The order of what happens at one instant: room is made before anyone asks for it.</summary>
internal enum NaivePhase
{
    NewHour,
    ShiftEnd,
    LaneRelease,
    NewRing,
    Fate,
    Arrival,
    Trace,
    Case,
    Dispatch,
}

/// <summary>
/// The model written again as simply as can be, to hold the fast one against: one event for every vehicle, lane
/// release, place passed, end of a shift, trace and case, and lists of everything that has ever been heard. It shares
/// with the fast one the laws of chance, the random numbers and their keys, and what theory says of a deployment,
/// nothing else.
/// </summary>
internal sealed class NaiveTwin
{
    // Duty is written down this far; a replication that lasts longer is refused.
    private const double Horizon = 6000;
    private const uint LeadsLuck = 65_536;
    private const uint SecondaryLuck = 131_072;

    private readonly Scenario scenario;
    private readonly string deployment;
    private readonly uint replication;
    private readonly StreamRegister register;
    private readonly Identities words;
    private readonly PriorityQueue<Action, (double Time, NaivePhase Phase, int Number, int Sequence)> events = new();
    private readonly Dictionary<string, List<NaiveTeam>> teamsAt = [];
    private readonly Dictionary<string, NaiveOrganization> organizations;
    private readonly NaiveDispatch dispatch;
    private readonly NaiveSearchLuck searchLuck;
    private readonly double windowTo;
    private int sequence;
    private int stops;
    private int departures;
    private int cohortUnderWay;
    private int observedHeld;

    public NaiveTwin(CompiledScenario given, Arm arm, int replication)
    {
        scenario = given.Scenario;
        deployment = arm.Deployment;
        this.replication = (uint)replication;
        register = new StreamRegister((ulong)scenario.Experiment.Seed);
        words = given.Identities;
        windowTo = scenario.WarmUpHours + scenario.LengthHours;
        Books = new NaiveBooks(scenario, words, register, this.replication);
        Intelligence = new NaiveIntelligence(this, Books, scenario, words, given, arm, register, this.replication);
        searchLuck = new NaiveSearchLuck(scenario, deployment, Intelligence);
        organizations = scenario
            .Flows.Select(f => f.Value.Organization ?? f.Key)
            .Distinct()
            .ToDictionary(name => name, name => new NaiveOrganization(given, arm, name));
        dispatch = new NaiveDispatch(this, scenario, words, organizations, register, this.replication);
        foreach (NaivePosting posted in NaivePosting.Of(given, deployment, Horizon))
        {
            NaiveRotation? rotation = posted.Posting.At?.Rotate is null
                ? null
                : new NaiveRotation(scenario, posted, register, this.replication);
            var plans = new NaivePlans(posted, register, this.replication);
            TeamsAt(posted.Place)
                .Add(
                    new NaiveTeam(this, scenario, posted, posted.Before, day =>
                        (rotation is null || rotation.CheckpointOn(day) == posted.Checkpoint)
                        && (posted.Plans.Length == 0 || plans.AreDrawnOn(day))
                    )
                );
        }
    }

    public double Now { get; private set; }

    public NaiveBooks Books { get; }

    public NaiveIntelligence Intelligence { get; }

    public void At(double time, NaivePhase phase, Action action) => events.Enqueue(action, (time, phase, 0, sequence++));

    /// <summary>Something about a shipment: of several at one instant those that left first come first.</summary>
    public void At(double time, NaivePhase phase, NaiveShipment shipment, Action action) =>
        events.Enqueue(action, (time, phase, shipment.Departure, sequence++));

    /// <summary>The end of being held by a team: at once, if it was not held at all. Of those that are let go at one
    /// instant the one stopped first goes first.</summary>
    private void LetGo(double time, (double At, int Number) stop, Action action)
    {
        if (time == stop.At)
        {
            action();
            return;
        }

        events.Enqueue(action, (time, NaivePhase.Fate, stop.Number, sequence++));
    }

    public void Run()
    {
        foreach ((string place, List<NaiveTeam> teams) in teamsAt)
        {
            foreach (NaiveTeam team in teams.Where(t => t.Type.Works == TeamWork.Lanes))
            {
                StreamKey KeyOf(string purpose) => register.KeyOf(purpose, words.WordOfPlace(place), team.Rank.ToString());
                BeginHour(team, teams, KeyOf("traffic"), KeyOf("referral"), 0);
            }
        }

        foreach (string flow in scenario.Flows.Keys)
        {
            dispatch.PlanNext(flow, 0, 0);
        }

        while (events.TryDequeue(out Action? action, out (double Time, NaivePhase, int, int) key))
        {
            if (
                key.Time >= windowTo
                && cohortUnderWay == 0
                && observedHeld == 0
                && !teamsAt.Values.Any(here => here.Exists(t => t.HoldsObserved))
            )
            {
                break;
            }

            Assert.That(key.Time, Is.LessThan(Horizon));
            Now = key.Time;
            action();
        }

        Intelligence.Finish();
        Books.Finish(deployment);
        foreach (NaiveTeam team in teamsAt.Values.SelectMany(t => t))
        {
            Books.Add(team);
        }
    }

    private void BeginHour(NaiveTeam team, List<NaiveTeam> teamsHere, StreamKey key, StreamKey referrals, int hour)
    {
        if (team.MostStopsPerHour == 0)
        {
            return;
        }

        double at = hour;
        for (uint vehicle = 0; ; vehicle++)
        {
            RandomBlock luck = Philox.Draw(key, replication, (ulong)hour, vehicle);
            at -= Math.Log(luck.FirstFine) / team.MostStopsPerHour;
            if (at >= hour + 1)
            {
                break;
            }

            bool isFurther = teamsHere.TakeWhile(t => t != team).Any(t => t.Posting.Team == team.Posting.Team && t.Duty.IsOn(at));
            double kept = (isFurther ? team.Type.FurtherTeamAdds : 1) * team.StopsPerHour(at) / team.MostStopsPerHour;
            if (!team.Duty.IsOn(at) || (kept < 1 && luck.Fourth >= kept))
            {
                continue;
            }

            double search = team.Type.SearchHours.Quantile(luck.Third);
            RandomBlock again = Philox.Draw(referrals, replication, (ulong)hour, vehicle);
            SecondaryInspection? secondary = team.Type.Secondary;
            var stop = new NaiveStop
            {
                ArrivedAtTeam = at,
                IsObserved = Books.IsObserved(at),
                SearchHours = search,
                HoldsLaneHours = search,
                IsLegitimate = true,
                ReferredFor =
                    again.First < (secondary?.RefersTraffic ?? secondary?.Refers) ? secondary!.SearchHours.Quantile(again.Third) : null,
            };
            At(at, NaivePhase.Arrival, () => team.Stop(stop));
        }

        At(hour + 1, NaivePhase.NewHour, () => BeginHour(team, teamsHere, key, referrals, hour + 1));
    }

    /// <summary>A shipment leaves.</summary>
    public void Depart(NaiveShipment shipment)
    {
        shipment = shipment with { IsInCohort = Books.IsObserved(Now), LeadsNoted = [], Left = Now, Departure = ++departures };
        searchLuck.NoteLeads(shipment);
        if (shipment.IsInCohort)
        {
            cohortUnderWay++;
            Books.Dispatched(shipment, Now);
            Books.CountBy(OrganizationOf(shipment), Total.ShipmentsOfKnownRings, Intelligence.IsKnown(shipment) ? 1 : 0);
        }

        ComeTo(shipment, 0, Now);
    }

    // A closed place is waited at.
    private void ComeTo(NaiveShipment shipment, int step, double at)
    {
        double opens = NaiveGate.Opens(scenario, scenario.Places[shipment.Path[step]].Open, at);
        if (opens == Now)
        {
            Arrive(shipment, step);
        }
        else
        {
            At(opens, NaivePhase.Arrival, shipment, () => Arrive(shipment, step));
        }
    }

    /// <summary>How long it takes into a place of its path.</summary>
    public double LegHours(NaiveShipment shipment, int step) =>
        Miles(shipment.Path[step - 1], shipment.Path[step])
        / scenario.Travel.SpeedMph.Quantile(VisitLuck(shipment, shipment.Path[step], 0).Fourth);

    private void Arrive(NaiveShipment shipment, int step)
    {
        if (shipment.IsInCohort)
        {
            string place = shipment.Path[step];
            if (TeamsAt(place).FindAll(team => team.IsOfTheWindow) is { Count: > 0 } here)
            {
                bool isOnDuty = here.Exists(team => team.Duty.IsOn(Now));
                Books.CameBy(here.Select(team => team.Checkpoint).Distinct(), isOnDuty, Now);
                if (isOnDuty)
                {
                    shipment.MetBy.Add("a team on duty");
                }
            }

            Books.CountLuck(shipment, NaiveSearchLuck.ShareOf(shipment, TeamsAt(place), Now, draw => VisitLuck(shipment, place, draw)));
        }

        MeetTeam(shipment, step, Now, 0, 0, 0);
    }

    /// <summary>The team of this index tries, then the next one. Every team that tries has luck of its own.</summary>
    private void MeetTeam(NaiveShipment shipment, int step, double arrived, int index, uint lanesTried, uint leadsTried)
    {
        string place = shipment.Path[step];
        List<NaiveTeam> teams = TeamsAt(place);
        if (index == teams.Count)
        {
            Leave(shipment, step);
            return;
        }

        NaiveTeam team = teams[index];
        bool isLeads = team.Type.Works == TeamWork.Leads;
        if (team.IsOfTheWindow)
        {
            shipment.MetBy.Add("a team");
        }

        if (!team.Duty.IsOn(Now))
        {
            MeetTeam(shipment, step, arrived, index + 1, lanesTried, leadsTried);
            return;
        }

        RandomBlock luck = VisitLuck(shipment, place, isLeads ? LeadsLuck + leadsTried : lanesTried);
        uint lanesNext = lanesTried + (isLeads ? 0u : 1);
        uint leadsNext = leadsTried + (isLeads ? 1u : 0);
        void GoOn() => MeetTeam(shipment, step, arrived, index + 1, lanesNext, leadsNext);

        bool isFurther = teams.Take(index).Any(t => t.Posting.Team == team.Posting.Team && t.Duty.IsOn(Now));
        double without = team.Acts(Now) * (isFurther ? team.Type.FurtherTeamAdds : 1);
        double factor = Intelligence.FactorFor(team.Posting.TaskForce, shipment);
        SecondaryInspection? secondary = team.Type.Secondary;
        double chance = Math.Min(1, team.Acts(Now) * (secondary is null ? factor : 1)) * (isFurther ? team.Type.FurtherTeamAdds : 1);
        if (luck.First >= chance)
        {
            GoOn();
            return;
        }

        if (luck.First >= without)
        {
            Intelligence.StoppedOnLead(shipment);
        }

        double search = team.Type.SearchHours.Quantile(luck.Third);
        double finds = 1 - Math.Pow(1 - team.Type.Finds, Math.Pow(shipment.Firearms, team.Type.LoadEffect));
        bool isFound = luck.Second < finds;
        RandomBlock second = VisitLuck(shipment, place, SecondaryLuck + lanesTried);
        bool isReferred = !isFound && secondary is not null && second.First < Math.Min(1, secondary.Refers * factor);
        bool isOnLead = isReferred ? second.First >= secondary!.Refers : luck.First >= without;
        (double At, int Number) stop = (Now, stops++);
        int counts = Books.IsObserved(arrived) ? 1 : 0;
        observedHeld += counts;
        Action WhenLetGo(Action next) =>
            () =>
            {
                observedHeld -= counts;
                next();
            };
        team.Stop(
            new NaiveStop
            {
                ArrivedAtTeam = Now,
                IsObserved = Books.IsObserved(arrived),
                SearchHours = search,
                HoldsLaneHours = isFound ? search + team.Type.SeizureHours : search,
                WavedThrough = () =>
                {
                    shipment.MetBy.Add("waved");
                    LetGo(Now, stop, WhenLetGo(GoOn));
                },
                Begins = () =>
                {
                    shipment.MetBy.Add("searched");
                    if (isFound && Books.IsObserved(arrived))
                    {
                        team.Totals[(int)Total.Hits]++;
                    }

                    Action seize = WhenLetGo(() => Seize(shipment, step, team, isOnLead));
                    Action next =
                        isFound ? seize
                        : isReferred ? () => ReferToSecondary(shipment, arrived, team, second, isOnLead, seize, WhenLetGo(GoOn))
                        : WhenLetGo(GoOn);
                    LetGo(Now + search, stop, next);
                },
            }
        );
    }

    private void ReferToSecondary(
        NaiveShipment shipment,
        double arrived,
        NaiveTeam team,
        RandomBlock luck,
        bool isOnLead,
        Action seize,
        Action goOn
    )
    {
        if (isOnLead)
        {
            Intelligence.StoppedOnLead(shipment);
        }

        SecondaryInspection secondary = team.Type.Secondary!;
        (double At, int Number) stop = (Now, stops++);
        double search = secondary.SearchHours.Quantile(luck.Third);
        bool isFound = luck.Second < 1 - Math.Pow(1 - secondary.Finds, Math.Pow(shipment.Firearms, team.Type.LoadEffect));
        void FoundAgain()
        {
            team.Totals[(int)Total.FirearmsSeizedAtSecondary] += shipment.IsInCohort ? shipment.Firearms : 0;
            seize();
        }

        team.Refer(
            isFound ? search + team.Type.SeizureHours : search,
            () =>
            {
                team.Totals[(int)Total.Hits] += isFound && Books.IsObserved(arrived) ? 1 : 0;
                LetGo(Now + search, stop, isFound ? FoundAgain : goOn);
            },
            () => LetGo(Now, stop, goOn)
        );
    }

    private void Leave(NaiveShipment shipment, int step)
    {
        searchLuck.NoteLeadsAfter(shipment, TeamsAt(shipment.Path[step]), draw => VisitLuck(shipment, shipment.Path[step], draw));
        if (step == shipment.Path.Count - 1)
        {
            if (shipment.IsInCohort)
            {
                Books.Delivered(shipment);
            }

            Intelligence.Delivered(shipment);
            End(shipment, step, isSeized: false);
            return;
        }

        // So are closed roads, the shortest between the two: the first of them that opens is taken.
        (string from, string to) = (shipment.Path[step], shipment.Path[step + 1]);
        Road[] roads = [.. scenario.Roads.Values.Where(r => r.Between.Contains(from) && r.Between.Contains(to))];
        double enters = roads
            .Where(r => r.LengthMiles == roads.Min(other => other.LengthMiles))
            .Select(r => NaiveGate.Opens(scenario, r.Open, Now))
            .DefaultIfEmpty(Now)
            .Min();
        ComeTo(shipment, step + 1, enters + LegHours(shipment, step + 1));
    }

    private void Seize(NaiveShipment shipment, int step, NaiveTeam team, bool isOnLead)
    {
        if (shipment.IsInCohort)
        {
            Books.Seized(shipment, team, isOnLead, Now);
        }

        Intelligence.Seized(shipment, team.Posting.TaskForce);
        End(shipment, step, isSeized: true);
    }

    private void End(NaiveShipment shipment, int step, bool isSeized)
    {
        organizations[OrganizationOf(shipment)].Met(Now, shipment, step, isSeized);
        cohortUnderWay -= shipment.IsInCohort ? 1 : 0;
    }

    private string OrganizationOf(NaiveShipment shipment) => scenario.Flows[shipment.Flow].Organization ?? shipment.Flow;

    private RandomBlock VisitLuck(NaiveShipment shipment, string place, uint draw) =>
        Philox.Draw(
            register.KeyOf("visit", words.WordOfFlow(shipment.LuckOf), words.WordOfPlace(place)),
            replication,
            shipment.Number,
            draw
        );

    private double Miles(string from, string to)
    {
        double[] roads =
        [
            .. scenario.Roads.Values.Where(r => r.Between.Contains(from) && r.Between.Contains(to)).Select(r => r.LengthMiles!.Value),
        ];
        return roads.Length > 0 ? roads.Min() : scenario.Places[from].At.MilesTo(scenario.Places[to].At) * Road.Circuity;
    }

    /// <summary>The teams that are ever posted at a place, in the order in which they try.</summary>
    public List<NaiveTeam> TeamsAt(string place)
    {
        if (!teamsAt.TryGetValue(place, out List<NaiveTeam>? here))
        {
            teamsAt[place] = here = [];
        }

        return here;
    }
}
