using SimInterdiction.Application.Folders;

namespace SimInterdiction.Web.Files;

/// <summary>Names of files that are not there yet.</summary>
internal static class FreeName
{
    /// <summary>"plan-best.yaml", or "plan-best-2.yaml" where that is there.</summary>
    /// <param name="scenario">The path of the scenario that it stands beside.</param>
    /// <param name="ending">What follows the scenario's name.</param>
    public static string Beside(string scenario, string ending)
    {
        string folder = Path.GetDirectoryName(Path.GetFullPath(scenario))!;
        string stem = Path.GetFileNameWithoutExtension(scenario) + ending;
        return Path.GetFileName(FreeFile.Names(Path.Combine(folder, $"{stem}.yaml")).First(path => !Path.Exists(path)));
    }
}
