using SimInterdiction.Model.Language;

namespace SimInterdiction.Model.Study;

/// <summary>A question about the answer: the same deployments on the same luck, with a few values of the scenario
/// changed.</summary>
public sealed record WhatIf
{
    [Key("label", "What people see.", Default = "the name, with capitals", Effect = "Changes no result: people read it.")]
    public string? Label { get; init; }

    [OtherKeys]
    [Key(
        "*",
        "What is otherwise: a key of the scenario, or the path to one, such as travel.speed, and its value. x 2 is twice what it was.",
        Example = "total_flow: x 2",
        Effect = "The deployments are compared again with it; the answer as stated stays."
    )]
    public WrittenChanges Changes { get; init; } = new([]);
}

/// <summary>Changes of a scenario as they are written; what they make of it is for whoever reads the file.</summary>
public sealed record WrittenChanges(IReadOnlyList<WrittenChange> All);

/// <summary>One of them.</summary>
/// <param name="Path">The keys that lead to the value, with dots between them.</param>
/// <param name="Value">As it is written: <c>x 2</c>.</param>
public sealed record WrittenChange(string Path, string Value);
