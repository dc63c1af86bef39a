using SimInterdiction.Scenarios.Describing;
using SimInterdiction.Scenarios.Problems;
using SimInterdiction.Scenarios.Reading;
using SimInterdiction.Scenarios.Tree;

namespace SimInterdiction.Scenarios.Fitting;

/// <summary>A value that was fitted, and what is to be said of it.</summary>
/// <param name="Input">The uncertain input.</param>
/// <param name="Value">Its value, in its base unit.</param>
/// <param name="Source">Where it comes from, for the assumptions log.</param>
public sealed record FittedValue(UncertainInput Input, double Value, string Source);

/// <summary>Writes a scenario that is another one with fitted values.</summary>
public static class FittedFile
{
    private static readonly Mark Nowhere = new("fitted", 0, 0, 0);

    /// <summary>The file's text: <c>based_on</c>, the values, and the assumptions log with what is said of them.</summary>
    /// <param name="reading">What was fitted, without errors; the file must come to stand beside it.</param>
    /// <param name="values">The values.</param>
    /// <param name="comments">Lines that stand on top.</param>
    public static string Write(ScenarioReading reading, IReadOnlyList<FittedValue> values, IReadOnlyList<string> comments)
    {
        ArgumentNullException.ThrowIfNull(reading);
        ArgumentNullException.ThrowIfNull(values);
        ArgumentNullException.ThrowIfNull(comments);
        MapNode whole = reading.BeforeInheritance ?? throw new ArgumentException($"{reading.FileName} could not be parsed.", nameof(reading));
        var file = new MapNode(Nowhere, [new Entry(Inheritance.BasedOn, Nowhere, Text(reading.FileName))]);
        foreach (FittedValue fitted in values)
        {
            FitScale scale = FitScale.Of(reading, fitted.Input);
            file = scale.PlacesIn(whole).Aggregate(file, (tree, place) => Overrides.Set(tree, whole, place, Nowhere, Text(scale.Write(fitted.Value))));
        }

        file = file.With(new Entry("assumptions", Nowhere, Assumptions(whole, values)));
        return string.Concat(comments.Select(line => $"# {line}".TrimEnd() + "\n")) + YamlWriter.Write(file);
    }

    // A list replaces the one below it, so the others are written again.
    private static ListNode Assumptions(MapNode whole, IReadOnlyList<FittedValue> values)
    {
        IEnumerable<Node> others = whole.Find("assumptions")?.Value is ListNode list
            ? list.Items.Where(item => !values.Any(v => (item as MapNode)?.Find("about")?.Value is ScalarNode about && about.Text == v.Input.Path))
            : [];
        IEnumerable<Node> own = values.Select(v => new MapNode(
            Nowhere,
            [new Entry("about", Nowhere, Text(v.Input.Path)), new Entry("source", Nowhere, Text(v.Source)), new Entry("confidence", Nowhere, Text("low"))]));
        return new ListNode(Nowhere, [.. others, .. own]);
    }

    private static ScalarNode Text(string text) => new(Nowhere, text, isQuoted: false);
}
