using System.Globalization;
using SimInterdiction.Model.Language;
using SimInterdiction.Model.Network;

namespace SimInterdiction.Model.World;

/// <summary>The places of a scenario in an order that hangs on where they are: from north to south, then from west to
/// east.</summary>
/// <remarks>
/// A place is its point. Several at one point are told apart by what they are, then by what is near them and passes
/// them; what nothing but the name tells apart may change places without anybody noticing, so there, and only there,
/// the name decides.
/// </remarks>
public sealed class PlaceOrder
{
    private readonly Dictionary<string, int> ranks = [];
    private readonly Dictionary<string, string> words = [];

    public PlaceOrder(Scenario scenario)
    {
        ArgumentNullException.ThrowIfNull(scenario);
        IEnumerable<IGrouping<GeoPoint, string>> points = scenario.Places.Keys.GroupBy(name => scenario.Places[name].At);
        foreach (IGrouping<GeoPoint, string> here in points.OrderByDescending(g => g.Key.Latitude).ThenBy(g => g.Key.Longitude))
        {
            string point = Word(here.Key);
            foreach ((int index, string name) in (here.Count() == 1 ? here : InOrder(here, scenario)).Index())
            {
                ranks.Add(name, ranks.Count);
                words.Add(name, index == 0 ? point : $"{point} {index + 1}");
            }
        }
    }

    /// <summary>The places' names, in order.</summary>
    public IReadOnlyCollection<string> Names => ranks.Keys;

    /// <summary>Where a place comes in the order.</summary>
    public int RankOf(string place) => ranks[place];

    /// <summary>What a place is called by random numbers: its point, and a number for a further place there.</summary>
    public string WordOf(string place) => words[place];

    private static IEnumerable<string> InOrder(IEnumerable<string> names, Scenario scenario) =>
        names
            .OrderBy(name => scenario.Places[name].Kind)
            .ThenBy(name => scenario.Places[name].Country, StringComparer.Ordinal)
            .ThenBy(name => scenario.Places[name].LetsCorridorsPass)
            .ThenBy(name => Surroundings(name, scenario), StringComparer.Ordinal)
            .ThenBy(name => scenario.Places[name].Attraction)
            .ThenBy(name => name, StringComparer.Ordinal);

    private static string Surroundings(string name, Scenario scenario)
    {
        string PointOf(string place) => place == name ? "here" : Word(scenario.Places[place].At);
        IEnumerable<string> corridors = scenario
            .Corridors.ByHand.Values.Where(c => c.Path.Contains(name))
            .Select(c => $"on {string.Join(' ', c.Path.Select(PointOf))}");
        IEnumerable<string> roads = scenario
            .Roads.Values.Where(r => r.Between.Contains(name))
            .Select(r =>
                $"by {CanonicalText.Of(r.LengthMiles)} {string.Join(' ', r.Between.Select(PointOf).Order(StringComparer.Ordinal))}"
            );
        IEnumerable<string> checkpoints = scenario
            .Checkpoints.Where(c => (c.Value.Place ?? c.Key) == name)
            .Select(c => $"with {CanonicalText.Of(c.Value with { Place = null })}");
        return string.Join('\n', corridors.Concat(roads).Concat(checkpoints).Order(StringComparer.Ordinal));
    }

    // 0 and -0 are one point.
    private static string Word(GeoPoint point) =>
        string.Create(CultureInfo.InvariantCulture, $"{point.Latitude + 0.0:R},{point.Longitude + 0.0:R}");
}
