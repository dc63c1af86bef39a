namespace SimInterdiction.Application.Listings;

/// <summary>Folders in the folder of results, found by the names of two: that of a scenario and one in it. Only those
/// that are there are found, whatever characters their names have, so that no name leads elsewhere.</summary>
public static class ResultPlace
{
    /// <summary>The folder; null where there is none of that name, or it is, or is behind, a link.</summary>
    /// <param name="results">The folder of results.</param>
    /// <param name="scenario">The name of the scenario's folder.</param>
    /// <param name="id">The name of the folder in it.</param>
    public static string? Find(string results, string scenario, string id) => Within(Within(results, scenario), id);

    private static string? Within(string? folder, string name) =>
        Directory.Exists(folder)
        && Directory.EnumerateDirectories(folder).FirstOrDefault(each => Path.GetFileName(each) == name) is { } found
        && new DirectoryInfo(found).LinkTarget is null
            ? found
            : null;
}
