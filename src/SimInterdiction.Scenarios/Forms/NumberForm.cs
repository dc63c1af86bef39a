using System.Text.Json.Nodes;
using SimInterdiction.Model.Language;
using SimInterdiction.Scenarios.Binding;
using SimInterdiction.Scenarios.Quantities;
using SimInterdiction.Scenarios.Tree;

namespace SimInterdiction.Scenarios.Forms;

/// <summary>A number with or without a unit, or one that nobody knows.</summary>
internal sealed class NumberForm(Type type) : IValueForm
{
    // Above it doubles don't hold every whole number.
    private const long MostExact = 9_007_199_254_740_991;

    private bool IsWhole => type != typeof(double);

    public object? Read(Node node, BindingTarget target, BindingState state)
    {
        double? value = UncertainReader.Is(node)
            ? UncertainReader.Read((MapNode)node, target, state, n => ReadOne(n, target, state), IsWhole)
            : ReadOne(node, target, state);
        return value is { } number ? Convert.ChangeType(IsWhole ? Math.Round(number) : number, type) : null;
    }

    public JsonObject Schema(KeyAttribute key) => NumberSchema.OrUncertain(NumberSchema.Of(key, IsWhole));

    public string Words(KeyAttribute key) => IsWhole ? "a whole number" : UnitTable.Of(key.Quantity).WithArticle;

    private double? ReadOne(Node node, BindingTarget target, BindingState state)
    {
        string due = Words(target.Key);
        return Numbers.Read(node, target, state, due, IsWhole) switch
        {
            { } value when IsWhole && value != Math.Floor(value) => NotWhole(node, state),
            { } value when IsWhole && Math.Abs(value) > MostExact => TooLarge(node, MostExact, target, state),
            { } value when !Numbers.IsInRange(node, value, target, state) => null,
            { } value when type == typeof(int) && Math.Abs(value) > int.MaxValue => TooLarge(node, int.MaxValue, target, state),
            var value => value,
        };
    }

    // Where the key itself sets no limit.
    private static double? TooLarge(Node node, long most, BindingTarget target, BindingState state)
    {
        state.Problems.Error(
            "S112",
            node.Mark,
            $"'{((ScalarNode)node).Text}' is out of range: {target.Name} must be at most {NumberText.Show(most)}"
        );
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
    public static double? Read(Node node, BindingTarget target, BindingState state, string due, bool isWhole) =>
        node switch
        {
            MapNode map when DistributionCatalog.In(map) is not null => NotADistribution(map, target, state, due),
            _ => Scalars.Take(node, target, state, due) is { } scalar && !(isWhole && PointThousands.Refuse(scalar, state.Problems))
                ? Read(scalar, target, state, isWhole)
                : null,
        };

    private static double? Read(ScalarNode node, BindingTarget target, BindingState state, bool isWhole) =>
        target.Quantity is Quantity.OfMeasure or Quantity.DifferenceOfMeasure
            ? MeasureReader.Read(node, target, state.Problems)
            : QuantityReader.Read(node, target.Key, state.Problems, text => Reads(text, target.Key, isWhole));

    private static bool Reads(string text, KeyAttribute key, bool isWhole) =>
        QuantityReader.Read(new ScalarNode(default, text, isQuoted: false), key, Suggestion.Trial) is { } value
        && KeyRange.Outside(value, key) is null
        && !(isWhole && value != Math.Floor(value));

    public static bool IsInRange(Node node, double value, BindingTarget target, BindingState state)
    {
        if (KeyRange.Outside(value, target.Key) is not { } limit)
        {
            return true;
        }

        string written = node is ScalarNode scalar ? scalar.Text : NumberText.Show(value);
        state.Problems.Error("S112", node.Mark, $"'{written}' is out of range: {target.Name} must be {limit}");
        return false;
    }

    private static double? NotADistribution(MapNode map, BindingTarget target, BindingState state, string due)
    {
        Entry named = DistributionCatalog.In(map)!;
        state.Problems.Error(
            "S104",
            named.KeyMark,
            $"'{target.Name}' is {due} and can't vary from case to case",
            "a constant, or { uncertain: [low, best, high] }",
            named.Key == "varies" ? "did you mean 'uncertain'?" : null
        );
        return null;
    }
}
