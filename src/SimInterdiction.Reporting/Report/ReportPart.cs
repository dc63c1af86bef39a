using System.Text.Json.Serialization;

namespace SimInterdiction.Reporting.Report;

/// <summary>A piece of what a report says, for front ends that lay it out themselves.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
[JsonDerivedType(typeof(Heading), "heading")]
[JsonDerivedType(typeof(Paragraph), "paragraph")]
[JsonDerivedType(typeof(Items), "items")]
[JsonDerivedType(typeof(Command), "command")]
[JsonDerivedType(typeof(Table), "table")]
public abstract record ReportPart
{
    private ReportPart() { }

    public sealed record Heading(string Words) : ReportPart;

    public sealed record Paragraph(string Words) : ReportPart;

    public sealed record Items(IReadOnlyList<string> Words) : ReportPart;

    /// <summary>A command to type.</summary>
    public sealed record Command(string Words) : ReportPart;

    /// <param name="Caption">What it shows.</param>
    /// <param name="Columns">Their heads.</param>
    /// <param name="Rows">As many cells each as columns; the first heads it.</param>
    public sealed record Table(string Caption, IReadOnlyList<PartColumn> Columns, IReadOnlyList<PartRow> Rows) : ReportPart;
}

/// <param name="Head">What stands above it; what follows a line break is smaller.</param>
/// <param name="IsNumber">Whether it holds numbers.</param>
public sealed record PartColumn(string Head, bool IsNumber);

/// <param name="IsBase">Whether the others are compared with it.</param>
/// <param name="Cells">In each, what follows a line break is smaller.</param>
public sealed record PartRow(bool IsBase, IReadOnlyList<string> Cells);
