using System.Security.Cryptography;
using System.Text;
using SimInterdiction.Experiments.Store;
using SimInterdiction.Model.Files;

namespace SimInterdiction.Web.Editing;

/// <summary>A scenario file as text to be edited: every byte that is not edited stays as it is.</summary>
internal static class TextFile
{
    /// <summary>The largest file that is opened to be edited; scenarios are a hundred times smaller.</summary>
    public const int MostBytes = 2 << 20;

    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    // Two pages that save at once see each other.
    private static readonly Lock Saving = new();

    /// <summary>The text of a file.</summary>
    /// <exception cref="FileTooLargeException">It is larger than <see cref="MostBytes"/>.</exception>
    /// <exception cref="InvalidDataException">It is no text in UTF-8.</exception>
    /// <exception cref="IOException">It can't be read.</exception>
    public static OpenedText Read(string path)
    {
        byte[] content = RegularFile.Read(path, MostBytes);
        string name = Path.GetFileName(path);
        try
        {
            string text = Strict.GetString(content);
            return text.Contains('\0')
                ? throw new InvalidDataException($"'{name}' is no text.")
                : new OpenedText(text, Convert.ToHexStringLower(SHA256.HashData(content)));
        }
        catch (DecoderFallbackException error)
        {
            throw new InvalidDataException($"'{name}' is no text in UTF-8.", error);
        }
    }

    /// <summary>Puts a text in the place of the one that it was made of, whole or not at all.</summary>
    /// <param name="path">The file.</param>
    /// <param name="text">What it shall hold.</param>
    /// <param name="basedOn">The hash of what the writer saw.</param>
    /// <param name="now">What the file holds now: the text, or what somebody else wrote meanwhile.</param>
    /// <returns>Whether it was saved; not over what the writer has not seen.</returns>
    /// <exception cref="IOException">The disk is full or the like; the file is as it was.</exception>
    /// <exception cref="UnauthorizedAccessException">It may not be written.</exception>
    public static bool Save(string path, string text, string basedOn, out OpenedText now)
    {
        lock (Saving)
        {
            now = Read(path);
            if (now.Sha256 != basedOn)
            {
                return false;
            }

            // A link stays one.
            WholeFile.Write(File.ResolveLinkTarget(path, returnFinalTarget: true)?.FullName ?? path, Strict.GetBytes(text));
            now = Read(path);
            return true;
        }
    }
}

/// <summary>A text that was read.</summary>
/// <param name="Text">All of it, line breaks as they are.</param>
/// <param name="Sha256">Of its bytes.</param>
internal sealed record OpenedText(string Text, string Sha256);
