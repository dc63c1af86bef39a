using System.Collections.Concurrent;
using SimInterdiction.Engine.Randomness;
using SimInterdiction.Engine.Vectors;
using SimInterdiction.Model.Interdiction;
using SimInterdiction.Model.Measures;

namespace SimInterdiction.Model.World;

/// <summary>
/// A scenario made ready to simulate: names become numbers, corridors arrays, purposes random streams. Immutable, and
/// shared by the replications of all deployments on all threads.
/// </summary>
public sealed class CompiledScenario
{
    private readonly string[][] entries;
    private readonly Dictionary<string, int>[] entryNumbers;
    private readonly Dictionary<string, int> placeNumbers = [];
    private readonly ConcurrentDictionary<(Type Result, object Of), Lazy<object>> workedOut = [];
    private readonly ConcurrentDictionary<(Type Result, object Of), Lazy<object>> workedOutForAll = [];

    private CompiledScenario(Scenario scenario)
    {
        Scenario = scenario;
        Timeline = new Timeline(scenario);
        Map = RouteMap.Build(scenario);
        Identities = new Identities(scenario, Map);
        Postings = new PostingOrder(scenario, Map.Order);
        foreach (string place in scenario.Places.Keys)
        {
            placeNumbers.Add(place, placeNumbers.Count);
        }

        Calendar = new ResultCalendar(scenario, Timeline);
        entries = [.. Enum.GetValues<Dimension>().Select(d => EntriesOf(d).ToArray())];
        entryNumbers = [.. entries.Select(names => names.Index().ToDictionary(n => n.Item, n => n.Index))];
        var register = new StreamRegister((ulong)scenario.Experiment.Seed);
        Routes = [.. Map.Corridors.Select(c => new RouteLegs([.. c.Places.Select(p => placeNumbers[p])], [0, .. c.LegMiles]))];
        MilesAlong = new PaddedRows<double>(Routes.Select(route => route.MilesInto));
        Flows = [.. scenario.Flows.Select(f => new CompiledFlow(f.Key, f.Value, this, register))];
        FlowsInOrder = [.. Identities.Flows.Select(name => Flows[NumberOf(Dimension.Flow, name)])];
        PlacesInOrder = [.. Identities.Places.Select(name => placeNumbers[name])];
        TrafficKeys = [.. scenario.Places.Keys.Select(p => TrafficKeysOf(p, register))];
        RotationKeys = KeysOfRotations(register);
        CaseKeys = [.. EntryNames(Dimension.Organization).Select(name => register.KeyOf("case", Identities.WordOfOrganization(name)))];
        RingKeys = [.. EntryNames(Dimension.Organization).Select(name => register.KeyOf("ring", Identities.WordOfOrganization(name)))];
        EmptyKeys = [.. EntryNames(Dimension.Organization).Select(name => register.KeyOf("empty", Identities.WordOfOrganization(name)))];
        Gates = Gates.Of(this);
        CheckpointPlaces = [.. scenario.Checkpoints.Keys.Select(PlaceOfCheckpoint).Distinct()];
    }

    // One deployment is otherwise; streams are called by the same words.
    private CompiledScenario(CompiledScenario other, string deployment, Deployment changed)
    {
        Scenario = other.Scenario with
        {
            Deployments = new OrderedDictionary<string, Deployment>(
                other.Scenario.Deployments.Select(each => each.Key == deployment ? KeyValuePair.Create(deployment, changed) : each)
            ),
        };
        (entries, entryNumbers, placeNumbers) = (other.entries, other.entryNumbers, other.placeNumbers);
        (Timeline, Map, Identities, Postings, Calendar) = (other.Timeline, other.Map, other.Identities, other.Postings, other.Calendar);
        (Routes, MilesAlong, Flows, FlowsInOrder) = (other.Routes, other.MilesAlong, other.Flows, other.FlowsInOrder);
        (PlacesInOrder, Gates, CheckpointPlaces) = (other.PlacesInOrder, other.Gates, other.CheckpointPlaces);
        (CaseKeys, RingKeys, EmptyKeys) = (other.CaseKeys, other.RingKeys, other.EmptyKeys);
        workedOutForAll = other.workedOutForAll;
        var register = new StreamRegister((ulong)Scenario.Experiment.Seed);
        TrafficKeys = [.. Scenario.Places.Keys.Select(p => TrafficKeysOf(p, register))];
        RotationKeys = KeysOfRotations(register);
        if (deployment != Scenario.InForce)
        {
            foreach (var known in other.workedOut.Where(known => known.Key.Of is string of && of != deployment))
            {
                workedOut.TryAdd(known.Key, known.Value);
            }
        }
    }

