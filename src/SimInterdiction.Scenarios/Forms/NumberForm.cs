using System.Text.Json.Nodes;
using SimInterdiction.Model.Language;
using SimInterdiction.Scenarios.Binding;
using SimInterdiction.Scenarios.Quantities;
using SimInterdiction.Scenarios.Tree;

namespace SimInterdiction.Scenarios.Forms;

/// <summary>A number with or without a unit, or one that nobody knows.</summary>
internal sealed class NumberForm(Type type) : IValueForm
{
    private bool IsWhole => type != typeof(double);

    public object? Read(Node node, Slot slot, BindingState state)
    {
        double? value = UncertainReader.Is(node)
            ? UncertainReader.Read((MapNode)node, slot, state, n => ReadOne(n, slot, state), IsWhole)
            : ReadOne(node, slot, state);
        return value is { } number ? Convert.ChangeType(IsWhole ? Math.Round(number) : number, type) : null;
    }

    public JsonObject Schema(KeyAttribute key) => NumberSchema.OrUncertain(NumberSchema.Of(key, IsWhole));

    public string Words(KeyAttribute key) => IsWhole ? "a whole number" : UnitTable.Of(key.Quantity).WithArticle;

    private double? ReadOne(Node node, Slot slot, BindingState state)
    {
        string due = Words(slot.Key);
        return Numbers.Read(node, slot, state, due, IsWhole) switch
        {
            { } value when IsWhole && (value != Math.Floor(value) || Math.Abs(value) > 9007199254740991) => NotWhole(node, state),
            { } value when !Numbers.IsInRange(node, value, slot, state) => null,
            { } value when type == typeof(int) && Math.Abs(value) > int.MaxValue => TooLarge(node, slot, state),
            var value => value,
        };
    }

    // Where the key itself sets no limit.
    private static double? TooLarge(Node node, Slot slot, BindingState state)
    {
        state.Problems.Error("S112", node.Mark, $"'{((ScalarNode)node).Text}' is out of range: {slot.Name} must be at most {int.MaxValue}");
        return null;
    }

    private static double? NotWhole(Node node, BindingState state)
    {
        state.Problems.Error("S111", node.Mark, $"'{((ScalarNode)node).Text}' is not a whole number", hint: "write it without a fraction");
        return null;
    }
}

/// <summary>Reads single numbers and checks their range.</summary>
internal static class Numbers
{
    public static double? Read(Node node, Slot slot, BindingState state, string due, bool isWhole) =>
        node switch
        {
            MapNode map when DistributionForm.LawIn(map) is not null => NotALaw(map, slot, state, due),
            _ => Scalars.Take(node, slot, state, due) is { } scalar ? Read(scalar, slot, state, isWhole) : null,
        };

    private static double? Read(ScalarNode node, Slot slot, BindingState state, bool isWhole) =>
        slot.Quantity is Quantity.OfMeasure or Quantity.DifferenceOfMeasure
            ? MeasureReader.Read(node, slot, state.Problems)
            : QuantityReader.Read(node, slot.Key, state.Problems, text => Reads(text, slot.Key, isWhole));

    private static bool Reads(string text, KeyAttribute key, bool isWhole) =>
        QuantityReader.Read(new ScalarNode(default, text, isQuoted: false), key, Suggestion.Trial) is { } value
        && Outside(value, key) is null
        && !(isWhole && value != Math.Floor(value));

    public static bool IsInRange(Node node, double value, Slot slot, BindingState state)
    {
        if (Outside(value, slot.Key) is not { } limit)
        {
            return true;
        }

        string written = node is ScalarNode scalar ? scalar.Text : NumberText.Show(value);
        state.Problems.Error("S112", node.Mark, $"'{written}' is out of range: {slot.Name} must be {limit}");
        return false;
    }

    /// <summary>The limit the value breaks, in words; null if it keeps all.</summary>
    public static string? Outside(double value, KeyAttribute key)
    {
        (double low, double high) = Range(key);
        return value switch
        {
            _ when key.Above && !(value > low) => $"above {QuantityReader.Show(low, key.Quantity)}",
            _ when !(value >= low) => $"at least {QuantityReader.Show(low, key.Quantity)}",
            _ when !(value <= high) => $"at most {QuantityReader.Show(high, key.Quantity)}",
            _ => null,
        };
    }

    /// <summary>Shares lie between 0 and 1 whatever the key says.</summary>
    public static (double Low, double High) Range(KeyAttribute key) =>
        key.Quantity == Quantity.Share
            ? (Math.Max(0, key.AtLeast), Math.Min(1, key.AtMost))
            : (key.Quantity == Quantity.Rate ? Math.Max(0, key.AtLeast) : key.AtLeast, key.AtMost);

    private static double? NotALaw(MapNode map, Slot slot, BindingState state, string due)
    {
        Entry law = DistributionForm.LawIn(map)!;
        state.Problems.Error(
            "S104",
            law.KeyMark,
            $"'{law.Key}' varies from case to case, and {slot.Name} is {due} that does not",
            "a constant, or { uncertain: [low, best, high] }",
            law.Key == "varies" ? "did you mean 'uncertain'?" : null
        );
        return null;
    }
}
