namespace SimInterdiction.Model.World;

/// <summary>A ring, or a whole organization that has none.</summary>
/// <param name="Place">Its place among those of all organizations.</param>
/// <param name="Number">Its place among those of its organization, from 1; 0 where that has no rings.</param>
/// <param name="Generation">How many were at its place before it.</param>
internal readonly record struct Ring(int Place, int Number, int Generation)
{
    /// <summary>Whether it is a ring, not a whole organization.</summary>
    public bool IsOneOfMany => Number > 0;

    /// <summary>What people call it: the first at the 17th place is ring 17, the next one there ring 17.2; null where
    /// the organization has no rings.</summary>
    public string? Name =>
        Number == 0 ? null
        : Generation == 0 ? $"{Number}"
        : $"{Number}.{Generation + 1}";
}
