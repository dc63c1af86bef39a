using SimInterdiction.Engine.Randomness;
using SimInterdiction.Model.Measures;
using SimInterdiction.Model.Network;
using SimInterdiction.Model.Time;

namespace SimInterdiction.Model.Simulation;

/// <summary>
/// A scenario made ready to simulate: names become numbers, corridors arrays, purposes random streams. Immutable, and shared by the replications of all
/// deployments on all threads.
/// </summary>
public sealed class CompiledScenario
{
    private readonly string[][] entries;
    private readonly Dictionary<string, int>[] entryNumbers;
    private readonly Dictionary<string, int> placeNumbers = [];

    private CompiledScenario(Scenario scenario)
    {
        Scenario = scenario;
        Timeline = new Timeline(scenario);
        Map = RouteMap.Build(scenario);
        foreach (string place in scenario.Places.Keys)
        {
            placeNumbers.Add(place, placeNumbers.Count);
        }

        Calendar = new ResultCalendar(scenario, Timeline);
        entries = [.. Enum.GetValues<Dimension>().Select(d => EntriesOf(d).ToArray())];
        entryNumbers = [.. entries.Select(names => names.Index().ToDictionary(n => n.Item, n => n.Index))];
        var register = new StreamRegister((ulong)scenario.Experiment.Seed);
        Routes = [.. Map.Corridors.Select(c => new RouteLegs([.. c.Places.Select(p => placeNumbers[p])], [0, .. c.LegMiles]))];
        Flows = [.. scenario.Flows.Select(f => new CompiledFlow(f.Key, f.Value, this, register))];
        TrafficKeys = [.. scenario.Places.Keys.Select(p => TrafficKeysOf(p, register))];
    }

    public Scenario Scenario { get; }

    public Timeline Timeline { get; }

    /// <summary>The corridors on the ground.</summary>
    public RouteMap Map { get; }

    /// <summary>How many entries each dimension has, in the enum's order.</summary>
    public IReadOnlyList<int> EntryCounts => [.. entries.Select(e => e.Length)];

    internal int PlaceCount => placeNumbers.Count;

    internal RouteLegs[] Routes { get; }

    internal CompiledFlow[] Flows { get; }

    /// <summary>For each place and rank of a team with lanes there, the stream of its legitimate vehicles.</summary>
    internal StreamKey[][] TrafficKeys { get; }

    internal ResultCalendar Calendar { get; }

    /// <summary>Makes a checked scenario ready.</summary>
    public static CompiledScenario Compile(Scenario scenario) => new(scenario);

    /// <summary>The names of a dimension's entries, in the order of <see cref="ReplicationRecord.By"/>.</summary>
    public IReadOnlyList<string> EntryNames(Dimension dimension) => entries[(int)dimension];

    internal int NumberOf(Dimension dimension, string name) => entryNumbers[(int)dimension][name];

    internal int PlaceOfCheckpoint(string checkpoint) => placeNumbers[Scenario.Checkpoints[checkpoint].Place ?? checkpoint];

    private IEnumerable<string> EntriesOf(Dimension dimension) => dimension switch
    {
        Dimension.Checkpoint => Scenario.Checkpoints.Keys,
        Dimension.TaskForce => Scenario.TaskForces.Keys,
        Dimension.Corridor => Map.Corridors.Select(c => c.Name),
        Dimension.Flow => Scenario.Flows.Keys,

        // A flow without an organization counts as an organization of its own.
        Dimension.Organization => Scenario.Flows.Select(f => f.Value.Organization ?? f.Key).Distinct(),
        Dimension.Month => Calendar.Months,
        Dimension.Hour => Enumerable.Range(0, 24).Select(h => $"{h:00}"),
        Dimension.Window => Scenario.Windows.Keys,
        _ => KindsOf(),
    };

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

    private StreamKey[] TrafficKeysOf(string place, StreamRegister register)
    {
        int most = Scenario.Deployments.Values
            .Select(d => d.Post.Where(p => (Scenario.Checkpoints[p.Value.At?.Checkpoint ?? p.Key].Place ?? p.Value.At?.Checkpoint ?? p.Key) == place).Sum(p => p.Value.Count))
            .DefaultIfEmpty(0).Max();
        return [.. Enumerable.Range(0, most).Select(rank => register.KeyOf("traffic", place, rank.ToString()))];
    }
}

/// <summary>A corridor as numbers: its places and the miles of the leg into each, none into the first.</summary>
internal sealed record RouteLegs(int[] Places, double[] MilesInto);
