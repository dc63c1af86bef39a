using SimInterdiction.Model.Intelligence;
using SimInterdiction.Model.Language;

namespace SimInterdiction.Model.Interdiction;

/// <summary>A set of postings, and which programmes are on. <c>based_on</c> has been resolved.</summary>
public sealed record Deployment
{
    [Key("label", "What people see.", Default = "the name, with capitals")]
    public string? Label { get; init; }

    [Key("note", "What it is, in a sentence.")]
    public string? Note { get; init; }

    [Key("post", "The postings, by name.")]
    public IReadOnlyDictionary<string, Posting> Post { get; init; } = new OrderedDictionary<string, Posting>();

    [Key("programmes", "Which programmes are on: on, off, or settings to change.")]
    public Programmes? Programmes { get; init; }
}
