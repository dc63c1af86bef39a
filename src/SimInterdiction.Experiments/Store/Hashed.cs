using System.Security.Cryptography;

namespace SimInterdiction.Experiments.Store;

/// <summary>SHA-256 of what is written, without keeping it.</summary>
public static class Hashed
{
    /// <summary>The hash of a content, which goes nowhere; in lower-case hexadecimal digits.</summary>
    public static string Of(Action<Stream> content) => Write(Stream.Null, content);

    /// <summary>Writes a content, and gives its hash, in lower-case hexadecimal digits.</summary>
    public static string Write(Stream stream, Action<Stream> content)
    {
        using var hash = SHA256.Create();
        using (var hashing = new CryptoStream(stream, hash, CryptoStreamMode.Write, leaveOpen: true))
        {
            content(hashing);
        }

        return Convert.ToHexStringLower(hash.Hash!);
    }
}
