using System.Text.Json.Nodes;
using SimInterdiction.Model.Language;
using SimInterdiction.Model.Network;
using SimInterdiction.Scenarios.Binding;
using SimInterdiction.Scenarios.Quantities;
using SimInterdiction.Scenarios.Tree;

namespace SimInterdiction.Scenarios.Forms;

/// <summary>Latitude and longitude, <c>[29.760, -95.370]</c>.</summary>
internal sealed class PointForm : IValueForm
{
    public object? Read(Node node, BindingTarget target, BindingState state)
    {
        if (node is not ListNode { Items: [ScalarNode latitude, ScalarNode longitude] })
        {
            string hint = PointGuess.Of(node) is { } point ? $"did you mean {point}?" : "for instance [29.760, -95.370]";
            if (node is ListNode { Items.Count: not 2 } list)
            {
                string found = list.Items.Count == 1 ? "one value" : $"{list.Items.Count} values";
                state.Problems.Error("S104", node.Mark, $"'{target.Name}' needs a latitude and a longitude, not {found}", hint: hint);
            }
            else
            {
                Scalars.Wrong(node, target, state, "a latitude and a longitude", hint);
            }

            return null;
        }

        double? lat = Degrees(latitude, "latitude", 90, longitude, state);
        double? lon = Degrees(longitude, "longitude", 180, latitude, state);
        return lat is null || lon is null ? null : new GeoPoint(lat.Value, lon.Value);
    }

    public JsonObject Schema(KeyAttribute key) =>
        NumberSchema.ListOf(
            new JsonObject
            {
                ["type"] = "number",
                ["minimum"] = -180,
                ["maximum"] = 180,
            },
            2
        );

    public string Words(KeyAttribute key) => "[latitude, longitude]";

    private static double? Degrees(ScalarNode node, string name, double most, ScalarNode other, BindingState state)
    {
        if (!NumberText.TryRead(node.Text, out double degrees))
        {
            state.Problems.Error(
                "S117",
                node.Mark,
                $"'{node.Text}' is not a {name}",
                "degrees, such as [29.760, -95.370]",
                PointGuess.Degrees(node.Text) is { } meant ? $"did you mean {meant}?" : null
            );
            return null;
        }

        if (!(Math.Abs(degrees) <= most))
        {
            bool isSwapped = Math.Abs(degrees) <= 180 && NumberText.TryRead(other.Text, out double beside) && Math.Abs(beside) <= 90;
            string? hint = most == 90 && isSwapped ? "are latitude and longitude the wrong way round?" : null;
            state.Problems.ErrorAlike(
                name,
                "S117",
                node.Mark,
                $"'{node.Text}' is not a {name}: it ranges from -{most} to {most} degrees",
                "[latitude, longitude]",
                hint
            );
            return null;
        }

        return degrees;
    }
}
