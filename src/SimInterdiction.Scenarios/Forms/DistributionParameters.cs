using System.Text.Json.Nodes;
using SimInterdiction.Engine.Distributions;
using SimInterdiction.Model.Language;
using SimInterdiction.Scenarios.Binding;
using SimInterdiction.Scenarios.Quantities;
using SimInterdiction.Scenarios.Tree;

namespace SimInterdiction.Scenarios.Forms;

/// <summary>How the parameters of a distribution are written, and the distribution that they make.</summary>
internal abstract class DistributionParameters
{
    /// <summary>What to do where the numbers are possible each for itself, but not together; null for nothing
    /// special.</summary>
    public string? Advice { get; init; }

    /// <summary>The words that name a parameter, or how they are given.</summary>
    public virtual IReadOnlyList<string> Words => [];

    /// <summary>The distribution, its parameters in base units; null after reporting.</summary>
    /// <exception cref="ArgumentException">There is no such distribution.</exception>
    public abstract Distribution? Read(Entry entry, BindingTarget target, BindingState state);

    /// <summary>The JSON Schema of the parameters.</summary>
    /// <param name="number">That of one number of the key's quantity, certain or not.</param>
    public abstract JsonObject Schema(JsonObject number);

    /// <summary>The parameters with each value of the key's quantity changed; null where that can't be done.</summary>
    /// <param name="written">The parameters.</param>
    /// <param name="change">A value instead of another; null where there is none.</param>
    public virtual Node? Change(Node written, Func<Node, Node?> change) => WholeQuantity.Each(written, change);

    /// <summary>A number within the key's range, or one that nobody knows; null after reporting.</summary>
    protected static double? Number(Node node, BindingTarget target, BindingState state, bool isWhole)
    {
        double? ReadOne(Node one)
        {
            double? value = Numbers.Read(one, target, state, UnitTable.Of(target.Quantity).WithArticle, isWhole);
            if (value is not { } number || !Numbers.IsInRange(one, number, target, state))
            {
                return null;
            }

            if (isWhole && number != Math.Floor(number))
            {
                string message = $"'{Text(one)}' is not a whole number";
                state.Problems.Error("S111", one.Mark, message, hint: "a distribution can make a count vary");
                return null;
            }

            return number;
        }

        return UncertainReader.Is(node) ? UncertainReader.Read((MapNode)node, target, state, ReadOne, isWhole) : ReadOne(node);
    }

    /// <summary>The same above 0, whatever the key's range.</summary>
    protected static double? Positive(Node node, BindingTarget target, BindingState state)
    {
        var key = new KeyAttribute(target.Key.Name, target.Key.Meaning)
        {
            Quantity = target.Quantity,
            Example = target.Key.Example,
            Default = target.Key.Default,
            AtLeast = 0,
            Above = true,
        };
        return Number(node, target with { Key = key }, state, isWhole: false);
    }

    protected static string Text(Node node) => node is ScalarNode scalar ? scalar.Text : node.Kind;
}

/// <summary>A list of values in rising order: <c>[1 min, 3 min, 8 min]</c>.</summary>
internal sealed class RisingValues(int count, string shape, Func<double[], Distribution> make) : DistributionParameters
{
    public override Distribution? Read(Entry entry, BindingTarget target, BindingState state) =>
        Read(entry, target, state, count, shape, isWhole: false) is { } values ? make(values) : null;

    public override JsonObject Schema(JsonObject number) => NumberSchema.ListOf(number, count);

    /// <summary>The two bounds of <c>between</c>; null after reporting.</summary>
    public static (double Low, double High)? Bounds(Entry entry, BindingTarget target, BindingState state) =>
        Read(entry, target, state, 2, "[low, high]", target.Quantity == Quantity.Count) is [var low, var high] ? (low, high) : null;

