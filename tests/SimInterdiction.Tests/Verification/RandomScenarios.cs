using CsCheck;
using SimInterdiction.Engine.Distributions;
using SimInterdiction.Model;
using SimInterdiction.Model.Interdiction;
using SimInterdiction.Model.Network;
using SimInterdiction.Model.Study;
using SimInterdiction.Model.Time;
using SimInterdiction.Model.Traffic;

namespace SimInterdiction.Tests.Verification;

/// <summary>Small scenarios at random, full of borders: no length, no search time, everything stopped, shifts past
/// midnight, dates that end within the window.</summary>
internal static class RandomScenarios
{
    private static readonly string[] PlaceNames = Names("p", 12);
    private static readonly DateOnly Start = new(2022, 10, 29);

    // The Saturday before the month changes; dates that lie before, in and after the window.
    private static readonly Gen<DateOnly> Date = Gen.Int[-4, 8].Select(Start.AddDays);

    private static readonly Gen<HoursOfDay> Hours = OneOf(
        HoursOfDay.Always,
        HoursOfDay.Always,
        new(new(6), new(18)),
        new(new(18), new(6)),
        new(new(20), new(4)),
        new(new(0), new(12)),
        new(new(12), new(24)),
        new(new(6), new(6)),
        new(new(9, 30), new(17, 15)),
        new(new(23), new(1)),
        new(new(1), new(23))
    );

    private static readonly Gen<IReadOnlyList<Weekday>?> Days = Gen.Frequency(
        (3, Gen.Const(() => (IReadOnlyList<Weekday>?)null)),
        (2, Gen.Enum<Weekday>().Array[1, 7].Select(d => (IReadOnlyList<Weekday>?)[.. d.Distinct()])),
        (1, Gen.Const<IReadOnlyList<Weekday>?>([Weekday.Sun, Weekday.Mon, Weekday.Tue, Weekday.Wed, Weekday.Thu, Weekday.Fri, Weekday.Sat]))
    );

    private static readonly Gen<Distribution> Search = OneOf<Distribution>(
        new Fixed(0),
        new Fixed(0.1),
        new Fixed(1),
        new Exponential(0.3),
        new Uniform(0, 0.5)
    );

    private static readonly Gen<double> Share = OneOf(0, 0.3, 0.7, 1);

    private static readonly Gen<SecondaryInspection?> Secondary =
        from any in Gen.Int[0, 2].Select(n => n == 0)
        from refers in Share
        from refersTraffic in OneOf<double?>(null, 0, 0.1, 0.5)
        from finds in Share
        from search in Search
        from lanes in OneOf<int?>(null, 1, 1, 2)
        from whenFull in Gen.Enum<WhenFull>()
        from queueLimit in OneOf<int?>(null, 0, 1, 3)
        select any
            ? new SecondaryInspection
            {
                Refers = refers,
                RefersTraffic = refersTraffic,
                Finds = finds,
                Officers = 2,
                SearchHours = search,
                Lanes = lanes,
                WhenFull = whenFull,
                QueueLimit = queueLimit,
            }
            : null;

    private static readonly Gen<TeamType> Team =
        from works in Gen.Frequency((4, Gen.Const(TeamWork.Lanes)), (1, Gen.Const(TeamWork.Leads)))
        from acts in OneOf(0.2, 0.6, 1, 1)
        from looks in OneOf<FlowLooks?>(null, null, null, new FlowLooks(4))
        from finds in Share
        from loadEffect in OneOf(0, 0, 0.5, 1)
        from search in Search
        from stopsTraffic in OneOf<double?>(0, 0.05, 0.05, 0.2, 0.2)
        from lanes in OneOf<int?>(null, 1, 1, 2, 3)
        from whenFull in Gen.Enum<WhenFull>()
        from queueLimit in OneOf<int?>(null, 0, 1, 3)
        from seizure in OneOf(0, 0, 0.5, 4.0)
        from further in OneOf(0, 0.5, 1)
        from secondary in Secondary
        select new TeamType
        {
            Works = works,
            Officers = 3,
            CostPerOfficerHourUsd = 85,
            Stops = works == TeamWork.Lanes && looks is null ? acts : null,
            Looks = works == TeamWork.Lanes ? looks : null,
            ActsOn = works == TeamWork.Leads ? acts : null,
            StopsTraffic = looks is not null && acts < 1 ? null : stopsTraffic,
            Finds = finds,
            LoadEffect = loadEffect,
            SearchHours = search,
            Lanes = works == TeamWork.Lanes ? lanes : null,
            WhenFull = whenFull,
            QueueLimit = queueLimit,
            SeizureHours = seizure,
            FurtherTeamAdds = further,
            Secondary = works == TeamWork.Lanes ? secondary : null,
        };

