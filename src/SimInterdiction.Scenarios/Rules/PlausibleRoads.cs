using SimInterdiction.Engine.Numerics;
using SimInterdiction.Model;
using SimInterdiction.Model.Network;
using SimInterdiction.Scenarios.Quantities;
using SimInterdiction.Scenarios.Tree;

namespace SimInterdiction.Scenarios.Rules;

/// <summary>Warns of roads whose lengths can't be right, or that no corridor can take, and of speeds and legs that
/// nobody drives.</summary>
internal static class PlausibleRoads
{
    // The earth is no sphere, and places are no points: lengths go from the edge of one town to that of another.
    private const double RoundingShare = 0.01;
    private const double RoundingMiles = 3;

    private const double MostTimesStraight = 4;
    private const double MostAroundMiles = 10;

    // What a typing error's road still has in common with real ones: up to twice the straight line.
    private const double UsualTimesStraight = 2;

    private const double SlowestMph = 10;
    private const double FastestMph = 100;
    private const double LongestLegHours = 5 * 24;

    public static void Check(RuleContext context)
    {
        HashSet<string> misplaced = [.. PlausiblePlaces.Misplaced(context.Scenario.Places).Select(p => p.Name)];
        foreach ((string name, Road road) in Joining(context))
        {
            if (road.LengthMiles is { } miles && !road.Between.Any(misplaced.Contains))
            {
                CheckLength(name, road, miles, context);
            }
        }

        CheckTwins(context);
    }

    /// <summary>Warns of speeds and of legs that nobody drives.</summary>
    public static void CheckTravel(RuleContext context)
    {
        HashSet<string> misplaced = [.. PlausiblePlaces.Misplaced(context.Scenario.Places).Select(p => p.Name)];
        double mph = context.Scenario.Travel.SpeedMph.Mean;
        if (mph is < SlowestMph or > FastestMph)
        {
            string? meant =
                IsUsual(mph * 10) ? NumberText.Show(mph * 10)
                : IsUsual(mph / 10) ? NumberText.Show(mph / 10)
                : null;
            string message = $"shipments travel at {NumberText.Show(mph < 1 ? mph : Math.Round(mph, 1))} mph on average";
            string hint = meant is null ? "drivers average 10 to 100 mph: check the numbers and the unit" : $"did you mean {meant} mph?";
            context.Problems.Warning("S520", context.At("travel", "speed"), message, hint);
            return;
        }

        // Only where the map says so: a length that is written is compared with the straight line.
        foreach ((string name, Road road) in Joining(context).Where(r => r.Value.LengthMiles is null))
        {
            CheckLeg(context.KeyAt("roads", name), road.Between[0], road.Between[1]);
        }

        var joined = Joining(context)
            .SelectMany(r => new[] { (r.Value.Between[0], r.Value.Between[1]), (r.Value.Between[1], r.Value.Between[0]) })
            .ToHashSet();
        foreach ((string name, Corridor corridor) in context.Scenario.Corridors.ByHand)
        {
            for (int leg = 1; leg < corridor.Path.Count; leg++)
            {
                if (!joined.Contains((corridor.Path[leg - 1], corridor.Path[leg])))
                {
                    CheckLeg(context.At("corridors", name, "path", $"{leg}"), corridor.Path[leg - 1], corridor.Path[leg]);
                }
            }
        }

        void CheckLeg(Problems.Mark mark, string from, string to)
        {
            double miles = Straight(context.Scenario, from, to) * Road.Circuity;
            if (miles / mph > LongestLegHours && !misplaced.Contains(from) && !misplaced.Contains(to))
            {
                string message = $"the leg from '{from}' to '{to}' is {miles:N0} mi, {miles / mph / 24:0} days without a stop";
                context.Problems.Warning("S521", mark, message, "is one of the two misplaced?");
            }
        }

        static bool IsUsual(double mph) => mph is >= 25 and <= 85;
    }

