using System.Globalization;

namespace SimInterdiction.Application.Validations;

/// <summary>The smallest world that shows a law: one road from a city to a port, and one team, called <c>team</c>, to
/// be posted at the port.</summary>
internal static class OneRoad
{
    /// <summary>A deployment that posts the team, always on duty.</summary>
    public const string Post = "post: { port: { task_force: all, team: team } }";

    /// <summary>Places, corridor, task force and checkpoint of a scenario; no legitimate traffic.</summary>
    public static string Network { get; } = With("{}");

    /// <summary>The same with so many legitimate vehicles an hour at the port.</summary>
    public static string WithTraffic(double perHour) =>
        With(string.Create(CultureInfo.InvariantCulture, $"{{ traffic: {perHour} per hour }}"));

    private static string With(string checkpoint) =>
        $$"""
            places: { city: { at: [29, -98] }, port: { at: [27, -99], kind: port } }
            corridors: { road: { path: [city, port] } }
            task_forces: { all: { home: port, teams: { team: 1 } } }
            checkpoints: { port: {{checkpoint}} }
            """;
}
