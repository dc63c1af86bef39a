using SimInterdiction.Model.Language;

namespace SimInterdiction.Cluster.Wire;

/// <summary>Texts that somebody else sent.</summary>
internal static class WireText
{
    private const int MostToken = 64;
    private const int MostShown = 300;

    /// <summary>Whether a text may stand in a subject: letters and digits, and not many.</summary>
    public static bool IsToken(string text) => text.Length is > 0 and <= MostToken && text.All(char.IsAsciiLetterOrDigit);

    /// <summary>A text for people: no longer than people read, and safe to show.</summary>
    public static string Shown(string text) =>
        Printable.Of(text.Length <= MostShown ? text : text[..MostShown] + "…").ReplaceLineEndings(" ");
}
