namespace SimInterdiction.Application.Requests;

/// <summary>A small scenario to start from.</summary>
/// <param name="Template">Which, by name.</param>
/// <param name="Folder">Where to write it; made if need be.</param>
public sealed record TemplateRequest(string Template, string Folder)
{
    /// <summary>Whether it gets another name where there is a file of its own, such as
    /// <c>smallest-2.yaml</c>.</summary>
    public bool TakesFreeName { get; init; }
}
