namespace SimInterdiction.Engine.Randomness;

/// <summary>Hands out stream keys by name under one master seed, and refuses two names with one key.</summary>
public sealed class StreamRegister(ulong seed)
{
    private readonly Dictionary<ulong, string> names = [];

    /// <summary>The key of the stream with this name: the same for the same seed and words, on every machine.</summary>
    /// <exception cref="InvalidOperationException">Another name has the same key (about one chance in 10^13 for a
    /// thousand names).</exception>
    public StreamKey KeyOf(params ReadOnlySpan<string> words)
    {
        string name = string.Join('/', words.ToArray());
        ulong key = StreamName.Of(words) ^ StreamName.Mix(seed + 0x9E3779B97F4A7C15);
        if (names.TryGetValue(key, out string? holder) && holder != name)
        {
            throw new InvalidOperationException($"The random streams '{holder}' and '{name}' have the same key; rename one of them.");
        }

        names[key] = name;
        return new StreamKey(key);
    }
}

/// <summary>Names one stream of random numbers under one master seed.</summary>
public readonly record struct StreamKey(ulong Bits);
