using SimInterdiction.Model.Language;
using SimInterdiction.Scenarios.Problems;

namespace SimInterdiction.Scenarios.Binding;

/// <summary>Where a value is due: the key that says what is allowed, its dotted path, and its mark.</summary>
internal sealed record Slot(KeyAttribute Key, string Path, Mark KeyMark)
{
    public Quantity Quantity => Key.Quantity;

    /// <summary>The key as it stands in the file.</summary>
    public string Name => Path[(Path.LastIndexOf('.') + 1)..];

    public Slot Inside(string step, Mark mark) => this with { Path = Path.Length == 0 ? step : $"{Path}.{step}", KeyMark = mark };
}
