using System.Text.RegularExpressions;
using SimInterdiction.Model.Language;
using SimInterdiction.Model.Traffic;
using SimInterdiction.Scenarios.Problems;
using SimInterdiction.Scenarios.Tree;

namespace SimInterdiction.Scenarios.Quantities;

/// <summary>Reads <c>23_000 firearms per year</c>, <c>12 per week</c>, <c>38 per hour</c>.</summary>
internal static partial class RateReader
{
    /// <summary>Per hour, and what is counted (null where it isn't said); null after reporting.</summary>
    public static (double PerHour, Counted? Counts)? Read(ScalarNode node, KeyAttribute key, ProblemList problems, params ReadOnlySpan<Counted> countable)
    {
        Match match = Spelled().Match(NumberText.Split(node.Text)?.Tail ?? "");
        if (!match.Success || NumberText.Split(node.Text) is not { } split)
        {
            // Reports what is missing or wrong in the words of the other quantities.
            QuantityReader.Read(node, key, problems);
            return null;
        }

        string period = match.Groups["period"].Value;
        if (UnitTable.Of(Quantity.Rate).Find($"per {period}") is not { } unit)
        {
            problems.Error("S121", node.Mark, $"'per {period}' is not a unit of a rate", "per hour, day, week, month or year", Names.DidYouMean(period, ["hour", "day", "week", "month", "year"]));
            return null;
        }

        string thing = match.Groups["thing"].Value.Trim();
        Counted? counts = thing.TrimEnd('s') switch
        {
            "" => null,
            "firearm" => Counted.Firearms,
            "shipment" => Counted.Shipments,
            "vehicle" => Counted.Vehicles,
            _ => (Counted)(-1),
        };
        if (counts is { } counted && !countable.Contains(counted))
        {
            string[] known = [.. countable.ToArray().Select(c => c.ToString().ToLowerInvariant())];
            problems.Error("S125", node.Mark, $"'{thing}' is not what this rate counts", $"{Names.Or(known)}", Names.DidYouMean(thing, known));
            return null;
        }

        return (unit.ToBase(split.Number), counts);
    }

    [GeneratedRegex(@"^(?<thing>[A-Za-z]+ )?per (?<period>[A-Za-z]+)$")]
    private static partial Regex Spelled();
}
