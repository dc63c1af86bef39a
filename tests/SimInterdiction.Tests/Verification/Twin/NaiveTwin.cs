using SimInterdiction.Engine.Randomness;
using SimInterdiction.Model;
using SimInterdiction.Model.Interdiction;
using SimInterdiction.Model.Measures;
using SimInterdiction.Model.Network;
using SimInterdiction.Model.Traffic;

namespace SimInterdiction.Tests.Verification.Twin;

/// <summary>The order of what happens at one instant: room is made before anyone asks for it.</summary>
internal enum NaivePhase
{
    NewHour,
    ShiftEnd,
    LaneRelease,
    Fate,
    Arrival,
    Dispatch,
}

/// <summary>
/// The model of dispatch, travel, stop, lane and search written again as simply as can be, to hold the fast one against: one event for every vehicle, lane
/// release, place passed and end of a shift. It shares with the fast one the laws of chance, the random numbers and their keys, and nothing else.
/// </summary>
internal sealed class NaiveTwin
{
    // Duty is written down this far; a replication that lasts longer is refused.
    private const double Horizon = 6000;
    private const uint LeadsLuck = 65_536;

    private readonly Scenario scenario;
    private readonly uint replication;
    private readonly StreamRegister register;
    private readonly PriorityQueue<Action, (double Time, NaivePhase Phase, int Stop, int Sequence)> events = new();
    private readonly Dictionary<string, List<NaiveTeam>> teamsAt = [];
    private readonly Dictionary<string, NaiveProfile> profiles;
    private readonly double windowFrom;
    private readonly double windowTo;
    private int sequence;
    private int stops;
    private int cohortUnderWay;
    private int observedHeld;

    public NaiveTwin(Scenario scenario, string deployment, int replication)
    {
        this.scenario = scenario;
        this.replication = (uint)replication;
        register = new StreamRegister((ulong)scenario.Experiment.Seed);
        windowFrom = scenario.WarmUpHours;
        windowTo = windowFrom + scenario.LengthHours;
        profiles = scenario.Flows.ToDictionary(f => f.Key, f => new NaiveProfile(f.Value.Profile ?? new TimeProfile()));
        foreach (NaivePosting posted in NaivePosting.Of(scenario, deployment, Horizon))
        {
            for (int copy = 0; copy < posted.Posting.Count; copy++)
            {
                TeamsAt(posted.Place).Add(new NaiveTeam(this, scenario, posted, posted.Before + copy));
            }
        }
    }

    public double Now { get; private set; }

    /// <summary>Totals of everything under the empty name, and by entry of a dimension.</summary>
    public Dictionary<(Dimension? Dimension, string Entry), double[]> Totals { get; } = [];

    public List<double> Delays { get; } = [];

    public void At(double time, NaivePhase phase, Action action) => events.Enqueue(action, (time, phase, 0, sequence++));