    private static readonly Gen<TimeProfile?> Profile =
        from any in Gen.Bool
        from october in OneOf(0.5, 1, 3)
        from sunday in OneOf(0.0, 1, 2)
        from night in OneOf(0.1, 1, 1.8)
        select any
            ? new TimeProfile
            {
                Months = new OrderedDictionary<Month, double> { [Month.Oct] = october },
                Weekdays = new OrderedDictionary<Weekday, double> { [Weekday.Sun] = sunday },
                Hours = new OrderedDictionary<HoursOfDay, double> { [new(new(20), new(4))] = night, [new(new(12), new(13))] = 0.7 },
            }
            : null;

    private static readonly Gen<Distribution> Load = OneOf<Distribution>(
        new Fixed(1),
        new Fixed(3),
        new Empirical([(1, 0.5), (5, 0.3), (20, 0.2)]),
        Discretised.Count(new LogNormal(3, 1), 1, 60)
    );

    private static readonly Gen<Opening?> Gate =
        from any in Gen.Int[0, 4].Select(n => n == 0)
        from hours in Hours
        from days in Days
        from except in Gen.Frequency((3, Gen.Const(0)), (1, Gen.Const(1))).SelectMany(count => Date.Array[count])
        select any
            ? new Opening
            {
                Hours = hours,
                Days = days,
                Except = except,
            }
            : null;

    private static readonly Gen<Corridor> Path =
        from order in Gen.Frequency((3, Gen.Shuffle(PlaceNames[..5])), (1, Gen.Shuffle(PlaceNames)))
        from length in Gen.Int[2, order.Length]
        select new Corridor { Path = [.. order.Take(length)] };

    /// <summary>A team that rotates between some of the checkpoints.</summary>
    public static Gen<PostedAt> Rotating { get; } =
        from checkpoints in Gen.Shuffle((string[])[.. PlaceNames[..4], "second"])
        from count in Gen.Int[2, 3]
        from weights in Gen.Int[1, 4].Array[3]
        from every in OneOf(24.0, 24, 48, 7 * 24)
        from order in Gen.Enum<RotationOrder>()
        select new PostedAt
        {
            Rotate = Named(checkpoints[..count], weights.Take(count).Select(w => (double)w / weights.Take(count).Sum())),
            EveryHours = every,
            Order = order,
        };

    /// <summary>A deployment's rotation among three plans, and of each posting on which of them it stands.</summary>
    public static Gen<(PlanRotation Rotate, IReadOnlyList<string>?[] Plans)> Plans { get; } =
        from weights in Gen.Int[1, 4].Array[3]
        from every in OneOf(24.0, 24, 48)
        from stands in Gen.Int[1, 7].Array[6]
        select (
            new PlanRotation { Plans = Named(Names("plan", 3), weights.Select(w => (double)w / weights.Sum())), EveryHours = every },
            stands
                .Select(bits =>
                    bits == 7 ? null : (IReadOnlyList<string>)[.. Names("plan", 3).Where((_, plan) => ((bits >> plan) & 1) == 1)]
                )
                .ToArray()
        );

