using SimInterdiction.Model;
using SimInterdiction.Model.Adversaries;
using SimInterdiction.Model.Intelligence;
using SimInterdiction.Model.Interdiction;
using SimInterdiction.Model.Language;
using SimInterdiction.Model.Study;
using SimInterdiction.Model.Traffic;

namespace SimInterdiction.Reporting.Report;

/// <summary>What the deployments that were simulated make use of: not every scenario has each of it.</summary>
internal sealed class ModelFacts
{
    private readonly Scenario scenario;
    private readonly (string Checkpoint, Posting Posting)[] posted;
    private readonly TeamType[] atLanes;

    /// <param name="scenario">The scenario.</param>
    /// <param name="simulated">The names of its deployments that were simulated.</param>
    /// <param name="isAdaptive">Whether organizations adapted as stated.</param>
    public ModelFacts(Scenario scenario, IEnumerable<string> simulated, bool isAdaptive)
    {
        this.scenario = scenario;
        Deployments =
        [
            .. simulated
                .Concat(BeginsWithToday(scenario) ? [scenario.InForce] : [])
                .Distinct()
                .Select(name => (Labels.Of(name, scenario.Deployments[name].Label), scenario.Deployments[name])),
        ];
        posted = [.. Deployments.SelectMany(each => Posted(each.Deployment))];
        Types = [.. scenario.TeamTypes.Where(type => posted.Any(each => each.Posting.Team == type.Key))];
        atLanes = [.. Types.Select(type => type.Value).Where(type => type.Works == TeamWork.Lanes)];
        Senders =
        [
            .. scenario
                .Flows.Values.Select(flow => flow.Organization)
                .OfType<string>()
                .Distinct()
                .Select(name => scenario.OrganizationIn(null, name))
                .Select(stated => isAdaptive ? stated : stated.Frozen()),
        ];
    }

    /// <summary>The deployments that were simulated, and the one in force before them.</summary>
    public IReadOnlyList<(string Label, Deployment Deployment)> Deployments { get; }

    /// <summary>The types of the teams that they post.</summary>
    public IReadOnlyList<KeyValuePair<string, TeamType>> Types { get; }

    /// <summary>Those who send anything.</summary>
    public IReadOnlyList<Organization> Senders { get; }

    public bool HasLaneTeams => atLanes.Length > 0;

    /// <summary>At how many checkpoints a team at lanes is posted.</summary>
    public int LaneCheckpoints => AtLanes.Select(each => each.Checkpoint).Distinct().Count();

    public bool Closes => scenario.Places.Values.Any(p => p.Open is not null) || scenario.Roads.Values.Any(r => r.Open is not null);

    public bool HasUnits => Types.Any(t => t.Value.Works == TeamWork.Leads);

    public bool HasTeams => Types.Count > 0;

    public bool HasLanes => atLanes.Any(t => t.Lanes is not null || t.Secondary?.Lanes is not null);

    public bool Waits =>
        atLanes.Any(t =>
            t is { Lanes: not null, WhenFull: WhenFull.Wait, QueueLimit: not 0 }
            || t.Secondary is { Lanes: not null, WhenFull: WhenFull.Wait, QueueLimit: not 0 }
        );

    public bool HasSecondary => atLanes.Any(t => t.Secondary is not null);

    public bool HoldsLanes => atLanes.Any(t => t is { Lanes: not null, SeizureHours: > 0 });

    public bool HasTraffic => PassingTraffic.Any();

    /// <summary>Whether as much traffic does not pass at all times.</summary>
    public bool TrafficVaries => PassingTraffic.Any(each => each.Checkpoint.Profile is not null);

    /// <summary>Whether traffic passes at certain hours only, as a place is closed at others.</summary>
    public bool TrafficStops => PassingTraffic.Any(each => scenario.Places[scenario.PlaceOf(each.Name)].Open is not null);

    public bool Looks => atLanes.Any(type => type.Looks is not null);

    public bool StopsTrafficApart => HasTraffic && atLanes.Any(type => type.StopsTraffic is not null);

