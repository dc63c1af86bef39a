using System.Text;
using System.Text.RegularExpressions;
using SimInterdiction.Application.Manifests;

namespace SimInterdiction.Web.Results;

/// <summary>The figures of a run, as it wrote them.</summary>
internal static partial class RunFigures
{
    private const string Folder = "figures/";

    private static readonly Dictionary<string, string> Types = new() { [".svg"] = "image/svg+xml", [".csv"] = "text/csv; charset=utf-8" };

    /// <summary>All of them, in the order of the report; none where the run drew none.</summary>
    public static IReadOnlyList<RunFigure> Of(string run) =>
        [
            .. (RunManifest.Read(run)?.OutputSha256.Keys ?? [])
                .Select(name => Picture().Match(name))
                .Where(match => match.Success)
                .Select(match => match.Groups["stem"].Value)
                .Order(StringComparer.Ordinal)
                .Select(stem => new RunFigure(
                    stem,
                    WrittenFile.Read(run, $"{Folder}{stem}.txt") is { } words ? Words(words) : string.Empty
                )),
        ];

    /// <summary>A file of a figure, and its type; null where the run wrote none of that name, or it was changed
    /// since.</summary>
    public static (byte[] Content, string Type)? Read(string run, string file) =>
        Types.TryGetValue(Path.GetExtension(file), out string? type) && WrittenFile.Read(run, Folder + file) is { } content
            ? (content, type)
            : null;

    private static string Words(byte[] text) => Encoding.UTF8.GetString(text).Trim();

    [GeneratedRegex(@"^figures/(?<stem>[\w-]+)\.svg$")]
    private static partial Regex Picture();
}

/// <summary>A figure of a run.</summary>
/// <param name="Name">Its files' name, without ending.</param>
/// <param name="Words">The figure in words.</param>
internal sealed record RunFigure(string Name, string Words);
