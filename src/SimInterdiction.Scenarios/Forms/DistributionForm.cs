using System.Text.Json.Nodes;
using SimInterdiction.Engine.Distributions;
using SimInterdiction.Model.Language;
using SimInterdiction.Scenarios.Binding;
using SimInterdiction.Scenarios.Quantities;
using SimInterdiction.Scenarios.Tree;

namespace SimInterdiction.Scenarios.Forms;

/// <summary>What varies from case to case: a constant, or one of the laws, perhaps kept between two bounds.</summary>
internal sealed class DistributionForm : IValueForm
{
    public const string Between = "between";

    public static readonly IReadOnlyList<string> Laws = ["varies", "exponential", "lognormal", "uniform", "gamma", "fixed", "empirical"];

    /// <summary>The entry that names a law; null where the map names none.</summary>
    public static Entry? LawIn(MapNode map) => map.Entries.FirstOrDefault(e => Laws.Contains(e.Key));

    public object? Read(Node node, BindingTarget target, BindingState state)
    {
        if (node is not MapNode map || UncertainReader.Is(node))
        {
            return DistributionReader.Constant(node, target, state);
        }

        foreach (Entry entry in map.Entries.Where(e => e.Key != Between && !Laws.Contains(e.Key)))
        {
            state.Problems.Error(
                "S130",
                entry.KeyMark,
                $"'{entry.Key}' is not a law of chance",
                $"{Names.Few(Laws)}, between, or uncertain",
                Names.DidYouMean(entry.Key, Laws.Append(UncertainReader.Key).Append(Between))
            );
            return null;
        }

        Entry[] laws = [.. map.Entries.Where(e => Laws.Contains(e.Key))];
        if (laws.Length != 1)
        {
            Problems.Mark mark = laws.Length > 1 ? laws[1].KeyMark : map.Find(Between)?.KeyMark ?? map.Mark;
            state.Problems.Error(
                "S130",
                mark,
                laws.Length > 1 ? $"'{laws[1].Key}' stands beside '{laws[0].Key}'" : "no law of chance is named here",
                $"one of {Names.Few(Laws)}"
            );
            return null;
        }

        (double Low, double High)? bounds = null;
        if (map.Find(Between) is { } between)
        {
            bounds = DistributionReader.Bounds(between, target.Inside(Between, between.KeyMark), state);
            if (bounds is null)
            {
                return null;
            }
        }

        Distribution? law = DistributionReader.Law(laws[0], target.Inside(laws[0].Key, laws[0].KeyMark), state);
        return law is null ? null : DistributionLimits.Apply(law, bounds, laws[0], map.Find(Between), target, state);
    }

    public JsonObject Schema(KeyAttribute key)
    {
        JsonObject number = NumberSchema.OrUncertain(NumberSchema.Of(key, isWhole: false));
        JsonObject plain = NumberSchema.OrUncertain(new JsonObject { ["type"] = "number", ["exclusiveMinimum"] = 0 });
        JsonObject law = new()
        {
            ["type"] = "object",
            ["properties"] = new JsonObject
            {
                ["varies"] = NumberSchema.ListOf(number, 3),
                ["exponential"] = number.DeepClone(),
                ["lognormal"] = Pair("median", number, "sigma", plain),
                ["uniform"] = NumberSchema.ListOf(number, 2),
                ["gamma"] = Pair("mean", number, "sd", number),
                ["fixed"] = number.DeepClone(),
                ["empirical"] = new JsonObject { ["type"] = "object" },
                [Between] = NumberSchema.ListOf(NumberSchema.Of(key, isWhole: false), 2),
            },
            ["additionalProperties"] = false,
        };
        return NumberSchema.Either(number, law);
    }

    public string Words(KeyAttribute key) =>
        key.Quantity == Quantity.Count
            ? "a whole number, constant or a law of chance"
            : $"{UnitTable.Of(key.Quantity).WithArticle}, constant or a law of chance";

    private static JsonObject Pair(string first, JsonObject one, string second, JsonObject other) =>
        new()
        {
            ["type"] = "object",
            ["properties"] = new JsonObject { [first] = one.DeepClone(), [second] = other.DeepClone() },
            ["required"] = new JsonArray(first, second),
            ["additionalProperties"] = false,
        };
}
