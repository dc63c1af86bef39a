using System.Text.Json.Nodes;
using SimInterdiction.Model.Language;
using SimInterdiction.Model.Network;
using SimInterdiction.Model.Traffic;
using SimInterdiction.Scenarios.Binding;
using SimInterdiction.Scenarios.Tree;

namespace SimInterdiction.Scenarios.Forms;

/// <summary>Where generated corridors end: <c>ports</c>, <c>destinations</c>, or a list of places.</summary>
internal sealed class RouteEndsForm : IValueForm
{
    public object? Read(Node node, BindingTarget target, BindingState state)
    {
        switch (node)
        {
            case ScalarNode { Text: "ports" }:
                return new RouteEnds(PlaceKind.Port, []);
            case ScalarNode { Text: "destinations" }:
                return new RouteEnds(PlaceKind.Destination, []);
            case ListNode { Items.Count: > 0 } list when list.Items.All(i => i is ScalarNode):
                return new RouteEnds(null, [.. list.Items.Select(i => ((ScalarNode)i).Text)]);
            case ScalarNode { IsNothing: false } scalar:
                state.Problems.Error(
                    "S114",
                    scalar.Mark,
                    $"'{scalar.Text}' is not a destination",
                    "ports, destinations, or a list of places",
                    Names.DidYouMean(scalar.Text, ["ports", "destinations"]) ?? $"did you mean '[{scalar.Text}]'?"
                );
                return null;
            default:
                Scalars.Wrong(node, target, state, "ports, destinations, or a list of places");
                return null;
        }
    }

    public JsonObject Schema(KeyAttribute key) =>
        NumberSchema.Either(
            new JsonObject { ["enum"] = new JsonArray("ports", "destinations") },
            new JsonObject
            {
                ["type"] = "array",
                ["items"] = new JsonObject { ["type"] = "string" },
            }
        );

    public string Words(KeyAttribute key) => "ports, destinations, or a list of places";
}