    public bool FindsLargeLoadsMore => Types.Any(type => type.Value.LoadEffect > 0);

    /// <summary>Whether more than one team may be on duty at a place.</summary>
    public bool HasCompany => Deployments.Any(each => Posted(each.Deployment).GroupBy(p => p.Checkpoint).Any(AreSeveral));

    /// <summary>Whether a further team of a type may be on duty at a place, and adds less than the first.</summary>
    public bool HasFurtherTeams =>
        Deployments.Any(each =>
            Posted(each.Deployment)
                .Where(p => scenario.TeamTypes[p.Posting.Team].FurtherTeamAdds < 1)
                .GroupBy(p => (p.Checkpoint, p.Posting.Team))
                .Any(AreSeveral)
        );

    /// <summary>In which orders teams move among checkpoints; empty where none does.</summary>
    public IReadOnlyList<RotationOrder> Rotations =>
        [.. posted.Select(each => each.Posting.At).OfType<PostedAt>().Where(at => at.Rotate is not null).Select(at => at.Order).Distinct()];

    /// <summary>How flows vary in time: those of months, weekdays and hours that do.</summary>
    public IReadOnlyList<string> FlowVaries =>
        [
            .. new (string Word, Func<TimeProfile, int> Count)[]
            {
                ("months", profile => profile.Months.Count),
                ("weekdays", profile => profile.Weekdays.Count),
                ("hours", profile => profile.Hours.Count),
            }
                .Where(each => scenario.Flows.Values.Any(flow => flow.Profile is { } profile && each.Count(profile) > 0))
                .Select(each => each.Word),
        ];

    /// <summary>The rings of those who send anything, as far as they have any.</summary>
    public IReadOnlyList<Rings> Rings => [.. Senders.Select(sender => sender.Rings).OfType<Rings>()];

    /// <summary>Whether anybody who sends has no rings.</summary>
    public bool HasWholes => Senders.Any(s => s.Rings is null) || scenario.Flows.Values.Any(flow => flow.Organization is null);

    /// <summary>A programme as each deployment that turns it on has it.</summary>
    public IReadOnlyList<T> Of<T>(Func<Programmes, T?> programme)
        where T : class => [.. Deployments.Select(each => each.Deployment.Programmes).OfType<Programmes>().Select(programme).OfType<T>()];

    /// <summary>The labels of the deployments that fulfil something; null where all do.</summary>
    public IReadOnlyList<string>? Where(Func<Deployment, bool> does) =>
        Deployments.All(each => does(each.Deployment))
            ? null
            : [.. Deployments.Where(each => does(each.Deployment)).Select(each => each.Label)];

    /// <summary>Whether another deployment than the one compared is in force before the window.</summary>
    public static bool BeginsWithToday(Scenario scenario) =>
        scenario.WarmUpHours > 0 && scenario.Experiment.DuringWarmUp == DuringWarmUp.Today;

    private IEnumerable<(string Checkpoint, Posting Posting)> AtLanes =>
        posted.Where(each => scenario.TeamTypes[each.Posting.Team].Works == TeamWork.Lanes);

    private IEnumerable<(string Name, Checkpoint Checkpoint)> PassingTraffic =>
        AtLanes
            .Select(each => each.Checkpoint)
            .Distinct()
            .Select(name => (name, scenario.Checkpoints[name]))
            .Where(each => each.Item2.Traffic is { PerHour: > 0 });

    // Partners' teams act in deployments that turn them on.
    private IEnumerable<(string Checkpoint, Posting Posting)> Posted(Deployment deployment) =>
        deployment
            .Post.SelectMany(post => post.Value.CheckpointsOf(post.Key).Select(checkpoint => (Checkpoint: checkpoint, Posting: post.Value)))
            .Where(each => !scenario.Checkpoints[each.Checkpoint].Partner || deployment.Programmes is { Partners: true });

    private static bool AreSeveral(IEnumerable<(string Checkpoint, Posting Posting)> teams) => teams.Sum(each => each.Posting.Count) > 1;
}
