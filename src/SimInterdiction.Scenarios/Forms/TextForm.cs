using System.Globalization;
using System.Text.Json.Nodes;
using SimInterdiction.Model.Language;
using SimInterdiction.Model.Time;
using SimInterdiction.Model.Traffic;
using SimInterdiction.Scenarios.Binding;
using SimInterdiction.Scenarios.Keys;
using SimInterdiction.Scenarios.Problems;
using SimInterdiction.Scenarios.Tree;

namespace SimInterdiction.Scenarios.Forms;

/// <summary>A text, or a name that stands in another section.</summary>
internal sealed class TextForm : IValueForm
{
    public object? Read(Node node, BindingTarget target, BindingState state)
    {
        if (!FreeTexts.Is(target.Key))
        {
            return Scalars.Take(node, target, state, Words(target.Key))?.Text;
        }

        if (node is ScalarNode { Dropped: { } dropped } beside && IsLost(beside, dropped))
        {
            ReportLost(beside, dropped, target, state);
            return null;
        }

        if (node is ScalarNode { Dropped: { } comment })
        {
            state.Problems.Warning(
                "S023",
                comment.Mark,
                $"this is a comment, not part of the {target.Name}",
                "put a text that contains ' #' in quotation marks, or the comment on a line of its own"
            );
        }

        string? hint = node switch
        {
            MapNode { Mark.File: Given.Settings } => "put a text with a colon in quotation marks, for the shell too: 'title=\"a: b\"'",
            ListNode or MapNode => "put a text that begins with a bracket in quotation marks",
            _ => null,
        };
        return Scalars.Take(node, target, state, Words(target.Key), hint)?.Written;
    }

    public JsonObject Schema(KeyAttribute key) => new() { ["type"] = key.NamesIn is null ? new JsonArray("string", "number") : "string" };

    public string Words(KeyAttribute key) => key.NamesIn is null ? "a text" : $"a name from {key.NamesIn}";

    // '#2' is hardly a comment, '# two of them' perhaps; an anchor that nothing repeats, or a comment alone, was meant
    // to be the text.
    private static bool IsLost(ScalarNode scalar, Dropped dropped) =>
        scalar.IsNothing || dropped.Text[0] is '&' or '|' or '>' || (dropped.Text.Length > 1 && !char.IsWhiteSpace(dropped.Text[1]));

    private static void ReportLost(ScalarNode scalar, Dropped dropped, BindingTarget target, BindingState state)
    {
        if (dropped.Text[0] is '|' or '>')
        {
            state.Problems.Error(
                "S021",
                dropped.Mark,
                $"'{dropped.Text}' begins a text of several lines, and none follows",
                hint: $"did you mean \"{dropped.Text}\"?"
            );
            return;
        }

        string whole =
            dropped.Text[0] == '&' || scalar.IsNothing ? $"{dropped.Text} {scalar.Written}".Trim() : $"{scalar.Written} {dropped.Text}";
        string found =
            dropped.Text[0] == '&'
                ? $"'{dropped.Text}' is taken for an anchor, which names a value, and would be lost from the {target.Name}"
                : $"'#' after a space begins a comment, so '{dropped.Text}' would be lost from the {target.Name}";
        string hint =
            whole.AsSpan().IndexOfAny('{', '}', '[') < 0 && whole.Length <= 60
                ? $"did you mean {FreeTexts.Quoted(whole)}?"
                : "put the whole text in quotation marks";
        state.Problems.Error("S021", dropped.Mark, found, hint: hint);
    }
}

/// <summary><c>yes</c> or <c>no</c>, in any of YAML's spellings.</summary>
internal sealed class YesNoForm : IValueForm
{
    public static bool? Parse(string text) =>
        text switch
        {
            "yes" or "on" or "true" => true,
            "no" or "off" or "false" => false,
            _ => null,
        };

    public object? Read(Node node, BindingTarget target, BindingState state)
    {
        if (Scalars.Take(node, target, state, "yes or no") is not { } scalar)
        {
            return null;
        }

        bool? value = Parse(scalar.Text);
        if (value is null)
        {
            string? hint = scalar.Text.ToLowerInvariant() switch
            {
                "y" or "enabled" or "1" => "did you mean 'yes'?",
                "n" or "never" or "disabled" or "0" => "did you mean 'no'?",
                _ => Names.DidYouMean(scalar.Text, ["yes", "no", "on", "off", "true", "false"]),
            };
            state.Problems.Error("S113", scalar.Mark, $"'{scalar.Text}' is neither yes nor no", "yes, no, on, off, true or false", hint);
        }

