using System.Globalization;
using System.Reflection;
using SimInterdiction.Model.Interdiction;
using SimInterdiction.Model.Language;
using SimInterdiction.Model.Network;
using SimInterdiction.Scenarios.Problems;
using SimInterdiction.Scenarios.Quantities;
using SimInterdiction.Scenarios.Tree;

namespace SimInterdiction.Scenarios.Reading;

/// <summary>
/// Deployments in bulk: <c>move: { based_on: today, unit: any, to: [a, b], hours: [06:00-18:00] }</c> in the section
/// <c>deployments</c> stands for one deployment for each posting, place and hours, in which that posting alone is moved
/// there. They are written out before inheritance, as if somebody had typed them.
/// </summary>
internal sealed class Moves
{
    /// <summary>The key in the section; a deployment may still be called so.</summary>
    public const string Key = "move";

    private const string Section = "deployments";

    /// <summary>The key of what is moved.</summary>
    public const string Unit = "unit";

    private const string To = "to";
    private const string Hours = "hours";
    private const string At = "at";
    private const string Post = "post";
    private const string Due = "move: { unit: any, to: [places] }, and perhaps based_on and hours";

    private static readonly string[] Keys = [Inheritance.BasedOn, Unit, To, Hours];

    private static readonly KeyAttribute Reach = typeof(TaskForce)
        .GetProperty(nameof(TaskForce.ReachMiles))!
        .GetCustomAttribute<KeyAttribute>()!;

    private readonly MapNode root;
    private readonly MapNode section;
    private readonly MapNode merged;
    private readonly ProblemList problems;

    private Moves(MapNode root, MapNode section, ProblemList problems)
    {
        this.root = root;
        this.section = section;
        this.problems = problems;
        MapNode plain = root.With(new Entry(Section, section.Mark, section));
        merged = Inheritance.Resolve(plain, new Growth(new ProblemList()), new ProblemList());
    }

    /// <summary>The tree with the deployments that it generates written out in place of the generator.</summary>
    /// <param name="root">The tree.</param>
    /// <param name="problems">Takes what is wrong with the generator.</param>
    /// <param name="generated">The names of those deployments, each with where it was asked for.</param>
    public static MapNode Fill(MapNode root, ProblemList problems, out IReadOnlyDictionary<string, Mark> generated)
    {
        generated = new Dictionary<string, Mark>();
        if (
            root.Find(Section) is not { Value: MapNode section } entry
            || section.Find(Key) is not { Value: MapNode asked } move
            || !Is(asked)
        )
        {
            return root;
        }

        MapNode others = section.Without(Key);
        if (problems.IsLost(Section))
        {
            // What would be moved could not be read, which was told.
            return root.With(entry with { Value = others });
        }

        int before = problems.ErrorsReported;
        Entry[] made = [.. new Moves(root, others, problems).Of(move, asked).DistinctBy(each => each.Key)];
        if (problems.ErrorsReported > before)
        {
            problems.Lose(Section);
        }

        foreach (Entry taken in made.Where(each => others.Find(each.Key) is not null))
        {
            problems.Error("S102", others.Find(taken.Key)!.KeyMark, $"'{taken.Key}' is given twice", (move.KeyMark, "generated here"));
        }

        Entry[] added = [.. made.Where(each => others.Find(each.Key) is null)];
        generated = added.ToDictionary(each => each.Key, each => each.KeyMark);
        return root.With(entry with { Value = new MapNode(section.Mark, section.Entries.SelectMany(e => e.Key == Key ? added : [e])) });
    }

    private static bool Is(MapNode map) => map.Find(Unit) is not null || map.Find(To) is not null;

    private Entry[] Of(Entry move, MapNode asked)
    {
        Entry[] unknown = [.. asked.Entries.Where(e => !Keys.Contains(e.Key))];
        foreach (Entry each in unknown)
        {
            problems.Error("S445", each.KeyMark, $"'{each.Key}' is no key of 'move'", Due, problems.DidYouMean(each.Key, Keys));
        }

        if (unknown.Length > 0)
        {
            return [];
        }

        string baseName = (asked.Find(Inheritance.BasedOn)?.Value as ScalarNode)?.Text
            ?? (section.Entries.Count > 0 ? section.Entries[0].Key : string.Empty);
        Mark baseMark = asked.Find(Inheritance.BasedOn)?.Value.Mark ?? move.KeyMark;
        if (Map(merged, Section, baseName) is not { } based || section.Find(baseName) is null)
        {
            problems.Error(
                "S445",
                baseMark,
                baseName.Length > 0
                    ? $"there is no deployment '{baseName}' to move units of"
                    : "there is no other deployment, so no units to move",
                Due,
                problems.DidYouMean(baseName, section.Keys)
            );
            return [];
        }

        MapNode postings = Map(based, Post) ?? new MapNode(move.KeyMark, []);
        IReadOnlyList<string> checkpoints = [.. Map(root, "checkpoints")?.Keys ?? []];
        if (
            Named(move, asked, Unit, [.. postings.Keys], $"posting of '{baseName}'") is not { } units
            || Named(move, asked, To, checkpoints, "checkpoint") is not { } places
        )
        {
            return [];
        }

        Node?[] hours = asked.Find(Hours)?.Value switch
        {
            ListNode list => [.. list.Items],
            { } one => [one],
            null => [null],
        };
        return IsTooMany(move, units.Count, places.Count, hours.Length) ? [] : Made(move, baseName, postings, units, places, hours);
    }

