using System.Text;
using SimInterdiction.Model;
using SimInterdiction.Model.Language;
using SimInterdiction.Scenarios.Binding;
using SimInterdiction.Scenarios.Describing;
using SimInterdiction.Scenarios.Forms;
using SimInterdiction.Scenarios.Problems;
using SimInterdiction.Scenarios.Reading;
using SimInterdiction.Scenarios.Rules;
using SimInterdiction.Scenarios.Tree;

namespace SimInterdiction.Scenarios;

/// <summary>Reads scenario files: every mistake of the file is a <see cref="Problem"/>, none an exception.</summary>
public static class ScenarioReader
{
    /// <summary>Reads a file, and the tables beside it that it names.</summary>
    public static ScenarioReading ReadFile(string path, ReadingOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(path);
        var problems = new ProblemList();
        string name = Path.GetFileName(path);
        byte[]? bytes = FileContents.ReadOnce(options?.Files, path, path, problems);
        return bytes is null
            ? Nothing(name, [], problems)
            : ReadBytes(bytes, name, Path.GetDirectoryName(Path.GetFullPath(path)), options ?? new ReadingOptions(), problems);
    }

    /// <summary>What a file and those that it names hold now, without asking what it says.</summary>
    /// <param name="path">The file.</param>
    /// <param name="overrides">Values instead of the file's, which may name others.</param>
    public static ScenarioFiles FilesOf(string path, IReadOnlyList<string> overrides)
    {
        ArgumentNullException.ThrowIfNull(path);
        var files = new ScenarioFiles(path);
        var options = new ReadingOptions { Overrides = overrides, Files = files };
        var problems = new ProblemList();
        string name = Path.GetFileName(path);
        if (
            FileContents.ReadOnce(files, path, path, problems) is { } bytes
            && FileContents.Decode(bytes, name, FileContents.ScenarioFormat, problems) is { } text
            && ReadRoot(name, text, problems) is { } written
        )
        {
            ResolvedTree.Of(written, name, Path.GetDirectoryName(Path.GetFullPath(path)), options, problems);
        }

        return files;
    }

    /// <summary>Reads a text as if it were a file of that name in that folder; without a folder it can name no other
    /// file.</summary>
    public static ScenarioReading ReadText(
        string text,
        string fileName = "scenario.yaml",
        string? folder = null,
        ReadingOptions? options = null
    )
    {
        ArgumentNullException.ThrowIfNull(text);
        return ReadBytes(Encoding.UTF8.GetBytes(text), fileName, folder, options ?? new ReadingOptions(), new ProblemList());
    }

    private static ScenarioReading ReadBytes(byte[] bytes, string name, string? folder, ReadingOptions options, ProblemList problems)
    {
        if (
            FileContents.Decode(bytes, name, FileContents.ScenarioFormat, problems) is not { } text
            || ReadRoot(name, text, problems) is not { } written
        )
        {
            return Nothing(name, bytes, problems);
        }

        if (ResolvedTree.Of(written, name, folder, options, problems) is not { } tree)
        {
            return Nothing(name, bytes, problems);
        }

        var source = new ScenarioSource(name, NamedFiles.HashOf(bytes), options, problems);
        return WithWhatIfs(Bind(tree, source, input => input.Best, warns: true), tree, source);
    }