    /// <summary>A deployment that rotates among plans; postings that rotate by themselves stand on all.</summary>
    public static Deployment With((PlanRotation Rotate, IReadOnlyList<string>?[] Plans) plans, Deployment deployment) =>
        deployment with
        {
            Rotate = plans.Rotate,
            Post = Named(
                deployment.Post.Keys,
                deployment.Post.Values.Select(
                    (posting, i) => posting.At?.Rotate is null ? posting with { Plans = plans.Plans[i % plans.Plans.Length] } : posting
                )
            ),
        };

    /// <summary>One with a deployment called <c>posted</c>.</summary>
    public static Gen<Scenario> Any { get; } =
        from window in Gen.Select(OneOf(12.0, 24, 30, 72, 100), OneOf(0, 0.25, 7.5, 24, 36))
        from corridors in Path.Array[1, 3]
        from flows in FlowOn(corridors.Length).Array[1, 2]
        from teams in Team.Array[1, 3]
        from traffic in OneOf(0.0, 10, 40).Array[5]
        from profiles in Profile.Array[5]
        from gates in Gate.Array[12]
        from posts in PostingOf(teams.Length).Array[0, 5]
        from roads in Gen.Select(Gen.Int[0, 4], Gen.Int[0, 4], OneOf(0.0, 0, 30, 200)).Array[0, 6]
        from speed in OneOf<Distribution>(new Fixed(50), new Uniform(40, 70))
        from seed in Gen.Int[0, 1000]
        from isLone in Gen.Int[0, 3].Select(n => n == 0)
        select Settle(
            isLone,
            new Scenario
            {
                Start = Start,
                LengthHours = window.Item1,
                WarmUpHours = window.Item2,
                Places = Named(
                    PlaceNames,
                    PlaceNames.Select((_, i) => new Place { At = new GeoPoint(27 + (i * 0.7), -100 + (i % 2)), Open = gates[i] })
                ),
                Roads = Named(
                    Names("road", roads.Length),
                    roads.Select(
                        (r, i) =>
                            new Road
                            {
                                Between = [PlaceNames[r.Item1], PlaceNames[r.Item2]],
                                LengthMiles = r.Item3,
                                Open = gates[6 + i],
                            }
                    )
                ),
                Corridors = new CorridorPlan { ByHand = Named(Names("way", corridors.Length), corridors) },
                Travel = new Travel { SpeedMph = speed },
                Flows = Named(Names("flow", flows.Length), flows),
                TeamTypes = Named(Names("team", teams.Length), teams),
                TaskForces = new OrderedDictionary<string, TaskForce>
                {
                    ["north"] = new() { Home = "p0", Teams = new OrderedDictionary<string, int>() },
                    ["south"] = new() { Home = "p4", Teams = new OrderedDictionary<string, int>() },
                },
                Checkpoints = Named(
                    [.. PlaceNames[..4], "second"],
                    traffic.Select(
                        (perHour, i) =>
                            new Checkpoint
                            {
                                Place = i == 4 ? "p1" : null,
                                Traffic = perHour == 0 ? null : new FlowLooks(perHour),
                                Profile = perHour == 0 ? null : profiles[i],
                            }
                    )
                ),
                Deployments = new OrderedDictionary<string, Deployment>
                {
                    ["nobody"] = new(),
                    ["posted"] = new() { Post = Named(Names("post", posts.Length), posts) },
                    ["fewer"] = new() { Post = Named(Names("post", posts.Length / 2), posts.Take(posts.Length / 2)) },
                },
                Experiment = new ExperimentPlan { Replications = 5, Seed = seed },
            }
        );

    // Where searches and ways of fixed length follow one another, vehicles arrive at the very instant a lane falls
    // free, or differ from it by a rounding error; the order is then anyone's. So there is either a lone team, or every
    // search and every way has a length of its own.
    public static Scenario Settle(bool isLone, Scenario scenario) =>
        isLone
            ? scenario with
            {
                Deployments = Map(scenario.Deployments, d => new Deployment
                {
                    Post = Map(d.Post.Take(1), posting => posting with { Count = 1 }),
                }),
            }
            : scenario with
            {
                TeamTypes = Map(scenario.TeamTypes, type => type with { SearchHours = Vary(type.SearchHours) }),
                Travel = new Travel { SpeedMph = Vary(scenario.Travel.SpeedMph) },
            };

