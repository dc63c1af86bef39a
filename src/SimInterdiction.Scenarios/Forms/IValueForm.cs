using System.Text.Json.Nodes;
using SimInterdiction.Model.Language;
using SimInterdiction.Scenarios.Binding;
using SimInterdiction.Scenarios.Tree;

namespace SimInterdiction.Scenarios.Forms;

/// <summary>How one kind of value is written: read, described to editors and described to people in one
/// place.</summary>
internal interface IValueForm
{
    /// <summary>The value; null after reporting what is wrong.</summary>
    object? Read(Node node, BindingTarget target, BindingState state);

    /// <summary>The JSON Schema of the value.</summary>
    JsonObject Schema(KeyAttribute key);

    /// <summary>What it is in a planner's words: "a duration".</summary>
    string Words(KeyAttribute key);
}
