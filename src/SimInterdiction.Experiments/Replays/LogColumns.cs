using System.Text.Json;
using SimInterdiction.Model.Chronicle;

namespace SimInterdiction.Experiments.Replays;

/// <summary>One column of an event log as a table.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Type">What <paramref name="Of"/> gives: a string, bool, int, double or DateTime, or null.</param>
/// <param name="Of">Its value for a fact.</param>
public sealed record LogColumn(string Name, Type Type, Func<Fact, object?> Of);

/// <summary>The columns of an event log, whatever the file's format; see <see cref="Fact"/> for what they
/// mean.</summary>
public static class LogColumns
{
    public static IReadOnlyList<LogColumn> All { get; } =
    [
        new("time", typeof(DateTime), f => f.Time),
        new("clock_h", typeof(double), f => f.At.Hours),
        new("fact", typeof(string), f => NameOf(f.Kind)),
        new("counts", typeof(bool), f => f.Counts),
        new("shipment", typeof(string), f => f.Shipment),
        new("flow", typeof(string), f => f.Flow),
        new("organization", typeof(string), f => f.Organization),
        new("corridor", typeof(string), f => f.Corridor),
        new("place", typeof(string), f => f.Place),
        new("checkpoint", typeof(string), f => f.Checkpoint),
        new("task_force", typeof(string), f => f.TaskForce),
        new("team", typeof(string), f => f.Team),
        new("firearms", typeof(int), f => f.Firearms),
        new("vehicles", typeof(int), f => f.Vehicles),
        new("trace", typeof(int), f => f.Trace),
        new("lead", typeof(int), f => f.Lead),
        new("case", typeof(int), f => f.Case),
        new("shared_with", typeof(string), f => f.SharedWith),
        new("until", typeof(DateTime), f => f.Until),
        new("ring", typeof(string), f => f.Ring),
    ];

    /// <summary>The name of a kind of fact in a log.</summary>
    public static string NameOf(FactKind kind) => JsonNamingPolicy.SnakeCaseLower.ConvertName($"{kind}");
}
