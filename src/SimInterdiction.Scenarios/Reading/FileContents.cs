using System.Buffers;
using System.Text;
using SimInterdiction.Model.Files;
using SimInterdiction.Scenarios.Problems;
using SimInterdiction.Scenarios.Tree;

namespace SimInterdiction.Scenarios.Reading;

/// <summary>The bytes and the text of a file, or why there are none.</summary>
internal static class FileContents
{
    /// <summary>How a scenario is best saved, in the words of the programs that do.</summary>
    public const string ScenarioFormat = "UTF-8 text";

    private const int MostNames = 200;

    /// <summary>The same as <see cref="Read"/>, of what files held where that is known.</summary>
    public static byte[]? ReadOnce(ScenarioFiles? files, string path, string shown, ProblemList problems, Mark? missingAt = null) =>
        files is null || string.IsNullOrWhiteSpace(path)
            ? Read(path, shown, problems, missingAt)
            : files.Read(Path.GetFullPath(path), () => Read(path, shown, problems, missingAt));

    /// <param name="path">Where the file is.</param>
    /// <param name="shown">How messages call it.</param>
    /// <param name="problems">Takes the problem.</param>
    /// <param name="missingAt">The token that names the file; null where the user named it on the command line.</param>
    public static byte[]? Read(string path, string shown, ProblemList problems, Mark? missingAt = null)
    {
        Mark mark = missingAt ?? new Mark(Path.GetFileName(shown) is { Length: > 0 } name ? name : shown, 0, 0, 0);
        string[] endings = missingAt is null ? [".yaml", ".yml"] : [".yaml", ".yml", ".csv"];
        try
        {
            if (string.IsNullOrWhiteSpace(path))
            {
                problems.Error("S001", mark, "no file is named", "the name of a file");
                return null;
            }

            if (Directory.Exists(path))
            {
                problems.Error(
                    "S002",
                    mark,
                    $"'{shown}' is a folder, not a file",
                    hint: NamesIn(path, endings) is { Count: > 0 } inside ? $"it contains {Names.Few(inside)}" : null
                );
                return null;
            }

            if (RegularFile.IsSpecial(path))
            {
                problems.Error(
                    "S040",
                    mark,
                    $"'{shown}' is a device or a pipe, and only files are read",
                    hint: "save what comes from there to a file"
                );
                return null;
            }

            if (!File.Exists(path))
            {
                problems.Error("S001", mark, $"there is no file '{shown}'", hint: NearestFiles(path, endings));
                return null;
            }

            if (missingAt is null && Path.GetExtension(path).Equals(".csv", StringComparison.OrdinalIgnoreCase))
            {
                problems.Error(
                    "S041",
                    mark,
                    "this looks like a table; a scenario is YAML",
                    hint: "name the scenario that takes it (from: ...)"
                );
                return null;
            }

            return RegularFile.Read(path, Limits.FileBytes);
        }
        catch (FileTooLargeException)
        {
            problems.Error(
                "S003",
                mark,
                $"'{shown}' has more than {Limits.FileBytes >> 20} MB, the limit",
                hint: "put long lists into tables (from: places.csv), or check that this is the right file"
            );
            return null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            problems.Error("S006", mark, $"'{shown}' can't be read: {Sentence(e.Message)}");
            return null;
        }
    }

