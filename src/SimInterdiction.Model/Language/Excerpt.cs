namespace SimInterdiction.Model.Language;

/// <summary>Long texts, shortened to be shown: the beginning and the end are enough to find them again.</summary>
public static class Excerpt
{
    /// <summary>The text in one line, its middle left out where it is too long.</summary>
    /// <param name="text">Of any length.</param>
    /// <param name="longest">How many characters it may have; at least 20.</param>
    public static string Of(string text, int longest)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (text.Length > longest)
        {
            int end = longest / 4;
            int begin = longest - end - 5;
            begin -= char.IsHighSurrogate(text[begin - 1]) ? 1 : 0;
            end -= char.IsLowSurrogate(text[^end]) ? 1 : 0;
            text = $"{text[..begin].TrimEnd()} ... {text[^end..].TrimStart()}";
        }

        return text.ReplaceLineEndings(" ");
    }
}
