using System.Text;
using SimInterdiction.Scenarios.Problems;

namespace SimInterdiction.Scenarios.Reading;

/// <summary>The bytes and the text of a file, or why there are none.</summary>
internal static class FileContents
{
    /// <summary>Larger files are refused before they are read; the largest sensible scenario is a hundred times smaller.</summary>
    public const long MostBytes = 16L << 20;

    /// <param name="path">Where the file is.</param>
    /// <param name="shown">How messages call it.</param>
    /// <param name="problems">Takes the problem.</param>
    /// <param name="missingAt">The token that names the file; null where the user named it on the command line.</param>
    public static byte[]? Read(string path, string shown, ProblemList problems, Mark? missingAt = null)
    {
        Mark mark = missingAt ?? new Mark(Path.GetFileName(shown) is { Length: > 0 } name ? name : shown, 0, 0, 0);
        try
        {
            if (Directory.Exists(path))
            {
                problems.Error("S002", mark, $"'{shown}' is a folder, not a file", hint: NamesIn(path) is { Count: > 0 } inside ? $"it holds {Names.Few(inside)}" : null);
                return null;
            }

            if (!File.Exists(path))
            {
                problems.Error("S001", mark, $"there is no file '{shown}'", hint: NearestFiles(path));
                return null;
            }

            var file = new FileInfo(path);
            if (file.Length > MostBytes)
            {
                problems.Error("S003", mark, $"'{shown}' is too large: {file.Length / 1e6:0} MB, and a scenario has at most {MostBytes >> 20} MB", hint: "put long lists into tables (from: places.csv), or check that this is the right file");
                return null;
            }

            return File.ReadAllBytes(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            problems.Error("S006", mark, $"'{shown}' can't be read: {Sentence(e.Message)}");
            return null;
        }
    }

    /// <summary>The text; null after reporting that the bytes are no UTF-8 text.</summary>
    public static string? Decode(byte[] bytes, string name, ProblemList problems)
    {
        ReadOnlySpan<byte> content = bytes.AsSpan().StartsWith("\uFEFF"u8) ? bytes.AsSpan(3) : bytes;
        if (content.Length > MostBytes)
        {
            problems.Error("S003", new Mark(name, 0, 0, 0), $"the text is too large: {content.Length / 1e6:0} MB, and a scenario has at most {MostBytes >> 20} MB");
            return null;
        }

        try
        {
            return new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(content);
        }
        catch (DecoderFallbackException)
        {
            (int line, int column, byte culprit) = FirstBadByte(content);
            string hint = bytes is [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..] ? "it looks like UTF-16: save it as UTF-8" : "save the file as UTF-8";
            problems.Error("S004", new Mark(name, line, column, 1), $"the byte 0x{culprit:X2} is not UTF-8 text", hint: hint);
            return null;
        }
    }

    private static (int Line, int Column, byte Culprit) FirstBadByte(ReadOnlySpan<byte> content)
    {
        int line = 1;
        int column = 1;
        int at = 0;
        while (at < content.Length && Rune.DecodeFromUtf8(content[at..], out Rune rune, out int used) == System.Buffers.OperationStatus.Done)
        {
            (line, column) = rune.Value == '\n' ? (line + 1, 1) : (line, column + rune.Utf16SequenceLength);
            at += used;
        }

        return (line, column, at < content.Length ? content[at] : (byte)0);
    }

    private static string? NearestFiles(string path)
    {
        string folder = Path.GetDirectoryName(Path.GetFullPath(path)) ?? ".";
        if (!Directory.Exists(folder))
        {
            return $"there is no folder '{Path.GetDirectoryName(path)}'";
        }

        List<string> files = NamesIn(folder);
        return Names.DidYouMean(Path.GetFileName(path), files) ?? (files.Count == 0 ? null : $"the folder holds {Names.Few(files)}");
    }

    private static List<string> NamesIn(string folder) =>
        [.. Directory.EnumerateFiles(folder).Select(f => Path.GetFileName(f)).Where(f => Path.GetExtension(f) is ".yaml" or ".yml" or ".csv").Order(StringComparer.Ordinal).Take(200)];

    private static string Sentence(string text) => text.Length == 0 ? text : char.ToLowerInvariant(text[0]) + text[1..].TrimEnd('.');
}