    /// <summary>The text; null after reporting that the bytes are no UTF-8 text, or hold characters that no text
    /// has.</summary>
    /// <param name="bytes">The file's content.</param>
    /// <param name="name">How messages call it.</param>
    /// <param name="format">How the text is best saved.</param>
    /// <param name="problems">Takes the problem.</param>
    public static string? Decode(byte[] bytes, string name, string format, ProblemList problems)
    {
        ReadOnlySpan<byte> content = bytes.AsSpan().StartsWith("\uFEFF"u8) ? bytes.AsSpan(3) : bytes;
        var whole = new Mark(name, 0, 0, 0);
        if (content.Length > Limits.FileBytes)
        {
            problems.Error("S003", whole, $"the text has more than {Limits.FileBytes >> 20} MB, the limit");
            return null;
        }

        if (WorkbookKind(content) is { } kind)
        {
            problems.Error("S041", whole, $"this is {kind}, not text", hint: $"save it as {format}");
            return null;
        }

        if (IsUtf16(content))
        {
            problems.Error("S004", whole, "this text is in UTF-16, not in UTF-8", hint: $"save it as {format}");
            return null;
        }

        string text;
        try
        {
            text = new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(content);
        }
        catch (DecoderFallbackException)
        {
            (int line, int column, byte culprit) = FirstBadByte(content);
            problems.Error(
                "S004",
                new Mark(name, line, column, 1),
                $"the byte 0x{culprit:X2} is not UTF-8 text (perhaps Windows-1252)",
                hint: $"save it as {format}"
            );
            return null;
        }

        problems.AddSource(name, text);
        return TextCharacters.ReportFirstIn(text, name, problems) ? null : text;
    }

    private static string? WorkbookKind(ReadOnlySpan<byte> content) =>
        content.StartsWith("PK\u0003\u0004"u8) ? "a workbook (or another packed file)"
        : content is [0xD0, 0xCF, 0x11, 0xE0, ..] ? "an old workbook or document"
        : content.StartsWith("%PDF-"u8) ? "a PDF"
        : null;

    // With its mark, or plain Latin letters in two bytes each.
    private static bool IsUtf16(ReadOnlySpan<byte> content) =>
        content is [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..]
        || (
            content.Length >= 4
            && ((content[0] == 0 && content[2] == 0) || (content[1] == 0 && content[3] == 0))
            && content[0] != content[1]
        );

    private static (int Line, int Column, byte Culprit) FirstBadByte(ReadOnlySpan<byte> content)
    {
        int line = 1;
        int column = 1;
        int at = 0;
        while (at < content.Length && Rune.DecodeFromUtf8(content[at..], out Rune rune, out int used) == OperationStatus.Done)
        {
            bool ends = rune.Value == '\n' || (rune.Value == '\r' && !(at + 1 < content.Length && content[at + 1] == '\n'));
            (line, column) = ends ? (line + 1, 1) : (line, column + rune.Utf16SequenceLength);
            at += used;
        }

        return (line, column, at < content.Length ? content[at] : (byte)0);
    }

    private static string? NearestFiles(string path, string[] endings)
    {
        string folder = Path.GetDirectoryName(Path.GetFullPath(path)) ?? ".";
        if (!Directory.Exists(folder))
        {
            string above = Path.GetDirectoryName(folder) ?? ".";
            string[] folders = Directory.Exists(above)
                ?
                [
                    .. Directory
                        .EnumerateDirectories(above)
                        .Select(each => Path.GetFileName(each)!)
                        .Order(StringComparer.Ordinal)
                        .Take(MostNames),
                ]
                : [];
            string meant = Names.DidYouMean(Path.GetFileName(folder), folders) is { } hint ? $": {hint}" : string.Empty;
            return $"there is no folder '{Path.GetDirectoryName(path)}'{meant}";
        }

        List<string> files = NamesIn(folder, endings);
        return Names.DidYouMean(Path.GetFileName(path), files) ?? (files.Count == 0 ? null : $"the folder contains {Names.Few(files)}");
    }

    private static List<string> NamesIn(string folder, string[] endings) =>
        [
            .. Directory
                .EnumerateFiles(folder)
                .Select(f => Path.GetFileName(f))
                .Where(f => endings.Contains(Path.GetExtension(f)))
                .Order(StringComparer.Ordinal)
                .Take(MostNames),
        ];

    private static string Sentence(string text) => text.Length == 0 ? text : char.ToLowerInvariant(text[0]) + text[1..].TrimEnd('.');
}
