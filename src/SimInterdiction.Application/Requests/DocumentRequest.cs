namespace SimInterdiction.Application.Requests;

/// <summary>A run handed on as documents.</summary>
/// <param name="Run">The run's folder or id.</param>
/// <param name="Formats">Which, by name.</param>
/// <param name="Folder">Where to write them; null for the run's own folder of documents.</param>
public sealed record DocumentRequest(string Run, IReadOnlyList<string> Formats, string? Folder)
{
    /// <summary>Whether files of their names may be replaced; the run's own documents always are.</summary>
    public bool MayReplace { get; init; }
}

/// <summary>One figure of a run, with its numbers and its words.</summary>
/// <param name="Run">The run's folder or id.</param>
/// <param name="Figure">Which, by name.</param>
/// <param name="Deployment">The deployment that a figure about a single one tells of; null for the one that the answer
/// tells of.</param>
/// <param name="Folder">Where to write it; null for the run's own folder of documents.</param>
public sealed record FigureRequest(string Run, string Figure, string? Deployment, string? Folder)
{
    /// <summary>Endings of the files that are not wanted, such as <c>.png</c>.</summary>
    public IReadOnlyList<string> LeftOut { get; init; } = [];

    /// <summary>Whether files of their names may be replaced; the run's own documents always are.</summary>
    public bool MayReplace { get; init; }
}
