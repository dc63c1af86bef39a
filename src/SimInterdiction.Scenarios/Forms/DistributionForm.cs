using System.Text.Json.Nodes;
using SimInterdiction.Engine.Distributions;
using SimInterdiction.Model.Language;
using SimInterdiction.Scenarios.Binding;
using SimInterdiction.Scenarios.Quantities;
using SimInterdiction.Scenarios.Tree;

namespace SimInterdiction.Scenarios.Forms;

/// <summary>What varies from case to case: a constant, or a distribution, perhaps kept between two bounds.</summary>
internal sealed class DistributionForm : IValueForm
{
    public object? Read(Node node, BindingTarget target, BindingState state)
    {
        if (node is not MapNode map || UncertainReader.Is(node))
        {
            return ConstantValue.Read(node, target, state);
        }

        foreach (Entry entry in map.Entries.Where(e => e.Key != DistributionCatalog.Between && !DistributionCatalog.Keys.Contains(e.Key)))
        {
            state.Problems.Error(
                "S130",
                entry.KeyMark,
                $"'{entry.Key}' is not a distribution",
                $"{Names.Few(DistributionCatalog.Keys)}, between, or uncertain",
                entry.Key switch
                {
                    "normal" => "a normal distribution has values below 0; gamma and lognormal have not",
                    "triangular" or "triangle" => "did you mean 'varies: [low, typical, high]'?",
                    _ => Names.DidYouMean(
                        entry.Key,
                        DistributionCatalog.Keys.Append(UncertainReader.Key).Append(DistributionCatalog.Between)
                    ),
                }
            );
            return null;
        }

        Entry[] named = [.. map.Entries.Where(e => DistributionCatalog.Keys.Contains(e.Key))];
        if (named.Length != 1)
        {
            Problems.Mark mark = named.Length > 1 ? named[1].KeyMark : map.Find(DistributionCatalog.Between)?.KeyMark ?? map.Mark;
            state.Problems.Error(
                "S130",
                mark,
                named.Length > 1 ? $"'{named[1].Key}' can't be combined with '{named[0].Key}'" : "no distribution is named here",
                $"one of {Names.Few(DistributionCatalog.Keys)}"
            );
            return null;
        }

        (double Low, double High)? bounds = null;
        if (map.Find(DistributionCatalog.Between) is { } between)
        {
            bounds = RisingValues.Bounds(between, target.Inside(DistributionCatalog.Between, between.KeyMark), state);
            if (bounds is null)
            {
                return null;
            }
        }

        Distribution? distribution = DistributionCatalog.Read(named[0], target.Inside(named[0].Key, named[0].KeyMark), state);
        return distribution is null
            ? null
            : DistributionLimits.Apply(distribution, bounds, named[0], map.Find(DistributionCatalog.Between), target, state);
    }

    public JsonObject Schema(KeyAttribute key)
    {
        JsonObject number = NumberSchema.OrUncertain(NumberSchema.Of(key, isWhole: false));
        var properties = new JsonObject(
            DistributionCatalog.All.Select(d => KeyValuePair.Create(d.Key, (JsonNode?)d.Parameters.Schema(number)))
        )
        {
            [DistributionCatalog.Between] = NumberSchema.ListOf(NumberSchema.Of(key, isWhole: false), 2),
        };
        JsonObject varying = new()
        {
            ["type"] = "object",
            ["properties"] = properties,
            ["additionalProperties"] = false,
        };
        return NumberSchema.Either(number, varying);
    }

    public string Words(KeyAttribute key) =>
        key.Quantity == Quantity.Count
            ? "a whole number, constant or a distribution"
            : $"{UnitTable.Of(key.Quantity).WithArticle}, constant or a distribution";
}
