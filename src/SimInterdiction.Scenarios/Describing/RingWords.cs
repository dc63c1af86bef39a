using System.Globalization;
using SimInterdiction.Model;
using SimInterdiction.Model.Adversaries;
using SimInterdiction.Model.Risks;
using SimInterdiction.Model.Traffic;

namespace SimInterdiction.Scenarios.Describing;

/// <summary>Says what rings a scenario has: a sentence for each organization with rings.</summary>
public static class RingWords
{
    private const double HoursOfYear = 365 * 24;

    /// <summary>The sentences, in the order of the organizations.</summary>
    public static IEnumerable<string> Of(Scenario scenario)
    {
        ArgumentNullException.ThrowIfNull(scenario);
        return scenario
            .Organizations.Where(each => each.Value.Rings is not null)
            .Select(each => Of(each.Key, each.Value.Rings!, FirearmsPerHour(scenario, each.Key)));
    }

    private static double FirearmsPerHour(Scenario scenario, string organization) =>
        scenario
            .Flows.Where(flow => scenario.OrganizationOf(flow.Key) == organization)
            .Sum(flow =>
            {
                FlowRate rate = scenario.RateOf(flow.Value);
                return rate.PerHour * (rate.Counts == Counted.Firearms ? 1 : flow.Value.Load.Mean);
            });

    private static string Of(string organization, Rings rings, double firearmsPerHour)
    {
        int large = RingSizes.LargeCount(rings);
        double each = firearmsPerHour * (rings.LifeHours ?? HoursOfYear) / rings.Count;
        string sends = rings.LifeHours is { } life
            ? $"{Few(each)} firearms each on average, in a life of {Few(life / 24)} days"
            : $"{Few(each)} firearms a year each on average, none ever replaced";
        string largest = large == 1 ? "the largest sends" : $"the {Few(large)} largest send";
        return $"Rings of '{organization}': {Few(rings.Count)} at any time; {sends}; {largest} "
            + $"{RingSizes.ShareOfLarge(rings).ToString("0%", CultureInfo.InvariantCulture)} of its firearms";
    }

    private static string Few(double value) => value.ToString(value >= 10 ? "#,##0" : "G2", CultureInfo.InvariantCulture);
}