    public Scenario Scenario { get; }

    public Timeline Timeline { get; }

    /// <summary>The corridors on the ground.</summary>
    public RouteMap Map { get; }

    /// <summary>How many entries each dimension has, in the enum's order.</summary>
    public IReadOnlyList<int> EntryCounts => [.. entries.Select(e => e.Length)];

    internal int PlaceCount => placeNumbers.Count;

    internal RouteLegs[] Routes { get; }

    /// <summary>The miles of the leg into each place.</summary>
    internal PaddedRows<double> MilesAlong { get; }

    /// <summary>What is not always open; null where everything is.</summary>
    internal Gates? Gates { get; }

    /// <summary>What its things are, apart from their names.</summary>
    public Identities Identities { get; }

    /// <summary>The order in which teams try.</summary>
    internal PostingOrder Postings { get; }

    /// <summary>By number. What is added up over flows, or drawn among them, goes by
    /// <see cref="FlowsInOrder"/>.</summary>
    internal CompiledFlow[] Flows { get; }

    /// <summary>The flows in an order that hangs on no name and on no position in the file.</summary>
    internal CompiledFlow[] FlowsInOrder { get; }

    /// <summary>The numbers of the places, from north to south.</summary>
    internal int[] PlacesInOrder { get; }

    /// <summary>For each place and rank of a team with lanes there, the stream of its legitimate vehicles.</summary>
    internal TrafficKeys[][] TrafficKeys { get; }

    /// <summary>By what rotates, the streams that draw where each that rotates alike is.</summary>
    internal IReadOnlyDictionary<string, StreamKey[]> RotationKeys { get; }

    /// <summary>The places that are a checkpoint, in the order of beliefs about them.</summary>
    internal List<int> CheckpointPlaces { get; }

    /// <summary>Whether a shipment may go out under a flow of another organization.</summary>
    internal bool MayBeTakenOver => Scenario.Deployments.Values.Any(d => d.Programmes?.TraffickingGroup is { Substitution: > 0 });

    /// <summary>By organization, the stream of its cases.</summary>
    internal StreamKey[] CaseKeys { get; }

    /// <summary>By organization, the stream of its rings: sizes, and how long each is there.</summary>
    internal StreamKey[] RingKeys { get; }

    /// <summary>By organization, the stream of how long places of rings are empty.</summary>
    internal StreamKey[] EmptyKeys { get; }

    internal ResultCalendar Calendar { get; }

    /// <summary>Makes a checked scenario ready.</summary>
    public static CompiledScenario Compile(Scenario scenario) => new(scenario);

    /// <summary>The same with a deployment that is otherwise, its programmes apart: what hangs on that deployment alone
    /// is made ready anew.</summary>
    /// <param name="deployment">Its name.</param>
    /// <param name="post">Its postings now.</param>
    public CompiledScenario With(string deployment, IReadOnlyDictionary<string, Posting> post) =>
        new(this, deployment, Scenario.Deployments[deployment] with { Post = post });

    /// <summary>The names of a dimension's entries, in the order of <see cref="ReplicationRecord.By"/>.</summary>
    public IReadOnlyList<string> EntryNames(Dimension dimension) => entries[(int)dimension];

    internal int NumberOf(Dimension dimension, string name) => entryNumbers[(int)dimension][name];

    internal int PlaceOfCheckpoint(string checkpoint) => placeNumbers[Scenario.PlaceOf(checkpoint)];

    /// <summary>The number of a place, named itself or by its checkpoint.</summary>
    internal int PlaceOf(string name) => placeNumbers[Scenario.PlaceOf(name)];

    /// <summary>The number of the belief about a place, or -1 where there is no checkpoint.</summary>
    internal int BeliefNumber(int place) => CheckpointPlaces.IndexOf(place);

