using SimInterdiction.Model.World;

namespace SimInterdiction.Model.Teams;

/// <summary>Where a team stands and whose it is, by number.</summary>
/// <param name="Place">The place.</param>
/// <param name="Checkpoint">The checkpoint, for the breakdown.</param>
/// <param name="TaskForce">The task force, for the breakdown.</param>
/// <param name="TrafficPerHour">Legitimate vehicles passing the checkpoint per hour on average.</param>
/// <param name="Traffic">How they spread over time, by their profile and while the place is open; null for
/// evenly.</param>
/// <param name="Type">The team type's name.</param>
/// <param name="Rank">Its rank among the teams with lanes at the place.</param>
/// <param name="IsPartner">Whether it is a Mexican partner's checkpoint.</param>
internal sealed record StationPlace(
    int Place,
    int Checkpoint,
    int TaskForce,
    double TrafficPerHour,
    Intensity? Traffic,
    string Type,
    int Rank,
    bool IsPartner
);
