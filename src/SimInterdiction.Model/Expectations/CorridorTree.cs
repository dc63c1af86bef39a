using SimInterdiction.Model.World;

namespace SimInterdiction.Model.Expectations;

/// <summary>The corridors of a flow from a place on: those that begin alike share the way so far.</summary>
/// <param name="Place">The place.</param>
/// <param name="MilesInto">The leg into it.</param>
/// <param name="Corridors">Those that come this way, as indices into the flow's.</param>
/// <param name="Onwards">Where they go from here.</param>
internal sealed record CorridorTree(int Place, double MilesInto, int[] Corridors, CorridorTree[] Onwards)
{
    /// <summary>The trees of a flow, one for each place where corridors begin.</summary>
    public static CorridorTree[] Of(CompiledScenario world, CompiledFlow flow) =>
        From([.. flow.Corridors.Select(corridor => world.Routes[corridor])], [.. Enumerable.Range(0, flow.Corridors.Length)], 0);

    private static CorridorTree[] From(RouteLegs[] routes, IEnumerable<int> corridors, int step) =>
        [
            .. corridors
                .Where(i => routes[i].Places.Length > step)
                .GroupBy(i => (routes[i].Places[step], routes[i].MilesInto[step]))
                .Select(alike => new CorridorTree(alike.Key.Item1, alike.Key.Item2, [.. alike], From(routes, alike, step + 1))),
        ];
}
