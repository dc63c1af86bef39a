using System.Text.RegularExpressions;

namespace SimInterdiction.Web.Files;

/// <summary>Names that people give to scenario files.</summary>
internal static partial class FileName
{
    /// <summary>"plan.yaml" of "plan" and of "plan.yaml"; null where no file can be called so everywhere.</summary>
    /// <param name="written">As somebody wrote it.</param>
    public static string? Of(string written)
    {
        string name = written.Trim();
        string stem = Path.GetExtension(name).ToLowerInvariant() is ".yaml" or ".yml" ? Path.GetFileNameWithoutExtension(name) : name;
        return Allowed().IsMatch(stem) ? stem + (stem.Length < name.Length ? Path.GetExtension(name) : ".yaml") : null;
    }

    [GeneratedRegex(@"^[\p{L}\p{N}](?:[\p{L}\p{N} _.+=()-]{0,78}[\p{L}\p{N}_+=)-])?\z")]
    private static partial Regex Allowed();
}
