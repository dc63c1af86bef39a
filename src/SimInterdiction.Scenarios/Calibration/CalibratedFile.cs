using SimInterdiction.Scenarios.Forms;
using SimInterdiction.Scenarios.Problems;
using SimInterdiction.Scenarios.Reading;
using SimInterdiction.Scenarios.Tree;

namespace SimInterdiction.Scenarios.Calibration;

/// <summary>A value that was fitted, and what is to be said of it.</summary>
/// <param name="Input">The uncertain input.</param>
/// <param name="Value">Its value, in its base unit.</param>
/// <param name="Low">The least that it may be; the value where it is known exactly.</param>
/// <param name="High">The most that it may be.</param>
/// <param name="Source">Where it comes from, for the assumptions log.</param>
public sealed record CalibratedValue(UncertainInput Input, double Value, double Low, double High, string Source);

/// <summary>Writes a scenario that is another one with fitted values.</summary>
public static class CalibratedFile
{
    private static readonly Mark Nowhere = new("fitted", 0, 0, 0);

    /// <summary>
    /// The file's text: <c>based_on</c>, the values (marked uncertain where an interval is all that is known of them),
    /// and the assumptions log with what is said of them.
    /// </summary>
    /// <param name="reading">What was fitted, without errors; the file must come to stand beside it.</param>
    /// <param name="values">The values.</param>
    /// <param name="comments">Lines that stand on top.</param>
    public static string Write(ScenarioReading reading, IReadOnlyList<CalibratedValue> values, IReadOnlyList<string> comments)
    {
        ArgumentNullException.ThrowIfNull(reading);
        ArgumentNullException.ThrowIfNull(values);
        ArgumentNullException.ThrowIfNull(comments);
        MapNode whole = reading.BeforeInheritance
            ?? throw new ArgumentException($"{reading.FileName} could not be parsed.", nameof(reading));
        var file = new MapNode(Nowhere, [new Entry(Inheritance.BasedOn, Nowhere, Text(reading.FileName))]);
        var shared = new List<(string Name, Node Value)>();
        foreach (CalibratedValue fitted in values)
        {
            CalibrationScale scale = CalibrationScale.Of(reading, fitted.Input);
            string[] places = [.. scale.PlacesIn(whole)];
            Node value = Value(scale, fitted);
            if (places.Length > 1 && value is MapNode)
            {
                shared.Add(($"__fitted_{shared.Count + 1}__", value));
                value = Text(shared[^1].Name);
            }

            file = places.Aggregate(file, (tree, place) => Overrides.Set(tree, whole, place, Nowhere, value));
        }

        file = file.With(new Entry("assumptions", Nowhere, Assumptions(whole, values)));
        string body = shared
            .Index()
            .Aggregate(YamlWriter.Write(file), (text, each) => Anchored(text, each.Item.Name, $"fitted_{each.Index + 1}", each.Item.Value));
        return string.Concat(comments.Select(line => $"# {line}".TrimEnd() + "\n")) + body;
    }

    private static Node Value(CalibrationScale scale, CalibratedValue fitted) =>
        scale.WriteUncertain(fitted.Value, fitted.Low, fitted.High) is { } three
            ? new MapNode(Nowhere, [new Entry(UncertainReader.Key, Nowhere, new ListNode(Nowhere, [.. three.Select(Text)]))])
            : Text(scale.Write(fitted.Value));

    // What stands in several places is one number that nobody knows: written once, and repeated by its anchor.
    private static string Anchored(string text, string placeholder, string anchor, Node value)
    {
        int first = text.IndexOf(placeholder, StringComparison.Ordinal);
        return text[..first]
            + $"&{anchor} {YamlWriter.Inline(value)}"
            + text[(first + placeholder.Length)..].Replace(placeholder, $"*{anchor}", StringComparison.Ordinal);
    }

    // A list replaces the one below it, so the others are written again.
    private static ListNode Assumptions(MapNode whole, IReadOnlyList<CalibratedValue> values)
    {
        IEnumerable<Node> others = whole.Find("assumptions")?.Value is ListNode list
            ? list.Items.Where(item =>
                !values.Any(v => (item as MapNode)?.Find("about")?.Value is ScalarNode about && about.Text == v.Input.Path)
            )
            : [];
        IEnumerable<Node> own = values.Select(v => new MapNode(
            Nowhere,
            [
                new Entry("about", Nowhere, Text(v.Input.Path)),
                new Entry("source", Nowhere, Text(v.Source)),
                new Entry("confidence", Nowhere, Text("low")),
            ]
        ));
        return new ListNode(Nowhere, [.. others, .. own]);
    }

    private static ScalarNode Text(string text) => new(Nowhere, text, isQuoted: false);
}