    /// <summary>The end of being held by a team: at once, if it was not held at all. Of those that are let go at one instant the one stopped first goes first.</summary>
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
                BeginHour(team, teams, register.KeyOf("traffic", place, team.Rank.ToString()), 0);
            }
        }

        foreach ((string name, Flow flow) in scenario.Flows)
        {
            PlanNext(name, flow, 0, 0);
        }

        while (events.TryDequeue(out Action? action, out (double Time, NaivePhase, int, int) key))
        {
            if (key.Time >= windowTo && cohortUnderWay == 0 && observedHeld == 0 && !teamsAt.Values.Any(here => here.Exists(t => t.HoldsObserved)))
            {
                break;
            }

            Assert.That(key.Time, Is.LessThan(Horizon));
            Now = key.Time;
            action();
        }

        AddUp();
    }

    private void BeginHour(NaiveTeam team, List<NaiveTeam> teamsHere, StreamKey key, int hour)
    {
        if (team.StopsPerHour == 0)
        {
            return;
        }

        double at = hour;
        for (uint vehicle = 0; ; vehicle++)
        {
            RandomBlock luck = Philox.Draw(key, replication, (ulong)hour, vehicle);
            at -= Math.Log(luck.FirstFine) / team.StopsPerHour;
            if (at >= hour + 1)
            {
                break;
            }

            bool isFurther = teamsHere.TakeWhile(t => t != team).Any(t => t.Posting.Team == team.Posting.Team && t.Duty.IsOn(at));
            if (!team.Duty.IsOn(at) || (isFurther && luck.Fourth >= team.Type.FurtherTeamAdds))
            {
                continue;
            }

            double search = team.Type.SearchHours.Quantile(luck.Third);
            var stop = new NaiveStop { ArrivedAtTeam = at, IsObserved = IsObserved(at), SearchHours = search, HoldsLaneHours = search, IsLegitimate = true };
            At(at, NaivePhase.Arrival, () => team.Stop(stop));
        }

        At(hour + 1, NaivePhase.NewHour, () => BeginHour(team, teamsHere, key, hour + 1));
    }

    private void PlanNext(string name, Flow flow, ulong number, double after)
    {
        FlowRate rate = flow.Rate!.Value;
        double perHour = rate.Counts == Counted.Firearms ? rate.PerHour / flow.Load.Mean : rate.PerHour;
        RandomBlock luck = Philox.Draw(register.KeyOf("dispatch", name), replication, number);
        NaiveProfile profile = profiles[name];
        double at = after - (Math.Log(luck.FirstFine) / (perHour * profile.Highest));
        At(at, NaivePhase.Dispatch, () =>
        {
            PlanNext(name, flow, number + 1, at);
            double thinning = Philox.Draw(register.KeyOf("dispatch", name), replication, number, 1).First;
            if (thinning * profile.Highest < profile.At(Date(at)))
            {
                Dispatch(name, flow, number, luck);
            }
        });
    }

    private void Dispatch(string name, Flow flow, ulong number, RandomBlock luck)
    {
        double sum = flow.Routes.Shares.Values.Sum();
        double upTo = 0;
        string corridor = flow.Routes.Shares.First(s => luck.Third < (upTo += s.Value / sum) || s.Key == flow.Routes.Shares.Keys.Last()).Key;
        var shipment = new NaiveShipment(name, number, corridor, scenario.Corridors.ByHand[corridor].Path, (int)flow.Load.Quantile(luck.Fourth), IsObserved(Now));
        if (shipment.IsInCohort)
        {
            cohortUnderWay++;
            CountFate(shipment, Total.ShipmentsDispatched, Total.FirearmsDispatched);
        }

        Arrive(shipment, 0);
    }

    private void Arrive(NaiveShipment shipment, int step) => MeetTeam(shipment, step, Now, 0, 0, 0);

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
        if (luck.First >= team.Acts * (isFurther ? team.Type.FurtherTeamAdds : 1))
        {
            GoOn();
            return;
        }

        double search = team.Type.SearchHours.Quantile(luck.Third);
        double finds = 1 - Math.Pow(1 - team.Type.Finds, Math.Pow(shipment.Firearms, team.Type.LoadEffect));
        bool isFound = luck.Second < finds;
        (double At, int Number) stop = (Now, stops++);
        int counts = IsObserved(arrived) ? 1 : 0;
        observedHeld += counts;
        Action WhenLetGo(Action next) => () =>
        {
            observedHeld -= counts;
            next();
        };
        team.Stop(new NaiveStop
        {
            ArrivedAtTeam = Now,
            IsObserved = IsObserved(arrived),
            SearchHours = search,
            HoldsLaneHours = isFound ? search + team.Type.SeizureHours : search,
            WavedThrough = () => LetGo(Now, stop, WhenLetGo(GoOn)),
            Begins = () =>
            {
                if (isFound && IsObserved(arrived))
                {
                    team.Totals[(int)Total.Hits]++;
                }

                LetGo(Now + search, stop, WhenLetGo(isFound ? () => Seize(shipment, team) : GoOn));
            },
        });
    }

    private void Leave(NaiveShipment shipment, int step)
    {
        if (step == shipment.Path.Count - 1)
        {
            cohortUnderWay -= shipment.IsInCohort ? 1 : 0;
            return;
        }

        string next = shipment.Path[step + 1];
        double speed = scenario.Travel.SpeedMph.Quantile(VisitLuck(shipment, next, 0).Fourth);
        At(Now + (Miles(shipment.Path[step], next) / speed), NaivePhase.Arrival, () => Arrive(shipment, step + 1));
    }

    private void Seize(NaiveShipment shipment, NaiveTeam team)
    {
        if (!shipment.IsInCohort)
        {
            return;
        }

        cohortUnderWay--;
        CountFate(shipment, Total.ShipmentsSeized, Total.FirearmsSeized);
        DateTime time = Date(Now);
        Count(Dimension.Hour, $"{time:HH}", shipment.Firearms, Total.ShipmentsSeized, Total.FirearmsSeized);
        bool isLater = (time.Year * 12) + time.Month > MonthNumber(Date(windowTo));
        Count(Dimension.Month, isLater ? "later" : $"{time:yyyy-MM}", shipment.Firearms, Total.ShipmentsSeized, Total.FirearmsSeized);
        team.Totals[(int)Total.ShipmentsSeized]++;
        team.Totals[(int)Total.FirearmsSeized] += shipment.Firearms;
    }

    private void CountFate(NaiveShipment shipment, Total shipments, Total firearms)
    {
        Count(null, "", shipment.Firearms, shipments, firearms);
        Count(Dimension.Flow, shipment.Flow, shipment.Firearms, shipments, firearms);
        Count(Dimension.Corridor, shipment.Corridor, shipment.Firearms, shipments, firearms);
    }

    private void Count(Dimension? dimension, string entry, int count, Total shipments, Total firearms)
    {
        Cell(dimension, entry)[(int)shipments]++;
        Cell(dimension, entry)[(int)firearms] += count;
    }

    private void AddUp()
    {
        foreach (NaiveTeam team in teamsAt.Values.SelectMany(t => t))
        {
            team.CountResources();
            Delays.AddRange(team.Delays);
            for (int total = 0; total < team.Totals.Length; total++)
            {
                Cell(Dimension.Checkpoint, team.Checkpoint)[total] += team.Totals[total];
                Cell(Dimension.TaskForce, team.Posting.TaskForce)[total] += team.Totals[total];
                if ((Total)total is not (Total.ShipmentsSeized or Total.FirearmsSeized))
                {
                    Cell(null, "")[total] += team.Totals[total];
                }
            }
        }
    }

    private double[] Cell(Dimension? dimension, string entry)
    {
        if (!Totals.TryGetValue((dimension, entry), out double[]? cell))
        {
            Totals[(dimension, entry)] = cell = new double[ReplicationRecord.TotalCount];
        }

        return cell;
    }

    private RandomBlock VisitLuck(NaiveShipment shipment, string place, uint draw) =>
        Philox.Draw(register.KeyOf("visit", shipment.Flow, place), replication, shipment.Number, draw);

    private double Miles(string from, string to)
    {
        double[] roads = [.. scenario.Roads.Values.Where(r => r.Between.Contains(from) && r.Between.Contains(to)).Select(r => r.LengthMiles!.Value)];
        return roads.Length > 0 ? roads.Min() : scenario.Places[from].At.MilesTo(scenario.Places[to].At) * Road.Circuity;
    }

    private List<NaiveTeam> TeamsAt(string place)
    {
        if (!teamsAt.TryGetValue(place, out List<NaiveTeam>? here))
        {
            teamsAt[place] = here = [];
        }

        return here;
    }

    private DateTime Date(double at) => scenario.Start.ToDateTime(TimeOnly.MinValue).AddHours(at - windowFrom);

    private static int MonthNumber(DateTime time) => (time.Year * 12) + time.Month;

    private bool IsObserved(double at) => at >= windowFrom && at < windowTo;
}

/// <summary>A shipment and where it goes.</summary>
internal sealed record NaiveShipment(string Flow, ulong Number, string Corridor, IReadOnlyList<string> Path, int Firearms, bool IsInCohort);
