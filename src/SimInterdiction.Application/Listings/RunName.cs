using System.Text.RegularExpressions;

namespace SimInterdiction.Application.Listings;

/// <summary>Names that people give to runs.</summary>
internal static partial class RunName
{
    /// <summary>Whether a run may be called so: up to 60 letters, digits, blanks and <c>- _ . + =</c>, a letter first,
    /// so that it is told from an id and from a folder.</summary>
    public static bool IsAllowed(string name) => Allowed().IsMatch(name);

    [GeneratedRegex(@"^\p{L}(?:[\p{L}\p{N} _.+=-]{0,58}[\p{L}\p{N}+_=-])?\z")]
    private static partial Regex Allowed();
}
