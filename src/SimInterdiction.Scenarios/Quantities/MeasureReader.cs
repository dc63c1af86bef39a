using SimInterdiction.Model.Language;
using SimInterdiction.Model.Measures;
using SimInterdiction.Scenarios.Binding;
using SimInterdiction.Scenarios.Problems;
using SimInterdiction.Scenarios.Tree;

namespace SimInterdiction.Scenarios.Quantities;

/// <summary>Reads a number that meets a measure: one of its values, or a difference between two, in the measure's own
/// unit.</summary>
internal static class MeasureReader
{
    /// <summary>The number as the measure's values are; null after reporting, or where the measure itself is not
    /// known.</summary>
    public static double? Read(ScalarNode node, BindingTarget target, ProblemList problems) =>
        target.Measure is { } due ? Read(node, due, target.Quantity == Quantity.DifferenceOfMeasure, target, problems)
        : NumberText.Split(node.Text) is { Number: 0 } ? 0
        : null;

    /// <summary>The same of a number that stands in no file.</summary>
    /// <param name="node">What is written.</param>
    /// <param name="measure">What it is about.</param>
    /// <param name="isDifference">Whether it is a difference of two values.</param>
    /// <param name="problems">Takes what is wrong with it.</param>
    public static double? Read(ScalarNode node, Measure measure, bool isDifference, ProblemList problems) =>
        Read(node, new ChosenMeasure(measure, null), isDifference, target: null, problems);

    /// <summary>"0.2 points", "2_000 USD": how one would be written.</summary>
    public static string Example(Measure measure, bool isDifference) =>
        isDifference ? measure.Unit.ExampleOfDifference ?? measure.Unit.Example : measure.Unit.Example;

    private static double? Read(ScalarNode node, ChosenMeasure due, bool isDifference, BindingTarget? target, ProblemList problems)
    {
        MeasureUnit unit = due.Measure.Unit;
        UnitTable table = UnitTable.Of(unit, isDifference) with { TakesBareNumbers = !unit.NeedsUnit };
        if (NumberText.Split(node.Text) is { } split)
        {
            bool isOther = split.Tail.Length > 0 && table.Find(split.Tail) is null && UnitElsewhere(split.Tail);
            if (split.Number == 0 && isDifference && (split.Tail.Length == 0 || isOther))
            {
                // No difference is none, whatever it is counted in.
                return 0;
            }

            if (isOther)
            {
                ReportOther(node, split.Tail, due, isDifference, target?.Path, problems);
                return null;
            }
        }

        bool isCounted = unit.Quantity is not (Quantity.Share or Quantity.Points or Quantity.Duration);
        if (isCounted && PointThousands.Refuse(node, problems))
        {
            return null;
        }

        Quantity quantity = table.Quantity;
        var key = new KeyAttribute(due.Measure.Name, due.Measure.Meaning)
        {
            Quantity = quantity,
            Example = Example(due.Measure, isDifference),
        };
        return QuantityReader.Read(node, key, table, problems, Reads) / unit.Base;

        bool Reads(string text) =>
            Read(new ScalarNode(default, text, isQuoted: false), due, isDifference, target, Suggestion.Trial) is { } value
            && KeyRange.Outside(value * unit.Base, key) is null
            && (target is null || KeyRange.Outside(value, target.Key) is null);
    }

    private static bool UnitElsewhere(string tail) =>
        UnitTable.Knowing(tail) is not null
        || MeasureCatalog.All.Any(m => UnitTable.Of(m.Unit, isDifference: false).Find(tail) is not null);

    private static void ReportOther(ScalarNode node, string tail, ChosenMeasure due, bool isDifference, string? path, ProblemList problems)
    {
        MeasureUnit unit = due.Measure.Unit;
        string example = Example(due.Measure, isDifference);
        string measured = unit.Quantity switch
        {
            Quantity.Share => isDifference ? "is a share, whose differences are in points" : "is a share",
            Quantity.Duration => "is a time",
            Quantity.Money => "is in USD",
            _ => unit.Many.StartsWith("per ", StringComparison.Ordinal) ? $"is {unit.Many}" : $"is a number of {unit.Many}",
        };
        bool isSetOnly = path is not null && due.ChosenAt?.File == Given.Settings && node.Mark.File != Given.Settings;
        bool isPercent = isDifference && unit.Quantity == Quantity.Share && UnitTable.Of(Quantity.Share).Find(tail) is not null;
        string hint =
            isSetOnly ? $"set both, as in \"{path}={example}\""
            : isPercent ? $"did you mean '{UnitTable.Join(node.Text.Trim()[..^tail.Length].TrimEnd(), "points")}'?"
            : $"for instance '{example}'";
        string found = $"'{node.Text}' does not fit the measure: '{due.Measure.Name}' {measured}";
        problems.Error("S437", node.Mark, found, hint, ChosenAt());

        // Beside the value it needs no line of its own.
        (Mark Mark, string Text)? ChosenAt() =>
            due.ChosenAt switch
            {
                { File: Given.Settings } mark when node.Mark.File != Given.Settings => (mark, "the measure was chosen beside the file"),
                { } mark when mark.File != node.Mark.File => (mark, $"{mark.File} chooses the measure"),
                { } mark when mark.Line != node.Mark.Line => (mark, "the measure is chosen here"),
                _ => null,
            };
    }
}
