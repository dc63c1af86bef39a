using SimInterdiction.Model.Network;
using SimInterdiction.Scenarios;
using SimInterdiction.Scenarios.Problems;

namespace SimInterdiction.Tests.Scenarios.Reading;

/// <summary>The name of a file is relative to the file that it stands in.</summary>
[NonParallelizable]
public sealed class NamedFileTests
{
    private const string Rest = """

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

    private TemporaryFolder folder = null!;

    [SetUp]
    public void MakeFolder() => folder = new TemporaryFolder();

    [TearDown]
    public void RemoveFolder() => folder.Dispose();

    private string Write(string name, string text)
    {
        string path = Path.Combine(folder, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
        return path;
    }

    private static string Table(double latitude) => $"name,lat,lon\nhouston,{latitude},-95.37\nlaredo,27.5,-99.5\n";

    private static ScenarioReading Read(string path, params string[] overrides) =>
        ScenarioReader.ReadFile(path, new ReadingOptions { Overrides = overrides });

    private static double HoustonOf(ScenarioReading reading) => Files.Good(reading).Places["houston"].At.Latitude;

    [Test]
    public void A_name_is_relative_to_its_own_file_at_every_depth()
    {
        Write("c/deep/C.yaml", "places: { from: c.csv }" + Rest);
        Write("c/deep/c.csv", "name,lat,lon\naustin,30.267,-97.743\n" + Table(1)[(Table(1).IndexOf('\n') + 1)..]);
        Write("other/roads/roads.csv", "name,between\nus59,houston laredo\n");
        Write("other/B.yaml", "based_on: ../c/deep/C.yaml\nroads: { from: roads/roads.csv }\n");
        ScenarioReading reading = Read(Write("a/A.yaml", "based_on: ../other/B.yaml\ntitle: A\n"));
        Files.Good(reading);
        Assert.Multiple(() =>
        {
            Assert.That(reading.Scenario!.Places.Keys, Is.EquivalentTo(new[] { "austin", "houston", "laredo" }));
            Assert.That(reading.Scenario.Roads.Keys, Is.EqualTo(new[] { "us59" }));
            Assert.That(
                reading.OtherFiles.Select(f => f.Name),
                Is.EquivalentTo(new[] { "../other/B.yaml", "../other/roads/roads.csv", "../c/deep/C.yaml", "../c/deep/c.csv" })
            );
        });
    }

    [Test]
    public void Another_table_named_above_replaces_the_one_below_and_is_beside_its_own_file()
    {
        Write("b/B.yaml", "places: { from: missing.csv, austin: { at: [30.3, -97.7] } }" + Rest);
        Write("a/mine.csv", Table(29));
        ScenarioReading reading = Read(Write("a/A.yaml", "based_on: ../b/B.yaml\nplaces: { from: mine.csv, austin: { label: A } }\n"));
        Assert.That(HoustonOf(reading), Is.EqualTo(29));
        Assert.That(reading.Scenario!.Places["austin"], Is.EqualTo(new Place { At = new GeoPoint(30.3, -97.7), Label = "A" }));
        Assert.That(reading.OtherFiles.Select(f => f.Name), Does.Not.Contain("../b/missing.csv"));
    }

    [Test]
    public void A_table_named_on_the_command_line_is_relative_to_the_working_directory()
    {
        Write("b/B.yaml", "places: { from: places.csv }" + Rest);
        Write("b/places.csv", Table(1));
        string scenario = Write("a/A.yaml", "based_on: ../b/B.yaml\n");
        string table = Write("here/x.csv", Table(28));
        string before = Directory.GetCurrentDirectory();
        try
        {
            Directory.SetCurrentDirectory(Path.GetDirectoryName(table)!);
            ScenarioReading reading = Read(scenario, "places.from=x.csv", "places.laredo.label=L");
            Assert.That((HoustonOf(reading), reading.Scenario!.Places["laredo"].Label), Is.EqualTo((28.0, "L")));
            Problem problem = Read(scenario, "title=x", "places.from=places.csv").Problems.Single();
            Assert.That((problem.Code, problem.File, problem.Line, problem.Column), Is.EqualTo(("S001", Given.Settings, 2, 13)));
        }
        finally
        {
            Directory.SetCurrentDirectory(before);
        }
    }

    [TestCase("b/B.yaml", "places: [1, 2\n", "S013", "../b/B.yaml", 1, 9)]
    [TestCase("b/B.yaml", "based_on: nope/C.yaml\n", "S001", "../b/B.yaml", 1, 11)]
    [TestCase("b/B.yaml", "places: { from: no.csv }" + Rest, "S001", "../b/B.yaml", 1, 17)]
    [TestCase("b/B.yaml", "title: x\n# a\u202Eb\n", "S007", "../b/B.yaml", 2, 4)]
    [TestCase("b/B.yaml", "based_on: ../a/A.yaml\n", "S171", "../b/B.yaml", 1, 11)]
    public void A_mistake_in_a_file_below_names_that_file_and_the_place(
        string name,
        string text,
        string code,
        string file,
        int line,
        int column
    )
    {
        Write(name, text);
        Problem problem = Read(Write("a/A.yaml", "based_on: ../b/B.yaml\n")).Problems.Single();
        Assert.That(
            (problem.Code, problem.File, problem.Line, problem.Column),
            Is.EqualTo((code, file, line, column)),
            ProblemText.Format(problem)
        );
    }

    [Test]
    public void A_mistake_in_a_table_below_names_the_table()
    {
        Write("b/B.yaml", "places: { from: t/p.csv }" + Rest);
        Write("b/t/p.csv", Table(29).Replace("-95.37", "west", StringComparison.Ordinal));
        Problem problem = Read(Write("a/A.yaml", "based_on: ../b/B.yaml\n")).Problems.Single();
        Assert.That((problem.Code, problem.File, problem.Line, problem.Column), Is.EqualTo(("S117", "../b/t/p.csv", 2, 12)));
    }

    [Test]
    public void Names_with_backslashes_are_read_everywhere()
    {
        Write("b/B.yaml", "places: { from: 't\\p.csv' }" + Rest);
        Write("b/t/p.csv", Table(29));
        Assert.That(HoustonOf(Read(Write("a/A.yaml", "based_on: ..\\b\\B.yaml\n"))), Is.EqualTo(29));
    }

    [Test]
    public void A_change_in_any_file_read_changes_its_hash()
    {
        Write("b/B.yaml", "places: { from: p.csv }" + Rest);
        string table = Write("b/p.csv", Table(29));
        string scenario = Write("a/A.yaml", "based_on: ../b/B.yaml\n");
        string[] Hashes() => [.. Read(scenario).OtherFiles.Select(f => $"{f.Name} {f.Sha256}")];
        string[] before = Hashes();
        File.AppendAllText(table, "\n");
        Assert.That(
            Hashes().Zip(before).Select(h => h.First == h.Second),
            Is.EqualTo(new[] { true, false }).Or.EqualTo(new[] { false, true })
        );
    }

    [Test]
    public void A_text_without_a_folder_reads_no_file() =>
        Assert.That(ScenarioReader.ReadText("based_on: /etc/hostname\n").Problems.Single().Code, Is.EqualTo("S001"));

    [Test]
    public void A_folder_in_place_of_a_table_is_named() =>
        Assert.That(Read(Write("a/A.yaml", "places: { from: .. }" + Rest)).Problems.Single().Code, Is.EqualTo("S002"));

    [TestCase("[a.csv, b.csv]")]
    [TestCase("{ x: a.csv }")]
    [TestCase("")]
    public void What_is_no_name_of_a_table_is_refused(string from) =>
        Assert.That(Read(Write("a/A.yaml", $"places: {{ from: {from} }}" + Rest)).Problems.Single().Code, Is.EqualTo("S104"));
}