    private static Distribution Vary(Distribution law) =>
        law is Fixed { Value: > 0 } same ? new Uniform(same.Value, same.Value * 1.01) : law;

    public static OrderedDictionary<string, T> Map<T>(IEnumerable<KeyValuePair<string, T>> things, Func<T, T> change) =>
        new(things.Select(t => new KeyValuePair<string, T>(t.Key, change(t.Value))));

    /// <summary>What matters of one, for the message of a failure.</summary>
    public static string Describe(Scenario scenario)
    {
        string posts = string.Join(
            '\n',
            scenario
                .Deployments["posted"]
                .Post.Select(p => $"{p.Key}: {p.Value.At!.Checkpoint} {p.Value} days {string.Join(',', p.Value.Days ?? [])}")
        );
        string ways = string.Join('\n', scenario.Corridors.ByHand.Select(c => $"{c.Key}: {string.Join(',', c.Value.Path)}"));
        string traffic = string.Join('\n', scenario.Checkpoints.Select(c => $"{c.Key}: {c.Value.Traffic}"));
        string shares = string.Join('\n', scenario.Flows.Select(f => $"{f.Key}: {string.Join(',', f.Value.Routes.Shares)}"));
        return $"warm-up {scenario.WarmUpHours}, length {scenario.LengthHours}\n{posts}\n{ways}\n{traffic}\n"
            + $"{string.Join('\n', scenario.TeamTypes)}\n{string.Join('\n', scenario.Flows)}\n{shares}";
    }

    public static Gen<T> OneOf<T>(params T[] choices) => Gen.Int[0, choices.Length - 1].Select(i => choices[i]);

    public static string[] Names(string word, int count) => [.. Enumerable.Range(0, count).Select(i => $"{word}{i}")];

    public static OrderedDictionary<string, T> Named<T>(IEnumerable<string> names, IEnumerable<T> things) =>
        new(names.Zip(things, (name, thing) => new KeyValuePair<string, T>(name, thing)));

    private static Gen<Flow> FlowOn(int corridors) =>
        from perHour in OneOf(0.2, 1, 3)
        from counts in OneOf(Counted.Shipments, Counted.Firearms)
        from load in Load
        from weights in Gen.Int[1, 5].Array[corridors]
        from profile in Profile
        select new Flow
        {
            Rate = new FlowRate(perHour, counts),
            Load = load,
            Routes = new Routes { Shares = Named(Names("way", corridors), weights.Select(w => (double)w / weights.Sum())) },
            Profile = profile,
        };

    private static Gen<Posting> PostingOf(int teams) =>
        from at in OneOf("p0", "p1", "p1", "p1", "p2", "p3", "second")
        from taskForce in OneOf("north", "south")
        from team in Gen.Int[0, teams - 1]
        from hours in Hours
        from days in Days
        from dates in Gen.Select(Gen.Bool, Date, Gen.Bool, Date)
        from count in Gen.Frequency((3, Gen.Const(1)), (1, Gen.Const(2)))
        from turns in Gen.Select(Gen.Int[0, 2], Gen.Int[1, 4], Gen.Int[1, 4], Date)
        from except in Gen.Frequency((3, Gen.Const(0)), (1, Gen.Const(2))).SelectMany(days => Date.Array[days])
        select new Posting
        {
            At = new PostedAt { Checkpoint = at },
            TaskForce = taskForce,
            Team = $"team{team}",
            Hours = hours,
            Days = days,
            From = dates.Item1 ? dates.Item2 : null,
            To = dates.Item3 ? dates.Item4 : null,
            Every =
                turns.Item1 == 0
                    ? new DutyCycle
                    {
                        DaysOn = turns.Item2,
                        DaysOff = turns.Item3,
                        From = turns.Item4,
                    }
                    : null,
            Except = except,
            Count = count,
        };
}
