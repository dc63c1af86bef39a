using SimInterdiction.Engine.Distributions;
using SimInterdiction.Model.Language;
using SimInterdiction.Scenarios.Binding;
using SimInterdiction.Scenarios.Quantities;
using SimInterdiction.Scenarios.Tree;

namespace SimInterdiction.Scenarios.Forms;

/// <summary>Reads one law of chance, its numbers in base units.</summary>
internal static class DistributionReader
{
    /// <summary>Always the same value.</summary>
    public static Fixed? Constant(Node node, BindingTarget target, BindingState state) =>
        Number(node, target, state, isWhole: target.Quantity == Quantity.Count) is { } value ? new Fixed(value) : null;

    /// <summary>The law that the entry names; null after reporting.</summary>
    public static Distribution? Law(Entry entry, BindingTarget target, BindingState state)
    {
        try
        {
            return Make(entry, target, state);
        }
        catch (ArgumentException)
        {
            // The laws check their own numbers; what they refuse beyond the checks here is at the edge of what doubles
            // hold.
            state.Problems.Error("S131", entry.KeyMark, $"there is no {entry.Key} law with such numbers");
            return null;
        }
    }

    private static Distribution? Make(Entry entry, BindingTarget target, BindingState state) =>
        entry.Key switch
        {
            "varies" => Rising(entry, target, state, 3, "[low, typical, high]") is [var low, var mode, var high]
                ? new Triangular(low, mode, high)
                : null,
            "uniform" => Rising(entry, target, state, 2, "[low, high]") is [var low, var high] ? new Uniform(low, high) : null,
            "exponential" => Positive(entry.Value, target, state) is { } mean ? new Exponential(mean) : null,
            "fixed" => Constant(entry.Value, target, state),
            "lognormal" => Pair(entry, target, state, "median", "sigma") is var (median, sigma) ? new LogNormal(median, sigma) : null,
            "gamma" => Pair(entry, target, state, "mean", "sd") is var (mean, sd) ? MakeGamma(entry, mean, sd, state) : null,
            "empirical" => MakeEmpirical(entry, target, state),
            _ => throw new InvalidOperationException($"'{entry.Key}' is no law."),
        };

    /// <summary>The two bounds of <c>between</c>.</summary>
    public static (double Low, double High)? Bounds(Entry entry, BindingTarget target, BindingState state) =>
        Rising(entry, target, state, 2, "[low, high]", isWhole: target.Quantity == Quantity.Count) is [var low, var high]
            ? (low, high)
            : null;

    private static double[]? Rising(Entry entry, BindingTarget target, BindingState state, int count, string shape, bool isWhole = false)
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
                state.Problems.Error(
                    "S131",
                    list.Items[i].Mark,
                    $"'{Text(list.Items[i])}' is below the value before it",
                    $"{shape} in rising order"
                );
                return null;
            }
        }

        return [.. values.Select(v => v!.Value)];
    }

    private static (double First, double Second)? Pair(Entry entry, BindingTarget target, BindingState state, string first, string second)
    {
        if (entry.Value is not MapNode map)
        {
            state.Problems.Error(
                "S131",
                entry.Value.IsNothing ? entry.KeyMark : entry.Value.Mark,
                $"'{entry.Key}' needs {first} and {second}, not {entry.Value.Kind}",
                $"{{ {first}: ..., {second}: ... }}"
            );
            return null;
        }

        foreach (Entry other in map.Entries.Where(e => e.Key != first && e.Key != second))
        {
            state.Problems.Error(
                "S101",
                other.KeyMark,
                $"'{other.Key}' is not a key of {entry.Key}",
                $"keys: {first}, {second}",
                Names.DidYouMean(other.Key, [first, second])
            );
        }

        bool isMisspelt = map.Entries.Any(e => e.Key != first && e.Key != second);
        double? Take(string key)
        {
            if (map.Find(key) is not { } found)
            {
                if (isMisspelt)
                {
                    return null;
                }

                state.Problems.Error("S103", entry.KeyMark, $"'{entry.Key}' has no '{key}'", $"{{ {first}: ..., {second}: ... }}");
                return null;
            }

            BindingTarget inside = target.Inside(key, found.KeyMark);
            return key == "sigma"
                ? Number(found.Value, inside with { Key = Sigma }, state, isWhole: false)
                : Positive(found.Value, inside, state);
        }

        return (Take(first), Take(second)) is ({ } one, { } two) ? (one, two) : null;
    }

    private static Gamma? MakeGamma(Entry entry, double mean, double sd, BindingState state)
    {
        try
        {
            return new Gamma(mean, sd);
        }
        catch (ArgumentException)
        {
            state.Problems.Error(
                "S131",
                entry.KeyMark,
                "the mean and the sd of this gamma law are too far apart",
                hint: "use a fixed value, or a lognormal law"
            );
            return null;
        }
    }

    private static Empirical? MakeEmpirical(Entry entry, BindingTarget target, BindingState state)
    {
        if (entry.Value is not MapNode { Entries.Count: > 0 } map)
        {
            state.Problems.Error(
                "S131",
                entry.Value.IsNothing ? entry.KeyMark : entry.Value.Mark,
                "no values with shares stand here",
                "{ 1: 24%, 2: 18%, ... }"
            );
            return null;
        }

        var outcomes = new List<(double Value, double Share)>();
        foreach (Entry outcome in map.Entries)
        {
            double? value = Number(
                new ScalarNode(outcome.KeyMark, outcome.Key, isQuoted: true),
                target,
                state,
                target.Quantity == Quantity.Count
            );
            double? share = Number(outcome.Value, target.Inside(outcome.Key, outcome.KeyMark) with { Key = Share }, state, isWhole: false);
            if (value is null || share is null)
            {
                return null;
            }

            outcomes.Add((value.Value, share.Value));
        }

        double sum = outcomes.Sum(o => o.Share);
        if (!ShareSum.Check(sum, entry.KeyMark, $"the shares of '{entry.Key}'", state.Problems))
        {
            return null;
        }

        return new Empirical([.. outcomes.Where(o => o.Share > 0).Select(o => (o.Value, o.Share / sum))]);
    }

    private static readonly KeyAttribute Sigma = new("sigma", "Standard deviation of the logarithm.")
    {
        AtLeast = 0,
        Above = true,
        AtMost = LogNormal.MaxSigma,
    };

    private static readonly KeyAttribute Share = new("share", "How often the value comes up.") { Quantity = Quantity.Share };

    private static double? Positive(Node node, BindingTarget target, BindingState state)
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

    /// <summary>A number within the key's range, or one that nobody knows.</summary>
    private static double? Number(Node node, BindingTarget target, BindingState state, bool isWhole)
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
                state.Problems.Error(
                    "S111",
                    one.Mark,
                    $"'{Text(one)}' is not a whole number",
                    hint: "counts are whole; a law of chance may make them vary"
                );
                return null;
            }

            return number;
        }

        return UncertainReader.Is(node) ? UncertainReader.Read((MapNode)node, target, state, ReadOne, isWhole) : ReadOne(node);
    }

    private static string Text(Node node) => node is ScalarNode scalar ? scalar.Text : node.Kind;
}
