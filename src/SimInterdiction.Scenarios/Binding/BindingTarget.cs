using SimInterdiction.Model.Language;
using SimInterdiction.Model.Measures;
using SimInterdiction.Scenarios.Problems;
using SimInterdiction.Scenarios.Tree;

namespace SimInterdiction.Scenarios.Binding;

/// <summary>The measure that a number is about, and where it was chosen; no place where it is the default.</summary>
internal sealed record ChosenMeasure(Measure Measure, Mark? ChosenAt);

/// <summary>Where a value is due: the key that says what is allowed, its dotted path, and its mark.</summary>
internal sealed record BindingTarget(KeyAttribute Key, string Path, Mark KeyMark)
{
    public Quantity Quantity => Key.Quantity;

    /// <summary>Of a number that is a value or a difference of a measure: which; null where none is known by that
    /// name.</summary>
    public ChosenMeasure? Measure { get; init; }

    /// <summary>What was inherited beside it: it may be a misspelt name of one of these.</summary>
    public IReadOnlyList<Entry> InheritedBeside { get; init; } = [];

    /// <summary>The key as it stands in the file; a number in a list has none, and is called as its key.</summary>
    public string Name =>
        Path[(Path.LastIndexOf('.') + 1)..] is var last && last.Length > 0 && last.All(char.IsAsciiDigit) ? Key.Name : last;

    public BindingTarget Inside(string step, Mark mark) =>
        this with
        {
            Path = Path.Length == 0 ? step : $"{Path}.{step}",
            KeyMark = mark,
            InheritedBeside = [],
        };
}
