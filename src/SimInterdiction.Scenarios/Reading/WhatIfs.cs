using System.Text.RegularExpressions;
using SimInterdiction.Model;
using SimInterdiction.Scenarios.Binding;
using SimInterdiction.Scenarios.Forms;
using SimInterdiction.Scenarios.Keys;
using SimInterdiction.Scenarios.Problems;
using SimInterdiction.Scenarios.Quantities;
using SimInterdiction.Scenarios.Tree;

namespace SimInterdiction.Scenarios.Reading;

/// <summary>The questions of a scenario, each a few values laid over it.</summary>
internal static partial class WhatIfs
{
    public const string Section = "what_if";

    private const string Label = "label";
    private const string Due = "a path and a factor, such as \"total_flow x 2\", or path=value";
    private const string Stays =
        "a question is asked as often, with the same luck, against the same adversaries, and judged alike: "
        + "change it for the whole study";
    private const int LongestName = 60;
    private const string Experiment = "experiment";
    private const string BeforeTheWindow = "during_warm_up";
    private static readonly string[] OnlyAsked = ["simint", "data", "windows", "optimize", "require", "assumptions", Section];

    /// <summary>The questions that a tree asks.</summary>
    public static IReadOnlyList<Entry> In(MapNode root) => root.Find(Section)?.Value is MapNode map ? map.Entries : [];

    /// <summary>The tree with those asked beside the file's.</summary>
    /// <param name="root">The tree.</param>
    /// <param name="merged">The same with inheritance worked in, to see what may be suggested.</param>
    /// <param name="given">Each <c>path x factor</c> or <c>path=value</c>.</param>
    /// <param name="problems">Takes what asks nothing.</param>
    public static MapNode Add(MapNode root, Func<MapNode> merged, IReadOnlyList<string> given, ProblemList problems)
    {
        if (given.Count == 0)
        {
            return root;
        }

        problems.AddSource(Given.WhatIfs, string.Join('\n', given.Select(OneLine)));
        MapNode asked = root.Find(Section)?.Value as MapNode ?? new MapNode(new Mark(Given.WhatIfs, 1, 1, 1), []);
        foreach ((int i, string text) in given.Index())
        {
            if (Question(OneLine(text), i + 1, asked, merged, problems) is { } question)
            {
                asked = asked.With(question);
            }
        }

        return root.With(new Entry(Section, asked.Mark, asked));
    }

    /// <summary>The scenario of a question, before inheritance.</summary>
    /// <param name="root">The scenario.</param>
    /// <param name="merged">The same with inheritance worked in, to see which paths exist.</param>
    /// <param name="question">One of those in it.</param>
    /// <param name="problems">Takes what can't be changed.</param>
    public static MapNode Apply(MapNode root, MapNode merged, Entry question, ProblemList problems)
    {
        MapNode asked = root.Without(Section);
        IReadOnlyList<Entry> changes = question.Value is MapNode map ? map.Without(Label).Entries : [];
        if (changes.SelectMany(change => Kept(change, string.Empty)).FirstOrDefault() is { Path: not null } kept)
        {
            problems.Error("S154", kept.Mark, $"'{kept.Path}' stays as it is in every question", Due, Stays);
            return asked;
        }

        if (changes.Count > 0 && changes.All(ChangesNothing))
        {
            problems.Error("S154", question.KeyMark, "this changes nothing that counts", Due);
            return asked;
        }

        if (HasTwice(changes, problems))
        {
            return asked;
        }

        foreach (Entry change in changes.Where(c => Overrides.IsKnown(c.Key, merged, c.KeyMark, problems)))
        {
            asked = Merging.Merge(asked, Nested(change), question.Key, problems);
        }

        return asked;
    }