    private static double[]? Read(Entry entry, BindingTarget target, BindingState state, int count, string shape, bool isWhole)
    {
        if (entry.Value is not ListNode list || list.Items.Count != count)
        {
            ValueCount.Report(entry, count, shape, state);
            return null;
        }

        double?[] values = [.. list.Items.Select((item, i) => Number(item, target.Inside($"{i}", item.Mark), state, isWhole))];
        if (values.Any(v => v is null))
        {
            return null;
        }

        for (int i = 1; i < count; i++)
        {
            if (values[i] < values[i - 1])
            {
                string message = $"'{Text(list.Items[i])}' is below the value before it";
                state.Problems.Error("S131", list.Items[i].Mark, message, $"{shape} in rising order");
                return null;
            }
        }

        return [.. values.Select(v => v!.Value)];
    }
}

/// <summary>One value above 0: <c>20 min</c>.</summary>
internal sealed class SingleValue(Func<double, Distribution> make) : DistributionParameters
{
    public override Distribution? Read(Entry entry, BindingTarget target, BindingState state) =>
        Positive(entry.Value, target, state) is { } value ? make(value) : null;

    public override JsonObject Schema(JsonObject number) => (JsonObject)number.DeepClone();
}

/// <summary>A value within the key's range, which never varies.</summary>
internal sealed class ConstantValue : DistributionParameters
{
    public override Distribution? Read(Entry entry, BindingTarget target, BindingState state) => Read(entry.Value, target, state);

    /// <summary>The same where no distribution is named.</summary>
    public static Fixed? Read(Node node, BindingTarget target, BindingState state) =>
        Number(node, target, state, isWhole: target.Quantity == Quantity.Count) is { } value ? new Fixed(value) : null;

    public override JsonObject Schema(JsonObject number) => (JsonObject)number.DeepClone();
}

/// <summary>A parameter that is written with its name.</summary>
/// <param name="Name">Its key.</param>
/// <param name="Plain">Its range where it is a plain number; null where it is a quantity of the key's, above 0.</param>
internal sealed record NamedValue(string Name, KeyAttribute? Plain = null);

/// <summary>A map of parameters: <c>{ mean: 3 h, sd: 1 h }</c>.</summary>
internal sealed class NamedValues(NamedValue[] parameters, Func<double[], Distribution> make) : DistributionParameters
{
    public override IReadOnlyList<string> Words { get; } = [.. parameters.Select(p => p.Name)];

    private string Shape => $"{{ {string.Join(", ", parameters.Select(p => $"{p.Name}: ..."))} }}";

    public override Distribution? Read(Entry entry, BindingTarget target, BindingState state)
    {
        if (entry.Value is not MapNode map)
        {
            state.Problems.Error(
                "S131",
                entry.Value.IsNothing ? entry.KeyMark : entry.Value.Mark,
                $"'{entry.Key}' needs {string.Join(" and ", Words)}, not {entry.Value.Kind}",
                Shape
            );
            return null;
        }

        Entry[] unknown = [.. map.Entries.Where(e => !Words.Contains(e.Key))];
        foreach (Entry other in unknown)
        {
            state.Problems.Error(
                "S101",
                other.KeyMark,
                $"'{other.Key}' is not a key of {entry.Key}",
                $"keys: {string.Join(", ", Words)}",
                Names.DidYouMean(other.Key, Words)
            );
        }

        double?[] values = [.. parameters.Select(p => Take(p, entry, map, unknown.Length > 0, target, state))];
        return values.Any(v => v is null) ? null : make([.. values.Select(v => v!.Value)]);
    }

    public override Node? Change(Node written, Func<Node, Node?> change)
    {
        if (written is not MapNode map)
        {
            return null;
        }

        Entry[] changed =
        [
            .. map.Entries.Select(e =>
                parameters.Any(p => p.Name == e.Key && p.Plain is null) && change(e.Value) is { } value ? e with { Value = value } : e
            ),
        ];
        return new MapNode(map.Mark, changed);
    }

    public override JsonObject Schema(JsonObject number)
    {
        JsonObject plain = NumberSchema.OrUncertain(new JsonObject { ["type"] = "number", ["exclusiveMinimum"] = 0 });
        return new JsonObject
        {
            ["type"] = "object",
            ["properties"] = new JsonObject(
                parameters.Select(p => KeyValuePair.Create(p.Name, (JsonNode?)(p.Plain is null ? number : plain).DeepClone()))
            ),
            ["required"] = new JsonArray([.. parameters.Select(p => JsonValue.Create(p.Name))]),
            ["additionalProperties"] = false,
        };
    }