    private static void CheckLength(string name, Road road, double miles, RuleContext context)
    {
        double straight = Straight(context.Scenario, road.Between[0], road.Between[1]);
        string ends = $"'{road.Between[0]}' and '{road.Between[1]}'";
        string hint = Meant(name, miles, straight, context) ?? $"check the length, and where {ends} are";
        if (miles + RoundingMiles < straight * (1 - RoundingShare))
        {
            string message = $"'{name}' is {Show(miles)} long, less than the straight line between {ends}: {Show(straight)}";
            context.Problems.Warning("S516", context.At("roads", name, "length"), message, hint);
        }
        else if (miles > (straight * MostTimesStraight) + MostAroundMiles)
        {
            string times = $"{miles / straight:0} times the straight line";
            string message = $"'{name}' is {Show(miles)} long, {times} between {ends}: {Show(straight)}";
            context.Problems.Warning("S517", context.At("roads", name, "length"), message, hint);
        }
    }

    /// <summary>A slip that would explain the length: the other unit, or a decimal point elsewhere.</summary>
    private static string? Meant(string name, double miles, double straight, RuleContext context)
    {
        if (TreePath.Find(context.Root, "roads", name, "length") is not ScalarNode node || NumberText.Split(node.Text) is not { } written)
        {
            return null;
        }

        bool isKm = written.Tail.StartsWith('k');
        string other = isKm ? "mi" : "km";
        double inOther = isKm ? written.Number : written.Number / UnitTable.KmOfMile;
        string unit = written.Tail;
        return IsUsual(inOther) ? $"did you mean '{written.Written} {other}'?"
            : IsUsual(miles * 10) ? $"did you mean '{NumberText.Show(written.Number * 10)} {unit}'?"
            : IsUsual(miles / 10) ? $"did you mean '{NumberText.Show(written.Number / 10)} {unit}'?"
            : null;

        bool IsUsual(double length) => length >= straight * (1 - RoundingShare) && length <= straight * UsualTimesStraight;
    }

    /// <summary>Of roads between the same two places corridors take the shortest.</summary>
    private static void CheckTwins(RuleContext context)
    {
        var pairs = Joining(context)
            .GroupBy(r => (r.Value.Between.Min(StringComparer.Ordinal), r.Value.Between.Max(StringComparer.Ordinal)));
        foreach (KeyValuePair<string, Road>[] roads in pairs.Select(pair => pair.ToArray()).Where(roads => roads.Length > 1))
        {
            KeyValuePair<string, Road> taken = roads.MinBy(Miles);
            foreach (KeyValuePair<string, Road> other in roads.Where(r => r.Key != taken.Key))
            {
                string than = Tolerance.IsMore(Miles(other), Miles(taken))
                    ? $"'{taken.Key}' is shorter, {Show(Miles(taken))} against {Show(Miles(other))}"
                    : $"'{taken.Key}' joins them in as many miles";
                string message =
                    $"no corridor takes '{other.Key}' between '{other.Value.Between[0]}' and '{other.Value.Between[1]}': {than}";
                const string Hint = "for a corridor of its own, let it pass a place of its own; else leave it out";
                context.Problems.Warning("S518", context.KeyAt("roads", other.Key), message, Hint);
            }
        }

        double Miles(KeyValuePair<string, Road> road) =>
            road.Value.LengthMiles ?? (Straight(context.Scenario, road.Value.Between[0], road.Value.Between[1]) * Road.Circuity);
    }

    // One that could not be read, with an end that there is not, or with one end only, is told as wrong.
    private static IEnumerable<KeyValuePair<string, Road>> Joining(RuleContext context)
    {
        HashSet<string> notKnown = context.Problems.NotKnownIn("roads");
        return context.Scenario.Roads.Where(r =>
            !notKnown.Contains(r.Key)
            && r.Value.Between is [var one, var other]
            && one != other
            && context.Scenario.Places.ContainsKey(one)
            && context.Scenario.Places.ContainsKey(other)
        );
    }

    private static double Straight(Scenario scenario, string from, string to) => scenario.Places[from].At.MilesTo(scenario.Places[to].At);

    private static string Show(double miles) => miles < 10 ? $"{miles:0.#} mi" : $"{miles:N0} mi";
}
