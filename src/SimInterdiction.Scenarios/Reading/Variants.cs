using SimInterdiction.Scenarios.Problems;
using SimInterdiction.Scenarios.Tree;

namespace SimInterdiction.Scenarios.Reading;

/// <summary>Lays a scenario over the one it is a variant of: <c>based_on: southbound.yaml</c> at the top of the
/// file.</summary>
internal sealed class Variants(NamedFiles files, ProblemList problems)
{
    /// <summary>The whole scenario, tables filled in; the same map where it is based on none.</summary>
    /// <param name="root">The scenario.</param>
    /// <param name="file">What its file is called.</param>
    public MapNode Fill(MapNode root, string file)
    {
        var own = new ScalarNode(new Mark(file, 0, 0, 0), file, isQuoted: true);
        return Fill(root, [(file, files.PathOf(own))], []);
    }

    /// <param name="root">One scenario of the chain.</param>
    /// <param name="chain">The files so far, by what they are called and where they are.</param>
    /// <param name="replaced">The sections whose table a scenario above takes from another file.</param>
    private MapNode Fill(MapNode root, IReadOnlyList<(string Name, string Path)> chain, HashSet<string> replaced)
    {
        MapNode own = Tables.Fill(root.Without(Inheritance.BasedOn), replaced, files, problems);
        if (root.Find(Inheritance.BasedOn) is not { } basedOn)
        {
            return own;
        }

        if (Below(basedOn, chain) is var (below, file))
        {
            HashSet<string> above = [.. replaced, .. Tables.SectionsWithTables(root)];
            return Merging.OverlayScenario(Fill(below, [.. chain, file], above), own, file.Name, problems);
        }

        // What the file adds to is unknown, and so is all that it leaves out.
        problems.Lose("");
        return own;
    }

    private (MapNode Map, (string Name, string Path) File)? Below(Entry basedOn, IReadOnlyList<(string Name, string Path)> chain)
    {
        if (basedOn.Value is not ScalarNode { IsNothing: false } name)
        {
            Mark mark = basedOn.Value.IsNothing ? basedOn.KeyMark : basedOn.Value.Mark;
            problems.Error("S104", mark, $"'based_on' needs the name of a scenario file, not {basedOn.Value.Kind}", "based_on: a file");
            return null;
        }

        (string Name, string Path) next = (files.NameOf(name), files.PathOf(name));
        if (chain.Any(file => file.Path == next.Path))
        {
            problems.Error(
                "S171",
                name.Mark,
                $"this is based on itself: {string.Join(" on ", chain.Append(next).Select(n => $"'{n.Name}'"))}"
            );
            return null;
        }

        if (chain.Count > Limits.FilesInAChain)
        {
            string found = $"more than {Limits.FilesInAChain} scenario files are based on one another";
            problems.Error("S173", name.Mark, found, hint: "base this one on an earlier one");
            return null;
        }

        if (files.TextOf(name, FileContents.ScenarioFormat) is not { } text)
        {
            return null;
        }

        int before = problems.ErrorsReported;
        switch (YamlReader.Read(next.Name, text, problems))
        {
            case MapNode below:
                return (below, next);
            default:
                if (problems.ErrorsReported == before)
                {
                    problems.Error("S104", name.Mark, $"'{next.Name}' is not a scenario");
                }

                return null;
        }
    }
}
