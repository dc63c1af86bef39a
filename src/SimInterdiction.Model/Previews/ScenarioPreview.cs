using SimInterdiction.Model.Intelligence;
using SimInterdiction.Model.Interdiction;
using SimInterdiction.Model.Language;
using SimInterdiction.Model.Teams;
using SimInterdiction.Model.Traffic;
using SimInterdiction.Model.World;

namespace SimInterdiction.Model.Previews;

/// <summary>What the model makes of a scenario, as far as that is known before anything is simulated.</summary>
/// <param name="Corridors">Every corridor of every flow, the flows in the file's order.</param>
/// <param name="Deployments">In the file's order.</param>
public sealed record ScenarioPreview(IReadOnlyList<CorridorPreview> Corridors, IReadOnlyList<DeploymentPreview> Deployments)
{
    /// <summary>Whether there is anything to say of the lanes of any team posted.</summary>
    public bool HasLanes => Deployments.Any(d => d.Teams.Any(t => t.Lanes is { Need: not null } or { SecondaryNeed: not null }));

    /// <summary>Whether any team posted has secondary inspection.</summary>
    public bool HasSecondary => Deployments.Any(d => d.Teams.Any(t => t.Secondary is not null));

    /// <summary>Looks at a scenario without errors.</summary>
    public static ScenarioPreview Of(Scenario scenario)
    {
        var map = RouteMap.Build(scenario);
        var timeline = new Timeline(scenario);
        double all = scenario.Flows.Values.Sum(flow => ShipmentsPerHour(scenario, flow));
        return new ScenarioPreview(
            [
                .. scenario.Flows.SelectMany(flow =>
                    map.SharesOf(flow.Key)
                        .Select(share => new CorridorPreview(
                            Labels.Of(flow.Key, flow.Value.Label),
                            map.Corridors[share.Corridor],
                            share.Share,
                            share.Share * ShipmentsPerHour(scenario, flow.Value) / all
                        ))
                ),
            ],
            [.. scenario.Deployments.Select(d => DeploymentPreview.Of(scenario, timeline, d.Key, d.Value))]
        );
    }

    private static double ShipmentsPerHour(Scenario scenario, Flow flow)
    {
        FlowRate rate = scenario.RateOf(flow);
        return rate.Counts == Counted.Firearms ? rate.PerHour / flow.Load.Mean : rate.PerHour;
    }
}

/// <summary>A corridor that a flow takes.</summary>
/// <param name="Flow">The flow's label.</param>
/// <param name="Corridor">The corridor on the ground.</param>
/// <param name="ShareOfFlow">The share of the flow that takes it, before anybody adapts.</param>
/// <param name="ShareOfAll">The same of all shipments.</param>
public sealed record CorridorPreview(string Flow, MappedCorridor Corridor, double ShareOfFlow, double ShareOfAll);

