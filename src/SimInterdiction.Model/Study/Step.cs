using SimInterdiction.Model.Language;

namespace SimInterdiction.Model.Study;

/// <summary>One of several things that are added one after the other, such as a programme: what it adds to all before
/// it, and what alone.</summary>
public sealed record Step
{
    [Key("label", "What people see.", Default = "the name, with capitals")]
    public string? Label { get; init; }

    [Key(
        "up_to_here",
        "The deployment with this and all steps before it. It is compared with that of the step before; the first, with the baseline.",
        NamesIn = "deployments"
    )]
    public required string UpToHere { get; init; }

    [Key("alone", "The deployment with this step and none of the others.", NamesIn = "deployments")]
    public string? Alone { get; init; }

    [Key("on_top_of", "What that one is compared with.", NamesIn = "deployments", Default = "the baseline")]
    public string? OnTopOf { get; init; }
}
