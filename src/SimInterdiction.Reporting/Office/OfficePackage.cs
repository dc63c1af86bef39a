using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;

namespace SimInterdiction.Reporting.Office;

/// <summary>An Office file of which the same content makes the same bytes, whenever and wherever it is written: the
/// library gives it the time of day, and ids and a name that are drawn by chance.</summary>
internal static partial class OfficePackage
{
    private const string Relations = ".rels";

    // The earliest that a ZIP file can tell: the file itself says when the run was.
    private static readonly DateTimeOffset Standing = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>The file with fixed times, ids counted up and fixed names.</summary>
    /// <param name="package">As the library wrote it.</param>
    public static byte[] Settled(MemoryStream package)
    {
        OrderedDictionary<string, byte[]> parts = Read(package);
        foreach (string relations in parts.Keys.Where(name => name.EndsWith(Relations, StringComparison.Ordinal)).ToArray())
        {
            string text = Encoding.UTF8.GetString(parts[relations]);
            Dictionary<string, string> ids = ChanceId()
                .Matches(text)
                .Select(match => match.Value)
                .Distinct()
                .Select((id, i) => (Id: id, Counted: $"\"rId{i + 1}\""))
                .ToDictionary(each => each.Id, each => each.Counted);
            parts[relations] = Bytes(ChanceName().Replace(Counted(text, ids), "docProps/core.psmdcp"));
            if (SourceOf(relations) is { } source && parts.TryGetValue(source, out byte[]? content))
            {
                parts[source] = Bytes(Counted(Encoding.UTF8.GetString(content), ids));
            }
        }

        return Written(parts);
    }

    private static OrderedDictionary<string, byte[]> Read(MemoryStream package)
    {
        package.Position = 0;
        using var archive = new ZipArchive(package, ZipArchiveMode.Read, leaveOpen: true);
        var parts = new OrderedDictionary<string, byte[]>(StringComparer.Ordinal);
        foreach (ZipArchiveEntry entry in archive.Entries)
        {
            byte[] content = new byte[entry.Length];
            using Stream stream = entry.Open();
            stream.ReadExactly(content);
            parts.Add(ChanceName().Replace(entry.FullName, "docProps/core.psmdcp"), content);
        }

        return parts;
    }

    private static byte[] Written(OrderedDictionary<string, byte[]> parts)
    {
        using var stream = new MemoryStream();
        using (var archive = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach ((string name, byte[] content) in parts)
            {
                ZipArchiveEntry entry = archive.CreateEntry(name);
                entry.LastWriteTime = Standing;
                using Stream part = entry.Open();
                part.Write(content);
            }
        }

        return stream.ToArray();
    }

    // Of "ppt/_rels/presentation.xml.rels" it is "ppt/presentation.xml"; those of the file as a whole have none.
    private static string? SourceOf(string relations)
    {
        string folder = relations[..relations.LastIndexOf("_rels/", StringComparison.Ordinal)];
        string name = Path.GetFileName(relations)[..^Relations.Length];
        return name.Length == 0 ? null : folder + name;
    }

    private static string Counted(string text, Dictionary<string, string> ids) =>
        ChanceId().Replace(text, match => ids.GetValueOrDefault(match.Value, match.Value));

    private static byte[] Bytes(string text) => Encoding.UTF8.GetBytes(text);

    [GeneratedRegex("\"R[0-9a-f]{16}\"")]
    private static partial Regex ChanceId();

    [GeneratedRegex("package/services/metadata/core-properties/[0-9a-f]{32}\\.psmdcp")]
    private static partial Regex ChanceName();
}
