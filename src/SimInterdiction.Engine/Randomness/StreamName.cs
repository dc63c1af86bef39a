namespace SimInterdiction.Engine.Randomness;

/// <summary>A stable 64-bit name of a random stream, made from words (a purpose, a flow, a place), never from positions
/// in a file.</summary>
/// <remarks>FNV-1a over UTF-8 with a separator after each word, then a finaliser (Stafford's mix 13). Two names can
/// collide by chance; whoever gives names to streams checks that they don't (<see cref="StreamRegister"/>).</remarks>
public static class StreamName
{
    public static ulong Of(params ReadOnlySpan<string> words)
    {
        ulong hash = 0xCBF29CE484222325;
        foreach (string word in words)
        {
            foreach (byte b in System.Text.Encoding.UTF8.GetBytes(word))
            {
                hash = (hash ^ b) * 0x100000001B3;
            }

            hash = (hash ^ 0xFF) * 0x100000001B3;
        }

        return Mix(hash);
    }

    /// <summary>Scrambles all 64 bits; a bijection.</summary>
    public static ulong Mix(ulong bits)
    {
        bits = (bits ^ (bits >> 30)) * 0xBF58476D1CE4E5B9;
        bits = (bits ^ (bits >> 27)) * 0x94D049BB133111EB;
        return bits ^ (bits >> 31);
    }
}
