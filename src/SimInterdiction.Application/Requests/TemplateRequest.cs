namespace SimInterdiction.Application.Requests;

/// <summary>A small scenario to start from.</summary>
/// <param name="Template">Which, by name.</param>
/// <param name="Folder">Where to write it; made if need be.</param>
public sealed record TemplateRequest(string Template, string Folder)
{
    /// <summary>What its file is called, without a folder; null for the template's name.</summary>
    public string? File { get; init; }
}
