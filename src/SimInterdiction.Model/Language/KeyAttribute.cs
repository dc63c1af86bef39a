namespace SimInterdiction.Model.Language;

/// <summary>
/// Ties a property to its key in a scenario file. Reading, checking, the JSON Schema and the reference are all made
/// from these, so they can't drift apart.
/// </summary>
/// <param name="name">The key as a planner writes it.</param>
/// <param name="meaning">What it means, in one sentence a planner understands.</param>
[AttributeUsage(AttributeTargets.Property)]
public sealed class KeyAttribute(string name, string meaning) : Attribute
{
    public string Name { get; } = name;

    public string Meaning { get; } = meaning;

    /// <summary>What its numbers measure, and so which units they may be written in and which unit the property
    /// holds.</summary>
    public Quantity Quantity { get; init; } = Quantity.Count;

    public double AtLeast { get; init; } = double.NegativeInfinity;

    public double AtMost { get; init; } = double.PositiveInfinity;

    /// <summary>Whether the value must lie above <see cref="AtLeast"/>.</summary>
    public bool Above { get; init; }

    /// <summary>What holds when the key is left out, in words; null where the key is required or nothing
    /// holds.</summary>
    public string? Default { get; init; }

    /// <summary>The section whose names the value (or, in a map of shares, the keys) must be taken from.</summary>
    public string? NamesIn { get; init; }

    /// <summary>An example of a value as a planner would write it.</summary>
    public string? Example { get; init; }

    /// <summary>What it does to the answer, or a change of its value does, in a sentence or two.</summary>
    public string? Effect { get; init; }

    /// <summary>Set while the program can't yet act on the key: it is then refused with this sentence, never
    /// ignored.</summary>
    public string? NotYet { get; init; }
}

/// <summary>Marks the property that takes every key of its map that no other property claims.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class OtherKeysAttribute : Attribute;

/// <summary>Marks the property that a bare value fills, where a record may also be written as one (<c>at:
/// laredo</c>).</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class ShortFormAttribute : Attribute;
