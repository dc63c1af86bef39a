using System.Globalization;

namespace SimInterdiction.Scenarios;

/// <summary>Names that may have been meant.</summary>
public static class Names
{
    private const int MostNearest = 6;

    /// <summary>Whether the text can name a thing: lower-case letters, digits and underscores, a letter
    /// first.</summary>
    public static bool IsName(string text) =>
        text.Length is > 0 and <= 80
        && char.IsAsciiLetterLower(text[0])
        && text.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '_');

    /// <summary>"did you mean 'x'?", with every nearest name where several tie; null where none is near.</summary>
    public static string? DidYouMean(string found, IEnumerable<string> known)
    {
        IReadOnlyList<string> nearest = Nearest(found, known);
        return nearest.Count == 0 ? null : $"did you mean {Or(nearest)}?";
    }

    /// <summary>All the names at the least distance, if that is small for their length.</summary>
    public static IReadOnlyList<string> Nearest(string found, IEnumerable<string> known)
    {
        int least = int.MaxValue;
        var nearest = new List<string>();
        foreach (string name in known)
        {
            int near = Math.Max(1, Math.Min(found.Length, name.Length) / 3);
            int distance =
                Math.Abs(found.Length - name.Length) > near && !IsPart(found, name)
                    ? int.MaxValue
                    : Distance(found.ToLowerInvariant(), name.ToLowerInvariant());
            bool isNear = distance <= near && distance < Math.Max(found.Length, name.Length);
            if (!isNear && !IsPart(found, name))
            {
                continue;
            }

            if (distance < least)
            {
                least = distance;
                nearest.Clear();
            }

            if (distance == least && nearest.Count <= MostNearest && !nearest.Contains(name))
            {
                nearest.Add(name);
            }
        }

        return nearest.Count > MostNearest ? [] : nearest;
    }

    /// <summary>"there is no deployment 'nigths': did you mean 'nights'? There are: today, nights."</summary>
    public static string Missing(string what, string found, IEnumerable<string> known)
    {
        string[] all = [.. known];
        string nearest = DidYouMean(found, all) is { } meant ? $": {meant}" : ".";
        string there =
            all.Length == 0 ? "is none"
            : all.Length == 1 ? $"is: {Few(all, 24)}"
            : $"are: {Few(all, 24)}";
        return $"there is no {what} '{Problems.Shortened.Text(found)}'{nearest} There {there}.";
    }

    /// <summary>'a', 'b' or 'c'.</summary>
    public static string Or(IEnumerable<string> names) => Join(names, "or");

    public static string And(IEnumerable<string> names) => Join(names, "and");

    /// <summary>A few of them, then how many more there are.</summary>
    public static string Few(IEnumerable<string> names, int most = 8)
    {
        List<string> first = [.. names.Take(most + 1)];
        return first.Count == 0 ? "none"
            : first.Count <= most ? string.Join(", ", first)
            : $"{string.Join(", ", first.Take(most))} and {names.Count() - most:N0} more";
    }

    private static string Join(IEnumerable<string> names, string word)
    {
        List<string> quoted = [.. names.Select(n => $"'{n}'")];
        return quoted.Count switch
        {
            0 => "",
            1 => quoted[0],
            _ => $"{string.Join(", ", quoted.Take(quoted.Count - 1))} {word} {quoted[^1]}",
        };
    }

    private static bool IsPart(string found, string name) =>
        (found.Length >= 4 && name.Contains(found, StringComparison.OrdinalIgnoreCase))
        || (name.Length >= 3 && found.StartsWith(name, StringComparison.OrdinalIgnoreCase));

    /// <summary>Letters to add, drop, change or swap (optimal string alignment).</summary>
    private static int Distance(string a, string b)
    {
        if (Math.Abs(a.Length - b.Length) > 20 || a.Length > 100)
        {
            return int.MaxValue;
        }

        int[,] d = new int[a.Length + 1, b.Length + 1];
        for (int i = 0; i <= a.Length; i++)
        {
            for (int j = 0; j <= b.Length; j++)
            {
                if (i == 0 || j == 0)
                {
                    d[i, j] = i + j;
                    continue;
                }

                int change = a[i - 1] == b[j - 1] ? 0 : 1;
                d[i, j] = Math.Min(Math.Min(d[i - 1, j] + 1, d[i, j - 1] + 1), d[i - 1, j - 1] + change);
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                {
                    d[i, j] = Math.Min(d[i, j], d[i - 2, j - 2] + 1);
                }
            }
        }

        return d[a.Length, b.Length];
    }

    /// <summary>"a team", "an area".</summary>
    public static string WithArticle(string words) => words[0] is 'a' or 'e' or 'i' or 'o' or 'u' ? $"an {words}" : $"a {words}";

    /// <summary>méxico: mexico. By hand, as .NET takes no accents off where it runs without ICU.</summary>
    public static string WithoutAccents(string lowerCase) =>
        string.Concat(
            lowerCase
                .Where(c => CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark)
                .Select(c => Accented.IndexOf(c, StringComparison.Ordinal) is >= 0 and var at ? Plain[at] : c)
        );

    private const string Accented = "áàâäãåéèêëíìîïóòôöõøúùûüñçý";
    private const string Plain = "aaaaaaeeeeiiiioooooouuuuncy";
}
