using SimInterdiction.Scenarios.Problems;
using SimInterdiction.Scenarios.Tree;

namespace SimInterdiction.Scenarios.Reading;

/// <summary>The tree that is made into records: the file with its tables, overrides, inheritance and programmes worked
/// in.</summary>
/// <param name="Root">The tree.</param>
/// <param name="BeforeInheritance">The tree before <c>based_on</c> was worked in.</param>
/// <param name="WrittenAt">The paths at which each <c>uncertain</c> map was written: several where an anchor is
/// repeated.</param>
/// <param name="ValueCount">How many single values are written.</param>
/// <param name="OtherFiles">The tables and scenarios that were read too.</param>
internal sealed record ResolvedTree(
    MapNode Root,
    MapNode BeforeInheritance,
    IReadOnlyDictionary<Node, List<string>> WrittenAt,
    int ValueCount,
    IReadOnlyList<SourceFile> OtherFiles
)
{
    /// <summary>The deployments that <see cref="Moves"/> made, each with where it was asked for.</summary>
    public required IReadOnlyDictionary<string, Mark> GeneratedAt { get; init; }

    /// <summary>The tree; null after reporting that it is too large.</summary>
    public static ResolvedTree? Of(MapNode written, string file, string? folder, ReadingOptions options, ProblemList problems)
    {
        var files = new NamedFiles(folder, options.Files, problems);
        Overrides.AddSourceOf(options.Overrides, problems);
        MapNode filled = new Variants(files, problems).Fill(Overrides.ApplyToTables(written, options.Overrides, problems), file);
        var size = new Growth(problems);
        size.Add(filled, filled.Mark);
        if (size.IsTooMuch)
        {
            return null;
        }

        MapNode merged =
            options.Overrides.Count + options.Fits.Count == 0 ? filled : Inherit(filled, new Growth(new ProblemList()), new ProblemList());
        MapNode changed = Overrides.Apply(filled, merged, options.Overrides, problems);
        changed = Fits.Apply(changed, merged, options.Fits, problems);
        MapNode asking = WhatIfs.Add(
            changed,
            () => Inherit(changed, new Growth(new ProblemList()), new ProblemList()),
            options.WhatIfs,
            problems
        );
        changed = new Samples(files, problems).Fill(asking);
        changed = Moves.Fill(changed, problems, out IReadOnlyDictionary<string, Mark> generated);
        return Of(changed, files.Read, generated, problems);
    }

    /// <summary>The tree of a question about this scenario; null after reporting that it is too large.</summary>
    public ResolvedTree? Of(Entry question, ProblemList problems) =>
        Of(WhatIfs.Apply(BeforeInheritance, Root, question, problems), OtherFiles, GeneratedAt, problems);

    private static ResolvedTree? Of(
        MapNode changed,
        IReadOnlyList<SourceFile> otherFiles,
        IReadOnlyDictionary<string, Mark> generated,
        ProblemList problems
    )
    {
        var growth = new Growth(problems);
        MapNode root = Inherit(changed, growth, problems);
        if (growth.IsTooMuch)
        {
            return null;
        }

        root = Factors.WithoutLeft(root, problems);
        var writtenAt = new Dictionary<Node, List<string>>(ReferenceEqualityComparer.Instance);
        int count = Index(changed, "", writtenAt);
        return new ResolvedTree(root, changed, writtenAt, count, otherFiles) { GeneratedAt = generated };
    }

    private static MapNode Inherit(MapNode root, Growth growth, ProblemList problems) =>
        AdversarySettings.Resolve(
            ProgrammeSettings.Resolve(Inheritance.Resolve(root, growth, problems), growth, problems),
            growth,
            problems
        );

    private static int Index(Node node, string path, Dictionary<Node, List<string>> writtenAt)
    {
        switch (node)
        {
            case MapNode map:
                if (map.Find(Forms.UncertainReader.Key) is not null)
                {
                    writtenAt.TryAdd(map, []);
                    writtenAt[map].Add(path);
                }

                return map.Entries.Sum(e => Index(e.Value, path.Length == 0 ? e.Key : $"{path}.{e.Key}", writtenAt));
            case ListNode list:
                return list.Items.Select((item, i) => Index(item, $"{path}.{i}", writtenAt)).Sum();
            default:
                return 1;
        }
    }
}
