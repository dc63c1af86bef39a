namespace SimInterdiction.Scenarios.Problems.Explained;

/// <summary>S001 to S024: the file as a whole, and its form.</summary>
internal static class FileProblems
{
    public static IReadOnlyList<ProblemExplanation> All { get; } =
    [
        new(
            "S001",
            "No such file",
            "The file named on the command line, or in the scenario, isn't there. The names nearest to it are suggested.",
            "$ simint run cost.yaml",
            "$ simint run coast.yaml"
        ),
        new(
            "S002",
            "A folder, not a file",
            "A scenario is one file. Name the file inside the folder.",
            "$ simint run scenarios",
            "$ simint run scenarios/coast.yaml"
        ),
        new(
            "S003",
            "Too large",
            $"Files above {Limits.FileBytes >> 20} MB are refused: no scenario needs so much, and reading one would take minutes.",
            "$ simint run results.yaml",
            "$ simint run coast.yaml"
        ),
        new(
            "S004",
            "Not UTF-8",
            "The file holds bytes that are no text in UTF-8, the usual encoding. Editors can save a file 'as UTF-8'.",
            "$ simint run saved-as-utf16.yaml",
            "$ simint run saved-as-utf8.yaml"
        ),
        new("S005", "An empty file", "The file holds nothing, or only comments.", "# to be written", "title: Two corridors"),
        new(
            "S006",
            "The file can't be read",
            "The system refuses to read the file, most often because its permissions don't allow it.",
            "$ simint run /root/coast.yaml",
            "$ simint run coast.yaml"
        ),
        new(
            "S007",
            "A character that no text has",
            "The text holds a character that is not writing: a control character, half of a character, or one that turns "
                + "the direction of writing. It can't be printed or put into reports. Line breaks and tabs are fine.",
            "title: \"Two \\e[31mcorridors\"",
            "title: Two corridors"
        ),
        new(
            "S010",
            "A tab indents a line",
            "YAML is indented with spaces only, because a tab is wide in one editor and narrow in the next.",
            "travel:\n\tspeed: 58 mph",
            "travel:\n  speed: 58 mph"
        ),
        new(
            "S011",
            "Wrong indentation",
            "The keys of one map begin in the same column. A key that begins further left or right belongs to another map, or to none.",
            "experiment:\n  seed: 7\n replications: 10",
            "experiment:\n  seed: 7\n  replications: 10"
        ),
        new(
            "S012",
            "A missing colon",
            "Each line is a key, a colon, a space, and a value.",
            "experiment:\n  seed 7\n  replications: 10",
            "experiment:\n  seed: 7\n  replications: 10"
        ),
        new(
            "S013",
            "A bracket or quotation mark without its partner",
            "Every [, {, \" and ' needs its partner.",
            "corridors: { gulf: { path: [houston, laredo }}",
            "corridors: { gulf: { path: [houston, laredo] } }"
        ),
        new(
            "S014",
            "Text that can't be read",
            "A value can't begin with @, ` or %, and can't hold a colon and a space, unless it stands in quotation marks.",
            "length: @30 days",
            "length: 30 days"
        ),
        new(
            "S015",
            "Two documents in one file",
            "A line of three dashes begins a new document. A scenario is one document.",
            "title: Day\n---\ntitle: Night",
            "title: Day"
        ),
        new(
            "S016",
            "Too many values",
            "Aliases (*name) repeat what an anchor (&name) marks, and based_on copies. Repeated repetitions grow without "
                + "bounds, so the number of values is limited.",
            "# an alias of aliases of aliases ...",
            "title: Two corridors"
        ),
        new(
            "S017",
            "Nested too deep",
            "Maps and lists may stand inside each other forty deep; a scenario needs seven.",
            "# [[[[[[[[[[[[[[[[[[[[ ... ]]]]]]]]]]]]]]]]]]]]",
            "title: Two corridors"
        ),
        new(
            "S018",
            "An alias without its anchor",
            "An alias (*name) repeats what the anchor (&name) above it marks.",
            "travel: { speed: *usual }",
            "travel: { speed: &usual 58 mph }"
        ),
        new(
            "S019",
            "A tag",
            "Tags such as !!str have no meaning in a scenario: the keys say what their values are.",
            "title: !!str 58",
            "title: 58"
        ),
        new(
            "S020",
            "A character that only looks like a plain one",
            "Word processors and web pages write blanks, dashes, colons and quotation marks that look like those of the "
                + "keyboard and are others. Most are taken for what they look like; where the form of the file hangs on one, "
                + "type the plain one.",
            "length：30 days",
            "length: 30 days"
        ),
        new(
            "S021",
            "A text that needs quotation marks",
            "To YAML some characters say something: a text can't begin with * & ! | > % @ ` [ { or a quotation mark, and "
                + "can't hold a colon and a blank, or a blank and #, unless it stands in quotation marks.",
            "title: Option #2 for Laredo",
            "title: \"Option #2 for Laredo\""
        ),
        new(
            "S022",
            "Nothing to merge",
            "<<: *name takes the keys of the map that &name marks, and <<: [*name, *other] those of several; earlier "
                + "ones win, and a map's own keys win over all.",
            "travel: { <<: fast, speed: 58 mph }",
            "travel: { <<: { speed: 50 mph }, speed: 58 mph }"
        ),
        new(
            "S023",
            "A comment behind a text (a warning)",
            "What stands behind a blank and # is a comment and no part of the text. Put the text into quotation marks, "
                + "or the comment into a line of its own.",
            "title: Two corridors # by day",
            "title: \"Two corridors # by day\""
        ),
        new(
            "S024",
            "A section whose keys are not indented",
            "What belongs to a section stands below it and further right, by two spaces.",
            "windows:\nhalf: { from: 2022-10-01, to: 2022-10-15 }",
            "windows:\n  half: { from: 2022-10-01, to: 2022-10-15 }"
        ),
    ];
}
