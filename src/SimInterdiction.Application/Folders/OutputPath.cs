using SimInterdiction.Application.Requests;

namespace SimInterdiction.Application.Folders;

/// <summary>
/// Where a user may have a file written. Never into a folder of results, except its documents, which are ours to
/// replace; elsewhere never over another file unless asked to, and always with the ending of what the file holds.
/// </summary>
internal static class OutputPath
{
    /// <summary>Why a file may not be written; null where it may.</summary>
    /// <param name="file">Where.</param>
    /// <param name="ending">What its name must end with, such as <c>.csv</c>.</param>
    /// <param name="mayReplace">Whether a file of that name may be replaced.</param>
    public static Refusal? Objection(string file, string ending, bool mayReplace)
    {
        if (file.Length == 0 || Directory.Exists(file))
        {
            return new Refusal.NoFileToWrite(file);
        }

        if (!file.EndsWith(ending, StringComparison.OrdinalIgnoreCase))
        {
            return new Refusal.OtherEnding(file, ending);
        }

        string folder = WithoutLinks(Path.GetDirectoryName(Path.GetFullPath(file))!);
        string? inside = folder;
        string? below = null;
        while (inside is not null && !ResultFolder.WasHeld(inside))
        {
            below = Path.GetFileName(inside);
            inside = Path.GetDirectoryName(inside);
        }

        bool isDocument = inside is not null && below == ResultFolder.Documents;
        return inside is not null && !isDocument ? new Refusal.InsideResults(file, inside)
            : File.Exists(file) && !isDocument && !mayReplace ? new Refusal.FileExists(file)
            : null;
    }

    private static string WithoutLinks(string folder) =>
        Path.GetDirectoryName(folder) is not { } parent ? folder
        : Directory.Exists(folder) && new DirectoryInfo(folder).ResolveLinkTarget(returnFinalTarget: true) is { } target
            ? WithoutLinks(target.FullName)
        : Path.Combine(WithoutLinks(parent), Path.GetFileName(folder));
}
