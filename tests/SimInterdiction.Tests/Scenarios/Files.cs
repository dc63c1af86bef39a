using SimInterdiction.Scenarios;
using SimInterdiction.Scenarios.Problems;

namespace SimInterdiction.Tests.Scenarios;

/// <summary>Reads texts of tests. A bad text marks the token that must be underlined: <c>rate: ⟦12⟧</c>.</summary>
internal static class Files
{
    /// <summary>A good scenario that fragments are laid over.</summary>
    public const string Base = """
        places:
          houston: { at: [29.760, -95.370] }
          laredo: { at: [27.531, -99.480] }
        corridors:
          gulf: { path: [houston, laredo] }
        flows:
          houston: { rate: 12 per week, routes: { gulf: 100% } }
        team_types:
          team: { stops: 5%, finds: 50% }
        task_forces:
          laredo: { home: laredo, teams: { team: 1 } }
        checkpoints:
          laredo: { place: laredo }
        deployments:
          today: { post: { laredo: { task_force: laredo, team: team } } }
        """;

    private const string BaseName = "base.yaml";

    public static string Folder { get; } = MakeFolder();

    /// <summary>Reads a whole scenario.</summary>
    public static ScenarioReading Read(string text, params string[] overrides) =>
        ScenarioReader.ReadText(text, "a.yaml", Folder, new ReadingOptions { Overrides = overrides, AcceptsNotYet = true });

    /// <summary>Reads a fragment laid over <see cref="Base"/>.</summary>
    public static ScenarioReading ReadOverBase(string fragment, params string[] overrides) =>
        Read($"{fragment}\nbased_on: {BaseName}\n", overrides);

    /// <summary>The scenario, which must be good.</summary>
    public static SimInterdiction.Model.Scenario Good(ScenarioReading reading)
    {
        Assert.That(reading.Problems.Where(p => p.IsError).Select(ProblemText.Format), Is.Empty);
        return reading.Scenario!;
    }

    /// <summary>The fragment, laid over the base, has this one error, at the marked token.</summary>
    public static Problem AssertWrong(string code, string fragment)
    {
        (string text, Mark mark) = TakeMark(fragment);
        return AssertOnly(code, mark, ReadOverBase(text));
    }

    /// <summary>The text by itself has this one error, at the marked token.</summary>
    public static Problem AssertWrongFile(string code, string wholeText)
    {
        (string text, Mark mark) = TakeMark(wholeText);
        return AssertOnly(code, mark, Read(text));
    }

    /// <summary>The fragment, laid over the base, has no error and this warning, at the marked token.</summary>
    public static Problem AssertWarning(string code, string fragment)
    {
        (string text, Mark mark) = TakeMark(fragment);
        ScenarioReading reading = ReadOverBase(text);
        Good(reading);
        Problem[] found = [.. reading.Problems.Where(p => p.Code == code)];
        Assert.That(found, Has.Length.EqualTo(1), string.Join('\n', reading.Problems.Select(ProblemText.Format)));
        AssertAt(mark, found[0]);
        return found[0];
    }

    /// <summary>The path of a file of the repository.</summary>
    public static string InRepository(string path)
    {
        string? folder = TestContext.CurrentContext.TestDirectory;
        while (folder is not null && !File.Exists(Path.Combine(folder, "SimInterdiction.sln")))
        {
            folder = Path.GetDirectoryName(folder);
        }

        return Path.Combine(folder!, path);
    }

    /// <summary>A file of that name beside the scenarios of the tests.</summary>
    public static void Write(string name, string text) => File.WriteAllText(Path.Combine(Folder, name), text);

    private static Problem AssertOnly(string code, Mark mark, ScenarioReading reading)
    {
        Problem[] errors = [.. reading.Problems.Where(p => p.IsError)];
        Assert.That(errors.Select(p => p.Code), Is.EqualTo(new[] { code }), string.Join('\n', errors.Select(ProblemText.Format)));
        Assert.That(reading.Scenario, Is.Null);
        AssertAt(mark, errors[0]);
        return errors[0];
    }

    private static void AssertAt(Mark mark, Problem problem) =>
        Assert.That(
            (problem.Line, problem.Column, problem.Length),
            Is.EqualTo((mark.Line, mark.Column, mark.Length)),
            ProblemText.Format(problem)
        );

    private static (string Text, Mark Mark) TakeMark(string marked)
    {
        int start = marked.IndexOf('⟦', StringComparison.Ordinal);
        int end = marked.IndexOf('⟧', StringComparison.Ordinal) - 1;
        string before = marked[..start];
        int column = start - before.LastIndexOf('\n');
        string text = marked.Replace("⟦", "", StringComparison.Ordinal).Replace("⟧", "", StringComparison.Ordinal);
        return (text, new Mark("a.yaml", before.Count(c => c == '\n') + 1, column, end - start));
    }

    private static string MakeFolder()
    {
        var folder = new TemporaryFolder();
        folder.File(BaseName, Base);
        AppDomain.CurrentDomain.ProcessExit += (_, _) => folder.Dispose();
        return folder;
    }
}
