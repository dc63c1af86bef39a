using SimInterdiction.Scenarios.Problems;
using SimInterdiction.Scenarios.Tree;

namespace SimInterdiction.Scenarios.Reading;

/// <summary>Lays a scenario over the one it is a variant of: <c>based_on: southbound.yaml</c> at the top of the file.</summary>
internal static class Variants
{
    private const int LongestChain = 8;

    /// <summary>The whole scenario, tables filled in; the same map where it is based on none.</summary>
    public static MapNode Fill(MapNode root, string file, NamedFiles files, ProblemList problems) => Fill(root, [file], files, problems);

    private static MapNode Fill(MapNode root, IReadOnlyList<string> chain, NamedFiles files, ProblemList problems)
    {
        MapNode own = Tables.Fill(root.Without(Inheritance.BasedOn), files, problems);
        if (root.Find(Inheritance.BasedOn) is not { } basedOn)
        {
            return own;
        }

        if (Below(basedOn, chain, files, problems) is var (below, name))
        {
            return Merging.OverlayScenario(below, own, name, problems);
        }

        // What the file adds to is unknown, and so is all that it leaves out.
        problems.Lose("");
        return own;
    }

    private static (MapNode Map, string Name)? Below(Entry basedOn, IReadOnlyList<string> chain, NamedFiles files, ProblemList problems)
    {
        if (basedOn.Value is not ScalarNode { IsNothing: false } name)
        {
            problems.Error("S104", basedOn.Value.IsNothing ? basedOn.KeyMark : basedOn.Value.Mark, $"'based_on' needs the name of a scenario file, not {basedOn.Value.Kind}", "based_on: a file");
            return null;
        }

        if (chain.Contains(name.Written) || chain.Count > LongestChain)
        {
            problems.Error("S171", name.Mark, $"this goes round in a circle: {string.Join(" on ", chain.Append(name.Written).Select(n => $"'{n}'"))}");
            return null;
        }

        if (files.TextOf(name) is not { } text || SyntaxProblems.ReportControlCharacters(name.Written, text, problems))
        {
            return null;
        }

        switch (YamlReader.Read(name.Written, text, problems))
        {
            case MapNode below:
                return (Fill(below, [.. chain, name.Written], files, problems), name.Written);
            default:
                problems.Error("S104", name.Mark, $"'{name.Written}' holds no scenario");
                return null;
        }
    }
}