    private Entry[] Made(
        Entry move,
        string baseName,
        MapNode postings,
        IReadOnlyList<(string Name, Mark Mark)> units,
        IReadOnlyList<(string Name, Mark Mark)> places,
        Node?[] hours
    )
    {
        (string Unit, string Place, Entry Deployment)[] made =
        [
            .. from unit in units
            where postings.Find(unit.Name)?.Value is MapNode
            from place in places
            from shift in hours
            let posting = (MapNode)postings.Find(unit.Name)!.Value
            where !IsThere(unit.Name, posting, place.Name, shift) && IsInReach(posting, place.Name) && HasTraffic(posting, place.Name)
            select (unit.Name, place.Name, Deployment(move, baseName, postings, unit.Name, place, shift)),
        ];
        if (made.Length == 0)
        {
            problems.Error(
                "S447",
                move.KeyMark,
                "this makes no deployment: each unit is already there, or the place is beyond the reach of its task force, or has no "
                    + "'traffic' to look at",
                Due
            );
        }
        else
        {
            WarnOfIdle(units, made.Select(each => each.Unit), "stands there already, or can't be posted there: it is not moved");
            WarnOfIdle(
                places,
                made.Select(each => each.Place),
                "is beyond the reach of each unit, or has no 'traffic' to look at: none is moved there"
            );
        }

        return [.. made.Select(each => each.Deployment)];
    }

    // Of "any", those that can be are meant.
    private void WarnOfIdle(IReadOnlyList<(string Name, Mark Mark)> asked, IEnumerable<string> moved, string why)
    {
        if (asked.Select(each => each.Mark).Distinct().Count() < asked.Count)
        {
            return;
        }

        foreach ((string name, Mark mark) in asked.ExceptBy(moved, each => each.Name))
        {
            problems.Warning("S547", mark, $"'{name}' {why}");
        }
    }

    // The names that a list gives, or all of them for "any".
    private IReadOnlyList<(string Name, Mark Mark)>? Named(Entry move, MapNode asked, string key, IReadOnlyList<string> known, string what)
    {
        if (asked.Find(key) is not { } entry || entry.Value.IsNothing)
        {
            problems.Error("S445", asked.Find(key)?.KeyMark ?? move.KeyMark, $"this does not say '{key}'", Due);
            return null;
        }

        if (entry.Value is ScalarNode { Text: "any" } any)
        {
            return [.. known.Select(name => (name, any.Mark))];
        }

        Node[] items = entry.Value is ListNode list ? [.. list.Items] : [entry.Value];
        Node[] wrong = [.. items.Where(item => item is not ScalarNode text || !known.Contains(text.Text))];
        foreach (Node item in wrong)
        {
            string found = item is ScalarNode text ? $"there is no {what} called '{text.Text}'" : $"'{key}' needs names, not {item.Kind}";
            string? meant = item is ScalarNode name ? problems.DidYouMean(name.Text, known) : null;
            problems.Error("S445", item.Mark, found, $"{Names.Few(known)}, or any", meant);
        }

        return wrong.Length > 0 ? null : [.. items.Cast<ScalarNode>().Select(item => (item.Text, item.Mark)).DistinctBy(each => each.Text)];
    }

    private bool IsTooMany(Entry move, int units, int places, int hours)
    {
        long all = (long)units * places * hours;
        if (all <= Limits.Generated)
        {
            return false;
        }

        long fit = Limits.Generated / ((long)units * hours);
        problems.Error(
            "S446",
            move.KeyMark,
            $"{units} units x {places} places x {hours} hours are {all:N0} deployments, and at most {Limits.Generated} are made at once",
            hint: fit > 0
                ? $"{(fit == 1 ? "one place fits" : $"{fit} places fit")} with as many units and hours: name "
                    + $"{(fit == 1 ? "it" : "them")} in 'to'"
                : $"{Limits.Generated / hours} units fit with one place: name them in 'unit'"
        );
        return true;
    }

    // Where the posting is already, in the hours that it has.
    private static bool IsThere(string unit, MapNode posting, string place, Node? hours) =>
        IsAt(unit, posting, place) && (hours is null || (posting.Find(Hours)?.Value as ScalarNode)?.Text == (hours as ScalarNode)?.Text);