    private double? Take(NamedValue parameter, Entry entry, MapNode map, bool isMisspelt, BindingTarget target, BindingState state)
    {
        if (map.Find(parameter.Name) is not { } found)
        {
            if (!isMisspelt)
            {
                state.Problems.Error("S103", entry.KeyMark, $"'{entry.Key}' has no '{parameter.Name}'", Shape);
            }

            return null;
        }

        BindingTarget inside = target.Inside(parameter.Name, found.KeyMark);
        return parameter.Plain is { } plain
            ? Number(found.Value, inside with { Key = plain }, state, isWhole: false)
            : Positive(found.Value, inside, state);
    }
}

/// <summary>A map of values, each with its share, <c>{ 1: 60%, 2: 40% }</c>, or each with how often it was seen,
/// <c>{ counts: { 1: 24, 2: 18 } }</c>.</summary>
internal sealed class ValuesWithShares : DistributionParameters
{
    /// <summary>The key of values with how often each was seen.</summary>
    public const string Counts = "counts";

    /// <summary>The key that names the column of a table with a sample.</summary>
    public const string Column = "column";

    public override IReadOnlyList<string> Words { get; } = [Counts, Column];

    private static readonly KeyAttribute Count = new("counts", "How often the value was seen.") { AtLeast = 0 };

    private static readonly KeyAttribute Share = new("share", "How often the value comes up.") { Quantity = Quantity.Share };

    public override Distribution? Read(Entry entry, BindingTarget target, BindingState state)
    {
        Entry? counts = entry.Value is MapNode { Entries.Count: 1 } one ? one.Find(Counts) : null;
        if ((counts ?? entry).Value is not MapNode { Entries.Count: > 0 } map)
        {
            Problems.Mark mark = entry.Value.IsNothing ? entry.KeyMark : entry.Value.Mark;
            state.Problems.Error(
                "S131",
                mark,
                $"'{entry.Key}' needs values with their shares, or with counts",
                "{ 1: 24%, 2: 18%, ... }, { counts: { 1: 24, 2: 18, ... } } or { from: loads.csv, column: size }"
            );
            return null;
        }

        var outcomes = new List<(double Value, double Share)>();
        foreach (Entry outcome in map.Entries)
        {
            var written = new ScalarNode(outcome.KeyMark, outcome.Key, isQuoted: true);
            double? value = Number(written, target, state, isWhole: target.Quantity == Quantity.Count);
            BindingTarget inside = target.Inside(outcome.Key, outcome.KeyMark) with { Key = counts is null ? Share : Count };
            double? share = Number(outcome.Value, inside, state, isWhole: false);
            if (value is null || share is null)
            {
                return null;
            }

            outcomes.Add((value.Value, share.Value));
        }

        if (state.Problems.IsLost(""))
        {
            return null;
        }

        double sum = outcomes.Sum(o => o.Share);
        if (counts is not null && sum == 0)
        {
            state.Problems.Error("S131", counts.KeyMark, "nothing was seen: every count is 0", "counts above 0");
            return null;
        }

        return counts is not null || ShareSum.Check(sum, entry.KeyMark, $"the shares of '{entry.Key}'", state.Problems)
            ? new Empirical([.. outcomes.Where(o => o.Share > 0).Select(o => (o.Value, o.Share / sum))])
            : null;
    }

    public override Node? Change(Node written, Func<Node, Node?> change)
    {
        if (written is not MapNode map)
        {
            return null;
        }

        if (map.Find(Counts) is { } counts)
        {
            return Change(counts.Value, change) is { } inner ? map.With(counts with { Value = inner }) : null;
        }

        (Entry Entry, ScalarNode? Value)[] changed =
        [
            .. map.Entries.Select(e => (e, change(new ScalarNode(e.KeyMark, e.Key, isQuoted: true)) as ScalarNode)),
        ];
        return changed.Any(c => c.Value is null) ? null : new MapNode(map.Mark, changed.Select(c => c.Entry with { Key = c.Value!.Text }));
    }

    public override JsonObject Schema(JsonObject number) => new() { ["type"] = "object" };
}