    // What is wrong in the scenario of a question alone is told with the question; what is wrong in both was told.
    private static ScenarioReading WithWhatIfs(ScenarioReading reading, ResolvedTree tree, ScenarioSource source)
    {
        if (reading.Scenario is not { } scenario || !source.Options.AsksWhatIfs)
        {
            return reading;
        }

        var whatIfs = new List<WhatIfReading>();
        List<Problem> problems = [.. reading.Problems];
        HashSet<(string, string, int, int, string)> told = [.. reading.Problems.Select(Told)];
        foreach (Entry question in WhatIfs.In(tree.BeforeInheritance))
        {
            ProblemList own = source.Problems.Copy();
            ScenarioReading? changed = tree.Of(question, own) is { } other
                ? Bind(other, source with { Problems = own }, input => input.Best, warns: true)
                : null;
            if (changed?.Scenario is { } its && !WhatIfs.ComparesTheSame(scenario, its, question, own))
            {
                changed = null;
            }

            problems.AddRange(
                (changed?.Problems ?? own.InOrder())
                    .Where(problem => told.Add(Told(problem)))
                    .Select(problem =>
                        problem.File == Given.WhatIfs
                            ? problem
                            : problem with
                            {
                                Message = $"in what_if '{question.Key}': {problem.Message}",
                            }
                    )
            );
            if (changed?.Scenario is not null)
            {
                whatIfs.Add(new WhatIfReading(question.Key, scenario.WhatIf[question.Key], changed));
            }
        }

        bool isGood = whatIfs.Count == scenario.WhatIf.Count;
        return reading with { Problems = problems, WhatIfs = isGood ? whatIfs : [], Scenario = isGood ? scenario : null };

        static (string, string, int, int, string) Told(Problem problem) =>
            (problem.Code, problem.File, problem.Line, problem.Column, problem.Message);
    }

    private static ScenarioReading Bind(ResolvedTree tree, ScenarioSource source, Func<UncertainInput, double> choose, bool warns)
    {
        ProblemList problems = source.Problems.Copy();
        var state = new BindingState(problems, source.Options, choose, tree.WrittenAt);
        var target = new BindingTarget(
            new KeyAttribute("", ""),
            "",
            tree.Root.Entries.Count > 0 ? tree.Root.Entries[0].KeyMark : tree.Root.Mark
        );
        var scenario = (Scenario)new RecordForm(typeof(Scenario)).Read(tree.Root, target, state)!;
        scenario = AllRules.Apply(scenario, tree, problems, source.Options.Replications, warns);
        IReadOnlyList<UncertainInput> fitted = problems.HasErrors ? [] : Fits.Find(source.Options.Fits, tree, state.Uncertain, problems);
        return new ScenarioReading
        {
            FileName = source.Name,
            CalibratedInputs = fitted,
            BeforeInheritance = tree.BeforeInheritance,
            Scenario = problems.HasErrors ? null : scenario,
            Problems = problems.InOrder(),
            UncertainInputs = state.Uncertain,
            UncertainAt = state.WrittenFor,
            ValueCount = tree.ValueCount,
            Sha256 = source.Sha256,
            OtherFiles = tree.OtherFiles,
            Resolved = new ResolvedScenario(tree.Root),
            Bind = other => Bind(tree, source, other, warns: false),
        };
    }

    private static MapNode? ReadRoot(string name, string text, ProblemList problems)
    {
        Node? root = YamlReader.Read(name, text, problems);
        switch (root)
        {
            case MapNode map:
                return map;
            case null or { IsNothing: true } when !problems.HasErrors:
                problems.Error("S005", new Mark(name, 0, 0, 0), "the file is empty", hint: "a template is a small scenario to begin with");
                return null;
            case ScalarNode scalar:
                string line = problems.LineOf(scalar.Mark) ?? scalar.Text;
                SyntaxProblems.Report(name, line, "", (1, 1), (scalar.Mark.Line, 1), problems);
                return null;
            case ListNode list:
                problems.Error("S104", list.Mark, "a scenario is a map of keys, not a list", "keys and values, such as 'title: ...'");
                return null;
            default:
                return null;
        }
    }

    private static ScenarioReading Nothing(string name, byte[] bytes, ProblemList problems) =>
        new()
        {
            FileName = name,
            Scenario = null,
            Problems = problems.InOrder(),
            UncertainInputs = [],
            ValueCount = 0,
            Sha256 = NamedFiles.HashOf(bytes),
            Resolved = new ResolvedScenario(new MapNode(new Mark(name, 1, 1, 1), [])),
        };

    /// <param name="Name">The file's.</param>
    /// <param name="Sha256">Of its bytes.</param>
    /// <param name="Options">As it was read.</param>
    /// <param name="Problems">Those found before the tree was made into records.</param>
    private sealed record ScenarioSource(string Name, string Sha256, ReadingOptions Options, ProblemList Problems);
}