    // The same value, or a part of it, however the path is written.
    private static bool HasTwice(IReadOnlyList<Entry> changes, ProblemList problems)
    {
        int before = problems.ErrorsReported;
        var seen = new List<(string Path, Mark Mark)>();
        foreach ((string path, Mark mark) in changes.SelectMany(change => Values(change, string.Empty)))
        {
            int at = seen.FindIndex(other => IsWithin(path, other.Path) || IsWithin(other.Path, path));
            if (at < 0)
            {
                seen.Add((path, mark));
                continue;
            }

            string whole = path.Length < seen[at].Path.Length ? path : seen[at].Path;
            problems.Error("S102", mark, $"'{whole}' is given twice", (seen[at].Mark, "the first one"));
        }

        return problems.ErrorsReported > before;
    }

    private static bool IsWithin(string path, string whole) => path == whole || path.StartsWith($"{whole}.", StringComparison.Ordinal);

    private static IEnumerable<(string Path, Mark Mark)> Values(Entry change, string within) =>
        change.Value is MapNode { Entries.Count: > 0 } map
            ? map.Entries.SelectMany(entry => Values(entry, $"{within}{change.Key}."))
            : [(within + change.Key, change.KeyMark)];

    /// <summary>Whether a question compares deployments of the scenario only, with the same one; if not, it is
    /// told.</summary>
    /// <param name="stated">The scenario as stated.</param>
    /// <param name="changed">That of the question.</param>
    /// <param name="question">The question.</param>
    /// <param name="problems">Takes what is wrong.</param>
    public static bool ComparesTheSame(Scenario stated, Scenario changed, Entry question, ProblemList problems)
    {
        int before = problems.ErrorsReported;
        foreach (string added in changed.Deployments.Keys.Where(name => !stated.Deployments.ContainsKey(name)))
        {
            problems.Error(
                "S154",
                WrittenAt(question, "deployments", added),
                $"'{added}' is not a deployment of the scenario, and a question compares the same deployments",
                "changes of deployments that are there",
                "add it to the scenario's own deployments"
            );
        }

        if (!changed.Deployments.ContainsKey(stated.Baseline))
        {
            problems.Error(
                "S154",
                question.KeyMark,
                $"'{stated.Baseline}' is not there, with which the others are compared",
                "a question that keeps it",
                "remove other deployments, or change what they are posted to"
            );
        }

        return problems.ErrorsReported == before;
    }

    // Where a question writes an entry of a section, as a path or in maps; the question itself where it doesn't.
    private static Mark WrittenAt(Entry question, string section, string name) =>
        (question.Value as MapNode)
            ?.Without(Label)
            .Entries.Select(change => (Nested(change).Find(section)?.Value as MapNode)?.Find(name))
            .FirstOrDefault(entry => entry is not null)
            ?.KeyMark
        ?? question.KeyMark;

    // What a question keeps as it is: the same deployments are compared in the same way, as often and with the same
    // luck, whatever else is asked of the answer.
    private static IEnumerable<(string? Path, Mark Mark)> Kept(Entry change, string within)
    {
        string path = within + change.Key;
        bool isKept =
            path.Split('.') is [var section, .. var rest]
            && (OnlyAsked.Contains(section) || (section == Experiment && rest.Length > 0 && rest[0] != BeforeTheWindow));
        return isKept ? [(path, change.KeyMark)]
            : path == Experiment && change.Value is MapNode map ? map.Entries.SelectMany(entry => Kept(entry, $"{path}."))
            : [];
    }

    // A title is read by people only, and once as much is as much.
    private static bool ChangesNothing(Entry change) =>
        FreeTexts.Keys.Contains(change.Key[(change.Key.LastIndexOf('.') + 1)..])
        || (change.Value is MapNode { Entries.Count: > 0 } map ? map.Entries.All(ChangesNothing) : Factors.IsOne(change.Value));