        return value;
    }

    public JsonObject Schema(KeyAttribute key) => new() { ["enum"] = new JsonArray(true, false, "yes", "no", "on", "off") };

    public string Words(KeyAttribute key) => "yes or no";
}

/// <summary>One of a few words.</summary>
internal sealed class WordForm(Type type) : IValueForm
{
    public IReadOnlyList<string> Allowed { get; } = [.. Enum.GetNames(type).Select(Shapes.Snake)];

    public object? Read(Node node, BindingTarget target, BindingState state)
    {
        if (Scalars.Take(node, target, state, Words(target.Key)) is not { } scalar)
        {
            return null;
        }

        int index = Allowed.ToList().IndexOf(scalar.Text);
        if (index < 0)
        {
            state.Problems.Error(
                "S114",
                scalar.Mark,
                Found(scalar.Text, target),
                Names.Or(Allowed),
                type == typeof(Weekday) && Listed(scalar.Text) is { Count: > 1 } days ? $"did you mean {string.Join(", ", days)}?"
                    : Near(scalar.Text) is { Count: > 0 } near ? $"did you mean {Names.Or(near)}?"
                    : null
            );
            return null;
        }

        return Enum.Parse(type, Enum.GetNames(type)[index]);
    }

    /// <summary>The words that a text lists: <c>Friday and Saturday</c>, <c>mon-fri</c>, <c>weekend</c>; null where it
    /// lists others.</summary>
    public IReadOnlyList<string>? Listed(string text)
    {
        string said = text.Trim().ToLowerInvariant();
        if (type == typeof(Weekday) && Groups.TryGetValue(said, out (int From, int Count) group))
        {
            return [.. Allowed.Skip(group.From).Take(group.Count)];
        }

        string[] ends = said.Split(["-", " to ", ".."], StringSplitOptions.TrimEntries);
        if (ends is [var first, var last] && Meant(first) is { } from && Meant(last) is { } to)
        {
            int count = ((Allowed.ToList().IndexOf(to) - Allowed.ToList().IndexOf(from) + Allowed.Count) % Allowed.Count) + 1;
            return [.. Enumerable.Range(Allowed.ToList().IndexOf(from), count).Select(i => Allowed[i % Allowed.Count])];
        }

        string?[] words =
        [
            .. said.Split([",", ";", "/", " and ", "&", "+", " "], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
                .Select(Meant),
        ];
        return words.Length == 0 || words.Contains(null) ? null : [.. words.OfType<string>().Distinct()];
    }

    private static readonly Dictionary<string, (int From, int Count)> Groups = new()
    {
        ["weekdays"] = (0, 5),
        ["workdays"] = (0, 5),
        ["weekend"] = (5, 2),
        ["weekends"] = (5, 2),
        ["daily"] = (0, 7),
        ["every day"] = (0, 7),
        ["all"] = (0, 7),
    };

    private string? Meant(string word) =>
        Allowed.Contains(word) ? word
        : Near(word) is [var only] ? only
        : null;

    // "munday" is near none of the short words, but near a long one.
    private IReadOnlyList<string> Near(string word)
    {
        DateTimeFormatInfo calendar = CultureInfo.InvariantCulture.DateTimeFormat;
        string[] inFull =
            type == typeof(Weekday) ? calendar.DayNames
            : type == typeof(Month) ? calendar.MonthNames
            : [];
        IReadOnlyList<string> near = Names.Nearest(word, Allowed);
        if (near.Count > 0)
        {
            return near;
        }

        string[] meant = [.. Names.Nearest(word, inFull.Where(name => name.Length > 0)).Select(name => name[..3].ToLowerInvariant())];
        string[] alike = [.. meant.Where(name => name[0] == char.ToLowerInvariant(word[0]))];
        return alike.Length > 0 ? alike : meant;
    }

    private string Found(string text, BindingTarget target) =>
        type switch
        {
            _ when type == typeof(Weekday) => $"'{text}' is not a weekday",
            _ when type == typeof(Month) => $"'{text}' is not a month",
            _ => $"'{text}' is not one of the words for '{target.Name}'",
        };

    public JsonObject Schema(KeyAttribute key) => new() { ["enum"] = new JsonArray([.. Allowed.Select(a => JsonValue.Create(a))]) };

    public string Words(KeyAttribute key) =>
        Allowed.Count == 1 ? Allowed[0] : string.Join(", ", Allowed.Take(Allowed.Count - 1)) + " or " + Allowed[^1];
}
