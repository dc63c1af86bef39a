namespace SimInterdiction.Scenarios.Problems.Explained;

/// <summary>S040 to S045: what is read, and how much of it.</summary>
internal static class ReadingProblems
{
    public static IReadOnlyList<ProblemExplanation> All { get; } =
    [
        new(
            "S040",
            "Not a file",
            "A device or a pipe may never end, so only files are read. Save what comes from there to a file first.",
            "$ simint check /dev/stdin",
            "$ simint check coast.yaml"
        ),
        new(
            "S041",
            "A workbook, not a text",
            "The file was written by a spreadsheet or another program in its own format. Save the sheet as 'CSV UTF-8', "
                + "and name that file.",
            "$ simint check places.xlsx",
            "$ simint check coast.yaml"
        ),
        new(
            "S042",
            "A comma that can be read in two ways",
            "In a table '29,42' is read as 29.42 where no number has a decimal point. '7,844' alone could be thousands "
                + "or a fraction, and a table that writes some numbers with a comma and some with a point may hold both.",
            "# name;lat;lon;attraction\n# laredo;27.531;-99,48;7,844",
            "# name;lat;lon;attraction\n# laredo;27,531;-99,48;7844"
        ),
        new(
            "S043",
            "Beyond a limit",
            "Reading stops at limits far above what a plan needs: "
                + $"{string.Join("; ", Limits.InWords.Select(l => $"{l.What.Replace("`", "", StringComparison.Ordinal)}: {l.Most}"))}.",
            "# a table of 300 columns",
            "# a table of 10 columns"
        ),
        new(
            "S044",
            "A value that is too long",
            "One value has more characters than any title or note needs. A quotation mark without its partner may be the cause.",
            "# title: \"20,001 characters ...\"",
            "title: Two corridors"
        ),
        new(
            "S045",
            "More problems than are shown",
            "Where very much is wrong only the first problems are shown, and the rest is counted: most have one cause.",
            "# 51 keys that mean nothing",
            "title: Two corridors"
        ),
    ];
}
