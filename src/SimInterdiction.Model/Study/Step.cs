using SimInterdiction.Model.Language;

namespace SimInterdiction.Model.Study;

/// <summary>Something that is added, such as a programme: what it adds to all before it, and what alone. One that is
/// only ever alone is a comparison beside the others.</summary>
public sealed record Step
{
    [Key("label", "What people see.", Default = "the name, with capitals", Effect = "Changes no result: people read it.")]
    public string? Label { get; init; }

    [Key(
        "up_to_here",
        "The deployment with this and all steps before it. It is compared with that of the step before; the first, with the baseline.",
        NamesIn = "deployments",
        Effect = "Decides what the step is worth after those before it."
    )]
    public string? UpToHere { get; init; }

    [Key(
        "alone",
        "The deployment with this step and no other on top of what 'on_top_of' names.",
        NamesIn = "deployments",
        Effect = "Decides what the step is worth alone."
    )]
    public string? Alone { get; init; }

    [Key(
        "on_top_of",
        "What that one is compared with.",
        NamesIn = "deployments",
        Default = "the baseline",
        Effect = "Decides what the step alone is compared with."
    )]
    public string? OnTopOf { get; init; }
}