    /// <summary>What follows from the scenario and is computed once, by whoever asks first, for all
    /// threads.</summary>
    /// <param name="of">What it is computed from, among others of its type. A text is the name of a deployment, and
    /// says that it hangs on no other but the one in force.</param>
    /// <param name="make">Works it out; immutable.</param>
    internal T Once<T>(object of, Func<T> make)
        where T : class => (T)workedOut.GetOrAdd((typeof(T), of), _ => new Lazy<object>(make)).Value;

    /// <summary>The same of what hangs on no deployment.</summary>
    /// <param name="of">What it is computed from, among others of its type.</param>
    /// <param name="make">Works it out; immutable.</param>
    internal T OnceForAllDeployments<T>(object of, Func<T> make)
        where T : class => (T)workedOutForAll.GetOrAdd((typeof(T), of), _ => new Lazy<object>(make)).Value;

    private IEnumerable<string> EntriesOf(Dimension dimension) =>
        dimension switch
        {
            Dimension.Checkpoint => Scenario.Checkpoints.Keys,
            Dimension.TaskForce => Scenario.TaskForces.Keys,
            Dimension.Corridor => Map.Corridors.Select(c => c.Name),
            Dimension.Flow => Scenario.Flows.Keys,

            // A flow without an organization counts as an organization of its own.
            Dimension.Organization => Scenario.Flows.Keys.Select(Scenario.OrganizationOf).Distinct(),
            Dimension.Month => Calendar.Months,
            Dimension.Hour => Hours(),
            Dimension.Fate => ["no_team", "off_duty", "not_stopped", "waved_through", "missed", "seized"],
            Dimension.CheckpointHour => Scenario.Checkpoints.Keys.SelectMany(checkpoint => Hours().Select(hour => $"{checkpoint}/{hour}")),
            Dimension.Window => Scenario.Windows.Keys,
            Dimension.Week => Calendar.Weeks,
            Dimension.Kind => KindsOf(),
            _ => throw new ArgumentOutOfRangeException(nameof(dimension), dimension, "No entries are known of this dimension."),
        };

    private static IEnumerable<string> Hours() => Enumerable.Range(0, Timeline.HoursOfDay).Select(h => $"{h:00}");

    private List<string> KindsOf()
    {
        var kinds = Scenario.Flows.Values.SelectMany(f => f.Mix?.Keys ?? []).Distinct().ToList();
        bool someHaveNone = Scenario.Flows.Values.Any(f => f.Mix is null);
        if (kinds.Count > 0 && someHaveNone && !kinds.Contains(CompiledFlow.UnnamedKind))
        {
            kinds.Add(CompiledFlow.UnnamedKind);
        }

        return kinds;
    }

    private TrafficKeys[] TrafficKeysOf(string place, StreamRegister register)
    {
        // A posting may rotate between several checkpoints of one place.
        int most = Scenario
            .Deployments.Values.Select(d =>
                d.Post.Sum(p => p.Value.Count * p.Value.CheckpointsOf(p.Key).Count(c => Scenario.PlaceOf(c) == place))
            )
            .DefaultIfEmpty(0)
            .Max();
        string word = Identities.WordOfPlace(place);
        return
        [
            .. Enumerable
                .Range(0, most)
                .Select(rank => new TrafficKeys(
                    register.KeyOf("traffic", word, rank.ToString()),
                    register.KeyOf("referral", word, rank.ToString())
                )),
        ];
    }

    private Dictionary<string, StreamKey[]> KeysOfRotations(StreamRegister register) =>
        Scenario
            .Deployments.Values.SelectMany(d =>
                d.Post.Values.Where(p => p.At?.Rotate is not null)
                    .Select(Postings.RotationWord)
                    .Concat(d.Rotate is { } rotate ? [PostingOrder.RotationWord(rotate)] : Array.Empty<string>())
                    .GroupBy(word => word)
            )
            .GroupBy(alike => alike.Key)
            .ToDictionary(
                word => word.Key,
                word =>
                    (StreamKey[])
                        [
                            .. Enumerable
                                .Range(0, word.Max(alike => alike.Count()))
                                .Select(number => register.KeyOf("rotation", word.Key, number.ToString())),
                        ]
            );
}

/// <summary>A corridor as numbers: its places and the miles of the leg into each, none into the first.</summary>
internal sealed record RouteLegs(int[] Places, double[] MilesInto);
