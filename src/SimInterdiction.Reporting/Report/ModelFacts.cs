using SimInterdiction.Model;
using SimInterdiction.Model.Interdiction;

namespace SimInterdiction.Reporting.Report;

/// <summary>What a scenario has of what not every one has.</summary>
internal sealed class ModelFacts(Scenario scenario)
{
    private readonly TeamType[] atLanes =
    [
        .. scenario.TeamTypes.Values.Where(t => t.Works == TeamWork.Lanes && scenario.Checkpoints.Count > 0),
    ];

    public bool HasLaneTeams => atLanes.Length > 0;

    public bool Closes => scenario.Places.Values.Any(p => p.Open is not null) || scenario.Roads.Values.Any(r => r.Open is not null);

    public bool HasUnits => scenario.TeamTypes.Values.Any(t => t.Works == TeamWork.Leads);

    public bool HasTeams => HasLaneTeams || HasUnits;

    public bool HasLanes => atLanes.Any(t => t.Lanes is not null || t.Secondary?.Lanes is not null);

    public bool Waits =>
        atLanes.Any(t =>
            t is { Lanes: not null, WhenFull: WhenFull.Wait, QueueLimit: not 0 }
            || t.Secondary is { Lanes: not null, WhenFull: WhenFull.Wait, QueueLimit: not 0 }
        );

    public bool HasSecondary => atLanes.Any(t => t.Secondary is not null);

    public bool HoldsLanes => atLanes.Any(t => t is { Lanes: not null, SeizureHours: > 0 });

    public bool HasTraffic => HasLaneTeams && scenario.Checkpoints.Values.Any(c => c.Traffic is { PerHour: > 0 });
}