    private static Entry? Question(string text, int line, MapNode asked, Func<MapNode> merged, ProblemList problems)
    {
        if (Shape().Match(text) is not { Success: true } match)
        {
            Match meant = WithoutEquals().Match(text);
            (string path, string value) = (meant.Groups["path"].Value, meant.Groups["value"].Value);
            problems.Error(
                "S154",
                new Mark(Given.WhatIfs, line, 1, Math.Max(1, text.Length)),
                meant.Success ? $"'{text}' has no '=' before the value" : $"'{text}' changes nothing",
                Due,
                meant.Success && MayBeAsked(path, value, merged()) ? $"did you mean '{path}={value}'?" : null
            );
            return null;
        }

        (Group asks, Group by) = (match.Groups["path"], match.Groups["value"]);
        var mark = new Mark(Given.WhatIfs, line, asks.Index + 1, asks.Length);
        if (YamlReader.Read(Given.WhatIfs, by.Value, (line, by.Index + 1), problems) is not { } node)
        {
            return null;
        }

        var label = new Entry(Label, mark, new ScalarNode(mark, text.Trim(), isQuoted: true));
        return new Entry(NameOf(text, asked), mark, new MapNode(mark, [label, new Entry(asks.Value, mark, node)]));
    }

    // Whether the value can stand there, and changes something.
    private static bool MayBeAsked(string path, string value, MapNode merged)
    {
        ProblemList trial = Suggestion.Trial;
        if (
            YamlReader.Read(Given.WhatIfs, value, (1, 1), trial) is not { } node
            || !Overrides.IsKnown(path, merged, default, trial)
            || KnownPaths.KeyOf(path.Split('.')) is not { } key
        )
        {
            return false;
        }

        var change = new Entry(path, default, node);
        if (Kept(change, string.Empty).Any() || ChangesNothing(change))
        {
            return false;
        }

        var state = new BindingState(trial, new ReadingOptions(), input => input.Best, new Dictionary<Node, List<string>>());
        return ValueForms.Of(key.Type).Read(node, new BindingTarget(key.Key, path, default), state) is not null
            && !trial.HasErrors
            && (key.Key.NamesIn is not { } section || (merged.Find(section)?.Value as MapNode)?.Find(value) is not null);
    }

    // "total_flow x 2": total_flow_x_2, or with a number behind it where that is taken.
    private static string NameOf(string text, MapNode asked)
    {
        string plain = NoName().Replace(text.ToLowerInvariant(), "_").Trim('_');
        plain = plain.Length > 0 && char.IsAsciiLetterLower(plain[0]) ? plain : $"q_{plain}";
        plain = plain[..Math.Min(plain.Length, LongestName)];
        string name = plain;
        for (int number = 2; asked.Find(name) is not null; number++)
        {
            name = $"{plain}_{number}";
        }

        return name;
    }

    // travel.speed: x 2 is travel: { speed: x 2 }.
    private static MapNode Nested(Entry change)
    {
        string[] steps = change.Key.Split('.');
        int column = change.KeyMark.Column + change.Key.Length;
        Node value = change.Value;
        for (int i = steps.Length - 1; i >= 0; i--)
        {
            column -= steps[i].Length;
            Mark mark = change.KeyMark with { Column = column, Length = Math.Max(1, steps[i].Length) };
            value = new MapNode(mark, [new Entry(steps[i], mark, value)]);
            column--;
        }

        return (MapNode)value;
    }

    private static string OneLine(string text) => text.Replace('\n', ' ').Replace('\r', ' ');

    [GeneratedRegex(@"^\s*(?<path>[^\s=]+)\s*(?:=\s*(?<value>\S.*?)|(?<=\s)(?<value>[xX\u00D7]\s*[-+.,]?\d\S*\s*%?))\s*$")]
    private static partial Regex Shape();

    [GeneratedRegex(@"^\s*(?<path>[^\s=]+)\s+(?:(?:is|to|as|:)\s+)?(?<value>\S.*?)\s*$")]
    private static partial Regex WithoutEquals();

    [GeneratedRegex("[^a-z0-9_]+")]
    private static partial Regex NoName();
}
