using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;
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
            return text.Contains('\0') ? throw new InvalidDataException($"'{name}' is no text.") : new OpenedText(text, HashOf(content));
        }
        catch (DecoderFallbackException error)
        {
            throw new InvalidDataException($"'{name}' is no text in UTF-8.", error);
        }
    }

    /// <summary>Puts a text in the place of the one that it was made of, whole or not at all.</summary>
    /// <param name="path">The file.</param>
    /// <param name="text">What it shall hold.</param>
    /// <param name="basedOn">The hash of what the writer saw: what the writer has not seen is not written over.</param>
    /// <exception cref="IOException">The disk is full or the like; the file is as it was.</exception>
    /// <exception cref="UnauthorizedAccessException">The folder may not be written to.</exception>
    public static TextSaving Save(string path, string text, string basedOn)
    {
        // What could not be opened again is not written.
        if (text.Contains('\0'))
        {
            return new TextSaving.Refused(
                StatusCodes.Status400BadRequest,
                "It was not saved: it holds a character NUL, which no text has."
            );
        }

        byte[] content = Strict.GetBytes(text);
        if (content.Length > MostBytes)
        {
            return new TextSaving.Refused(
                StatusCodes.Status413PayloadTooLarge,
                $"It was not saved: it has more than {MostBytes >> 20} MB."
            );
        }

        lock (Saving)
        {
            return Save(path, content, basedOn);
        }
    }

    private static TextSaving Save(string path, byte[] content, string basedOn)
    {
        string name = Path.GetFileName(path);
        OpenedText now;
        try
        {
            now = Read(path);
        }
        catch (FileTooLargeException)
        {
            return Kept(StatusCodes.Status413PayloadTooLarge, $"'{name}' was changed meanwhile and has more than {MostBytes >> 20} MB now");
        }
        catch (InvalidDataException)
        {
            return Kept(StatusCodes.Status415UnsupportedMediaType, $"'{name}' was changed meanwhile and is no text any more");
        }

        // Whoever never heard that it was saved may ask again.
        string hash = HashOf(content);
        if (now.Sha256 == hash)
        {
            return new TextSaving.Saved(hash);
        }

        if (now.Sha256 != basedOn)
        {
            return new TextSaving.ChangedMeanwhile(now);
        }

        if (FileRights.IsWriteProtected(path))
        {
            return Kept(StatusCodes.Status403Forbidden, $"'{name}' is write-protected");
        }

        // A link stays one.
        WholeFile.Write(RegularFile.RealPath(path) ?? path, content);
        return new TextSaving.Saved(hash);
    }

    private static TextSaving.Refused Kept(int status, string why) => new(status, $"{why}; your text was not saved, and is still here.");

    private static string HashOf(byte[] content) => Convert.ToHexStringLower(SHA256.HashData(content));
}

/// <summary>How the saving of a text ended.</summary>
internal abstract record TextSaving
{
    private TextSaving() { }

    /// <summary>The file holds it.</summary>
    /// <param name="Sha256">The file's hash.</param>
    public sealed record Saved(string Sha256) : TextSaving;

    /// <summary>Somebody else wrote to the file, which is as they left it.</summary>
    /// <param name="Now">What it holds.</param>
    public sealed record ChangedMeanwhile(OpenedText Now) : TextSaving;

    /// <summary>The file is as it was.</summary>
    /// <param name="Status">Of the answer.</param>
    /// <param name="Why">A sentence.</param>
    public sealed record Refused(int Status, string Why) : TextSaving;
}

/// <summary>A text that was read.</summary>
/// <param name="Text">All of it, line breaks as they are.</param>
/// <param name="Sha256">Of its bytes.</param>
internal sealed record OpenedText(string Text, string Sha256);