/// <summary>What a deployment takes in the observed window, its trafficking group included, and what its teams can
/// do.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Label">What people see.</param>
/// <param name="Teams">Each posting at each of its checkpoints.</param>
/// <param name="OfficerHours">In the window.</param>
/// <param name="CostUsd">The same at their cost; traces come on top.</param>
/// <param name="WindowHours">How long the window is.</param>
public sealed record DeploymentPreview(
    string Name,
    string Label,
    IReadOnlyList<TeamPreview> Teams,
    double OfficerHours,
    double CostUsd,
    double WindowHours
)
{
    /// <summary>A twelfth of a year of 365 days.</summary>
    public const double HoursOfMonth = 365 * 24 / 12.0;

    /// <summary>What each trace costs besides; 0 where none does. How many there are hangs on what is seized.</summary>
    public double CostOfTraceUsd { get; init; }

    /// <summary>Of an average month: a twelfth of a year.</summary>
    public double OfficerHoursPerMonth => OfficerHours * HoursOfMonth / WindowHours;

    /// <summary>The same in USD.</summary>
    public double CostUsdPerMonth => CostUsd * HoursOfMonth / WindowHours;

    /// <summary>Looks at one deployment of a scenario without errors.</summary>
    public static DeploymentPreview Of(Scenario scenario, string name)
    {
        ArgumentNullException.ThrowIfNull(scenario);
        return Of(scenario, new Timeline(scenario), name, scenario.Deployments[name]);
    }

    internal static DeploymentPreview Of(Scenario scenario, Timeline timeline, string name, Deployment deployment)
    {
        TraffickingGroup? group = deployment.Programmes?.TraffickingGroup;
        double officerHours = group?.OfficerHoursIn(timeline.WindowHours) ?? 0;
        double costUsd = officerHours * (group?.CostPerOfficerHourUsd ?? 0);
        var teams = new List<TeamPreview>();
        foreach ((string posted, Posting posting) in deployment.Post)
        {
            TeamType type = scenario.TeamTypes[posting.Team];
            double onDuty = new DutyCalendar(posting, timeline).HoursWithin(timeline.WindowStart, timeline.WindowEnd);
            double share = deployment.ShareOf(posting);
            double hours = share * Timeline.Rounded(onDuty) * type.OfficersInAll * posting.Count;
            officerHours += hours;
            costUsd += hours * type.CostPerOfficerHourUsd;
            teams.AddRange(
                posting.CheckpointsOf(posted).Select(checkpoint => TeamPreview.Of(scenario, timeline, checkpoint, posting, share))
            );
        }

        return new DeploymentPreview(name, Labels.Of(name, deployment.Label), teams, officerHours, costUsd, timeline.WindowHours)
        {
            CostOfTraceUsd = deployment.Programmes?.Tracing?.CostUsd ?? 0,
        };
    }
}

/// <summary>What a team can do at one of its checkpoints.</summary>
public sealed record TeamPreview
{
    /// <summary>The checkpoint's label.</summary>
    public required string Checkpoint { get; init; }

    /// <summary>The label of its type.</summary>
    public required string Type { get; init; }

    /// <summary>How many such teams.</summary>
    public required int Count { get; init; }

    /// <summary>When it is posted.</summary>
    public required Posting Posting { get; init; }

    /// <summary>The share of its time that it is here; 1 where nothing rotates.</summary>
    public required double ShareHere { get; init; }

    /// <summary>Whether it is an investigative unit: it then acts on shipments, and stops none.</summary>
    public required bool ActsOnLeads { get; init; }

    /// <summary>Chance that the first of them on duty stops, or acts on, a shipment that passes; its mean over the time
    /// on duty, where it follows the traffic.</summary>
    public required double Stops { get; init; }

    /// <summary>Chance that it finds a load of one firearm in a vehicle it searches, at primary lanes where it has
    /// secondary inspection.</summary>
    public required double Finds { get; init; }

    /// <summary>Its secondary inspection; null for none.</summary>
    public required SecondaryInspection? Secondary { get; init; }

    /// <summary>Chance that a load of one firearm is found in the end, once it is stopped.</summary>
    public required double FindsInAll { get; init; }

    /// <summary>Whether larger loads are found more easily.</summary>
    public required bool FindsMoreInLargeLoads { get; init; }

    /// <summary>Chance that a shipment of one firearm that passes is seized; full lanes are left out.</summary>
    public double Seizes => Stops * FindsInAll;

    /// <summary>How busy its lanes are.</summary>
    public required LanePreview Lanes { get; init; }

    internal static TeamPreview Of(Scenario scenario, Timeline timeline, string checkpoint, Posting posting, double share)
    {
        TeamType type = scenario.TeamTypes[posting.Team];
        return new TeamPreview
        {
            Checkpoint = scenario.LabelOfCheckpoint(checkpoint),
            Type = Labels.Of(posting.Team, type.Label),
            Count = posting.Count,
            Posting = posting,
            ShareHere = share * (posting.At?.Rotate?.GetValueOrDefault(checkpoint) ?? 1),
            ActsOnLeads = type.Works == TeamWork.Leads,
            Stops = TrafficPreview.Of(scenario, timeline, checkpoint, posting).Chance,
            Finds = type.Finds,
            Secondary = type.Secondary,
            FindsInAll = type.FindsInAll,
            FindsMoreInLargeLoads = type.LoadEffect > 0,
            Lanes = LanePreview.Of(scenario, timeline, checkpoint, posting),
        };
    }
}
