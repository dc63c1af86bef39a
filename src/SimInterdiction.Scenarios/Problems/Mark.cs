namespace SimInterdiction.Scenarios.Problems;

/// <summary>Where a token stands: lines and columns count from 1, in UTF-16 units; the length stays on the
/// line.</summary>
public readonly record struct Mark(string File, int Line, int Column, int Length)
{
    /// <summary>The file of what was given with <c>--set</c>.</summary>
    public const string CommandLine = "--set";

    public override string ToString() => $"{File}:{Line}:{Column}";
}
