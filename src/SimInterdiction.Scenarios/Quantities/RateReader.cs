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
    public static (double PerHour, Counted? Counts)? Read(
        ScalarNode node,
        KeyAttribute key,
        ProblemList problems,
        params Counted[] countable
    )
    {
        bool Reads(string text) =>
            Read(new ScalarNode(node.Mark, text, isQuoted: false), key, Suggestion.Trial, countable) is { } rate
            && KeyRange.Outside(rate.PerHour, key) is null;

        Match match = Spelled().Match(NumberText.Split(node.Text)?.Tail ?? "");
        if (!match.Success || NumberText.Split(node.Text) is not { } split)
        {
            // Reports what is missing or wrong in the words of the other quantities.
            QuantityReader.Read(node, key, problems, Reads);
            return null;
        }

        string period = match.Groups["period"].Value;
        var meant = new Suggestion(node.Text, Quantity.Rate, problems.TakesHints ? Reads : null);
        if (UnitTable.Of(Quantity.Rate).Find($"per {period}") is not { } unit)
        {
            IReadOnlyList<string> near = AmountGuess.IsUnit(period) ? [] : Names.Nearest(period, ["hour", "day", "week", "month", "year"]);
            string? hint = meant.Amount ?? meant.OneOf(near.Select(n => $"{split.Written} {match.Groups["thing"].Value}per {n}"));
            problems.Error("S121", node.Mark, $"'per {period}' is not a unit of a rate", "per hour, day, week, month or year", hint);
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
            string[] known = [.. countable.Select(c => c.ToString().ToLowerInvariant())];
            string? hint = meant.Amount ?? meant.OneOf(Names.Nearest(thing, known).Select(n => $"{split.Written} {n} per {period}"));
            problems.Error("S125", node.Mark, $"'{thing}' is not what this rate counts", $"{Names.Or(known)}", hint);
            return null;
        }

        PointThousands.Warn(node, isSeldomSoExact: true, problems);
        return (unit.ToBase(split.Number), counts);
    }

    [GeneratedRegex(@"^(?<thing>[A-Za-z]+ )?per (?<period>[A-Za-z]+)$")]
    private static partial Regex Spelled();
}
