namespace SimInterdiction.Scenarios.Completion;

/// <summary>What may be written where the cursor is.</summary>
internal enum CursorKind
{
    /// <summary>A key of the map at the path.</summary>
    Key,

    /// <summary>The value at the path.</summary>
    Value,

    /// <summary>A key of the map at the path, or, where there is none, its value.</summary>
    Either,
}

/// <summary>Where in a scenario the cursor is.</summary>
/// <param name="Kind">What may be written there.</param>
/// <param name="Path">Keys from the top of the file; an item of a list is its number after '#'.</param>
/// <param name="Start">Where the word under the cursor begins, in characters from the beginning.</param>
internal sealed record CursorPlace(CursorKind Kind, IReadOnlyList<string> Path, int Start);

/// <summary>A key that stands in a text.</summary>
/// <param name="Path">From the top of the file, itself included.</param>
/// <param name="Start">Where it begins.</param>
internal sealed record OutlineKey(IReadOnlyList<string> Path, int Start)
{
    /// <summary>Its value, where that is a word or text on the same line; null otherwise.</summary>
    public string? Value { get; set; }
}
