using System.Text.Json.Nodes;
using SimInterdiction.Model.Interdiction;
using SimInterdiction.Model.Language;
using SimInterdiction.Model.Traffic;
using SimInterdiction.Scenarios.Binding;
using SimInterdiction.Scenarios.Quantities;
using SimInterdiction.Scenarios.Tree;

namespace SimInterdiction.Scenarios.Forms;

/// <summary>Things per time: <c>23_000 firearms per year</c> of a flow, <c>38 per hour</c> of vehicles.</summary>
internal sealed class RateForm(Type type) : IValueForm
{
    private bool IsFlow => type == typeof(FlowRate);

    private Counted[] Countable => IsFlow ? [Counted.Firearms, Counted.Shipments] : [Counted.Vehicles];

    public object? Read(Node node, BindingTarget target, BindingState state)
    {
        Counted? counts = null;
        double? ReadOne(Node one)
        {
            if (
                Scalars.Take(one, target, state, "a rate") is not { } scalar
                || RateReader.Read(scalar, target.Key, state.Problems, Countable) is not { } rate
            )
            {
                return null;
            }

            if (QuantityReader.IsBeyondReason(rate.PerHour))
            {
                return QuantityReader.TooFar(scalar, state.Problems);
            }

            if (counts is { } first && rate.Counts is { } second && first != second)
            {
                state.Problems.Error(
                    "S125",
                    scalar.Mark,
                    $"this counts {Word(second)}, and the value before it {Word(first)}",
                    "one kind of thing"
                );
                return null;
            }

            counts ??= rate.Counts;
            return Numbers.IsInRange(scalar, rate.PerHour, target, state) ? rate.PerHour : null;
        }

        double? perHour = UncertainReader.Is(node)
            ? UncertainReader.Read((MapNode)node, target, state, ReadOne, isWhole: false)
            : ReadOne(node);
        return perHour is not { } value ? null
            : IsFlow ? new FlowRate(value, counts ?? Counted.Shipments)
            : new FlowLooks(value);
    }

    public JsonObject Schema(KeyAttribute key)
    {
        string things = IsFlow ? "(firearms?|shipments?)" : "(vehicles?)";
        return NumberSchema.OrUncertain(
            new JsonObject { ["type"] = "string", ["pattern"] = $@"^\d[\d_]*(\.\d+)?( {things})? per (hour|day|week|month|year)$" }
        );
    }

    public string Words(KeyAttribute key) => IsFlow ? "firearms or shipments per time" : "vehicles per time";

    private static string Word(Counted counts) => counts.ToString().ToLowerInvariant();
}
