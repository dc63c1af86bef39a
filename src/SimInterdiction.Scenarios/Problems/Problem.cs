namespace SimInterdiction.Scenarios.Problems;

public enum Severity
{
    Error,
    Warning,
}

/// <summary>One thing wrong with a scenario: where, what was found, what is allowed, and what may have been
/// meant.</summary>
public sealed record Problem
{
    public Severity Severity { get; init; } = Severity.Error;

    /// <summary>S and three digits; the catalog explains each.</summary>
    public required string Code { get; init; }

    public required string File { get; init; }

    /// <summary>From 1; 0 where the problem is with the file as a whole.</summary>
    public required int Line { get; init; }

    /// <summary>From 1; 0 where the problem is with the file as a whole.</summary>
    public required int Column { get; init; }

    public required int Length { get; init; }

    /// <summary>What was found.</summary>
    public required string Message { get; init; }

    /// <summary>What is allowed there; null where the message says it.</summary>
    public string? Allowed { get; init; }

    /// <summary>What may have been meant.</summary>
    public string? Hint { get; init; }

    /// <summary>The line it stands on; null where there is none.</summary>
    public string? SourceLine { get; init; }

    /// <summary>Another line to look at, such as the first of two equal keys.</summary>
    public RelatedLine? Related { get; init; }

    /// <summary>How many errors it stands for: one, none for a warning, several where they are only counted.</summary>
    public int Errors { get; init; } = 1;

    public bool IsError => Severity == Severity.Error;
}

/// <summary>A second place to look at, and why.</summary>
public sealed record RelatedLine(Mark Mark, string Text, string? SourceLine);