    private static bool IsAt(string unit, MapNode posting, string place) =>
        posting.Find(At)?.Value switch
        {
            null => unit == place,
            ScalarNode at => at.Text == place,
            MapNode map => (map.Find("checkpoint")?.Value as ScalarNode)?.Text == place,
            _ => false,
        };

    // What can't be read is told where it stands, once it is bound.
    private bool IsInReach(MapNode posting, string checkpoint)
    {
        if (
            (posting.Find("lent")?.Value as ScalarNode)?.Text is "yes" or "true" or "on"
            || Text(posting, "task_force") is not { } name
            || Map(root, "task_forces", name) is not { } force
            || force.Find("reach")?.Value is not ScalarNode reach
            || QuantityReader.Read(reach, Reach, new ProblemList()) is not { } miles
            || PointOf(Text(force, "home")) is not { } home
            || PointOf(Text(Map(root, "checkpoints", checkpoint), "place") ?? checkpoint) is not { } place
        )
        {
            return true;
        }

        return home.MilesTo(place) <= miles;
    }

    // A team that looks at so many vehicles an hour can't stand where it is not said how many there are.
    private bool HasTraffic(MapNode posting, string checkpoint) =>
        Text(posting, "team") is not { } team
        || Map(merged, "team_types", team)?.Find("looks") is null
        || Map(merged, "checkpoints", checkpoint)?.Find("traffic") is not null;

    private GeoPoint? PointOf(string? place) =>
        place is not null
        && Map(root, "places", place)?.Find(At)?.Value is ListNode { Items: [ScalarNode latitude, ScalarNode longitude] }
        && Degrees(latitude) is { } north
        && Degrees(longitude) is { } east
            ? new GeoPoint(north, east)
            : null;

    private static double? Degrees(ScalarNode text) =>
        double.TryParse(text.Text, NumberStyles.Float, CultureInfo.InvariantCulture, out double degrees) && double.IsFinite(degrees)
            ? degrees
            : null;

    private Entry Deployment(Entry move, string baseName, MapNode postings, string unit, (string Name, Mark Mark) place, Node? hours)
    {
        string shift = (hours as ScalarNode)?.Text ?? string.Empty;
        string way = postings.Find(unit)?.Value is MapNode posting && IsAt(unit, posting, place.Name) ? "at" : "to";
        string label = $"{Called(unit, postings)} {way} {Labels.Of(place.Name, LabelOf(place.Name))}";
        label = shift.Length > 0 ? $"{label} ({shift})" : label;
        string name =
            $"{unit}_to_{place.Name}" + (shift.Length > 0 ? "_" + string.Concat(shift.Replace('-', '_').Where(IsOfName)) : string.Empty);
        Entry[] where =
        [
            new(At, place.Mark, new ScalarNode(place.Mark, place.Name, isQuoted: true)),
            .. hours is null ? Array.Empty<Entry>() : [new Entry(Hours, hours.Mark, hours)],
        ];
        var moved = new MapNode(place.Mark, where);
        return new Entry(
            Shortened(name),
            move.KeyMark,
            new MapNode(
                move.KeyMark,
                [
                    new Entry("label", move.KeyMark, new ScalarNode(move.KeyMark, label, isQuoted: true)),
                    new Entry(Inheritance.BasedOn, move.KeyMark, new ScalarNode(move.KeyMark, baseName, isQuoted: true)),
                    new Entry(Post, move.KeyMark, new MapNode(move.KeyMark, [new Entry(unit, move.KeyMark, moved)])),
                ]
            )
        );
    }

    // By its task force; with the posting where that has several.
    private string Called(string unit, MapNode postings)
    {
        string posting = Labels.Of(unit, null);
        if (ForceOf(unit) is not { } force)
        {
            return posting;
        }

        string label = Labels.Of(force, Text(Map(root, "task_forces", force), "label"));
        return postings.Keys.Count(each => ForceOf(each) == force) > 1 ? $"{label} ({posting})" : label;

        string? ForceOf(string name) => Text(postings.Find(name)?.Value as MapNode, "task_force");
    }

    private const int LongestName = 80;

    // Two that begin alike stay two.
    private static string Shortened(string name) =>
        name.Length <= LongestName ? name : $"{name[..(LongestName - 9)]}_{CanonicalText.HashOfText(name)[..8]}";

    private static bool IsOfName(char c) => char.IsAsciiDigit(c) || char.IsAsciiLetterLower(c) || c == '_';

    private string? LabelOf(string checkpoint) =>
        Text(Map(root, "checkpoints", checkpoint), "label")
        ?? Text(Map(root, "places", Text(Map(root, "checkpoints", checkpoint), "place") ?? checkpoint), "label");

    private static string? Text(MapNode? map, string key) => (map?.Find(key)?.Value as ScalarNode)?.Text;

    private static MapNode? Map(MapNode map, params ReadOnlySpan<string> path)
    {
        MapNode? found = map;
        foreach (string step in path)
        {
            found = found?.Find(step)?.Value as MapNode;
        }

        return found;
    }
}
