namespace SimInterdiction.Scenarios.Completion;

/// <summary>A map or list that is open where a text is read.</summary>
/// <param name="IsMap">Whether it is a map.</param>
/// <param name="Column">Where its keys or items stand; -1 in brackets.</param>
internal sealed record OutlineFrame(bool IsMap, int Column)
{
    /// <summary>The last key of a map; null where a key is due.</summary>
    public string? Key { get; set; }

    /// <summary>The number of the item of a list, from 0.</summary>
    public int Item { get; private set; }

    /// <summary>Whether the last key, or item, has a value on its line.</summary>
    public bool HasValue { get; set; }

    /// <summary>Goes on to the next.</summary>
    public void Next()
    {
        Key = null;
        HasValue = false;
        Item++;
    }
}
