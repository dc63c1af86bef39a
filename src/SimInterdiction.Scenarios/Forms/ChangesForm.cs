using System.Text.Json.Nodes;
using SimInterdiction.Model.Language;
using SimInterdiction.Model.Study;
using SimInterdiction.Scenarios.Binding;
using SimInterdiction.Scenarios.Tree;

namespace SimInterdiction.Scenarios.Forms;

/// <summary>Changes of a scenario: keys or paths of it, each with its value. They are only taken down here; whether
/// they are right shows where the changed scenario is read.</summary>
internal sealed class ChangesForm : IValueForm
{
    public object? Read(Node node, BindingTarget target, BindingState state)
    {
        if (node is not MapNode { Entries.Count: > 0 } map)
        {
            string message = $"'{target.Name}' changes nothing";
            state.Problems.Error("S154", target.KeyMark, message, "a key of the scenario and its value", "such as 'total_flow: x 2'");
            return null;
        }

        return new WrittenChanges([.. Walk(map, string.Empty)]);
    }

    public JsonObject Schema(KeyAttribute key) => new() { ["description"] = key.Meaning };

    public string Words(KeyAttribute key) => "the value of that key";

    private static IEnumerable<WrittenChange> Walk(MapNode map, string path) =>
        map.Entries.SelectMany(entry =>
        {
            string at = path.Length == 0 ? entry.Key : $"{path}.{entry.Key}";
            return entry.Value is MapNode { Entries.Count: > 0 } inner && !WholeQuantity.Is(inner)
                ? Walk(inner, at)
                : [new WrittenChange(at, YamlWriter.Inline(entry.Value))];
        });
}
