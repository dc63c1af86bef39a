namespace SimInterdiction.Scenarios.Problems;

/// <summary>Where a token stands, in a file or in what was <see cref="Given"/>: lines and columns count from 1, in
/// UTF-16 units; the length stays on the line.</summary>
public readonly record struct Mark(string File, int Line, int Column, int Length)
{
    public override string ToString() => $"{File}:{Line}:{Column}";
}
