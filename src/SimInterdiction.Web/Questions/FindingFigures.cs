using System.Text;
using SimInterdiction.Application.Requests;
using SimInterdiction.Experiments.Store;
using SimInterdiction.Web.Runs;

namespace SimInterdiction.Web.Questions;

/// <summary>Where the page finds pictures in the folder of results.</summary>
internal static class FindingFigures
{
    /// <summary>The picture of a figure's files, and its words from beside it; none where there is no figure.</summary>
    /// <param name="file">One of the figure's files; null for none.</param>
    /// <param name="workspace">Where results are.</param>
    public static IReadOnlyList<FindingFigure> Of(string? file, Workspace workspace)
    {
        if (file is null)
        {
            return [];
        }

        string name = Path.GetRelativePath(workspace.Results, Path.ChangeExtension(file, null)).Replace(Path.DirectorySeparatorChar, '/');
        string words = new OwnFolder(workspace.Results).Read($"{name}.txt") is { } text
            ? Encoding.UTF8.GetString(text).Trim()
            : string.Empty;
        return [new FindingFigure($"/pictures/{string.Join('/', name.Split('/').Select(Uri.EscapeDataString))}.svg", words)];
    }
}
